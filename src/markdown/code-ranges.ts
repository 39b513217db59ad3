// Where code is in a Markdown text, by the parser's own understanding of blocks. Whoever changes text before it is
// parsed (templates) takes care of these ranges: fenced and indented blocks, code spans at every depth, the content of
// `<code> <pre> <script> <style>`, and HTML comments.
import type { Range } from '../core/range.ts'
import { append } from '../core/list.ts'
import deflist from 'markdown-it-deflist'
import type { Token } from 'markdown-it'
import { lineEnd, lineStarts } from '../core/position.ts'
import { type Engine, createStructureEngine } from './engine.ts'
import { origins } from './remarks.ts'
import { inlineFormula } from './rules/formula-spans.ts'
import { formulaBlocks } from './rules/formulas.ts'
import { footnotes } from './rules/footnotes.ts'
import { type MarkupScanner, type MarkupTag, createMarkupScanner } from './scan-markup.ts'

/**
 * What GitBook did with templates in a range of code. It kept code of the top level of a page as it was written, and
 * expanded what stands deeper, in Markdown or in elements of HTML.
 */
export type CodeKind = 'kept' | 'nested' | 'html' | 'inline-html'

/** A range of code. */
export interface CodeRange extends Range {
  readonly kind: CodeKind
}

/** Elements whose content is code that readers see (true), and elements whose content is no text at all. */
const ELEMENTS: ReadonlyMap<string, boolean> = new Map([
  ['code', true],
  ['pre', true],
  ['script', false],
  ['style', false],
  ['textarea', false],
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
  tokens.forEach((token, index) => {
    const [from, to] = linesOf(token, starts, text.length)
    // A heading or paragraph of the top level opens at level 0.
    const kind = token.level > (token.type === 'inline' ? 1 : 0) ? 'nested' : 'kept'
    if (token.type === 'formula_block') found.push({ from, to, kind: 'nested' })
    else if (token.type === 'fence' || token.type === 'code_block') found.push({ from, to, kind })
    else if (token.type === 'html_block') scan.kept([{ from, to }], false)
    // A pipe cuts a code span of a table in two. Its author meant one all the same: rows are read whole, too.
    else if (token.type === 'tr_open') scan.nested([{ from, to }], true)
    else if (isCell(tokens[index - 1])) scanCell(cellParts(token, text), true)
    else if (token.type === 'inline') {
      const before = found.length
      scan[kind](inlineParts(token, text), true)
      if (kind === 'kept') append(found, inMarkup(found.splice(before), token, text))
      append(found, formulasIn(inlineParts(token, text), text))
    }
  })
  const elements = elementRanges(tags)
  return merged([...found, ...outside(elements, found)])
}

const SYNTAX = { dollars: false, brackets: 'likely', isLoose: true } as const

/** Formulas of running text that could be taken for templates, where code has not been found already. */
function formulasIn(parts: readonly Range[], text: string): readonly CodeRange[] {
  const [first, last] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0]
  if (!/\{[{%#]/.test(text.slice(first, last))) return []
  const found: CodeRange[] = []
  let at = first
  while (at < last) {
    const formula = inlineFormula(text, at, SYNTAX, found.at(-1)?.to === at)
    if (formula !== undefined && formula.end <= last)
      found.push({ from: at, to: formula.end, kind: 'nested' })
    at = formula !== undefined && formula.end <= last ? formula.end : at + 1
  }
  return found
}

/**
 * Code spans of running text, told by what is around them: those in emphasis and in the words of links lie deeper. Asked
 * only where it makes a difference, because the text is parsed for it.
 */
function inMarkup(found: readonly CodeRange[], token: Token, text: string): readonly CodeRange[] {
  const isSpan = ({ from }: Range): boolean => text[from] === '`'
  if (!found.some((range) => isSpan(range) && /\{[{%]/.test(text.slice(range.from, range.to))))
    return found
  const children: Token[] = []
  ENGINE.inline.parse(token.content, ENGINE, {}, children)
  const levels = children.filter(({ type }) => type === 'code_inline').map(({ level }) => level)
  const spans = found.filter(isSpan)
  if (levels.length !== spans.length) return found
  const deeper = new Set(spans.filter((_, index) => (levels[index] ?? 0) > 0))
  return found.map((range) => (deeper.has(range) ? { ...range, kind: 'nested' } : range))
}

/** The parser of pages as far as blocks go. */
function createBlockEngine(): Engine {
  const engine = createStructureEngine()
  engine.use(deflist)
  footnotes(engine)
  formulaBlocks(engine, { brackets: 'likely' })
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

/** Where a cell ends: at the next pipe without a backslash. */
function cellEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && (text[at] !== '|' || text[at - 1] === '\\')) at += 1
  return at
}

/** Ranges between the tags of code elements, in order; one that never ends is no range. */
function elementRanges(tags: readonly MarkupTag[]): readonly CodeRange[] {
  const closingOf = closingFinder(tags)
  const found: CodeRange[] = []
  let done = 0
  for (const { name, closing, isInline, from, to } of tags) {
    const isShown = ELEMENTS.get(name)
    if (isShown === undefined || closing || from < done) continue
    const end = closingOf(name, to)
    if (end === undefined) continue
    const kind = isInline ? 'inline-html' : 'html'
    found.push({ from: to, to: end, kind: isShown ? kind : 'kept' })
    done = end
  }
  return found
}

/** Finds where the first closing tag of a name begins behind an offset; asked in order of offsets. */
function closingFinder(
  tags: readonly MarkupTag[],
): (name: string, from: number) => number | undefined {
  const closings = new Map<string, { readonly starts: number[]; next: number }>()
  for (const { name, closing, from } of tags) {
    if (!closing) continue
    const known = closings.get(name)
    if (known === undefined) closings.set(name, { starts: [from], next: 0 })
    else known.starts.push(from)
  }
  return (name, from) => {
    const known = closings.get(name)
    if (known === undefined) return undefined
    while ((known.starts[known.next] ?? Infinity) < from) known.next += 1
    return known.starts[known.next]
  }
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
