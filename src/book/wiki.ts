// Wikis of GitHub and GitLab, and folders of notes that link as wikis do: pages are named by what they are called, in
// whatever folder they lie, with dashes for spaces.
import { foldSpace, inWords } from '../core/text.ts'
import {
  type BookPath,
  type FolderPrefix,
  baseName,
  encodePath,
  extensionOf,
} from '../core/path.ts'
import type { Chapter, Part } from '../core/book.ts'
import { chaptersIn } from '../core/menu.ts'
import { compareNaturally } from '../core/natural-order.ts'
import { wikiName } from '../core/reference.ts'
import type { TextFile } from '../files/files.ts'
import type { Lookup } from './lookup.ts'
import { isPagePath } from './output.ts'

/** What wikis call their files. */
const HOME = 'Home.md'
const SIDEBAR = '_Sidebar.md'
const FOOTER = '_Footer.md'

/** The files that make a folder a wiki. */
export interface Wiki {
  /** Its first page. */
  readonly home: BookPath
  readonly footer?: BookPath
  /** It has a sidebar or a footer. */
  readonly isMarked: boolean
}

/** What of the configuration decides. */
interface Names {
  readonly readme: string
  readonly summary: string
}

/** The table of contents of a wiki, and of sites that docsify shows. */
export function sidebarOf(lookup: Lookup, root: FolderPrefix): BookPath | undefined {
  return lookup.structureFile(root, SIDEBAR)
}

/** Undefined where the folder is none: without the parts of one, it has a table of contents or begins with another page. */
export function wikiIn(lookup: Lookup, root: FolderPrefix, names: Names): Wiki | undefined {
  const home = lookup.structureFile(root, HOME)
  if (home === undefined) return undefined
  const footer = lookup.structureFile(root, FOOTER)
  const isMarked = footer !== undefined || sidebarOf(lookup, root) !== undefined
  const isOther = [names.summary, names.readme].some(
    (name) => lookup.structureFile(root, name) !== undefined,
  )
  if (!isMarked && isOther) return undefined
  return { home, isMarked, ...(footer && { footer }) }
}

/** The pages of a wiki: all but its own parts. */
export function wikiPages(paths: Iterable<string>, root: FolderPrefix): readonly BookPath[] {
  return [...paths].filter(
    (path): path is BookPath =>
      path.startsWith(root) && isPagePath(path) && !/(?:^|\/)[._]/.test(path.slice(root.length)),
  )
}

/** Finds pages by their names: by the whole path below the root, else by the name alone. */
export function pageNames(
  paths: Iterable<string>,
  root: FolderPrefix,
): (name: string) => BookPath | undefined {
  const known = new Map<string, BookPath>()
  const pages = wikiPages(paths, root)
  const names = pages.map((path) => folded(path.slice(root.length)))
  for (const keys of [names, names.map((name) => baseName(name))])
    keys.forEach((key, index) => {
      const page = pages[index]
      if (page !== undefined && !known.has(key)) known.set(key, page)
    })
  return (name) => known.get(folded(name))
}

function folded(name: string): string {
  const plain = name.trim().replace(/^(?:\.?\/)+/, '')
  const stem = isPagePath(plain) ? plain.slice(0, -extensionOf(plain).length) : plain
  return stem.normalize('NFC').toLowerCase().replaceAll(' ', '-')
}

/** `[[Page]]` and `[[words|Page]]`. */
const LINK = /\[\[([^[\]|\n]+)(?:\|([^[\]|\n]+))?\]\]/g

/** The text of a table of contents with Markdown's links for those of wikis. */
export function withPlainLinks(
  source: TextFile,
  { root, lookup }: { readonly root: FolderPrefix; readonly lookup: Lookup },
): TextFile {
  if (!source.text.includes('[[')) return source
  const find = pageNames(lookup.listed, root)
  const text = source.text.replaceAll(
    LINK,
    (_written, first: string, second: string | undefined) => {
      const { name, hash } = wikiName(second ?? first)
      if (/^https?:/i.test(name)) return `[${first}](<${name}${hash}>)`
      const page = find(name)
      const path = page === undefined ? `${fileNamed(name)}.md` : page.slice(root.length)
      return `[${foldSpace(first)}](/${encodePath(path)}${hash})`
    },
  )
  return { ...source, text }
}

/** A page that does not exist yet would lie there. */
function fileNamed(name: string): string {
  return name.trim().replaceAll(' ', '-')
}

/** A wiki lists all its pages, whatever its sidebar says: those that it does not name come behind the others. */
export function withOtherPages(
  parts: readonly Part[],
  lookup: Lookup,
  root: FolderPrefix,
): readonly Part[] {
  const named = new Set<string>(
    chaptersIn(parts).flatMap((one) => (one.kind === 'page' ? [one.path] : [])),
  )
  const others = wikiPages(lookup.listed, root)
    .filter((path) => !named.has(path))
    .toSorted(compareNaturally)
  if (others.length === 0) return parts
  const chapters = others.map((path, index): Chapter => {
    const title = inWords(baseName(path).slice(0, -extensionOf(path).length))
    const level = `${parts.length + 1}.${index + 1}`
    return { kind: 'page', path, title, level, children: [], at: { file: path } }
  })
  return [...parts, { title: '', chapters }]
}
