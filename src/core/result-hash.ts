// Hashes of results as far as somebody has made them: whoever reads or writes a result on disk knows its hash anyway.
import type { PageResult } from './book.ts'

const known = new WeakMap<PageResult, string>()

/** Notes the hash of the JSON of a result. */
export function noteResultHash(result: PageResult, hash: string): void {
  known.set(result, hash)
}

/** The hash of the JSON of a result; undefined when nobody has made it. */
export function resultHash(result: PageResult): string | undefined {
  return known.get(result)
}
