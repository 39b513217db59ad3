// Numbers written bit by bit, six bits a character: compression leaves exactly the bits, so that every bit saved here is
// saved for readers. `templates/assets/search/bits.js` reads it.

/** Something that takes bits: a text that is being written, or a count of how long it would become. */
export abstract class BitWriter {
  /** Takes `width` low bits of a number. */
  abstract put(value: number, width: number): void

  /** A number below a limit. */
  below(value: number, limit: number): void {
    const width = 31 - Math.clz32(limit)
    const short = (2 << width) - limit
    if (value < short) this.put(value, width)
    else this.put(value + short, width + 1)
  }

  bit(value: number): void {
    this.put(value, 1)
  }

  /** A number from 1 on; small ones are short. */
  count(value: number): void {
    const width = 31 - Math.clz32(value)
    this.put(0, width)
    this.put(value, width + 1)
  }

  /** Different numbers below a size, in order; how many they are is written apart. */
  numbers(values: readonly number[], size: number): void {
    const write = (begin: number, to: number, low: number, high: number): void => {
      let from = begin
      let lowest = low
      while (from < to) {
        const middle = (from + to) >> 1
        const number = values[middle] ?? 0
        const least = lowest + middle - from
        this.below(number - least, high - (to - 1 - middle) - least)
        if (from < middle) write(from, middle, lowest, number)
        from = middle + 1
        lowest = number + 1
      }
    }
    write(0, values.length, 0, size)
  }
}

/** Writes bits as text. */
export class BitText extends BitWriter {
  readonly #codes: number[] = []
  #digit = 0
  #filled = 0

  override put(value: number, width: number): void {
    // With what is left of a digit no more fits into the numbers that the engine shifts.
    if (width > MOST_AT_ONCE) {
      this.put(value >> MOST_AT_ONCE, width - MOST_AT_ONCE)
      this.put(value & (2 ** MOST_AT_ONCE - 1), MOST_AT_ONCE)
      return
    }
    let bits = (this.#digit << width) | value
    let count = this.#filled + width
    while (count >= 6) {
      count -= 6
      const digit = bits >> count
      this.#codes.push(digit < 57 ? digit + 35 : digit + 36)
      bits &= (1 << count) - 1
    }
    this.#digit = bits
    this.#filled = count
  }

  /** What was written. */
  text(): string {
    if (this.#filled > 0) this.put(0, 6 - this.#filled)
    return Buffer.from(this.#codes).toString('latin1')
  }
}

const MOST_AT_ONCE = 24

class BitCounter extends BitWriter {
  sum = 0

  override put(_: number, width: number): void {
    this.sum += width
  }
}

/** Counts the bits that `write` would write. */
export function countBits(write: (bits: BitWriter) => void): number {
  const counter = new BitCounter()
  write(counter)
  return counter.sum
}
