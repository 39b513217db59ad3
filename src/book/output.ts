import type { Config } from '../core/book.ts'
import type { DisplacedPages } from '../core/displaced.ts'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  baseName,
  folderOf,
  foldersAbove,
  isPagePath,
  prefixOf,
  withoutRoot,
} from '../core/path.ts'

export { PAGE_EXTENSIONS, isAsciidocPath, isPagePath } from '../core/path.ts'

/** What of a book decides over output paths. */
export interface OutputFacts {
  readonly root: FolderPrefix
  readonly spaces: readonly { readonly root: FolderPrefix; readonly readme: BookPath }[]
  readonly config: Pick<Config, 'urls'>
  /** Absent: every page lies where its name says. */
  readonly displaced?: DisplacedPages
}

/**
 * Where a file of the book lies on the site: the content root is stripped, pages become `.html`, the start page of an
 * space and every `README` become the `index.html` of their folder, and with `urls: folders` every page one of its own. A `README` beside another start page
 * (`structure.readme`) stays `README.html`. Everything else keeps its name.
 */
export function outputPathOf(path: BookPath, book: OutputFacts): OutputPath {
  const displaced = book.displaced?.[path]
  return displaced === undefined ? naturalOutput(path, book) : displaced.output
}

/** Servers look for it under its name alone. */
const NOT_FOUND = '404.md'

function naturalOutput(path: BookPath, book: OutputFacts): OutputPath {
  const started = book.spaces.find((space) => space.readme === path)
  if (started !== undefined)
    return `${withoutRoot(book.root, started.root)}index.html` as OutputPath
  const published = withoutRoot(book.root, path)
  if (!isPagePath(path)) return published
  const name = baseName(published)
  const stem = name.slice(0, name.lastIndexOf('.'))
  const folder: string = prefixOf(folderOf(published))
  const isTaken = book.spaces.some((space) => withoutRoot(book.root, space.root) === folder)
  const shown = stem === 'README' && !isTaken ? 'index' : stem
  const isFile = book.config.urls === 'files' || shown === 'index' || published === NOT_FOUND
  const end = isFile ? '.html' : '/index.html'
  return `${folder}${shown}${end}` as OutputPath
}

/**
 * The pages that cannot lie where their name says, because one before them does: of two with one output, and where the
 * file of one would be the folder of another. Each gets a number behind its name.
 */
export function displacedPages(pages: Iterable<BookPath>, book: OutputFacts): DisplacedPages {
  const owners = new Map<string, BookPath>()
  const folders = new Map<string, BookPath>()
  const displaced: { [path: string]: DisplacedPages[string] } = {}
  for (const path of pages) {
    const wanted = naturalOutput(path, book)
    const inTheWay = (output: string): BookPath | undefined =>
      owners.get(output) ??
      folders.get(output) ??
      foldersAbove(output)
        .map((folder) => owners.get(folder))
        .find((owner) => owner !== undefined)
    const first = inTheWay(wanted)
    const output = first === undefined ? wanted : freeOutput(wanted, owners, inTheWay)
    if (first !== undefined) displaced[path] = { output, first }
    owners.set(output, path)
    for (const folder of foldersAbove(output)) if (!folders.has(folder)) folders.set(folder, path)
  }
  return displaced
}

/** The wanted place with the smallest number that nothing has: behind the folder that is a page already, else the name. */
function freeOutput(
  wanted: OutputPath,
  owners: ReadonlyMap<string, BookPath>,
  inTheWay: (output: string) => BookPath | undefined,
): OutputPath {
  const blocked = foldersAbove(wanted).find((folder) => owners.has(folder)) ?? wanted
  const rest = wanted.slice(blocked.length)
  const dot = blocked.lastIndexOf('.')
  const end = dot > blocked.lastIndexOf('/') + 1 ? dot : blocked.length
  for (let number = 1; ; number++) {
    const output = `${blocked.slice(0, end)}-${number}${blocked.slice(end)}${rest}`
    if (inTheWay(output) === undefined) return output as OutputPath
  }
}
