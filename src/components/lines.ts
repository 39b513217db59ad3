// Lines of a text, counted.

/** Counts lines for offsets that are asked for in order. */
export class Lines {
  readonly #text: string
  #count = 0
  /** Where the last line that was asked for ends. */
  #end: number

  constructor(text: string) {
    this.#text = text
    this.#end = text.indexOf('\n')
  }

  /** How many lines end before an offset. */
  before(offset: number): number {
    while (this.#end >= 0 && this.#end < offset) {
      this.#count += 1
      this.#end = this.#text.indexOf('\n', this.#end + 1)
    }
    return this.#count
  }
}
