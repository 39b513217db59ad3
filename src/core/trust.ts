// How far whoever builds a book trusts whoever wrote it, and what a book may do and cost then.

/** As oneself; everything but programs; nobody knows who wrote it, as with a pull request of a stranger. */
export type Trust = 'full' | 'no-code' | 'none'

/** What a book may do and cost. */
export interface Allowance {
  /** A configuration that is a program is run. */
  readonly code: boolean
  /** Files of git repositories are read, on this disk and elsewhere. */
  readonly repositories: boolean
  readonly limits: Limits
}

/** What a book may cost. */
export interface Limits {
  /** What the templates of one page do: tags run, rounds of loops, items looked at, characters made. */
  readonly templateWork: number
  /** Of one page, in bytes. */
  readonly pageBytes: number
  /** For one page: rounds of loops in layouts, and calls of partials. */
  readonly layoutSteps: number
  /** What they print, counted once for each of them around it. */
  readonly layoutCharacters: number
  /** Files of the book. */
  readonly files: number
  /** Of all files of the book. */
  readonly bookBytes: number
}

/** More than any book is known to need. */
export const USUAL_LIMITS: Limits = {
  templateWork: 8_000_000,
  pageBytes: 8_000_000,
  layoutSteps: 1_000_000,
  layoutCharacters: 200_000_000,
  files: Infinity,
  bookBytes: Infinity,
}

/** Still more than nearly all books need, so that what a stranger sends costs minutes and no more. */
const TIGHT_LIMITS: Limits = {
  templateWork: 500_000,
  pageBytes: 1_000_000,
  layoutSteps: 50_000,
  layoutCharacters: 20_000_000,
  files: 20_000,
  bookBytes: 1_000_000_000,
}

/** What a book may do when it is trusted so far. */
export function allowanceOf(trust: Trust): Allowance {
  return {
    code: trust === 'full',
    repositories: trust !== 'none',
    limits: trust === 'none' ? TIGHT_LIMITS : USUAL_LIMITS,
  }
}
