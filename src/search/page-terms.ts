// What search needs of one page: its text in pieces of bounded size, and the terms of every piece. It depends on
// nothing but the page, so that a build after an edit asks for it only where a page is another.
import { foldSpace, ownText } from '../core/text.ts'
import { baseForms, joinedWords } from './other-words.ts'
import {
  LONGEST,
  anchorOf,
  settle,
  visitDense,
  visitRuns,
} from '../../templates/assets/search/text.js'
import type { Section } from '../core/book.ts'
import { Tally } from './tally.ts'

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
  /** The terms by their numbers in a lexicon, four times each, plus where it stands: 3 title or keywords, 2 heading, 1 often, 0 otherwise. */
  readonly terms: Uint32Array
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

/** The forms of dictionaries by the numbers of irregular ones, with which the lexicon of a tally begins. */
const BASES = [...baseForms.values()]

/** A tally for pages. */
export function createTally(): Tally {
  return new Tally(baseForms.keys())
}

/** The pieces of a page, at least one, with terms by their numbers in the lexicon of a tally. */
export function piecesOf(page: SearchPage, tally: Tally): readonly Piece[] {
  return divide(page.sections).map((sections) => {
    const { terms, others } = termsOf(page, sections, tally)
    const record = recordOf(page, sections, others)
    const name = ownText(record.slice(0, NAME_LENGTH))
    return { name, size: transferSize(record, terms), record, terms }
  })
}

/** Their records alone. */
export function recordsOf(page: SearchPage): readonly string[] {
  return piecesOf(page, createTally()).map(({ record }) => record)
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
function transferSize(record: string, terms: ArrayLike<number>): number {
  const estimate = record.length * 0.16 + terms.length * 2
  return Math.round(Math.max(estimate, Buffer.byteLength(record) * 0.13))
}

function divide(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups: Section[][] = [[]]
  let room = PIECE_BYTES
  for (const section of sections)
    for (const { part, size } of cut(section)) {
      if (size > room && groups.at(-1)?.length !== 0) {
        groups.push([])
        room = PIECE_BYTES
      }
      groups.at(-1)?.push(part)
      room -= size
    }
  return groups
}

/** Parts of a section with their sizes in bytes. */
function cut(section: Section): readonly { readonly part: Section; readonly size: number }[] {
  const text = foldSpace(section.text)
  const whole = Buffer.byteLength(text)
  if (whole <= PIECE_BYTES) return [{ part: { ...section, text }, size: whole }]
  const characters = Array.from(text)
  const length = Math.floor((PIECE_BYTES / whole) * characters.length)
  const step = Math.max(Math.floor(length / 2), length - OVERLAP)
  const parts: string[] = []
  for (let at = 0; at === 0 || at + OVERLAP < characters.length; at += step)
    parts.push(characters.slice(at, at + length).join(''))
  return parts.map((own) => ({ part: { ...section, text: own }, size: Buffer.byteLength(own) }))
}

function termsOf(
  page: SearchPage,
  sections: readonly Section[],
  tally: Tally,
): Pick<Piece, 'terms'> & { readonly others: string } {
  const joined = new Map<string, number>()
  const add = (text: string, worth: number): void => {
    if (text === '') return
    const settled = settle(text)
    addTerms(tally, settled, worth)
    for (const word of joinedWords(settled)) joined.set(word, (joined.get(word) ?? 0) + worth)
    if (HUMP.test(text)) addHumps(tally, text, worth)
  }
  add(page.title, IN_TITLE)
  for (const words of page.keywords) add(words, IN_TITLE)
  for (const { title, text } of sections) {
    if (title !== page.title) add(title, IN_HEADING)
    add(text, 1)
  }
  const others = addOthers(tally, joined)
  return { terms: tally.take(weightOf), others }
}

/** Files what is there in another form than it is asked for; gives the words that the text does not show. */
function addOthers(tally: Tally, joined: ReadonlyMap<string, number>): string {
  for (const [word, worth] of joined) tally.addMissing(word, worth)
  return tally
    .metBelow(BASES.length)
    .flatMap((number) => {
      const base = BASES[number] ?? ''
      return tally.addMissing(base, tally.worthOf(number)) ? [base] : []
    })
    .join(' ')
}

function weightOf(worth: number): number {
  if (worth >= IN_TITLE) return 3
  if (worth >= IN_HEADING) return 2
  return worth >= OFTEN ? 1 : 0
}

function addTerms(tally: Tally, settled: string, worth: number): void {
  const addDense = (from: number, to: number): void => tally.add(settled, from, to, worth)
  visitRuns(settled, (kind, from, to) => {
    if (kind === 1) tally.add(settled, from, Math.min(to, from + LONGEST), worth)
    else visitDense(settled, from, to, addDense)
  })
}

/** Adds the further parts of names in which capitals begin words. */
function addHumps(tally: Tally, text: string, worth: number): void {
  for (const [name] of text.matchAll(/[A-Za-z\d]{3,}/g))
    if (HUMP.test(name))
      for (const part of name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).slice(1))
        if (part.length > 2) tally.add(part.toLowerCase(), 0, Math.min(part.length, LONGEST), worth)
}
