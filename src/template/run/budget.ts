import { Failure, Overrun } from '../failure.ts'

/** One step of work makes so many characters. */
const CHARACTERS = 16
/** The longest text that one value may be. */
const LONGEST = 4_000_000
/** The most items that one list may have. */
const MOST_ITEMS = 100_000
/** Why what lies deeper is not done: lists, calls, files and statements in each other. */
export const TOO_DEEP: { readonly case: 'too-deep'; readonly levels: number } = {
  case: 'too-deep',
  levels: 100,
}

/**
 * Counts what a page does. A page that does more than a page can mean ends; one amount that nobody can mean is the fault
 * of the tag that asks for it. What is counted is work, not time: the same page ends on every machine, or on none.
 */
export class Budget {
  #left: number

  /** With so much work that a page may take. */
  constructor(work: number) {
    this.#left = work
  }

  /** Counts steps. */
  spend(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) throw new Overrun({ case: 'too-much-work' })
  }

  /** Counts a text before it is made, and refuses it when it is too long. */
  text(length: number): void {
    if (!(length <= LONGEST)) throw new Failure({ case: 'too-long', limit: LONGEST })
    this.spend(1 + length / CHARACTERS)
  }

  /** Counts the items of a list before it is made, and refuses it when there are too many. */
  items(count: number): void {
    if (!(count <= MOST_ITEMS))
      throw new Failure({ case: 'too-many-items', limit: MOST_ITEMS, found: count })
    this.spend(1 + count)
  }

  /** Refuses what lies too deep. */
  depth(depth: number): void {
    if (depth > TOO_DEEP.levels) throw new Failure(TOO_DEEP)
  }
}
