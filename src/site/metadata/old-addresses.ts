// Where GitBook.com published the pages of its books: below the group, the pages above and the name of the file, whatever
// the folders are. Readers and other sites know pages by these addresses.
import type { Book, Chapter, Part, Space } from '../../core/book.ts'
import { startAddressOfMdbook } from '../../core/mdbook-addresses.ts'
import { chaptersIn, walkChapters } from '../../core/menu.ts'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  baseName,
  extensionOf,
  folderOf,
  foldersAbove,
  prefixOf,
  withoutRoot,
} from '../../core/path.ts'
import { openingSpace } from '../../core/space.ts'
import { languageTag } from '../labels.ts'
import { hasReadings, loadReadings } from '../../tree/romanize.ts'
import { pageSlugOfGitbookCom, romanPageSlug } from '../../tree/slug-gitbook-com.ts'
import type { RedirectBook, RedirectSource } from './redirect-sources.ts'

/** An address that a page had, without slashes around it. */
export interface OldAddress {
  readonly address: string
  readonly source: RedirectSource
}

/** Every address that GitBook.com gave to a page of its books, whether or not the page still has it. */
export function oldAddresses({ book, results }: RedirectBook): readonly OldAddress[] {
  return [...ofFiles(book, results), ...ofSpaces(book, results)]
}

/** Pages in folders were files before, as GitBook had them. */
function ofFiles(book: Book, results: RedirectBook['results']): readonly OldAddress[] {
  const { urls, oldAddresses: isWanted } = book.config
  if (urls === 'files' || !isWanted) return []
  return [...results.values()].flatMap(({ path, output, isSource }) => {
    const name = baseName(path).slice(0, -extensionOf(path).length)
    if (isSource === true || !output.endsWith(`${name}/index.html`)) return []
    const address = `${output.slice(0, -'/index.html'.length)}.html`
    const root = book.root
    return [{ address, source: { from: address, to: path, root, folder: root, page: path } }]
  })
}

function ofSpaces(book: Book, results: RedirectBook['results']): readonly OldAddress[] {
  const opening = openingSpace(book)
  return book.spaces.flatMap((space) => {
    const { root, dialect, config } = space
    if (dialect === 'mdbook') return ofMdbook(space, book.root)
    if (dialect !== 'gitbook.com' || !config.oldAddresses) return []
    const starts = [space.address ?? root.slice(book.root.length, -1), ...variantsOf(space, book)]
    const all = [pageSlugOfGitbookCom, ...(hasOtherScript(space) ? [romanPageSlug] : [])].flatMap(
      (slugged) => starts.flatMap((start) => [...addressesOf(space, start, slugged)]),
    )
    return all.flatMap(([address, path]) =>
      results.has(path) && (isUsable(address) || (address === '' && space === opening))
        ? { address, source: { from: address, to: path, root, folder: root, page: path } }
        : [],
    )
  })
}

/** Do addresses of the space have other letters in them, which GitBook.com wrote in Latin ones for some years? */
function hasOtherScript({ root, parts }: Space): boolean {
  const names = parts.flatMap(({ title, anchor, chapters }) => [
    anchor ?? title,
    ...[...walkChapters(chapters)].map((chapter) => nameOf(chapter, root)),
  ])
  return names.some(hasReadings)
}

/** Loads what the addresses of a book are made with. */
export async function prepareAddresses({ spaces }: Book): Promise<void> {
  const isWanted = spaces.some(
    (space) =>
      space.dialect === 'gitbook.com' && space.config.oldAddresses && hasOtherScript(space),
  )
  if (isWanted) await loadReadings()
}

/** Before there was a `docs.yaml`, other languages of a site were its variants: `/v/ja`. */
function variantsOf(space: Space, { spaces, choice }: Book): readonly string[] {
  if (spaces.length < 2 || choice !== 'language' || space.address !== undefined) return []
  const tag = languageTag(space.config.language)
  return [...new Set([tag, space.id].map((name) => `v/${pageSlugOfGitbookCom(name)}`))]
}

