// What the target of a redirect may mean, and what was meant by one that leads nowhere.
import { type BookPath, type FolderPrefix, baseName, folderOf } from '../../core/path.ts'
import { candidatesOf, splitReference } from '../../core/reference.ts'
import { closest, withSameEnd } from '../../core/suggest.ts'
import { type RedirectSource, split } from './redirect-sources.ts'

/** The paths that the target of a redirect may mean: below its folder, else in the repository around it. */
export function pathsOfTarget({ to, folder, root }: RedirectSource): readonly string[] {
  const parts = splitReference(to.trim())
  const below = candidatesOf(parts, `${folder}SUMMARY.md` as BookPath, root)
  const around = candidatesOf(parts, 'SUMMARY.md' as BookPath, '' as FolderPrefix)
  return [...new Set([...below, ...around].map(({ path }) => path))]
}

/** Of these pages the one that ends as the target does, or is nearly the same. */
export function nearTarget({ to }: RedirectSource, pages: readonly string[]): string | undefined {
  const path = split(to).path.replace(/^\/+/, '')
  return withSameEnd(path, pages) ?? nearly(path, pages)
}

/** In its folder by the name, not by the folder that both share. */
function nearly(path: string, pages: readonly string[]): string | undefined {
  const near = closest(path, pages)
  if (near === undefined || folderOf(near) !== folderOf(path)) return near
  return closest(baseName(path), [baseName(near)]) === undefined ? undefined : near
}
