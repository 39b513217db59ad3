// The terms of a space by numbers, in the order in which they are met. A term is looked up by its code units where it
// stands in a text: what is known, as most of a text is, is never cut out of it.
import { randomInt } from 'node:crypto'
import { ownText } from '../core/text.ts'

/** Spreads what is multiplied by it over all bits. */
const PRIME = 0x01_00_01_93
/** Another one in each process, so that nobody can write many words with one hash. What a term's number is depends on none. */
const SEED = randomInt(2 ** 31)
const FIRST_SLOTS = 1 << 12
/** The numbers of so many terms fit into a number beside two code units. */
const MOST_KEYED = 2 ** 20

/** Terms, each of which has a number. */
export class Lexicon {
  /** By their numbers. */
  readonly terms: string[] = []
  /** The numbers of terms of one or two code units, by these. */
  readonly #short = new Map<number, number>()
  /** The hashes of longer terms, by their numbers. */
  readonly #hashes: number[] = []
  /** A table of hashes with open addressing: the number of a longer term and one, 0 where there is none. */
  #slots = new Int32Array(FIRST_SLOTS)
  #filled = 0

  /** The number of a part of a text, which from now on is a term. */
  numberOf(text: string, from: number, to: number): number {
    if (to - from > 2) return this.#longNumber(text, from, to)
    const last = text.charCodeAt(to - 1)
    const units = to - from === 1 ? last : (text.charCodeAt(from) << 16) | last
    let number = this.#short.get(units)
    if (number === undefined) {
      number = this.terms.push(text.slice(from, to)) - 1
      this.#short.set(units, number)
    }
    return number
  }

  /** The numbers of all terms in the order of these. */
  inOrder(): readonly number[] {
    const { terms } = this
    const byTerm = (a: number, b: number): number => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1)
    if (terms.length > MOST_KEYED) return [...terms.keys()].sort(byTerm)
    // Most terms differ in how they begin, and numbers are sorted much faster than texts.
    const keys = Float64Array.from(terms, (term, number) => beginningOf(term) * MOST_KEYED + number)
    const order: number[] = []
    let before = -1
    let alike: number[] = []
    for (const key of keys.sort()) {
      const beginning = Math.floor(key / MOST_KEYED)
      if (beginning !== before) {
        for (const number of alike.sort(byTerm)) order.push(number)
        alike = []
      }
      alike.push(key % MOST_KEYED)
      before = beginning
    }
    return [...order, ...alike.sort(byTerm)]
  }

  #longNumber(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to)
    const { terms } = this
    const slots = this.#slots
    const hashes = this.#hashes
    const mask = slots.length - 1
    let at = hash & mask
    for (let slot = slots[at] ?? 0; slot !== 0; slot = slots[at] ?? 0) {
      const number = slot - 1
      if (hashes[number] === hash && isAt(terms[number] ?? '', text, from, to)) return number
      at = (at + 1) & mask
    }
    const number = terms.push(ownText(text.slice(from, to))) - 1
    slots[at] = number + 1
    while (hashes.length < number) hashes.push(0)
    hashes.push(hash)
    this.#filled += 1
    if (this.#filled * 2 > mask) this.#grow()
    return number
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4)
    const mask = slots.length - 1
    for (const slot of this.#slots) {
      if (slot === 0) continue
      let at = (this.#hashes[slot - 1] ?? 0) & mask
      while (slots[at] !== 0) at = (at + 1) & mask
      slots[at] = slot
    }
    this.#slots = slots
  }
}

function hashOf(text: string, from: number, to: number): number {
  let hash = SEED
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash ^ (hash >>> 15)
}

function isAt(term: string, text: string, from: number, to: number): boolean {
  if (term.length !== to - from) return false
  for (let at = from; at < to; at += 1)
    if (text.charCodeAt(at) !== term.charCodeAt(at - from)) return false
  return true
}

/** The first two code units as a number, in the order of texts. */
const beginningOf = (term: string): number =>
  term.charCodeAt(0) * 0x1_00_00 + (term.length > 1 ? term.charCodeAt(1) : 0)
