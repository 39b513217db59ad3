// Where links between spaces of GitBook.com lead. They name a space by an id that no file of a repository tells; which
// space is meant is what the author said, else the one whose pages have the addresses that links with this id ask for.
import type { Book, Space } from '../core/book.ts'
import {
  type BookPath,
  type FolderPrefix,
  extensionOf,
  folderPrefix,
  writtenBelow,
} from '../core/path.ts'
import { isAddress } from '../core/reference.ts'
import { spaceLink } from '../core/space-link.ts'
import type { Files } from '../files/files.ts'
import { addressesOf } from '../site/metadata/old-addresses.ts'

/** A space, and its pages by their addresses in it. */
interface AddressedSpace {
  readonly space: Space
  readonly pages: ReadonlyMap<string, BookPath>
}

/**
 * Tells of an id and an address, `id/guide/start`, the page of the book or the address of the web; '' for a space that
 * nobody knows, '?' for a page that its space does not have.
 */
export function createSpaceLinks(files: Files, book: Book): (key: string) => string {
  let known: ReadonlyMap<string, AddressedSpace> | undefined
  const { spaces: said } = book.config
  return (key) => {
    const cut = key.indexOf('/')
    const [id, path] = [key.slice(0, cut), key.slice(cut + 1)]
    const place = Object.hasOwn(said, id) ? said[id] : undefined
    if (place !== undefined && isAddress(place)) return `${place.replace(/\/$/, '')}/${path}`
    known ??= spacesById(files, book)
    const found = known.get(id)
    if (found === undefined) return ''
    return (path === '' ? found.space.readme : found.pages.get(path)) ?? '?'
  }
}

function spacesById(files: Files, book: Book): ReadonlyMap<string, AddressedSpace> {
  const all = book.spaces.map((space) => ({ space, pages: pagesOf(space) }))
  const found = new Map<string, AddressedSpace>()
  for (const [id, asked] of askedIn(files, book)) {
    const meant = spaceMeant(all, asked)
    if (meant !== undefined) found.set(id, meant)
  }
  for (const [id, place] of Object.entries(book.config.spaces)) {
    const said = all.find(({ space }) => space.root.startsWith(folderOf(place, book.root)))
    if (said !== undefined) found.set(id, said)
  }
  return found
}

/** By their addresses at GitBook.com; failing that by their files, as which they are often linked. */
function pagesOf(space: Space): ReadonlyMap<string, BookPath> {
  const files = space.pages.map((path) => [
    writtenBelow(space.root, path)
      .slice(0, -extensionOf(path).length)
      .replace(/(?:^|\/)README$/i, '')
      .toLowerCase(),
    path,
  ]) as readonly (readonly [string, BookPath])[]
  return new Map([...files, ...addressesOf(space, '')])
}

function folderOf(place: string, root: FolderPrefix): string {
  const folder = folderPrefix(place) ?? place
  return folder.startsWith(root) ? folder : root + folder
}

const ANY_LINK = /https:\/\/app\.gitbook\.com\/(?:o|s)\/[^\s"'<>)\]]+/g

/** The addresses that links of the book ask for, by the id of the space. */
function askedIn(files: Files, book: Book): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>()
  for (const path of book.spaces.flatMap(({ pages }) => pages))
    for (const [written] of files.text(path)?.text.matchAll(ANY_LINK) ?? []) {
      const link = spaceLink(written)
      if (link === undefined) continue
      const own = asked.get(link.id) ?? new Set()
      asked.set(link.id, own.add(link.path))
    }
  return asked
}

/** The space that has most of the pages, when it has at least half of them and more than any other. */
function spaceMeant(
  all: readonly AddressedSpace[],
  asked: ReadonlySet<string>,
): AddressedSpace | undefined {
  const paths = [...asked].filter((path) => path !== '')
  const scores = all
    .map((one) => ({ one, score: paths.filter((path) => one.pages.has(path)).length }))
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = scores
  if (best === undefined || best.score === 0 || best.score * 2 < paths.length) return undefined
  return best.score > (second?.score ?? 0) ? best.one : undefined
}