/** mdBook writes the first chapter twice: under its own name, too. */
function ofMdbook(space: Space, top: FolderPrefix): readonly OldAddress[] {
  const { root, readme } = space
  const address = startAddressOfMdbook(space, top)
  if (address === undefined) return []
  return [{ address, source: { from: address, to: readme, root, folder: root, page: readme } }]
}

/** An old address as a place of the site. */
interface FreePlace {
  readonly output: OutputPath
  readonly source: RedirectSource
  readonly fragment: ''
}

/** Those where nothing else is and no redirect (by output and fragment), also under a name that differs in case only. */
export function freeOf(
  moved: readonly OldAddress[],
  live: ReadonlyMap<string, unknown>,
  placed: ReadonlyMap<string, unknown>,
): readonly FreePlace[] {
  if (moved.length === 0) return []
  const taken = new Set([...live.keys()].map((place) => place.toLowerCase()))
  return moved.flatMap(({ address, source }) => {
    const isFile = address.endsWith('.html')
    const folder = prefixOf(address)
    const output = (isFile ? address : `${folder}index.html`) as OutputPath
    const places = [
      output,
      ...(isFile || address === '' ? [] : [`${address}.html`, address]),
      ...foldersAbove(address),
    ]
    if (placed.has(`${output}#`) || places.some((place) => taken.has(place))) return []
    // Of two books with one address the first has it.
    taken.add(output)
    return { output, source, fragment: '' as const }
  })
}

/** No name of a folder may be longer on most disks, and dots alone are other folders. */
const LONGEST = 200

function isUsable(address: string): boolean {
  return address
    .split('/')
    .every((name) => !/^\.*$/.test(name) && Buffer.byteLength(name) <= LONGEST)
}

/** What stands for one space while its addresses are made. */
interface AddressContext {
  readonly root: FolderPrefix
  readonly slugged: (text: string) => string
  readonly taken: Set<string>
  readonly pages: Map<string, BookPath>
}

/** The addresses of the pages of a space, below one. */
export function addressesOf(
  { root, parts }: Space,
  start: string,
  slugged: (text: string) => string = pageSlugOfGitbookCom,
): ReadonlyMap<string, BookPath> {
  const work: AddressContext = { root, slugged, taken: new Set(), pages: new Map() }
  // The first page was the start of its space.
  const [first] = chaptersIn(parts).filter(isPage)
  if (first !== undefined) work.pages.set(start, first.path)
  for (const part of parts) addPart(work, start, part)
  return work.pages
}

function addPart(work: AddressContext, start: string, { title, anchor, chapters }: Part): void {
  const slug = anchor ?? work.slugged(title)
  addChapters(work, slug === '' ? start : claim(work, start, slug), chapters)
}

function addChapters(work: AddressContext, above: string, chapters: readonly Chapter[]): void {
  for (const chapter of chapters) {
    // What leads elsewhere had no address.
    const hasOwn = isPage(chapter) || chapter.kind === 'draft'
    const address = hasOwn ? claim(work, above, work.slugged(nameOf(chapter, work.root))) : above
    if (isPage(chapter) && !work.pages.has(address)) work.pages.set(address, chapter.path)
    addChapters(work, address, chapter.children)
  }
}

function isPage(chapter: Chapter): chapter is Extract<Chapter, { kind: 'page' }> {
  return chapter.kind === 'page'
}

/** The name of its file; a README has that of its folder, and labels have that of their words. */
function nameOf(chapter: Chapter, root: FolderPrefix): string {
  if (!isPage(chapter)) return chapter.title
  const { path } = chapter
  const name = baseName(path).slice(0, -extensionOf(path).length)
  const folder = folderOf(withoutRoot(root, path))
  const isStart = name.toLowerCase() === 'readme' && folder !== ''
  return isStart ? baseName(folder) : name
}

/** An address of its own: of equal ones, the second has `-1`. */
function claim({ taken }: AddressContext, above: string, slug: string): string {
  const wanted = [above, slug === '' ? 'undefined' : slug].filter((part) => part !== '').join('/')
  let address = wanted
  for (let count = 1; taken.has(address); count++) address = `${wanted}-${count}`
  taken.add(address)
  return address
}
