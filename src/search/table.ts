// All terms of a space with the pieces that hold them, kept from build to build: an edit of a page touches the terms
// that it adds, drops or moves, and nothing else. What the table says depends on the pieces alone, never on the way to them.
import { kindOf } from '../../templates/assets/search/text.js'
import { ownText } from '../core/text.ts'
import { countBits } from './bits.ts'
import type { Piece, PieceText } from './page-terms.ts'
import {
  type Blocks,
  type Entry,
  firstIndex,
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
  entries: Map<string, Entry>
}

/** How much text a file holds, as `PieceText.size` measures it. Larger files are compressed better, and cost each query more. */
const BLOCK = { least: 13_000, most: 17_000 }

/** A table without terms. */
export function createTable(): Table {
  return tableOf({ pieces: [], words: [], dense: [] })
}

/** A table of what it says. */
export function tableOf(said: Pick<Table, 'pieces' | 'words' | 'dense'>): Table {
  const entries = new Map<string, Entry>()
  for (const list of [said.words, said.dense])
    for (const entry of list) entries.set(entry.term, entry)
  return { ...said, blocks: divide(said.pieces), turn: 0, entries }
}

/** Makes the table say what the pieces say, whatever it said before. Of a piece its text stays when the next is read. */
export function fillTable(table: Table, filed: Iterable<readonly [Piece, PieceText]>): void {
  const texts: PieceText[] = []
  const postings: Postings = new Map()
  for (const [piece, text] of filed) {
    addPostings(postings, piece, texts.length)
    texts.push(text)
  }
  table.turn += 1
  table.pieces = texts
  table.blocks = divide(texts)
  Object.assign(table, entriesOf(postings, table))
}

/** Makes the table say what the pieces say, of which as many as before are there and all but some are the same. */
export function updateTable(
  table: Table,
  pieces: readonly PieceText[],
  changed: ReadonlyMap<number, Piece>,
): void {
  const blocks = divide(pieces)
  const renumbered = blocks.starts.length !== table.blocks.starts.length
  const moved = movedPieces(table.blocks, blocks)
  table.turn += 1
  table.pieces = pieces
  table.blocks = blocks
  const touched = applyChanges(table, changed)
  for (const entry of table.entries.values())
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

/** Where each term stands: see `Entry.list`. */
type Postings = Map<string, number[]>

function addPostings(postings: Postings, { terms, weights }: Piece, index: number): void {
  terms.forEach((term, at) => {
    const posting = index * 4 + (weights[at] ?? 0)
    const list = postings.get(term)
    if (list === undefined) postings.set(ownText(term), [posting])
    else list.push(posting)
  })
}

function entriesOf(
  postings: Postings,
  { blocks, turn }: Table,
): Pick<Table, 'entries' | 'words' | 'dense'> {
  const entries = new Map<string, Entry>()
  for (const [term, list] of postings)
    entries.set(term, { term, list, size: sizeOf({ term, list }, blocks), turn })
  const sorted = [...entries.values()].sort(byTerm)
  const words = sorted.filter(isWord)
  return { entries, words, dense: sorted.filter((entry) => !isWord(entry)) }
}

/** Files changed pieces anew; gives the entries that were touched, those without pieces among them. */
function applyChanges({ entries, turn }: Table, changed: ReadonlyMap<number, Piece>): Set<Entry> {
  const touched = new Set<Entry>()
  const put = (entry: Entry, index: number, weight: number | undefined): void => {
    if (weightIn(entry.list, index) === weight) return
    entry.list = withPiece(entry.list, index, weight)
    touched.add(entry)
  }
  for (const [index, { terms, weights }] of changed) {
    const now = new Map(terms.map((term, at) => [term, weights[at] ?? 0]))
    for (const entry of entries.values()) put(entry, index, now.get(entry.term))
    for (const [term, weight] of now) {
      if (entries.has(term)) continue
      const entry = { term, list: [], size: 0, turn }
      entries.set(term, entry)
      put(entry, index, weight)
    }
  }
  return touched
}

/** Measures what was touched, forgets terms without pieces and puts new ones in their places. */
function settleEntries(table: Table, touched: ReadonlySet<Entry>): void {
  const added: Entry[] = []
  const dropped = new Set<Entry>()
  for (const entry of touched) {
    if (entry.list.length === 0) {
      table.entries.delete(entry.term)
      dropped.add(entry)
    } else if (entry.size === 0) added.push(entry)
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

const byTerm = (a: Entry, b: Entry): number => (a.term < b.term ? -1 : 1)
const isWord = ({ term }: Entry): boolean => kindOf(term, 0) === 1
