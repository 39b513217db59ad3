// The search index of a space as files for the reader's browser. They are scripts, not JSON, because pages opened
// from disk may not fetch: each hands its data to `handbookSearch`, under its name.
//
//   index.js   what there is: where each other file begins
//   c<n>.js    characters and pairs of scripts without spaces, each with the places that hold it; not in small books
//   w<n>.js    words, likewise
//   v<n>.js    words with how common they are, for inner parts and typing mistakes; only in large books
//   f.js       the forms that the book has of Chinese characters, for queries in the other ones; not in other books
//   b<n>.js    the text of some pieces: to check, to rank and to show
import { contentHash } from '../core/hash.ts'
import type { OutputPath } from '../core/path.ts'
import { bitText } from './bits.ts'
import { formsOf } from './chinese-forms.ts'
import { packDense, packVocabulary, packWords } from './dictionaries.ts'
import { type Piece, type SearchPage, piecesOf } from './page-terms.ts'
import type { Entry } from './postings.ts'
import { shardStarts } from './shards.ts'
import { type Table, type Terms, collectTerms, createTable, updateTable } from './table.ts'

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
  alphabet: ReadonlyMap<string, number>
}

/** A file of the index, and what it was made of. */
interface Shard {
  readonly items: readonly unknown[]
  readonly script: string
  readonly hash: string
}

/** The memory of no build. */
export function createSearchMemory(): SearchMemory {
  return { table: createTable(), shards: new Map(), alphabet: new Map() }
}

/** Pieces of pages by the sections they were made of: an edit of one page leaves all others as they are. */
const remembered = new WeakMap<SearchPage['sections'], { key: string; pieces: readonly Piece[] }>()

/** The files of the index, in a folder of the site that ends in '/'. Without a memory each page is looked at once. */
export function emitSearch(
  folder: string,
  pages: Iterable<SearchPage>,
  memory?: SearchMemory,
): ReadonlyMap<OutputPath, string> {
  const table = termsOf(pages, memory?.table)
  const alphabet = alphabetOf(table, memory?.alphabet)
  const sameLetters = alphabet === memory?.alphabet

  const files = new Map<string, Shard>()
  const write = shardWriter(memory?.shards, files)
  const isKept = ({ turn }: Entry): boolean => turn !== table.turn
  write('b', table.blocks.starts, table.pieces, {
    isKept: () => true,
    pack: (own) => `[${own.map(({ record }) => record).join(',')}]`,
  })
  const small = table.blocks.starts.length <= FEW_BLOCKS
  const dense = small ? [] : shardStarts(table.dense, termOf, termSize, TERMS)
  write('c', dense, table.dense, {
    isKept: (entry) => sameLetters && isKept(entry),
    pack: (own) => JSON.stringify(packDense(own, alphabet, table.blocks)),
  })
  const words = shardStarts(table.words, termOf, termSize, TERMS)
  write('w', words, table.words, {
    isKept,
    pack: (own) => JSON.stringify(packWords(own, table.blocks)),
  })
  const vocabulary = words.length > FEW_WORD_FILES ? vocabularyStarts(table.words) : []
  write('v', vocabulary, table.words, {
    isKept,
    pack: (own) => JSON.stringify(packVocabulary(own)),
  })

  const forms = formsOf(frequencies(table, alphabet))
  if (forms !== '') files.set('f', shardOf('f', [], JSON.stringify(forms)))

  if (memory !== undefined) remember(memory, files, alphabet)
  const hashes = [...files.values()].map(({ hash }) => hash)
  const index = JSON.stringify([
    contentHash(hashes.join('')).slice(0, 8),
    table.blocks.starts.length,
    pieceCounts(table),
    small ? '' : [...alphabet.keys()].join(''),
    firstTerms(table.dense, dense),
    firstTerms(table.words, words),
    firstTerms(table.words, vocabulary),
    ...(forms === '' ? [] : [1]),
  ])
  const place = (name: string): OutputPath => `${folder}${name}.js` as OutputPath
  return new Map([
    ...[...files].map(([name, { script }]) => [place(name), script] as const),
    [place('index'), scriptOf('index', index)],
  ])
}

function termsOf(pages: Iterable<SearchPage>, table: Table | undefined): Terms {
  if (table === undefined) return collectTerms(everyPiece(pages))
  updateTable(table, [...pages].flatMap(rememberPieces))
  return table
}

function* everyPiece(pages: Iterable<SearchPage>): Iterable<Piece> {
  for (const page of pages) yield* piecesOf(page)
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

function rememberPieces(page: SearchPage): readonly Piece[] {
  const key = JSON.stringify([page.url, page.title, page.trail, page.keywords])
  const known = remembered.get(page.sections)
  if (known?.key === key) return known.pieces
  const pieces = piecesOf(page)
  remembered.set(page.sections, { key, pieces })
  return pieces
}

/** All characters with their places, in order; what was known when it is the same. */
function alphabetOf(
  { dense }: Terms,
  before: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const letters = dense.filter(({ term }) => term.length === 1 || isOneCharacter(term))
  const same = letters.length === before.size && letters.every(({ term }) => before.has(term))
  return same ? before : new Map(letters.map(({ term }, place) => [term, place]))
}

/** In how many pieces each character stands. */
const frequencies = (
  { entries }: Terms,
  alphabet: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> =>
  new Map([...alphabet.keys()].map((one) => [one, entries.get(one)?.list.length ?? 0]))

const isOneCharacter = (term: string): boolean =>
  term.length === 2 && (term.codePointAt(0) ?? 0) > 0xff_ff
const termOf = ({ term }: Entry): string => term
const termSize = ({ size }: Entry): number => size

const vocabularyStarts = (words: readonly Entry[]): readonly number[] =>
  shardStarts(words, termOf, ({ term }) => term.length / 2 + 2, VOCABULARY)

const firstTerms = (entries: readonly Entry[], starts: readonly number[]): string =>
  starts.map((start) => entries[start]?.term).join(' ')

function pieceCounts({ blocks: { starts }, pieces }: Terms): string {
  const bits = bitText()
  starts.forEach((start, index) => bits.count((starts[index + 1] ?? pieces.length) - start))
  return bits.text()
}

interface Packer<Item> {
  /** Whether a file that holds the same items can be kept as far as this one is concerned. */
  readonly isKept: (item: Item) => boolean
  readonly pack: (items: readonly Item[]) => string
}

/** Writes lists in several files each, and takes those that hold the same from the memory. */
function shardWriter(
  shards: SearchMemory['shards'] | undefined,
  files: Map<string, Shard>,
): <Item>(
  kind: string,
  starts: readonly number[],
  list: readonly Item[],
  packing: Packer<Item>,
) => void {
  return (kind, starts, list, { isKept, pack }) => {
    starts.forEach((start, index) => {
      const name = `${kind}${index}`
      const items = list.slice(start, starts[index + 1])
      const before = shards?.get(name)
      const same =
        before?.items.length === items.length &&
        items.every((item, at) => item === before.items[at] && isKept(item))
      files.set(name, same ? { ...before, items } : shardOf(name, items, pack(items)))
    })
  }
}

function shardOf(name: string, items: readonly unknown[], json: string): Shard {
  const script = scriptOf(name, json)
  return { items, script, hash: contentHash(script) }
}

/** JSON may hold line separators that were no part of string literals before ES2019. */
function scriptOf(name: string, json: string): string {
  const safe = json
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
  return `handbookSearch(${JSON.stringify(name)},${safe})\n`
}
