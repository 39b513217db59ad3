// Who renders which page: a list of numbers that all threads see, one a page. Each page has one taker.

/** The number of the thread of the build. */
export const OWN = 1

/** A list of pages that nobody has taken. */
export function openClaims(pages: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(pages * Int32Array.BYTES_PER_ELEMENT))
}

/** Takes a page for a thread, whose number is not 0; false when another has it. */
export function claim(claims: Int32Array, index: number, thread: number): boolean {
  return Atomics.compareExchange(claims, index, 0, thread) === 0
}

/** The thread that has taken a page; 0 for none. */
export function takerOf(claims: Int32Array, index: number): number {
  return Atomics.load(claims, index)
}
