// The pages that an index was made of, so that the next build sees which of them are others. What is known of a page is
// little; its text is made again where a file of the index needs it.
import type { Aside } from '../core/aside.ts'
import { contentHash } from '../core/hash.ts'
import { type Piece, type PieceText, type SearchPage, piecesOf, recordsOf } from './page-terms.ts'
import type { Tally } from './tally.ts'

/** What is known of a page that was filed. */
export interface KnownPage {
  /** A hash of what the index says of it besides its sections. */
  readonly facts: string
  /** Whose sections they are: see `SearchPage`. */
  readonly of: object
  readonly hash: () => string | undefined
  readonly pieces: readonly KnownPiece[]
}

/** When more than one page in this many changed, starting over is cheaper. */
const MOST_CHANGED = 8

/** A piece of which its text need not be in memory. */
export class KnownPiece implements PieceText {
  readonly name: string
  readonly size: number
  #record: () => string

  constructor({ name, size }: Pick<PieceText, 'name' | 'size'>, record: () => string) {
    this.name = name
    this.size = size
    this.#record = record
  }

  get record(): string {
    return this.#record()
  }

  /** From now on the text is made for those who ask. */
  makeOf(page: SearchPage, index: number): void {
    this.#record = () => recordsOf(page)[index] ?? ''
  }
}

/** What is known of a page once it is filed. */
export function knownPage(
  page: SearchPage,
  pieces: readonly Piece[],
  aside: Aside = (text) => () => text,
): KnownPage {
  const known = pieces.map(
    ({ name, size, record }) => new KnownPiece({ name, size }, aside(record)),
  )
  return { facts: factsOf(page), of: page.of, hash: hashOf(page), pieces: known }
}

/** Lets the texts of pages go: they are made of the pages for those who ask. */
export function letGo(known: readonly KnownPage[], pages: readonly SearchPage[]): void {
  for (const [at, page] of pages.entries())
    for (const [index, piece] of (known[at]?.pieces ?? []).entries()) piece.makeOf(page, index)
}

const hashOf = ({ hash }: SearchPage): (() => string | undefined) => hash ?? (() => undefined)

function factsOf({ url, title, trail, keywords }: SearchPage): string {
  return contentHash(JSON.stringify([url, title, trail, keywords]))
}

/** Pages that differ from those that are known. */
export interface PageChanges {
  readonly pages: readonly KnownPage[]
  /** The new pieces by their numbers. */
  readonly changed: ReadonlyMap<number, Piece>
}

/** What an edit changed, with terms by their numbers in a tally; undefined when it is better to start over. */
export function changesOf(
  known: readonly KnownPage[],
  pages: readonly SearchPage[],
  tally: Tally,
): PageChanges | undefined {
  if (known.length !== pages.length) return undefined
  const others = new Set(pages.filter((page, index) => !isKnown(known[index], page)))
  if (others.size * MOST_CHANGED > pages.length) return undefined
  const changed = new Map<number, Piece>()
  const now: KnownPage[] = []
  let number = 0
  for (const [index, page] of pages.entries()) {
    const before = known[index]
    if (before === undefined) return undefined
    if (!others.has(page)) {
      letGo([before], [page])
      now.push({ ...before, of: page.of, hash: hashOf(page) })
    } else {
      const pieces = piecesOf(page, tally)
      if (pieces.length !== before.pieces.length) return undefined
      for (const [at, piece] of pieces.entries()) changed.set(number + at, piece)
      now.push(knownPage(page, pieces))
    }
    number += before.pieces.length
  }
  return { pages: now, changed }
}

function isKnown(known: KnownPage | undefined, page: SearchPage): boolean {
  if (known === undefined || known.facts !== factsOf(page)) return false
  if (known.of === page.of) return true
  const hash = known.hash()
  return hash !== undefined && hash === page.hash?.()
}
