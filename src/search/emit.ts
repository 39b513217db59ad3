// The search index of a space as files for the reader's browser. They are scripts, not JSON, because pages opened
// from disk may not fetch: each hands its data to `handbookSearch`, under its name.
//
//   index.js   what there is: where each other file begins
//   c<n>.js    characters and pairs of scripts without spaces, each with the places that hold it; not in small books
//   w<n>.js    words, likewise
//   v<n>.js    words with how common they are, for inner parts and typing mistakes; only in large books
//   p.js       how the words of a Chinese book sound; not in other books
//   f.js       the forms that the book has of Chinese characters, for queries in the other ones; not in other books
//   b<n>.js    the text of some pieces: to check, to rank and to show
import type { Aside } from '../core/aside.ts'
import { once } from '../core/attempt.ts'
import { contentHash } from '../core/hash.ts'
import type { OutputPath } from '../core/path.ts'
import { BitText } from './bits.ts'
import { formsOf } from './chinese-forms.ts'
import { packDense, packVocabulary, packWords } from './dictionaries.ts'
import { type KnownPage, changesOf, knownPage, letGo } from './known-pages.ts'
import { type Piece, type PieceText, type SearchPage, createTally, piecesOf } from './page-terms.ts'
import type { Entry } from './postings.ts'
import { shardStarts } from './shards.ts'
import { type ReadCharacter, soundsOf } from './sounds.ts'
import { type Table, createTable, fillTable, updateTable } from './table.ts'
import type { Tally } from './tally.ts'

/** In bits, six of which make a character. */
const TERMS = { least: 40_000, most: 54_000 }
/** In characters. */
const VOCABULARY = { least: 10_000, most: 14_000 }
/** A book with no more text is read as a whole: pairs would tell nothing. */
const FEW_BLOCKS = 3
/** As many files of words are read as a whole where inner parts of words are looked for. */
const FEW_WORD_FILES = 6

/** What one build leaves for the next: the result is the same without. */
export interface SearchMemory {
  readonly table: Table
  readonly shards: Map<string, Shard>
  pages: readonly KnownPage[]
  alphabet: ReadonlyMap<string, number>
  /** It says what it said when it came from the disk. */
  isKept: boolean
}

/** A file of the index. */
export interface SearchFile {
  readonly bytes: () => Uint8Array
  /** Of the bytes. */
  readonly hash: string
}

/** A file of the index, and what it was made of. */
interface Shard extends SearchFile {
  readonly items: readonly unknown[]
}

/** The memory of no build. */
export function createSearchMemory(): SearchMemory {
  return { table: createTable(), shards: new Map(), pages: [], alphabet: new Map(), isKept: false }
}

/** A table of the build before, with the hashes of the files that were made of it. */
export function rememberedTable(
  table: Table,
  pages: readonly KnownPage[],
  hashOf: (name: string) => string | undefined,
): SearchMemory {
  const alphabet = alphabetOf(table)
  const shards = new Map<string, Shard>()
  for (const { name, items, pack } of dividedTable(table, alphabet).files) {
    const hash = hashOf(name)
    if (hash !== undefined)
      shards.set(name, { items, hash, bytes: once(() => scriptOf(name, pack())) })
  }
  return { table, shards, pages, alphabet, isKept: true }
}

/** What differs between spaces. */
export interface SearchOptions {
  readonly aside?: Aside | undefined
  /** In books in Chinese. */
  readonly readingOf?: ReadCharacter | undefined
}

