// What rules know of tokens beyond what markdown-it keeps, with types. A remark lives as long as its token.
import type { Range } from '../core/range.ts'
import type { Token } from 'markdown-it'

/** One kind of remark. */
export interface Remark<T> {
  of(token: Token | undefined): T | undefined
  set(token: Token, value: T): void
}

/** A new kind of remark. */
export function createRemark<T>(): Remark<T> {
  const values = new WeakMap<Token, T>()
  return {
    of: (token) => (token === undefined ? undefined : values.get(token)),
    set: (token, value) => void values.set(token, value),
  }
}

/** Offsets in the source of the first visible character of each line of a block's content. */
export const origins: Remark<readonly number[]> = createRemark()

/** Where an inline token is, or what it refers to, in the content of its block. */
export const ranges: Remark<Range> = createRemark()

/** Where the whole of a link or an image is, from its first bracket to its last. */
export const wholes: Remark<Range> = createRemark()
