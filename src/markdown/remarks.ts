// What rules know of tokens beyond what markdown-it keeps, with types. A remark lives as long as its token.
import type { Range } from '../core/range.ts'
import type { Token } from 'markdown-it'

/** One kind of remark. */
export interface Remark<T> {
  of(token: Token | undefined): T | undefined
  set(token: Token, value: T): void
}

/** What was remarked of a token: most have one remark or none, so that each leads to the next. */
export interface Remarks {
  readonly kind: object
  value: unknown
  readonly next: Remarks | undefined
}

/** Remarks stand in the token: a weak map of them is slower to write, and to clean. */
interface RemarkedToken extends Token {
  remarks?: Remarks | undefined
}

/** A new kind of remark. */
export function createRemark<T>(): Remark<T> {
  const kind = {}
  const find = (token: RemarkedToken): Remarks | undefined => {
    let found = token.remarks
    while (found !== undefined && found.kind !== kind) found = found.next
    return found
  }
  return {
    of: (token) => (token === undefined ? undefined : (find(token)?.value as T | undefined)),
    set(token: RemarkedToken, value) {
      const known = find(token)
      if (known === undefined) token.remarks = { kind, value, next: token.remarks }
      else known.value = value
    },
  }
}

/** Offsets in the source of the first visible character of each line of a block's content. */
export const origins: Remark<readonly number[]> = createRemark()

/** Where an inline token is, or what it refers to, in the content of its block. */
export const ranges: Remark<Range> = createRemark()

/** Where the whole of a link or an image is, from its first bracket to its last. */
export const wholes: Remark<Range> = createRemark()
