export interface BitReader {
  bit(): number
  /** A number below a limit. */
  below(limit: number): number
  /** A number from 1 on. */
  count(): number
  /** So many different numbers below a size, in order. */
  numbers(size: number, wanted: number): readonly number[]
}

/** Reads what was written, from its beginning. */
export function readBits(text: string): BitReader
