// HTML that goes on behind an empty line. For CommonMark a table ends there; GitBook.com reads it to its end tag, code with
// empty lines in a cell and all. What follows an empty line in words is Markdown, as everywhere.
import { lineOf } from './state-lines.ts'
import type { StateBlock } from 'markdown-it'
import { pageOf } from '../page.ts'
import { beginsComponent } from './component-page.ts'

const UNIT = /^<(table|ul|ol|figure|picture|svg)(?=[\s>])/i
const TAGS = /<(\/?)(table|ul|ol|figure|picture|svg|pre)(?=[\s>])/gi

/** The line after the last of HTML that begins at a line; undefined when it is none of these, or ends as elsewhere. */
export function unitEnd(state: StateBlock, first: number, last: number): number | undefined {
  if (pageOf(state.env)?.isOfGitbookCom !== true) return undefined
  const name = UNIT.exec(lineOf(state, first))?.[1]?.toLowerCase()
  return name === undefined ? undefined : new Unit(state, name).end(first, last)
}

class Unit {
  readonly #state: StateBlock
  readonly #name: string
  #open = 0
  #code = 0

  constructor(state: StateBlock, name: string) {
    this.#state = state
    this.#name = name
  }

  end(first: number, last: number): number | undefined {
    let isLonger = false
    let line = first
    for (; line < last; line++) {
      const next = this.#state.isEmpty(line) ? nextLine(this.#state, line, last) : line
      if (next > line && !this.#goesOn(next, last)) break
      if (line > first && this.#isElsewhere(next)) break
      isLonger ||= next > line
      this.#count(lineOf(this.#state, next))
      line = next
    }
    return isLonger ? line : undefined
  }

  /** Does it go on at a line behind an empty one? */
  #goesOn(line: number, last: number): boolean {
    if (this.#open <= 0 || line === last) return false
    return this.#code > 0 || /^<\/?[a-z]/i.test(lineOf(this.#state, line))
  }

  #isElsewhere(line: number): boolean {
    if (this.#code > 0) return false
    return (
      (this.#state.sCount[line] ?? 0) < this.#state.blkIndent || beginsComponent(this.#state, line)
    )
  }

  #count(text: string): void {
    for (const [, slash, written = ''] of text.matchAll(TAGS)) {
      const tag = written.toLowerCase()
      const step = slash === '' ? 1 : -1
      if (tag === this.#name) this.#open += step
      else if (tag === 'pre') this.#code = Math.max(0, this.#code + step)
    }
  }
}

function nextLine(state: StateBlock, line: number, last: number): number {
  let next = line
  while (next < last && state.isEmpty(next)) next += 1
  return next
}