/** The files of the index, in a folder of the site that ends in '/': the same whatever is remembered. */
export function emitSearch(
  folder: string,
  found: Iterable<SearchPage>,
  memory: SearchMemory = createSearchMemory(),
  { aside, readingOf }: SearchOptions = {},
): ReadonlyMap<OutputPath, SearchFile> {
  const { table } = memory
  const pages = [...found]
  fileTerms(memory, pages, aside)
  const alphabet = alphabetOf(table, memory.alphabet)
  const sameLetters = alphabet === memory.alphabet
  const isKept = ({ turn }: Entry): boolean => turn !== table.turn
  const { files: divided, starts } = dividedTable(table, alphabet)

  const files = new Map<string, Shard>()
  for (const { name, kind, items, terms, pack } of divided) {
    const before = memory.shards.get(name)
    const isSame =
      isEqual(before?.items, items) && terms.every(isKept) && (kind !== 'c' || sameLetters)
    files.set(name, isSame && before !== undefined ? before : shardOf(name, items, pack(), aside))
  }
  const extras = extrasOf(table, readingOf)
  for (const [name, data] of extras) files.set(name, shardOf(name, [], JSON.stringify(data)))

  remember(memory, files, alphabet)
  letGo(memory.pages, pages)
  const hashes = [...files.values()].map(({ hash }) => hash)
  const index = JSON.stringify([
    contentHash(hashes.join('')).slice(0, 8),
    table.blocks.starts.length,
    pieceCounts(table),
    isSmall(table) ? '' : [...alphabet.keys()].join(''),
    firstTerms(table.dense, starts.dense),
    firstTerms(table.words, starts.words),
    firstTerms(table.words, starts.vocabulary),
    [...extras.keys()].join(''),
  ])
  const place = (name: string): OutputPath => `${folder}${name}.js` as OutputPath
  return new Map([
    ...[...files].map(([name, file]) => [place(name), file] as const),
    [place('index'), shardOf('index', [], index)],
  ])
}

/** What only some books have, by the names of the files. */
function extrasOf(
  table: Table,
  readingOf: ReadCharacter | undefined,
): ReadonlyMap<string, unknown> {
  const extras = new Map<string, unknown>()
  const forms = formsOf(frequencies(table))
  if (forms !== '') extras.set('f', forms)
  if (readingOf === undefined) return extras
  const sounds = soundsOf(table.dense, readingOf)
  if (sounds[0] !== '') extras.set('p', sounds)
  return extras
}

/** What a file of the index is made of. */
interface Division {
  readonly name: string
  readonly kind: 'b' | 'c' | 'w' | 'v'
  readonly items: readonly unknown[]
  /** Those among the items, whose places may have changed. */
  readonly terms: readonly Entry[]
  readonly pack: () => string
}

/** A table in files, and where each begins. */
function dividedTable(
  table: Table,
  alphabet: ReadonlyMap<string, number>,
): {
  readonly files: readonly Division[]
  readonly starts: Readonly<Record<'dense' | 'words' | 'vocabulary', readonly number[]>>
} {
  const dense = isSmall(table) ? [] : shardStarts(table.dense, termOf, termSize, TERMS)
  const words = shardStarts(table.words, termOf, termSize, TERMS)
  const vocabulary = words.length > FEW_WORD_FILES ? vocabularyStarts(table.words) : []
  const texts = divided(table.blocks.starts, table.pieces).map((items, index): Division => ({
    name: `b${index}`,
    kind: 'b',
    items,
    terms: [],
    pack: () => `[${items.map(({ record }) => record).join(',')}]`,
  }))
  const filesOf = (
    kind: Division['kind'],
    [starts, list]: readonly [readonly number[], readonly Entry[]],
    pack: (own: readonly Entry[]) => unknown,
  ): readonly Division[] =>
    divided(starts, list).map((items, index) => ({
      name: `${kind}${index}`,
      kind,
      items,
      terms: items,
      pack: () => JSON.stringify(pack(items)),
    }))
  return {
    files: [
      ...texts,
      ...filesOf('c', [dense, table.dense], (own) => packDense(own, alphabet, table.blocks)),
      ...filesOf('w', [words, table.words], (own) => packWords(own, table.blocks)),
      ...filesOf('v', [vocabulary, table.words], packVocabulary),
    ],
    starts: { dense, words, vocabulary },
  }
}

const isSmall = ({ blocks }: Table): boolean => blocks.starts.length <= FEW_BLOCKS

