// All terms of a space with the pieces that hold them, kept from build to build: an edit of a page touches the terms
// that it adds, drops or moves, and nothing else. What the table says depends on the pieces alone, never on the way to them.
import { kindOf } from '../../templates/assets/search/text.js'
import { countBits } from './bits.ts'
import type { Piece, PieceText } from './page-terms.ts'
import { type Blocks, type Entry, writePostings } from './postings.ts'
import { shardStarts } from './shards.ts'

/** The terms of a list of pieces, as the files of the index are made of them. */
export interface Terms {
  readonly pieces: readonly PieceText[]
  readonly blocks: Blocks
  readonly words: readonly Entry[]
  readonly dense: readonly Entry[]
  readonly turn: number
  readonly entries: ReadonlyMap<string, Entry>
}

/** The terms of a list of pieces, and what tells which of them an edit touches. */
export interface Table extends Terms {
  pieces: readonly Piece[]
  blocks: Blocks
  /** Terms of scripts with spaces between words, in order. */
  words: readonly Entry[]
  /** Characters and pairs of all others, in order. */
  dense: readonly Entry[]
  /** Counts updates; an entry with this number was touched by the last one. */
  turn: number
  entries: Map<string, Entry>
}

/** How much text a file holds, as `Piece.size` measures it. Larger files are compressed better, and cost each query more. */
const BLOCK = { least: 13_000, most: 17_000 }
/** When more than one piece in this many changed, starting over is cheaper. */
const MOST_CHANGED = 8

/** A table without terms. */
export function createTable(): Table {
  const blocks: Blocks = { starts: [], of: new Uint32Array() }
  return { pieces: [], blocks, words: [], dense: [], turn: 0, entries: new Map() }
}

/** Makes the table say what the pieces say. */
export function updateTable(table: Table, pieces: readonly Piece[]): void {
  const before = table.pieces
  const changed = changedPieces(before, pieces)
  table.turn += 1
  table.pieces = pieces
  const blocks = divide(pieces)
  const renumbered = blocks.starts.length !== table.blocks.starts.length
  const moved = movedPieces(table.blocks, blocks)
  table.blocks = blocks
  if (changed === undefined) fill(table)
  else {
    const touched = applyChanges(table, before, changed)
    if (renumbered) for (const entry of table.entries.values()) touched.add(entry)
    else
      for (const index of moved)
        for (const term of pieces[index]?.terms ?? []) addKnown(touched, table.entries.get(term))
    settleEntries(table, touched)
  }
}

/** The numbers of the pieces that differ; nothing when it is better to start over. */
function changedPieces(
  before: readonly Piece[],
  pieces: readonly Piece[],
): readonly number[] | undefined {
  if (before.length !== pieces.length) return undefined
  const changed = pieces.flatMap((piece, index) => (piece === before[index] ? [] : [index]))
  return changed.length * MOST_CHANGED > pieces.length ? undefined : changed
}

function divide(pieces: readonly PieceText[]): Blocks {
  const starts = shardStarts(
    pieces,
    ({ record }) => record.slice(0, 40),
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

function addKnown(touched: Set<Entry>, entry: Entry | undefined): void {
  if (entry !== undefined) touched.add(entry)
}

/** The terms of pieces for whoever asks once: a piece is let go but for its text when the next is read. */
export function collectTerms(pieces: Iterable<Piece>): Terms {
  const texts: PieceText[] = []
  const postings: Postings = new Map()
  for (const piece of pieces) {
    addPostings(postings, piece, texts.length)
    texts.push({ record: piece.record, size: piece.size })
  }
  const blocks = divide(texts)
  return { pieces: texts, blocks, turn: 1, ...entriesOf(postings, blocks, 1) }
}

/** Collects the terms of all pieces. */
function fill(table: Table): void {
  const postings: Postings = new Map()
  table.pieces.forEach((piece, index) => addPostings(postings, piece, index))
  Object.assign(table, entriesOf(postings, table.blocks, table.turn))
}

/** Where each term stands: see `Entry.list`. */
type Postings = Map<string, number[]>

function addPostings(postings: Postings, { terms, weights }: Piece, index: number): void {
  terms.forEach((term, at) => {
    const posting = index * 4 + (weights[at] ?? 0)
    const list = postings.get(term)
    if (list === undefined) postings.set(term, [posting])
    else list.push(posting)
  })
}

function entriesOf(
  postings: Postings,
  blocks: Blocks,
  turn: number,
): { readonly entries: Map<string, Entry> } & Pick<Terms, 'words' | 'dense'> {
  const entries = new Map<string, Entry>()
  for (const [term, list] of postings)
    entries.set(term, { term, list, size: sizeOf(term, list, blocks), turn })
  const sorted = [...entries.values()].sort(byTerm)
  const words = sorted.filter(isWord)
  return { entries, words, dense: sorted.filter((entry) => !isWord(entry)) }
}

/** Files changed pieces anew; gives the entries that were touched, those without pieces among them. */
function applyChanges(
  { entries, pieces, turn }: Table,
  before: readonly Piece[],
  changed: readonly number[],
): Set<Entry> {
  const touched = new Set<Entry>()
  for (const index of changed) {
    const old = weightsOf(before[index])
    const now = weightsOf(pieces[index])
    for (const term of new Set([...old.keys(), ...now.keys()])) {
      const weight = now.get(term)
      if (weight === old.get(term)) continue
      const entry = entries.get(term) ?? { term, list: [], size: 0, turn }
      entries.set(term, entry)
      entry.list = withPiece(entry.list, index, weight)
      touched.add(entry)
    }
  }
  return touched
}

function weightsOf(piece: Piece | undefined): ReadonlyMap<string, number> {
  return new Map(piece?.terms.map((term, at) => [term, piece.weights[at] ?? 0]))
}

/** A list with a piece put in, replaced or, without a weight, taken out. */
function withPiece(
  list: readonly number[],
  piece: number,
  weight: number | undefined,
): readonly number[] {
  const at = firstIndex(list, (posting) => posting >= piece * 4)
  const known = (list[at] ?? -1) >> 2 === piece ? 1 : 0
  const own = weight === undefined ? [] : [piece * 4 + weight]
  return [...list.slice(0, at), ...own, ...list.slice(at + known)]
}

/** Where in an ordered list a condition begins to hold. */
function firstIndex<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    const item = list[middle]
    if (item !== undefined && holds(item)) to = middle
    else from = middle + 1
  }
  return from
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
    entry.size = sizeOf(entry.term, entry.list, table.blocks)
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

function sizeOf(term: string, list: readonly number[], blocks: Blocks): number {
  return term.length * 4 + countBits((bits) => writePostings(bits, list, blocks))
}

const byTerm = (a: Entry, b: Entry): number => (a.term < b.term ? -1 : 1)
const isWord = ({ term }: Entry): boolean => kindOf(term, 0) === 1
