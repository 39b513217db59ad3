// What search needs of one page: its text in pieces of bounded size, and the terms of every piece. It depends on
// nothing but the page, so that a build after an edit asks for it only where a page is another.
import { foldSpace, ownText } from '../core/text.ts'
import { baseForms, joinedWords } from './other-words.ts'
import {
  anchorOf,
  settle,
  visitDense,
  visitRuns,
  wordTerm,
} from '../../templates/assets/search/text.js'
import type { Section } from '../core/book.ts'

/** A page as search shows it. */
export interface SearchPage {
  /** From the site's top. */
  readonly url: string
  readonly title: string
  /** Titles of part and chapters above the page. */
  readonly trail: readonly string[]
  /** Words of the author that lead here although the page need not hold them. */
  readonly keywords: readonly string[]
  /** Read only when the page is another than it was. */
  readonly sections: readonly Section[]
  /** What the sections belong to: as long as it is the same object, or says the same, they are the same. */
  readonly of: object
  /** What it says, as a hash, where that is known. */
  readonly hash?: () => string | undefined
}

/** What readers get of a piece. */
export interface PieceText {
  /** Decides with others where a file of the index ends. */
  readonly name: string
  /** About how many bytes its record is to transfer. */
  readonly size: number
  /** JSON: URL, title, trail, sections (anchor, title, text; 0 for what follows from titles) and, when there are any, keywords, and words that the text holds in another form. */
  readonly record: string
}

/** A page, or a part of a very long one: the unit that terms point to. */
export interface Piece extends PieceText {
  readonly terms: readonly string[]
  /** Beside each term where it stands: 3 title or keywords, 2 heading, 1 often, 0 otherwise. */
  readonly weights: Uint8Array
}

/** Longer pages are cut here, so that no shard grows beyond its bound. */
const PIECE_BYTES = 20_000
/** What a cut within one section repeats, so that text across it is found. */
const OVERLAP = 200
const OFTEN = 5
const IN_HEADING = 1e3
const IN_TITLE = 1e6

/** Where a name like `parseUrl` has a second word. */
const HUMP = /[a-z\d][A-Z]/

const NAME_LENGTH = 40

/** The pieces of a page, at least one. */
export function piecesOf(page: SearchPage): readonly Piece[] {
  return divide(page.sections).map((sections) => {
    const { terms, weights, others } = termsOf(page, sections)
    const record = recordOf(page, sections, others)
    const name = ownText(record.slice(0, NAME_LENGTH))
    return { name, size: transferSize(record, terms), record, terms, weights }
  })
}

/** Their records alone. */
export function recordsOf(page: SearchPage): readonly string[] {
  return piecesOf(page).map(({ record }) => record)
}

function recordOf(
  { url, title, trail, keywords }: SearchPage,
  sections: readonly Section[],
  others: string,
): string {
  const record: unknown[] = [
    url,
    title,
    trail.join(' › '),
    sections.flatMap((section) => [
      section.id === anchorOf(section.title) ? 0 : section.id,
      section.title === title ? 0 : section.title,
      section.text,
    ]),
  ]
  if (keywords.length > 0 || others !== '') record.push(keywords.join(' '))
  if (others !== '') record.push(others)
  return JSON.stringify(record)
}

/** About how many bytes compression leaves of a record: what is new in a text counts more than how long it is. */
function transferSize(record: string, terms: readonly string[]): number {
  const estimate = record.length * 0.16 + terms.length * 2
  return Math.round(Math.max(estimate, Buffer.byteLength(record) * 0.13))
}

function divide(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups: Section[][] = [[]]
  let room = PIECE_BYTES
  for (const section of sections.flatMap(cut)) {
    const size = Buffer.byteLength(section.text)
    if (size > room && groups.at(-1)?.length !== 0) {
      groups.push([])
      room = PIECE_BYTES
    }
    groups.at(-1)?.push(section)
    room -= size
  }
  return groups
}

