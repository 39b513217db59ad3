// What is known of an index between runs of the program: a value in JSON, and where terms stand as numbers. Texts are not
// part of it: they are in the pages.
import { type SearchMemory, rememberedTable } from './emit.ts'
import { type KnownPage, KnownPiece } from './known-pages.ts'
import type { Entry } from './postings.ts'
import { tableOf } from './table.ts'

/** An index without texts and places of terms. */
export interface StoredIndex {
  /** Hashes, and how many pieces each page has. */
  readonly pages: readonly (readonly [facts: string, hash: string | null, pieces: number])[]
  readonly pieces: readonly (readonly [name: string, size: number])[]
  readonly words: StoredTerms
  readonly dense: StoredTerms
  /** Of the files, by their names. */
  readonly hashes: Readonly<Record<string, string>>
}

/** Beside each term how many bits it takes, and how many numbers say where it stands. */
interface StoredTerms {
  readonly terms: readonly string[]
  readonly sizes: readonly number[]
  readonly counts: readonly number[]
}

/** The same with the places. */
export interface KeptIndex {
  readonly index: StoredIndex
  readonly numbers: Uint32Array
}

/** What a build knows of an index, to be kept. */
export function storedIndex({ table, pages, shards }: SearchMemory): KeptIndex {
  const index: StoredIndex = {
    pages: pages.map(({ facts, hash, pieces }) => [facts, hash() ?? null, pieces.length]),
    pieces: table.pieces.map(({ name, size }) => [name, size]),
    words: storedTerms(table.words),
    dense: storedTerms(table.dense),
    hashes: Object.fromEntries([...shards].map(([name, { hash }]) => [name, hash])),
  }
  return { index, numbers: numbersOf([...table.words, ...table.dense]) }
}

function storedTerms(entries: readonly Entry[]): StoredTerms {
  return {
    terms: entries.map(({ term }) => term),
    sizes: entries.map(({ size }) => size),
    counts: entries.map(({ list }) => list.length),
  }
}

function numbersOf(entries: readonly Entry[]): Uint32Array {
  const numbers = new Uint32Array(entries.reduce((sum, { list }) => sum + list.length, 0))
  let end = 0
  for (const { list } of entries) {
    numbers.set(list, end)
    end += list.length
  }
  return numbers
}

/** What was kept, as a build knows it. */
export function restoredIndex({ index, numbers }: KeptIndex): SearchMemory {
  const { pages, pieces, words, dense, hashes } = index
  const texts = pieces.map(([name, size]) => new KnownPiece({ name, size }, () => ''))
  let filed = 0
  const known = pages.map(([facts, hash, count]): KnownPage => {
    filed += count
    const own = texts.slice(filed - count, filed)
    return { facts, of: own, hash: () => hash ?? undefined, pieces: own }
  })
  let end = 0
  const entriesOf = ({ terms, sizes, counts }: StoredTerms): readonly Entry[] =>
    terms.map((term, at) => {
      const from = end
      end += counts[at] ?? 0
      return { term, list: numbers.subarray(from, end), size: sizes[at] ?? 0, turn: 0 }
    })
  const table = tableOf({ pieces: texts, words: entriesOf(words), dense: entriesOf(dense) })
  return rememberedTable(table, known, (name) => hashes[name])
}
