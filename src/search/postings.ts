// Where a term stands. A rare one names blocks, the files of text that a query then reads as a whole; a common one names
// pieces, so that several together leave few blocks, and in which of them it is prominent.
import type { BitWriter } from './bits.ts'

/** Pieces in order, four times the number of each plus where in the piece a term stands: see `Piece.weights`. */
export type List = readonly number[] | Uint32Array

/** A term of the index. */
export interface Entry {
  readonly term: string
  list: List
  /** About how many bits it is to transfer. */
  size: number
  /** The update that touched it last. */
  turn: number
}

/** How pieces are divided into blocks. */
export interface Blocks {
  /** The first piece of each. */
  readonly starts: readonly number[]
  /** The block of each piece. */
  readonly of: Uint32Array
}

/** In no more blocks than this, a term is rare: a query reads them all. */
const RARE = 4

/**
 * Where each of so many terms stands, made of the terms of all pieces (see `Piece.terms`): as parts of one list, which is
 * filled from its end.
 */
export function listsOf(held: readonly Uint32Array[], terms: number): readonly List[] {
  const counts = new Uint32Array(terms)
  for (const own of held)
    for (let at = 0; at < own.length; at += 1) {
      const term = (own[at] ?? 0) >> 2
      counts[term] = (counts[term] ?? 0) + 1
    }
  let end = 0
  const places = counts.map((count) => (end += count))
  const all = new Uint32Array(end)
  for (const [index, own] of [...held.entries()].toReversed())
    for (let at = 0; at < own.length; at += 1) {
      const posting = own[at] ?? 0
      const place = (places[posting >> 2] ?? 0) - 1
      places[posting >> 2] = place
      all[place] = index * 4 + (posting & 3)
    }
  return Array.from(places, (start, term) => all.subarray(start, start + (counts[term] ?? 0)))
}

/** Writes where a term stands. */
export function writePostings(bits: BitWriter, list: List, blocks: Blocks): void {
  const own = blocksOf(list, blocks)
  bits.count(Math.min(own.length, RARE + 1))
  if (own.length <= RARE) {
    bits.numbers(own, blocks.starts.length)
    return
  }
  const { pieces, prominent } = takeApart(list)
  bits.below(pieces.length - 1, blocks.of.length)
  bits.numbers(pieces, blocks.of.length)
  bits.count(prominent.length + 1)
  bits.numbers(prominent, list.length)
  for (const index of prominent) {
    const weight = (list[index] ?? 0) & 3
    bits.bit(weight > 1 ? 1 : 0)
    if (weight > 1) bits.bit(weight - 2)
  }
}

/** The pieces, and the places in the list of those in which the term is prominent. */
function takeApart(list: List): {
  readonly pieces: readonly number[]
  readonly prominent: readonly number[]
} {
  const pieces: number[] = []
  const prominent: number[] = []
  for (let index = 0; index < list.length; index += 1) {
    const posting = list[index] ?? 0
    pieces.push(posting >> 2)
    if ((posting & 3) !== 0) prominent.push(index)
  }
  return { pieces, prominent }
}

/** The blocks of a term, or more than the rare have. */
function blocksOf(list: List, { of }: Blocks): readonly number[] {
  const found: number[] = []
  let last = -1
  for (let index = 0; index < list.length; index += 1) {
    const block = of[(list[index] ?? 0) >> 2] ?? 0
    if (block === last) continue
    found.push(block)
    if (found.length > RARE) break
    last = block
  }
  return found
}

/** Where in a term a piece stands; undefined when it does not. */
export function weightIn(list: List, piece: number): number | undefined {
  const posting = list[placeOf(list, piece)]
  return posting !== undefined && posting >> 2 === piece ? posting & 3 : undefined
}

/** A list with a piece put in, replaced or, without a weight, taken out. */
export function withPiece(list: List, piece: number, weight: number | undefined): List {
  const at = placeOf(list, piece)
  const known = weightIn(list, piece) === undefined ? 0 : 1
  const own = weight === undefined ? [] : [piece * 4 + weight]
  return [...list.slice(0, at), ...own, ...list.slice(at + known)]
}

const placeOf = (list: List, piece: number): number =>
  firstIndex(list, (posting) => posting >= piece * 4)

/** Where in an ordered list a condition begins to hold. */
export function firstIndex<Item>(list: ArrayLike<Item>, holds: (item: Item) => boolean): number {
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