const divided = <Item>(
  starts: readonly number[],
  list: readonly Item[],
): readonly (readonly Item[])[] =>
  starts.map((start, index) => list.slice(start, starts[index + 1]))

function isEqual(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a?.length === b.length && b.every((item, at) => item === a[at])
}

/** Makes the memory say what the pages say. */
function fileTerms(memory: SearchMemory, pages: readonly SearchPage[], aside?: Aside): void {
  const tally = createTally()
  const changes = changesOf(memory.pages, pages, tally)
  memory.isKept &&= changes?.changed.size === 0
  if (changes === undefined) {
    const known: KnownPage[] = []
    fillTable(memory.table, filedPieces(pages, known, tally, aside), tally.lexicon)
    memory.pages = known
  } else {
    const texts = changes.pages.flatMap(({ pieces }) => pieces)
    updateTable(memory.table, texts, changes.changed, tally.lexicon)
    memory.pages = changes.pages
  }
}

function* filedPieces(
  pages: readonly SearchPage[],
  known: KnownPage[],
  tally: Tally,
  aside: Aside | undefined,
): Iterable<readonly [Piece, PieceText]> {
  for (const page of pages) {
    const pieces = piecesOf(page, tally)
    const filed = knownPage(page, pieces, aside)
    known.push(filed)
    for (const [index, piece] of pieces.entries()) yield [piece, filed.pieces[index] ?? piece]
  }
}

function remember(
  memory: SearchMemory,
  files: ReadonlyMap<string, Shard>,
  alphabet: ReadonlyMap<string, number>,
): void {
  memory.alphabet = alphabet
  memory.shards.clear()
  for (const [name, shard] of files) memory.shards.set(name, shard)
}

/** All characters with their places, in order; what was known when it is the same. */
function alphabetOf(
  { dense }: Table,
  before: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const letters = dense.filter(isLetter)
  const same = letters.length === before.size && letters.every(({ term }) => before.has(term))
  return same ? before : new Map(letters.map(({ term }, place) => [term, place]))
}

/** In how many pieces each character stands. */
const frequencies = ({ dense }: Table): ReadonlyMap<string, number> =>
  new Map(dense.filter(isLetter).map(({ term, list }) => [term, list.length]))

const isLetter = ({ term }: Entry): boolean => term.length === 1 || isOneCharacter(term)
const isOneCharacter = (term: string): boolean =>
  term.length === 2 && (term.codePointAt(0) ?? 0) > 0xff_ff
const termOf = ({ term }: Entry): string => term
const termSize = ({ size }: Entry): number => size

const vocabularyStarts = (words: readonly Entry[]): readonly number[] =>
  shardStarts(words, termOf, ({ term }) => term.length / 2 + 2, VOCABULARY)

const firstTerms = (entries: readonly Entry[], starts: readonly number[]): string =>
  starts.map((start) => entries[start]?.term).join(' ')

function pieceCounts({ blocks: { starts }, pieces }: Table): string {
  const bits = new BitText()
  starts.forEach((start, index) => bits.count((starts[index + 1] ?? pieces.length) - start))
  return bits.text()
}

function shardOf(name: string, items: readonly unknown[], json: string, aside?: Aside): Shard {
  const bytes = scriptOf(name, json)
  if (aside !== undefined) return shardAside(items, bytes, aside)
  return { items, bytes: () => bytes, hash: contentHash(bytes) }
}

/** Apart from the bytes, which it must not keep. */
function shardAside(items: readonly unknown[], bytes: Buffer, aside: Aside): Shard {
  return { items, bytes: later(aside(bytes.toString())), hash: contentHash(bytes) }
}

const later = (read: () => string) => (): Uint8Array => Buffer.from(read())

/** JSON may hold line separators that were no part of string literals before ES2019. */
function scriptOf(name: string, json: string): Buffer {
  const safe = json
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
  return Buffer.from(`handbookSearch(${JSON.stringify(name)},${safe})\n`)
}
