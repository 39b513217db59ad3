// What a path of the book means, whoever names it: SUMMARY, a page, a setting. Where it then lies on the site is another
// question (`pipeline/targets.ts`).
import type { BookPath } from '../core/path.ts'
import type { Lookup } from './lookup.ts'

/** What is at a path. */
export type Resolution =
  | { readonly kind: 'file'; readonly path: BookPath }
  /** With what it begins with. */
  | { readonly kind: 'folder'; readonly folder: string; readonly start?: BookPath }
  /** There, and kept from the book by an ignore file. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'absent' }

/** Start pages by their folders, where a configuration names others than README. */
export type StartPages = ReadonlyMap<string, BookPath>

/** What a path means; '' is the book's own folder. */
export function findPath(lookup: Lookup, path: string, starts?: StartPages): Resolution {
  return (
    findExactly(lookup, path, starts) ??
    findInOtherCase(lookup, path, starts) ?? {
      kind: lookup.exists(path) ? 'ignored' : 'absent',
    }
  )
}

/** The file or folder of exactly this name. */
export function findExactly(
  lookup: Lookup,
  path: string,
  starts?: StartPages,
): Resolution | undefined {
  if (lookup.listed.has(path)) return { kind: 'file', path: path as BookPath }
  const isFolder = path === '' || starts?.has(path) === true || lookup.isFolder(path)
  return isFolder ? folder(lookup, path, starts) : undefined
}

/** The file or folder whose name differs in case or Unicode form only. */
export function findInOtherCase(
  lookup: Lookup,
  path: string,
  starts?: StartPages,
): Resolution | undefined {
  const file = lookup.otherCase(path)
  if (file !== undefined) return { kind: 'file', path: file }
  const other = lookup.folderOtherCase(path)
  return other === undefined ? undefined : folder(lookup, other, starts)
}

function folder(lookup: Lookup, path: string, starts: StartPages | undefined): Resolution {
  const start = starts?.get(path) ?? lookup.startOf(path)
  return { kind: 'folder', folder: path, ...(start === undefined ? {} : { start }) }
}
