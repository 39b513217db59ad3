// Where a term stands. A rare one names blocks, the files of text that a query then reads as a whole; a common one names
// pieces, so that several together leave few blocks, and in which of them it is prominent.
import type { BitWriter } from './bits.ts'

/** A term of the index. */
export interface Entry {
  readonly term: string
  /** Its pieces in order, four times their number plus where in the piece it stands: see `Piece.weights`. */
  list: readonly number[]
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

/** Writes where a term stands. */
export function writePostings(bits: BitWriter, list: readonly number[], blocks: Blocks): void {
  const own = blocksOf(list, blocks)
  bits.count(Math.min(own.length, RARE + 1))
  if (own.length <= RARE) {
    bits.numbers(own, blocks.starts.length)
    return
  }
  const pieces = list.map((posting) => posting >> 2)
  bits.below(pieces.length - 1, blocks.of.length)
  bits.numbers(pieces, blocks.of.length)
  const prominent = list.flatMap((posting, index) => ((posting & 3) === 0 ? [] : [index]))
  bits.count(prominent.length + 1)
  bits.numbers(prominent, list.length)
  for (const index of prominent) {
    const weight = (list[index] ?? 0) & 3
    bits.bit(weight > 1 ? 1 : 0)
    if (weight > 1) bits.bit(weight - 2)
  }
}

/** The blocks of a term, or more than the rare have. */
function blocksOf(list: readonly number[], { of }: Blocks): readonly number[] {
  const found: number[] = []
  let last = -1
  for (const posting of list) {
    const block = of[posting >> 2] ?? 0
    if (block === last) continue
    found.push(block)
    if (found.length > RARE) break
    last = block
  }
  return found
}
