import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  baseName,
  folderOf,
  isPagePath,
} from '../core/path.ts'

export { PAGE_EXTENSIONS, isAsciidocPath, isPagePath } from '../core/path.ts'

/** What of a book decides over output paths. */
export interface OutputFacts {
  readonly root: FolderPrefix
  readonly spaces: readonly { readonly root: FolderPrefix; readonly readme: BookPath }[]
}

/**
 * Where a file of the book lies on the site: the content root is stripped, pages become `.html`, the start page of an
 * space and every `README` become the `index.html` of their folder. A `README` beside another start page
 * (`structure.readme`) stays `README.html`. Everything else keeps its name.
 */
export function outputPathOf(path: BookPath, book: OutputFacts): OutputPath {
  const started = book.spaces.find((space) => space.readme === path)
  if (started !== undefined) return `${below(book.root, started.root)}index.html` as OutputPath
  const published = below(book.root, path)
  if (!isPagePath(path)) return published as OutputPath
  const name = baseName(published)
  const stem = name.slice(0, name.lastIndexOf('.'))
  const folder = folderOf(path)
  const isTaken = book.spaces.some((space) => space.root === prefix(folder))
  const shown = stem === 'README' && !isTaken ? 'index' : stem
  return `${prefix(folderOf(published))}${shown}.html` as OutputPath
}

function prefix(folder: string): string {
  return folder === '' ? '' : `${folder}/`
}

function below(root: FolderPrefix, path: string): string {
  return path.startsWith(root) ? path.slice(root.length) : path
}
