// Where code is in a Markdown text, by the parser's own understanding of blocks. Whoever changes text before it is
// parsed (templates) leaves these ranges alone: fenced and indented blocks, code spans at every depth, the content of
// `<code> <pre> <script> <style>`, and HTML comments.
import deflist from 'markdown-it-deflist'
import type { Token } from 'markdown-it'
import { lineStarts } from '../core/position.ts'
import { type Engine, createStructureEngine } from './engine.ts'
import { type Range, origins } from './remarks.ts'
import { footnotes } from './rules/footnotes.ts'
import { type MarkupTag, createMarkupScanner } from './scan-markup.ts'

/** Elements whose content is code, or no text at all. */
const CODE_ELEMENTS = new Set(['code', 'pre', 'script', 'style', 'textarea'])

/** The code of a text: in order, without overlaps, as offsets. Line ends must be '\n'. Takes linear time. */
export function codeRanges(text: string): readonly Range[] {
  const tokens: Token[] = []
  ENGINE.block.parse(text, ENGINE, {}, tokens)
  const starts = lineStarts(text)
  const found: Range[] = []
  const tags: MarkupTag[] = []
  const scan = createMarkupScanner(text, found, tags)
  const scanCell = createMarkupScanner(text, found, [])
  for (const [index, token] of tokens.entries()) {
    const [from, to] = linesOf(token, starts, text.length)
    if (token.type === 'fence' || token.type === 'code_block') found.push({ from, to })
    else if (token.type === 'html_block') scan([{ from, to }], false)
    // A pipe cuts a code span of a table in two. Its author meant one all the same: rows are read whole, too.
    else if (token.type === 'tr_open') scan([{ from, to }], true)
    else if (isCell(tokens[index - 1])) scanCell(cellParts(token, text), true)
    else if (token.type === 'inline') scan(inlineParts(token, text), true)
  }
  addElements(tags, found)
  return merged(found)
}

/** The parser of pages as far as blocks go. */
function createBlockEngine(): Engine {
  const engine = createStructureEngine()
  engine.use(deflist)
  footnotes(engine)
  return engine
}

const ENGINE = createBlockEngine()

function linesOf(
  token: Token,
  starts: readonly number[],
  length: number,
): readonly [number, number] {
  const [first, last] = token.map ?? [0, 0]
  return [starts[first] ?? length, starts[last] ?? length]
}

/** The lines of a block of running text, without what its containers put before them. */
function inlineParts(token: Token, text: string): readonly Range[] {
  return (origins.of(token) ?? []).map((from) => ({ from, to: lineEnd(text, from) }))
}

function isCell(opener: Token | undefined): boolean {
  return opener?.type === 'td_open' || opener?.type === 'th_open'
}

function cellParts(token: Token, text: string): readonly Range[] {
  return (origins.of(token) ?? []).map((from) => ({
    from,
    to: cellEnd(text, from, lineEnd(text, from)),
  }))
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Where a cell ends: at the next pipe without a backslash. */
function cellEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && (text[at] !== '|' || text[at - 1] === '\\')) at += 1
  return at
}

/** Ranges between the tags of code elements; one that never ends is no range. */
function addElements(tags: readonly MarkupTag[], found: Range[]): void {
  const closings = new Map<string, number[]>()
  for (const { name, closing, from } of tags)
    if (closing) closings.set(name, [...(closings.get(name) ?? []), from])
  let done = 0
  for (const { name, closing, from, to } of tags) {
    if (closing || from < done || !CODE_ELEMENTS.has(name)) continue
    const left = closings.get(name) ?? []
    while (left[0] !== undefined && left[0] < to) left.shift()
    const [end] = left
    if (end === undefined) continue
    found.push({ from: to, to: end })
    done = end
  }
}

function merged(ranges: Range[]): readonly Range[] {
  const result: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1)
    if (last !== undefined && range.from < last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}
