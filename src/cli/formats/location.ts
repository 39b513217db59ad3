import path from 'node:path'
import type { BookPath } from '../../core/path.ts'

/** How reports for machines name a file: '/'-separated, from the folder that they take for the project's. */
export type FileNames = (path: BookPath) => string

/** Names from the workspace of the pipeline when the book lies in it, else from the current folder. */
export function fileNames(
  bookDir: string,
  cwd: string,
  env: { readonly [name: string]: string | undefined },
): FileNames {
  const workspace = env['GITHUB_WORKSPACE'] ?? ''
  const base = workspace !== '' && isInside(workspace, bookDir) ? workspace : cwd
  return (file) => path.relative(base, path.join(bookDir, file)).split(path.sep).join('/')
}

function isInside(dir: string, inner: string): boolean {
  const relative = path.relative(dir, inner)
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}
