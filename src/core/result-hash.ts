// Hashes of results as far as somebody has made them: whoever reads or writes a result on disk knows its hash anyway.
import { contentHash } from './hash.ts'
import type { PageResult } from './book.ts'

const known = new WeakMap<PageResult, () => string | undefined>()

/** Notes the hash of the JSON of a result. */
export function noteResultHash(result: PageResult, hash: string): void {
  known.set(result, () => hash)
}

/** Notes that a result was made of another, and of what else. */
export function noteMadeOf(result: PageResult, source: PageResult, more: string): void {
  known.set(result, () => {
    const hash = resultHash(source)
    return hash && contentHash(`${hash} ${more}`)
  })
}

/** Equal hashes mean equal results; undefined when nobody has made one. */
export function resultHash(result: PageResult): string | undefined {
  return known.get(result)?.()
}