function cut(section: Section): readonly Section[] {
  const text = foldSpace(section.text)
  if (Buffer.byteLength(text) <= PIECE_BYTES) return [{ ...section, text }]
  const characters = Array.from(text)
  const length = Math.floor((PIECE_BYTES / Buffer.byteLength(text)) * characters.length)
  const step = Math.max(Math.floor(length / 2), length - OVERLAP)
  const parts: Section[] = []
  for (let at = 0; at === 0 || at + OVERLAP < characters.length; at += step)
    parts.push({ ...section, text: characters.slice(at, at + length).join('') })
  return parts
}

function termsOf(
  page: SearchPage,
  sections: readonly Section[],
): Pick<Piece, 'terms' | 'weights'> & { readonly others: string } {
  const found: Found = { places: new Map(), pairs: new Map(), counts: [], joined: new Map() }
  addTerms(found, page.title, IN_TITLE)
  for (const words of page.keywords) addTerms(found, words, IN_TITLE)
  for (const { title, text } of sections) {
    if (title !== page.title) addTerms(found, title, IN_HEADING)
    addTerms(found, text, 1)
  }
  const others = addOthers(found)
  return {
    terms: [...found.places.keys()],
    weights: Uint8Array.from(found.counts, weightOf),
    others,
  }
}

/** Files what is there in another form than it is asked for; gives the words that the text does not show. */
function addOthers({ places, counts, joined }: Found): string {
  const add = (term: string, worth: number): boolean => {
    if (places.has(term)) return false
    places.set(term, counts.push(worth) - 1)
    return true
  }
  for (const [word, worth] of joined) add(word, worth)
  const bases: string[] = []
  for (const [word, place] of places) {
    const base = baseForms.get(word)
    if (base !== undefined && add(base, counts[place] ?? 0)) bases.push(base)
  }
  return bases.join(' ')
}

/** Terms by their places in a list of what each is worth: most are met again, and are then looked up once. */
interface Found {
  readonly places: Map<string, number>
  /** The places of characters and pairs without surrogates by their code units: no text is cut out to look them up. */
  readonly pairs: Map<number, number>
  readonly counts: number[]
  /** Words with a hyphen, without it, and what they are worth. */
  readonly joined: Map<string, number>
}

function weightOf(count: number): number {
  if (count >= IN_TITLE) return 3
  if (count >= IN_HEADING) return 2
  return count >= OFTEN ? 1 : 0
}

function addTerms({ places, pairs, counts, joined }: Found, text: string, worth: number): void {
  if (text === '') return
  const addAgain = (place: number): void => {
    counts[place] = (counts[place] ?? 0) + worth
  }
  const add = (term: string): number => {
    const place = places.get(term)
    if (place !== undefined) addAgain(place)
    else places.set(term, counts.push(worth) - 1)
    return place ?? counts.length - 1
  }
  const settled = settle(text)
  const addDense = (from: number, to: number): void => {
    if (to - from > 2) {
      add(settled.slice(from, to))
      return
    }
    const last = settled.charCodeAt(to - 1)
    const units = to - from === 1 ? last : (settled.charCodeAt(from) << 16) | last
    const place = pairs.get(units)
    if (place === undefined) pairs.set(units, add(settled.slice(from, to)))
    else addAgain(place)
  }
  visitRuns(settled, (kind, from, to) => {
    if (kind === 1) add(wordTerm(settled.slice(from, to)))
    else visitDense(settled, from, to, addDense)
  })
  for (const word of joinedWords(settled)) joined.set(word, (joined.get(word) ?? 0) + worth)
  if (!HUMP.test(text)) return
  for (const [name] of text.matchAll(/[A-Za-z\d]{3,}/g))
    if (HUMP.test(name))
      for (const part of name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).slice(1))
        if (part.length > 2) add(wordTerm(part.toLowerCase()))
}
