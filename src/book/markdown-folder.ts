// A folder of pages without any table of contents: its files and folders are the chapters. What a page says of itself in
// its front matter, in the words of several generators, gives it a title and a place.
import { matchGlobs } from '../core/glob.ts'
import { compareNaturally } from '../core/natural-order.ts'
import { inWords } from '../core/text.ts'
import type { Chapter, Part } from '../core/book.ts'
import { type BookPath, type FolderPrefix, baseName, folderOf, foldersAbove } from '../core/path.ts'
import { attributesOf } from '../files/front-matter.ts'
import type { Files } from '../files/files.ts'
import type { Lookup } from './lookup.ts'
import { isPagePath } from './output.ts'
import { ownTitle } from './own-title.ts'

/** The pages of a folder as a tree. */
export interface MarkdownFolder {
  /** Where a reader begins: the start page of the folder, else the first page. */
  readonly start: BookPath
  readonly parts: readonly Part[]
}

/** Keys of front matter that give a page its place among its neighbors. */
const ORDER_KEYS = ['weight', 'sidebar_position', 'order']
/** Hidden folders, those of programs and those whose pages are parts of others. */
const LEFT_OUT = /(?:^|\/)(?:[._][^/]*|node_modules)(?:\/|$)/

interface FolderReader {
  readonly files: Files
  readonly lookup: Lookup
  readonly introduction: string
  /** The start page of the whole, as the configuration names it. */
  readonly readme: string
  /** The first page of a wiki. */
  readonly home?: BookPath
  /** The name of tables of contents. */
  readonly summary: string
  /** Globs of pages and folders that the author leaves out. */
  readonly exclude: readonly string[]
}

interface Node {
  readonly name: string
  readonly page?: BookPath
  readonly children: readonly Node[]
  readonly order: number
}

/** Undefined when there is nothing to put in order: no page beside the start page. */
export function markdownFolder(
  reading: FolderReader,
  root: FolderPrefix,
  apart: ReadonlySet<string>,
): MarkdownFolder | undefined {
  const pages = pagesIn(reading, root).filter((path) => !apart.has(path))
  const top = folderNode(reading, pages, root)
  if ((top.page === undefined ? pages.length - 1 : top.children.length) < 1) return undefined
  const start = top.page ?? firstPage(top.children)
  if (start === undefined) return undefined
  const own = top.page === undefined ? [] : [{ ...top, children: [] }]
  const chapters = [...own, ...top.children].map((node, index) =>
    toChapter(reading, node, `1.${index + 1}`),
  )
  return { start, parts: [{ title: '', chapters }] }
}

/** The pages below a root, without those of the books that lie in it, and those that the author leaves out. */
function pagesIn(
  { files, summary, exclude }: FolderReader,
  root: FolderPrefix,
): readonly BookPath[] {
  const pages = files.list().filter((path) => path.startsWith(root) && isPagePath(path))
  const stem = summary.replace(/\.[^.]*$/, '')
  const books = new Set(
    pages.filter((path) => baseName(path).startsWith(`${stem}.`)).map((path) => folderOf(path)),
  )
  const matches = matchGlobs(exclude)
  const isExcluded = (path: BookPath): boolean =>
    [path, ...foldersAbove(path)].some(
      (one) => one.length > root.length && matches(one.slice(root.length)),
    )
  return pages.filter(
    (path) =>
      !LEFT_OUT.test(path.slice(root.length)) &&
      !foldersAbove(path).some((folder) => books.has(folder)) &&
      !(exclude.length > 0 && isExcluded(path)),
  )
}

function folderNode(reading: FolderReader, pages: readonly BookPath[], prefix: string): Node {
  const page = startOf(reading, pages, prefix)
  const inside = new Map<string, BookPath[]>()
  for (const path of pages) {
    const name = path.slice(prefix.length).split('/', 1)[0] ?? ''
    if (path === page || (page !== undefined && isOtherForm(path, page))) continue
    const paths = inside.get(name)
    if (paths === undefined) inside.set(name, [path])
    else paths.push(path)
  }
  const children = [...inside].map(([name, paths]): Node => {
    const [only] = paths
    return only !== undefined && only === prefix + name
      ? { name, page: only, children: [], order: orderOf(reading.files, only) }
      : folderNode(reading, paths, `${prefix}${name}/`)
  })
  return {
    name: baseName(prefix.replace(/\/$/, '')),
    ...(page === undefined ? {} : { page }),
    children: children.toSorted((a, b) => before(a, b)),
    order: page === undefined ? Infinity : orderOf(reading.files, page),
  }
}

/** Pages with a number first, the others by their names. */
function before(a: Node, b: Node): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return compareNaturally(a.name, b.name)
}

/** Another case or extension of a start page, such as its README in AsciiDoc. */
function isOtherForm(path: BookPath, start: BookPath): boolean {
  return stemOf(path) === stemOf(start)
}

function stemOf(path: BookPath): string {
  return path.replace(/\.[^./]*$/, '').toLowerCase()
}

/** `README` or `index`; a wiki begins with `Home`. */
function startOf(
  { lookup, readme, home }: FolderReader,
  pages: readonly BookPath[],
  prefix: string,
): BookPath | undefined {
  const names = [
    ...(readme.startsWith(prefix) ? [readme.slice(prefix.length)] : []),
    ...(home?.startsWith(prefix) === true ? [home.slice(prefix.length)] : []),
    'README.md',
    'index.md',
  ]
  return names
    .map((name) => lookup.structureFile(prefix, name))
    .find((path) => path !== undefined && pages.includes(path))
}

function firstPage(nodes: readonly Node[]): BookPath | undefined {
  for (const { page, children } of nodes) {
    const found = page ?? firstPage(children)
    if (found !== undefined) return found
  }
  return undefined
}

function toChapter(reading: FolderReader, node: Node, level: string): Chapter {
  const { name, page } = node
  const children = node.children.map((child, index) =>
    toChapter(reading, child, `${level}.${index + 1}`),
  )
  if (page === undefined) {
    const at = { file: firstPage(node.children) ?? (name as BookPath) }
    return { title: nameInWords(name), level, children, at, kind: 'draft' }
  }
  const fallback = name === '' ? reading.introduction : nameInWords(name.replace(/\.[^.]*$/, ''))
  const title = ownTitle(reading.files, page) ?? fallback
  return { title, level, children, at: { file: page }, kind: 'page', path: page }
}

function orderOf(files: Files, page: BookPath): number {
  const source = files.text(page)
  const attributes = source === undefined ? {} : attributesOf(page, source)
  const said = ORDER_KEYS.map((key) => attributes[key]).find((value) => typeof value === 'number')
  return typeof said === 'number' && !Number.isNaN(said) ? said : Infinity
}

/** `02-first-steps` in words: the number only orders it. */
function nameInWords(name: string): string {
  return inWords(name.replace(/^\d+[-_. ]+(?=\p{L})/u, ''))
}
