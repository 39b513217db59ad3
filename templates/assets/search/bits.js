// Numbers in the files of the index, bit by bit: six bits make one of 64 characters that JSON keeps as they are.

/** Reads what was written, from its beginning. */
export function readBits(text) {
  let at = 0
  let left = 0
  let digit = 0
  function bit() {
    if (!left) {
      const code = text.charCodeAt(at++)
      if (!code) throw RangeError()
      digit = code - (code < 92 ? 35 : 36)
      left = 6
    }
    return (digit >> --left) & 1
  }
  function plain(width) {
    let number = 0
    for (let rest = width; rest; rest--) number = number * 2 + bit()
    return number
  }
  /** A number below a limit; when the limit is no power of two, the first ones are one bit shorter. */
  function below(limit) {
    const width = 31 - Math.clz32(limit)
    const short = 2 ** (width + 1) - limit
    const number = plain(width)
    return number < short ? number : number * 2 + bit() - short
  }
  /** A number from 1 on; small ones are short. */
  function count() {
    let width = 0
    while (!bit()) width++
    return 2 ** width + plain(width)
  }
  /** Different numbers below a size, in order: the middle one, then those on both sides of it. */
  function numbers(size, wanted) {
    const found = Array(wanted)
    function read(from, to, low, high) {
      if (from >= to) return
      const middle = (from + to) >> 1
      const least = low + middle - from
      const number = least + below(high - (to - 1 - middle) - least)
      found[middle] = number
      read(from, middle, low, number)
      read(middle + 1, to, number + 1, high)
    }
    read(0, wanted, 0, size)
    return found
  }
  return { bit, below, count, numbers }
}
