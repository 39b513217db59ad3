// Which files get which names, and why they cannot.
import { CONFIG_NAMES } from '../../book/config.ts'
import { isPagePath } from '../../book/output.ts'
import type { Book, Space } from '../../core/book.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { type BookPath, baseName, extensionOf } from '../../core/path.ts'
import { closest } from '../../core/suggest.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'
import type { Names, RenameRequest } from './rewrite.ts'

/** Files to move, as paths of the book. */
export interface FileMove {
  readonly kind: 'files'
  readonly from: string
  readonly to: string
  /** `to` is a folder, though the book may have nothing in it. */
  readonly into?: boolean
}

/** The new names, or why there are none. */
export function planNames(move: FileMove, book: Book, files: Files): RenameRequest | Diagnostic {
  const { from, to } = move
  const listed = files.list()
  // As with other commands, what exists as a folder is where a thing goes into.
  const isInto = move.into === true || listed.some((path) => path.startsWith(`${to}/`))
  const target = isInto && from !== to ? `${to}/${baseName(from)}` : to
  const names = new Map(
    listed
      .filter((path) => path === from || path.startsWith(`${from}/`))
      .map((path) => [path, (target + path.slice(from.length)) as BookPath]),
  )
  if (names.size === 0)
    return problem('move/no-such-source', undefined, {
      case: 'file',
      path: from,
      near: closest(from, listed),
    })
  if (from === target) return problem('move/same-name', undefined, { path: from })
  const isFolder = !names.has(from as BookPath)
  const renaming = isFolder ? { names, folder: { from, to: target } } : { names }
  return inTheWay(names, files) ?? noPage(names, book) ?? held(renaming, book) ?? renaming
}

function inTheWay(names: Names, files: Files): Diagnostic | undefined {
  const exists = (path: string): boolean =>
    files.size(path as BookPath) !== undefined && !names.has(path as BookPath)
  for (const to of names.values()) {
    if (exists(to)) return problem('move/target-exists', { file: to }, { case: 'file', path: to })
    for (let end = to.lastIndexOf('/'); end > 0; end = to.lastIndexOf('/', end - 1))
      if (exists(to.slice(0, end)))
        return problem('move/target-exists', undefined, {
          case: 'folder',
          path: to,
          folder: to.slice(0, end),
        })
  }
  return undefined
}

function noPage(names: Names, book: Book): Diagnostic | undefined {
  const pages = new Set(book.spaces.flatMap((space) => space.pages))
  for (const [from, to] of names)
    if (pages.has(from) && !isPagePath(to))
      return problem('move/no-page-name', undefined, { from, to, better: to + extensionOf(from) })
  return undefined
}

/** What the book is held together by may move where its configuration can say so. */
function held({ names, folder }: RenameRequest, book: Book): Diagnostic | undefined {
  const config = [...names.keys()].find(
    (path) => !path.includes('/') && CONFIG_NAMES.includes(path),
  )
  if (config !== undefined)
    return problem('move/structure-file', { file: config }, { case: 'configuration', path: config })
  // A language moves as a whole with its folder.
  const isWhole = (root: string): boolean =>
    book.multilingual && folder !== undefined && root.startsWith(`${folder.from}/`)
  return book.spaces
    .filter(({ root }) => !isWhole(root))
    .map((space) => heldBy(space, names, book.multilingual))
    .find((refusal) => refusal !== undefined)
}

function heldBy(
  { root, pages, readme, summaryFile, glossaryFile }: Space,
  names: Names,
  multilingual: boolean,
): Diagnostic | undefined {
  const leaves = (page: BookPath): boolean => names.get(page)?.startsWith(root) === false
  const structure = [readme, summaryFile, glossaryFile].find(
    (path) => path !== undefined && names.has(path),
  )
  if (structure !== undefined && multilingual)
    return problem(
      'move/structure-file',
      { file: structure },
      { case: 'language', path: structure },
    )
  if (structure !== undefined && leaves(structure))
    return problem('move/structure-file', { file: structure }, { case: 'root', path: structure })
  // A link with a leading '/' and a chapter of SUMMARY mean something in their own language only.
  const leaving = pages.find(leaves)
  return leaving === undefined
    ? undefined
    : problem('move/leaves-language', { file: leaving }, { path: leaving, root })
}
