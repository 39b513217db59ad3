// Where code is in a Markdown text, by the parser's own understanding of blocks. Whoever changes text before it is
// parsed (templates) takes care of these ranges: fenced and indented blocks, code spans at every depth, the content of
// `<code> <pre> <script> <style>`, and HTML comments.
import deflist from 'markdown-it-deflist'
import type { Token } from 'markdown-it'
import { lineStarts } from '../core/position.ts'
import { type Engine, createStructureEngine } from './engine.ts'
import { type Range, origins } from './remarks.ts'
import { footnotes } from './rules/footnotes.ts'
import { type MarkupScanner, type MarkupTag, createMarkupScanner } from './scan-markup.ts'

/**
 * What GitBook did with templates in a stretch of code. It kept code of the top level of a page as it was written, and
 * expanded what stands deeper, in Markdown or in elements of HTML.
 */
export type CodeKind = 'kept' | 'nested' | 'html'

/** A stretch of code. */
export interface CodeRange extends Range {
  readonly kind: CodeKind
}

/** Elements whose content is code that readers see, and elements whose content is no text at all. */
const ELEMENTS: ReadonlyMap<string, CodeKind> = new Map([
  ['code', 'html'],
  ['pre', 'html'],
  ['script', 'kept'],
  ['style', 'kept'],
  ['textarea', 'kept'],
])

/** The code of a text: in order, without overlaps, as offsets. Line ends must be '\n'. Takes linear time. */
export function codeRanges(text: string): readonly CodeRange[] {
  const tokens: Token[] = []
  ENGINE.block.parse(text, ENGINE, {}, tokens)
  const starts = lineStarts(text)
  const found: CodeRange[] = []
  const tags: MarkupTag[] = []
  const scanner = (kind: CodeKind, into: MarkupTag[]): MarkupScanner =>
    createMarkupScanner(
      text,
      (range, what) => {
        found.push({ ...range, kind: what === 'comment' ? 'kept' : kind })
      },
      into,
    )
  const scan = { kept: scanner('kept', tags), nested: scanner('nested', tags) }
  const scanCell = scanner('nested', [])
  for (const [index, token] of tokens.entries()) {
    const [from, to] = linesOf(token, starts, text.length)
    // A heading or paragraph of the top level opens at level 0.
    const kind = token.level > (token.type === 'inline' ? 1 : 0) ? 'nested' : 'kept'
    if (token.type === 'fence' || token.type === 'code_block') found.push({ from, to, kind })
    else if (token.type === 'html_block') scan.kept([{ from, to }], false)
    // A pipe cuts a code span of a table in two. Its author meant one all the same: rows are read whole, too.
    else if (token.type === 'tr_open') scan.nested([{ from, to }], true)
    else if (isCell(tokens[index - 1])) scanCell(cellParts(token, text), true)
    else if (token.type === 'inline') scan[kind](inlineParts(token, text), true)
  }
  const elements = elementRanges(tags)
  return merged([...found, ...outside(elements, found)])
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

/** Ranges between the tags of code elements, in order; one that never ends is no range. */
function elementRanges(tags: readonly MarkupTag[]): readonly CodeRange[] {
  const closings = new Map<string, number[]>()
  for (const { name, closing, from } of tags)
    if (closing) closings.set(name, [...(closings.get(name) ?? []), from])
  const found: CodeRange[] = []
  let done = 0
  for (const { name, closing, from, to } of tags) {
    const kind = ELEMENTS.get(name)
    if (kind === undefined || closing || from < done) continue
    const left = closings.get(name) ?? []
    while (left[0] !== undefined && left[0] < to) left.shift()
    const [end] = left
    if (end === undefined) continue
    found.push({ from: to, to: end, kind })
    done = end
  }
  return found
}

/** What is left of ranges where others are taken out of them: a comment in an element is a comment. */
function outside(ranges: readonly CodeRange[], others: readonly CodeRange[]): readonly CodeRange[] {
  const sorted = others.toSorted(byStart)
  let next = 0
  return ranges.flatMap(({ from, to, kind }) => {
    const left: CodeRange[] = []
    let at = from
    while ((sorted[next]?.to ?? Infinity) <= at) next += 1
    for (let index = next; index < sorted.length; index++) {
      const other = sorted[index]
      if (other === undefined || other.from >= to) break
      if (other.from > at) left.push({ from: at, to: other.from, kind })
      at = Math.max(at, other.to)
    }
    if (at < to || from === to) left.push({ from: at, to, kind })
    return left
  })
}

function byStart(a: Range, b: Range): number {
  return a.from - b.from || a.to - b.to
}

function merged(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const result: CodeRange[] = []
  for (const range of ranges.toSorted(byStart)) {
    const last = result.at(-1)
    if (last === undefined || range.from >= last.to) result.push(range)
    else {
      const kind = last.kind === range.kind ? last.kind : 'kept'
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to), kind }
    }
  }
  return result
}
