// What the terms of one piece are worth, by their numbers in a lexicon: a term that is met again is one addition.
import { Lexicon } from './lexicon.ts'

/** Sums for one piece after the other. */
export class Tally {
  readonly lexicon: Lexicon = new Lexicon()
  /** By the numbers of terms; 0 for those that the piece does not hold. */
  #worths = new Float64Array(1 << 12)
  #met: number[] = []

  /** A tally whose lexicon begins with some terms. */
  constructor(first: Iterable<string>) {
    for (const term of first) this.lexicon.numberOf(term, 0, term.length)
  }

  /** Adds to what a term is worth that stands in a text. */
  add(text: string, from: number, to: number, worth: number): void {
    const number = this.lexicon.numberOf(text, from, to)
    if (number >= this.#worths.length) this.#grow()
    const before = this.#worths[number] ?? 0
    if (before === 0) this.#met.push(number)
    this.#worths[number] = before + worth
  }

  /** Adds a term if the piece does not hold it yet; tells whether it did not. */
  addMissing(term: string, worth: number): boolean {
    const isMissing = this.worthOf(this.lexicon.numberOf(term, 0, term.length)) === 0
    if (isMissing) this.add(term, 0, term.length, worth)
    return isMissing
  }

  /** The terms of the piece below a number, as they were met. */
  metBelow(limit: number): readonly number[] {
    return this.#met.filter((number) => number < limit)
  }

  /** 0 for what the piece does not hold. */
  worthOf(number: number): number {
    return this.#worths[number] ?? 0
  }

  /** Ends the piece: gives each of its terms as four times its number plus its weight. */
  take(weightOf: (worth: number) => number): Uint32Array {
    const met = this.#met
    const worths = this.#worths
    const taken = new Uint32Array(met.length)
    for (let at = 0; at < taken.length; at += 1) {
      const number = met[at] ?? 0
      taken[at] = number * 4 + weightOf(worths[number] ?? 0)
      worths[number] = 0
    }
    this.#met = []
    return taken
  }

  #grow(): void {
    const before = this.#worths
    this.#worths = new Float64Array(before.length * 4)
    this.#worths.set(before)
  }
}
