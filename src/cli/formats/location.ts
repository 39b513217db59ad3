import path from 'node:path'
import type { BookPath } from '../../core/path.ts'
import { isWithin, slashedWay } from '../../files/host-path.ts'

/** How reports for machines name a file: '/'-separated, from the folder that they take for the project's. */
export type FileNames = (path: BookPath) => string

/** Names from the workspace of the pipeline when the book lies in it, else from the current folder. */
export function fileNames(
  bookDir: string,
  cwd: string,
  env: { readonly [name: string]: string | undefined },
): FileNames {
  const workspace = env['GITHUB_WORKSPACE'] ?? ''
  const base = workspace !== '' && isWithin(workspace, bookDir) ? workspace : cwd
  return (file) => slashedWay(base, path.join(bookDir, file))
}
