// What follows HTML on the line that it ends on. For CommonMark all of the line is HTML, and a reader sees `## Heading` behind
// a figure: a line break that an editor or a translator lost. Here words behind a figure, a table, a list or details are
// Markdown, and so is a heading behind any block.
import { startOf } from './state-lines.ts'
import type { StateBlock } from 'markdown-it'
import { beginLine, cutLine } from './component-lines.ts'

const ENDS =
  /<(\/?)(figure|table|details|ul|ol|div|p|center|blockquote|section|h[1-6])(?=[\s>])[^<>]*>/gi
const WHOLE = /^(?:figure|table|details|ul|ol)$/i
const HEADING = /^#{1,6}[ \t]+\S/
const WORDS = /^[^\s<]/

/** So many may follow each other without an empty line: each is read in the one before. */
const MOST = 50

const depths = new WeakMap<StateBlock, number>()

/** Reads what follows the HTML that was just read, if it is Markdown. */
export function htmlTail(state: StateBlock, first: number): void {
  const token = state.tokens.at(-1)
  const end = state.line
  const depth = depths.get(state) ?? 0
  if (token?.type !== 'html_block' || depth >= MOST) return
  const tail = tailOf(state, first, end)
  if (tail === undefined) return
  const uncut = cutLine(state, tail.line, tail.at)
  token.content = state.getLines(first, tail.line + 1, state.blkIndent, true)
  token.map = [first, tail.line + 1]
  uncut()
  const undo = beginLine(state, tail.line, tail.at, state.blkIndent)
  depths.set(state, depth + 1)
  state.md.block.tokenize(state, tail.line, end)
  depths.set(state, depth)
  undo()
  state.line = Math.max(state.line, end)
}

/** A spot: an offset, and the line that holds it. */
interface Spot {
  readonly at: number
  readonly line: number
}

/** Where Markdown begins on a line of HTML. */
function tailOf(state: StateBlock, first: number, end: number): Spot | undefined {
  const open = new Map<string, number>()
  for (let line = first; line < end; line++) {
    const start = line === first ? startOf(state, line) : (state.bMarks[line] ?? 0)
    const behind = tailIn(state.src.slice(start, state.eMarks[line]), open)
    if (behind !== undefined) return { at: start + behind, line }
  }
  return undefined
}

/** The same in one line, with what is open before it. */
function tailIn(text: string, open: Map<string, number>): number | undefined {
  for (const { 0: tag, 1: slash, 2: written = '', index } of text.matchAll(ENDS)) {
    const name = written.toLowerCase()
    open.set(name, Math.max(0, (open.get(name) ?? 0) + (slash === '' ? 1 : -1)))
    if (slash === '' || [...open.values()].some((count) => count > 0)) continue
    const behind = index + tag.length
    const words = text.slice(behind).trimStart()
    if (HEADING.test(words) || (WHOLE.test(name) && WORDS.test(words))) return behind
  }
  return undefined
}
