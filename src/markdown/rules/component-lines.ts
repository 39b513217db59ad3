// Lines of the content of components.
import { startOf } from './state-lines.ts'
import type { StateBlock } from 'markdown-it'

/** Tells of line after line whether it is code in a fence. */
export class FenceWatch {
  readonly #state: StateBlock
  #mark: string | undefined

  constructor(state: StateBlock) {
    this.#state = state
  }

  isInside(line: number): boolean {
    const { src, bMarks, tShift, eMarks } = this.#state
    const at = startOf({ bMarks, tShift }, line)
    const sign = src[at]
    const mark =
      sign === '`' || sign === '~'
        ? /^(?:`{3,}|~{3,})/.exec(src.slice(at, eMarks[line]))?.[0]
        : undefined
    const wasInside = this.#mark !== undefined
    if (mark === undefined) return wasInside
    if (this.#mark === undefined) this.#mark = mark
    else if (mark.startsWith(this.#mark) && src.slice(at + mark.length, eMarks[line]).trim() === '')
      this.#mark = undefined
    return wasInside
  }
}

/** Lines without blank ones around them and without the indent that they share. */
export function withoutIndent(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !isBlank(line))
  if (first < 0) return ''
  const shown = lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1)
  const indents = shown
    .filter((line) => !isBlank(line))
    .map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return shown.map((line) => line.slice(shared)).join('\n')
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}

/** Lines that end before the line of the text does. */
const cuts = new WeakMap<StateBlock, Set<number>>()

/** Does a line end before the line of the text does? */
export function isCut(state: StateBlock, line: number): boolean {
  return cuts.get(state)?.has(line) === true
}

/** Lets a line end at an offset, until what it returns is called. */
export function cutLine(state: StateBlock, line: number, at: number): () => void {
  const { eMarks } = state
  const before = eMarks[line] ?? at
  const known = cuts.get(state) ?? new Set()
  cuts.set(state, known)
  eMarks[line] = at
  known.add(line)
  return () => {
    eMarks[line] = before
    known.delete(line)
  }
}

/** Lets a line begin at an offset, until what it returns is called. */
export function beginLine(state: StateBlock, line: number, at: number, column: number): () => void {
  const { bMarks, tShift, sCount, bsCount, src, eMarks } = state
  const marks = [bMarks, tShift, sCount, bsCount]
  const before = marks.map((mark) => mark[line] ?? 0)
  const spaces = /^[ \t]*/.exec(src.slice(at, eMarks[line]))?.[0].length ?? 0
  for (const [index, value] of [at, spaces, column, 0].entries())
    (marks[index] as number[])[line] = value
  return () => {
    for (const [index, value] of before.entries()) (marks[index] as number[])[line] = value
  }
}

/** Moves lines that stand further left than a column to it, until what it returns is called. */
export function raiseLines(
  state: StateBlock,
  [first, last]: readonly [number, number],
  column: number,
): () => void {
  const { sCount } = state
  const before = new Map<number, number>()
  for (let line = first; line < last; line++) {
    const count = sCount[line] ?? 0
    if (count >= column || state.isEmpty(line)) continue
    before.set(line, count)
    sCount[line] = column
  }
  return () => {
    for (const [line, count] of before) sCount[line] = count
  }
}
