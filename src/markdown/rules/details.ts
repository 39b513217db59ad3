// `<details>` as GitBook.com reads it: its summary is a line of Markdown, and what follows the summary is Markdown even on the
// same line. HTML that says no more than CommonMark makes of it is left to the rule for HTML.
import { startOf } from './state-lines.ts'
import type { MarkdownIt, StateBlock } from 'markdown-it'
import { pageOf } from '../page.ts'
import { origins } from '../remarks.ts'
import { beginLine, cutLine } from './component-lines.ts'

const DETAILS = /^<details\b[^<>]*>/i
const SUMMARY = /^<summary\b[^<>]*>/i
const END = /<\/summary>/i
const SIGNS = /[`*_~[\\]|:\w+:/
const BLOCKS = /<(?:h[1-6]|p|div|ul|ol|table|details|figure)\b/i

/** Adds the rule. */
export function details(md: MarkdownIt): void {
  md.block.ruler.before('html_block', 'details', block, {
    alt: ['paragraph', 'reference', 'blockquote'],
  })
}

/** A spot: an offset, and the line that holds it. */
interface Spot {
  readonly at: number
  readonly line: number
}

/** A summary and what stands around it. */
interface Found {
  /** `<details>`, when the summary does not begin the block. */
  readonly opens: readonly { readonly from: Spot; readonly to: number }[]
  readonly inner: { readonly from: Spot; readonly to: Spot }
  /** Behind `</summary>`. */
  readonly after: Spot
}

function block(state: StateBlock, first: number, last: number, silent: boolean): boolean {
  if (state.src.charCodeAt(startOf(state, first)) !== 0x3c /* < */) return false
  if (pageOf(state.env)?.isOfGitbookCom !== true) return false
  const found = find(state, first, last)
  if (found === undefined || !isMarkdown(state, found)) return false
  if (silent) return true
  const { opens, inner, after } = found
  for (const { from, to } of opens) htmlPiece(state, from, to)
  words(state, inner.from, inner.to.at)
  htmlPiece(state, inner.to, after.at)
  rest(state, after, last)
  return true
}

/** The summary at the beginning of a block; undefined when there is none on one line. */
function find(state: StateBlock, first: number, last: number): Found | undefined {
  const opens: { from: Spot; to: number }[] = []
  let spot: Spot = { at: startOf(state, first), line: first }
  for (const pattern of [DETAILS, SUMMARY]) {
    const tag = pattern.exec(textAt(state, spot))?.[0]
    if (tag === undefined && pattern === SUMMARY) return undefined
    if (tag === undefined) continue
    opens.push({ from: spot, to: spot.at + tag.length })
    spot = next(state, { at: spot.at + tag.length, line: spot.line }, pattern === DETAILS, last)
  }
  const text = textAt(state, spot)
  const end = END.exec(text)
  if (end === null) return undefined
  const to = { at: spot.at + end.index, line: spot.line }
  return { opens, inner: { from: spot, to }, after: { at: to.at + end[0].length, line: to.line } }
}

/** What follows an offset; the next line where nothing does and one may come. */
function next(state: StateBlock, { at, line }: Spot, mayTurn: boolean, last: number): Spot {
  const blank = /^[ \t]*/.exec(textAt(state, { at, line }))?.[0].length ?? 0
  const isEnd = at + blank >= (state.eMarks[line] ?? 0)
  if (!mayTurn || !isEnd || line + 1 >= last || state.isEmpty(line + 1))
    return { at: at + blank, line }
  return { at: startOf(state, line + 1), line: line + 1 }
}

function textAt(state: StateBlock, { at, line }: Spot): string {
  return state.src.slice(at, state.eMarks[line])
}

/** Is there something that CommonMark would show as it is written? */
function isMarkdown(state: StateBlock, { inner, after }: Found): boolean {
  const summary = state.src.slice(inner.from.at, inner.to.at)
  const isLine = SIGNS.test(summary) && !BLOCKS.test(summary)
  return isLine || textAt(state, after).trim() !== ''
}

/** Part of a line as HTML. */
function htmlPiece(state: StateBlock, { at, line }: Spot, to: number): void {
  const undo = [beginLine(state, line, at, state.blkIndent), cutLine(state, line, to)]
  const token = state.push('html_block', '', 0)
  token.map = [line, line + 1]
  token.content = state.getLines(line, line + 1, state.blkIndent, false)
  for (const one of undo.reverse()) one()
}

/** Part of a line as words of Markdown. */
function words(state: StateBlock, { at, line }: Spot, to: number): void {
  const token = state.push('inline', '', 0)
  token.content = state.src.slice(at, to).trim()
  token.map = [line, line + 1]
  token.children = []
  origins.set(token, [at])
}

/** What follows the summary, up to an empty line. */
function rest(state: StateBlock, after: Spot, last: number): void {
  if (textAt(state, after).trim() === '') {
    state.line = after.line + 1
    return
  }
  let end = after.line + 1
  while (end < last && !state.isEmpty(end) && (state.sCount[end] ?? 0) >= state.blkIndent) end += 1
  const undo = beginLine(state, after.line, after.at, state.blkIndent)
  state.md.block.tokenize(state, after.line, end)
  undo()
  state.line = Math.max(state.line, after.line + 1)
}
