// All terms of a space with the pieces that hold them, kept from build to build: an edit of a page touches the terms
// that it adds, drops or moves, and nothing else. What the table says depends on the pieces alone, never on the way to them.
import { kindOf } from '../../templates/assets/search/text.js'
import { countBits } from './bits.ts'
import type { Lexicon } from './lexicon.ts'
import type { Piece, PieceText } from './page-terms.ts'
import {
  type Blocks,
  type Entry,
  type List,
  firstIndex,
  listsOf,
  weightIn,
  withPiece,
  writePostings,
} from './postings.ts'
import { shardStarts } from './shards.ts'

/** The terms of a list of pieces, and what tells which of them an edit touches. */
export interface Table {
  pieces: readonly PieceText[]
  blocks: Blocks
  /** Terms of scripts with spaces between words, in order. */
  words: readonly Entry[]
  /** Characters and pairs of all others, in order. */
  dense: readonly Entry[]
  /** Counts updates; an entry with this number was touched by the last one. */
  turn: number
}

/** How much text a file holds, as `PieceText.size` measures it. Larger files are compressed better, and cost each query more. */
const BLOCK = { least: 13_000, most: 17_000 }

/** A table without terms. */
export function createTable(): Table {
  return tableOf({ pieces: [], words: [], dense: [] })
}

/** A table of what it says. */
export function tableOf(said: Pick<Table, 'pieces' | 'words' | 'dense'>): Table {
  return { ...said, blocks: divide(said.pieces), turn: 0 }
}

/** Makes the table say what the pieces say, whatever it said before. Of a piece its text stays when the next is read. */
export function fillTable(
  table: Table,
  filed: Iterable<readonly [Piece, PieceText]>,
  lexicon: Lexicon,
): void {
  const texts: PieceText[] = []
  const held: Uint32Array[] = []
  for (const [{ terms }, text] of filed) {
    held.push(terms)
    texts.push(text)
  }
  table.turn += 1
  table.pieces = texts
  table.blocks = divide(texts)
  Object.assign(table, entriesOf(lexicon, listsOf(held, lexicon.terms.length), table))
}

/** Makes the table say what the pieces say, of which as many as before are there and all but some are the same. */
export function updateTable(
  table: Table,
  pieces: readonly PieceText[],
  changed: ReadonlyMap<number, Piece>,
  lexicon: Lexicon,
): void {
  const blocks = divide(pieces)
  const renumbered = blocks.starts.length !== table.blocks.starts.length
  const moved = movedPieces(table.blocks, blocks)
  table.turn += 1
  table.pieces = pieces
  table.blocks = blocks
  const touched = applyChanges(table, changed, lexicon)
  for (const list of [table.words, table.dense])
    for (const entry of list)
      if (renumbered || moved.some((index) => weightIn(entry.list, index) !== undefined))
        touched.add(entry)
  settleEntries(table, touched)
}

function divide(pieces: readonly PieceText[]): Blocks {
  const starts = shardStarts(
    pieces,
    ({ name }) => name,
    ({ size }) => size,
    BLOCK,
  )
  const of = new Uint32Array(pieces.length)
  starts.forEach((start, block) => of.fill(block, start))
  return { starts, of }
}

function movedPieces(before: Blocks, now: Blocks): readonly number[] {
  const moved: number[] = []
  for (let index = 0; index < now.of.length; index += 1)
    if (now.of[index] !== before.of[index]) moved.push(index)
  return moved
}

function entriesOf(
  lexicon: Lexicon,
  lists: readonly List[],
  { blocks, turn }: Table,
): Pick<Table, 'words' | 'dense'> {
  const words: Entry[] = []
  const dense: Entry[] = []
  for (const number of lexicon.inOrder()) {
    const list = lists[number] ?? []
    if (list.length === 0) continue
    const term = lexicon.terms[number] ?? ''
    const entry = { term, list, size: sizeOf({ term, list }, blocks), turn }
    if (isWord(entry)) words.push(entry)
    else dense.push(entry)
  }
  return { words, dense }
}

/** Files changed pieces anew; gives the entries that were touched, those without pieces among them. */
function applyChanges(
  { words, dense, turn }: Table,
  changed: ReadonlyMap<number, Piece>,
  lexicon: Lexicon,
): Set<Entry> {
  const touched = new Set<Entry>()
  const entries = changed.size === 0 ? [] : [...words, ...dense]
  for (const [index, { terms }] of changed) {
    const now = new Map(
      Array.from(terms, (term) => [lexicon.terms[term >> 2] ?? '', term & 3] as const),
    )
    for (const entry of entries) {
      const weight = now.get(entry.term)
      if (weight !== undefined) now.delete(entry.term)
      if (weightIn(entry.list, index) === weight) continue
      entry.list = withPiece(entry.list, index, weight)
      touched.add(entry)
    }
    for (const [term, weight] of now) {
      const entry = { term, list: withPiece([], index, weight), size: 0, turn }
      entries.push(entry)
      touched.add(entry)
    }
  }
  return touched
}

/** Measures what was touched, forgets terms without pieces and puts new ones in their places. */
function settleEntries(table: Table, touched: ReadonlySet<Entry>): void {
  const added: Entry[] = []
  const dropped = new Set<Entry>()
  for (const entry of touched) {
    if (entry.list.length === 0) dropped.add(entry)
    else if (entry.size === 0) added.push(entry)
    entry.size = sizeOf(entry, table.blocks)
    entry.turn = table.turn
  }
  const change = (list: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] => {
    const gone = list.filter((entry) => dropped.has(entry)).length
    if (gone + fresh.length === 0) return list
    const left = gone === 0 ? [...list] : list.filter((entry) => !dropped.has(entry))
    for (const entry of fresh)
      left.splice(
        firstIndex(left, ({ term }) => term > entry.term),
        0,
        entry,
      )
    return left
  }
  table.words = change(table.words, added.filter(isWord))
  table.dense = change(
    table.dense,
    added.filter((entry) => !isWord(entry)),
  )
}

function sizeOf({ term, list }: Pick<Entry, 'term' | 'list'>, blocks: Blocks): number {
  return term.length * 4 + countBits((bits) => writePostings(bits, list, blocks))
}

const isWord = ({ term }: Entry): boolean => kindOf(term, 0) === 1
