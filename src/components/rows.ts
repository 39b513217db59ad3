// Rows of tables with pipes: a cell is one line, so that a block in it begins and ends there.
import type { Tag } from './tag.ts'

/** The rows of a text, asked for in its order: each line is looked at once, and once for each name of a tag. */
export class Rows {
  readonly #text: string
  #start = 0
  #last = -1
  #isRow = false
  /** Where the next end of a name stands in the line; Infinity for none. */
  readonly #ends = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
  }

  /** Does a tag stand in a row that holds its end, too? */
  holds({ from, to, name }: Tag): boolean {
    if (from < this.#start || from > this.#last) this.#enter(from)
    if (!this.#isRow || to > this.#last) return false
    const known = this.#ends.get(name)
    if (known !== undefined && known >= to) return known !== Infinity
    const escaped = name.replaceAll(/[^\w-]/g, String.raw`\$&`)
    const end = new RegExp(String.raw`\{%-?\s*end${escaped}\s*-?%\}`)
    const found = end.exec(this.#text.slice(to, this.#last))
    this.#ends.set(name, found === null ? Infinity : to + found.index)
    return found !== null
  }

  #enter(from: number): void {
    this.#start = this.#text.lastIndexOf('\n', from) + 1
    const end = this.#text.indexOf('\n', from)
    this.#last = end < 0 ? this.#text.length : end
    this.#isRow = /^[ \t>]*\|/.test(this.#text.slice(this.#start, this.#start + 80))
    this.#ends.clear()
  }
}
