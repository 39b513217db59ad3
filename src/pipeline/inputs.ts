// What a page may know of the book around it. The next build asks for the same inputs again, to learn which results are
// up to date.
import { countBefore, picturesInOrder } from '../book/pictures.ts'
import { createAnchors } from '../book/anchors.ts'
import { taggedPages } from '../book/tags.ts'
import { pageNames } from '../book/wiki.ts'
import { once } from '../core/attempt.ts'
import type { Book } from '../core/book.ts'
import type { BookPicture } from '../core/captions.ts'
import { canonicalJson, contentHash } from '../core/hash.ts'
import { type BookPath, extensionOf } from '../core/path.ts'
import type { InputValue, Inputs, InputKind } from '../core/dependency.ts'
import type { TargetOf } from '../core/target.ts'
import type { Files } from '../files/files.ts'
import { shownSize } from '../files/picture-size.ts'
import { hashesAt } from '../files/text-hashes.ts'
import { type Facts, spaceFacts, pageFacts } from '../page/facts.ts'
import type { Calendar } from './dates.ts'
import { createSpaceLinks } from './space-links.ts'
import { createTitles } from './titles.ts'

/** Enough for the header of every common image format, also behind a large EXIF block. */
const IMAGE_HEADER_BYTES = 65_536

/** What inputs come from, beside files and book. */
export interface Sources {
  readonly targetOf: TargetOf
  readonly calendar: Pick<Calendar, 'dateOf'>
}

/** The inputs of one state of the files and one book. Remembers what it was asked: make a new one for a new state. */
export function createInputs(files: Files, book: Book, { targetOf, calendar }: Sources): Inputs {
  const listed = once(() => new Set<string>(files.list()))
  const pictures = new Map<string, readonly BookPicture[]>()
  const picturesOf = (id: string): readonly BookPicture[] => {
    const space = book.spaces.find((one) => one.id === id)
    const found = pictures.get(id) ?? (space === undefined ? [] : picturesInOrder(files, space))
    pictures.set(id, found)
    return found
  }
  const fresh: { readonly [Asked in InputKind]: (key: string) => InputValue<Asked> } = {
    text: (key) => hashesAt(files, key as BookPath)?.text ?? '',
    target: targetOf,
    title: createTitles(files, book),
    space: createSpaceLinks(files, book),
    named: createNames(files, book),
    anchor: createAnchors(files, book),
    listed: (key) => listed().has(key),
    image: (key) => sizeOfImage(files, key as BookPath),
    fact: createFacts(book),
    tags(key) {
      const space = book.spaces.find(({ id }) => id === key)
      return space === undefined ? [] : taggedPages(files, space)
    },
    pictures: (key) => picturesOf(key),
    earlierPictures(key) {
      const cut = key.indexOf('|')
      const space = book.spaces.find(({ id }) => id === key.slice(0, cut))
      const page = key.slice(cut + 1) as BookPath
      return space === undefined ? -1 : countBefore(picturesOf(space.id), space, page)
    },
    // Never equal to a date: what relied on one is not up to date as long as git was not asked.
    date: (key) => calendar.dateOf(key as BookPath) ?? '?',
    remote: () => null,
  }
  const remembered = new Map<InputKind, Map<string, unknown>>()
  return {
    get<Asked extends InputKind>(kind: Asked, key: string): InputValue<Asked> {
      if (kind === 'date') return fresh[kind](key)
      const own = remembered.get(kind) ?? new Map<string, unknown>()
      remembered.set(kind, own)
      const known = own.get(key) as InputValue<Asked> | undefined
      if (known !== undefined) return known
      const value = fresh[kind](key)
      own.set(key, value)
      return value
    },
  }
}

/** The pages of spaces by the names that links of wikis use. */
function createNames(files: Files, book: Book): (key: string) => string {
  const known = new Map<string, (name: string) => string | undefined>()
  return (key) => {
    const cut = key.indexOf('/')
    const [id, name] = [key.slice(0, cut), key.slice(cut + 1)]
    const space = book.spaces.find((candidate) => candidate.id === id)
    if (space?.wikiLinks === undefined) return ''
    const find = known.get(id) ?? pageNames(files.list(), space.root)
    known.set(id, find)
    return find(name) ?? ''
  }
}

/** Facts of spaces: see `factKey`. */
function createFacts(book: Book): (key: string) => string {
  const known = new Map<string, Facts>()
  return (key) => {
    const [id = '', area = '', ...rest] = key.split('|')
    const space = book.spaces.find((candidate) => candidate.id === id)
    if (space === undefined) return ''
    const member = rest.join('|')
    if (area === 'page') return contentHash(canonicalJson(pageFacts(space, member as BookPath)))
    const facts = known.get(id) ?? spaceFacts(book, space)
    known.set(id, facts)
    const value = facts[area]
    if (value === undefined) return ''
    if (member === '') return contentHash(canonicalJson(value))
    return Object.hasOwn(value, member) ? canonicalJson(value[member]) : ''
  }
}

function sizeOfImage(files: Files, path: BookPath): InputValue<'image'> {
  const header = files.head(path, IMAGE_HEADER_BYTES)
  if (header === undefined) return null
  return shownSize(extensionOf(path) === '.svg' ? sizeOfDrawing(header) : header) ?? null
}

/**
 * What says of a drawing how large it is. One that is written about in a comment is none, and of a tag that goes on for
 * pages, as the whole source of a diagram in an attribute does, the library would not see the end.
 */
function sizeOfDrawing(header: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(header).replaceAll(/<!--[^]*?-->/g, '')
  return new TextEncoder().encode(`${text.replaceAll(/="[^"]{200,}(?:"|$)/g, '=""')}>`)
}
