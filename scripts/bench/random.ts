/** A stream of numbers in [0, 1), always the same. */
export function randomNumbers(): () => number {
  let state = 88_172_645
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
