// Numbers written bit by bit, six bits a character: compression leaves exactly the bits, so that every bit saved here is
// saved for readers. `templates/assets/search/bits.js` reads it.

/** Something that takes bits: a text that is being written, or a count of how long it would become. */
export interface BitWriter {
  bit(value: number): void
  /** A number below a limit. */
  below(value: number, limit: number): void
  /** A number from 1 on; small ones are short. */
  count(value: number): void
  /** Different numbers below a size, in order; how many they are is written apart. */
  numbers(values: readonly number[], size: number): void
}

/** A writer, and what it has written. */
export interface BitText extends BitWriter {
  text(): string
}

/** Takes `width` low bits of a number. */
type Put = (value: number, width: number) => void

/** Writes bits as text. */
export function bitText(): BitText {
  const codes: number[] = []
  let digit = 0
  let filled = 0
  const put: Put = (value, width) => {
    for (let place = width - 1; place >= 0; place -= 1) {
      digit = digit * 2 + ((value >> place) & 1)
      filled += 1
      if (filled < 6) continue
      codes.push(digit < 57 ? digit + 35 : digit + 36)
      digit = 0
      filled = 0
    }
  }
  return {
    ...writer(put),
    text: () => {
      if (filled > 0) put(0, 6 - filled)
      return Buffer.from(codes).toString('latin1')
    },
  }
}

/** Counts the bits that `write` would write. */
export function countBits(write: (bits: BitWriter) => void): number {
  let sum = 0
  write(
    writer((_, width) => {
      sum += width
    }),
  )
  return sum
}

function writer(put: Put): BitWriter {
  const below = (value: number, limit: number): void => {
    const width = 31 - Math.clz32(limit)
    const short = (2 << width) - limit
    if (value < short) put(value, width)
    else put(value + short, width + 1)
  }
  return {
    bit: (value) => put(value, 1),
    below,
    count(value) {
      const width = 31 - Math.clz32(value)
      put(0, width)
      put(value, width + 1)
    },
    numbers(values, size) {
      const write = (from: number, to: number, low: number, high: number): void => {
        if (from >= to) return
        const middle = (from + to) >> 1
        const number = values[middle] ?? 0
        const least = low + middle - from
        below(number - least, high - (to - 1 - middle) - least)
        write(from, middle, low, number)
        write(middle + 1, to, number + 1, high)
      }
      write(0, values.length, 0, size)
    },
  }
}
