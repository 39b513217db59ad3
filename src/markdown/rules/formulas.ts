// Formulas: `$$…$$` in a line, alone in a paragraph or on lines of its own, as GitBook and its plugins read it, and where a
// book asks for it `$…$`, `\(…\)` and `\[…\]`. A formula ends where its container ends, and never goes across a heading.
import { isIndented, startOf } from './state-lines.ts'
import type { Range } from '../../core/range.ts'
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { problem } from '../../messages/problem.ts'
import type { MathFacts } from '../../tree/facts.ts'
import type { Block, SourceRange } from '../../tree/node.ts'
import { withoutDelimiters } from '../../tree/tex.ts'
import { pageOf } from '../page.ts'
import { type Remark, createRemark, ranges } from '../remarks.ts'
import type { Makers, TreeContext } from '../to-tree.ts'
import { ENVIRONMENT, type FormulaSyntax, type Inline, inlineFormula } from './formula-spans.ts'

/** What a token of a formula says. */
interface Facts {
  readonly tex: string
  readonly display: boolean
  /** Of the TeX of a block, in the text of the page. */
  readonly at?: Range
}

const formulasOf: Remark<Facts> = createRemark()
const INLINE = 'formula'
const BLOCK = 'formula_block'
const HEADING = /^#{1,6}(?:\s|$)/
const FENCE = /^(?:`{3,}|~{3,})/

/** Adds the rule for blocks: where formulas are is asked by those who only look for code, too. */
export function formulaBlocks(md: MarkdownIt, { brackets }: Pick<FormulaSyntax, 'brackets'>): void {
  md.block.ruler.before(
    'fence',
    BLOCK,
    (state, line, last, silent) => readBlock(state, [line, last], silent, brackets !== 'never'),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

/** Adds all rules. */
export function formulas(md: MarkdownIt, syntax: FormulaSyntax): void {
  formulaBlocks(md, syntax)
  md.inline.ruler.before('escape', INLINE, (state, silent) => readInline(state, silent, syntax))
  md.core.ruler.after('inline', INLINE, (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type === 'fence') asBlock(token)
      else if (token.type === 'paragraph_open') standAlone(state, index)
    })
    reportOpen(state)
    if (state.tokens.some(({ type }) => type === REMOVED))
      state.tokens = state.tokens.filter(({ type }) => type !== REMOVED)
  })
}

function lineOf(state: StateBlock, line: number): { readonly from: number; readonly text: string } {
  const from = startOf(state, line)
  return { from, text: state.src.slice(from, state.eMarks[line]) }
}

/** What a line has to say about a formula that may begin with it. */
interface FormulaStart {
  readonly from: number
  readonly opener: string
  readonly closer: string
  /** Of the line, after the signs that begin the formula. */
  readonly rest: string
  readonly isAlone: boolean
}

function openingOf(
  state: StateBlock,
  line: number,
  withBrackets: boolean,
): FormulaStart | undefined {
  const sign = state.src.charCodeAt(startOf(state, line))
  if (sign !== 0x24 /* $ */ && sign !== 0x5c /* \ */) return undefined
  const { from, text } = lineOf(state, line)
  const pattern = withBrackets ? /^(?:\$\$|\\{1,2}\[)/ : /^\$\$/
  const opener = pattern.exec(text)?.[0]
  if (opener === undefined || isIndented(state, line)) return undefined
  const rest = text.slice(opener.length)
  const isAlone = rest.trim() === ''
  const closer = opener === '$$' ? '$$' : opener.replace('[', ']')
  if (rest.includes(closer) || (opener !== '$$' && !isAlone)) return undefined
  return { from, opener, closer, rest, isAlone }
}

function readBlock(
  state: StateBlock,
  [line, last]: readonly [number, number],
  silent: boolean,
  withBrackets: boolean,
): boolean {
  const opening = openingOf(state, line, withBrackets)
  if (opening === undefined || (silent && !opening.isAlone)) return false
  const end = closingLine(state, line, last, opening)
  if (silent || end === undefined) {
    if (!silent && opening.isAlone && opening.opener === '$$') noteOpen(state, line, opening.from)
    return end !== undefined
  }
  addBlock(state, [line, end], opening)
  return true
}

/** The line that a formula ends with, and with nothing behind it. */
function closingLine(
  state: StateBlock,
  first: number,
  last: number,
  { closer, isAlone }: { readonly closer: string; readonly isAlone: boolean },
): number | undefined {
  for (let line = first + 1; line < last; line++) {
    if (state.isEmpty(line)) {
      if (!isAlone) return undefined
      continue
    }
    if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined
    const { text } = lineOf(state, line)
    if (HEADING.test(text) || FENCE.test(text)) return undefined
    const at = text.indexOf(closer)
    if (at >= 0) return text.slice(at + closer.length).trim() === '' ? line : undefined
  }
  return undefined
}

function addBlock(
  state: StateBlock,
  [first, end]: readonly [number, number],
  { rest, closer }: FormulaStart,
): void {
  const inside = state.getLines(first + 1, end, state.blkIndent, true)
  const { text, from } = lineOf(state, end)
  const before = text.slice(0, text.indexOf(closer))
  const start = (state.eMarks[first] ?? 0) - rest.length
  const token = state.push(BLOCK, '', 0)
  token.content = `${rest}\n${inside}${before}`
  token.map = [first, end + 1]
  token.block = true
  const written = state.src.slice(start, from + before.length)
  const at = {
    from: start + written.length - written.trimStart().length,
    to: start + written.trimEnd().length,
  }
  formulasOf.set(token, { tex: token.content, display: true, at })
  state.line = end + 1
}

/** Where two dollars stand alone on a line and no line of the block ends them: the paragraph that they begin may. */
const opened = new WeakMap<object, { readonly line: number; readonly from: number }[]>()

function noteOpen(state: StateBlock, line: number, from: number): void {
  if (pageOf(state.env) === undefined || state.parentType === 'paragraph') return
  const known = opened.get(state.env)
  if (known === undefined) opened.set(state.env, [{ line, from }])
  else known.push({ line, from })
}

/** Tells of dollars that are shown. */
function reportOpen({ env, tokens }: StateCore): void {
  const page = pageOf(env)
  const found = opened.get(env)
  if (page === undefined || found === undefined) return
  const paragraphs = tokens.filter(({ type }) => type === 'inline')
  const begun = new Map(paragraphs.map((token) => [token.map?.[0], token]))
  for (const { line, from } of found) {
    const [first] = begun.get(line)?.children ?? []
    if (first === undefined || first.content.startsWith('$$'))
      page.diagnostics.push(problem('formulas/never-ends', page.placeAt(from, 2)))
  }
}

function readInline(state: StateInline, silent: boolean, syntax: FormulaSyntax): boolean {
  const isBehind = state.pending === '' && state.tokens.at(-1)?.type === INLINE
  const found = inlineFormula(state.src, state.pos, syntax, isBehind)
  if (found === undefined) return false
  if (!silent) {
    const token = state.push(INLINE, '', 0)
    token.content = found.tex
    ranges.set(token, { from: found.from, to: found.to })
    formulasOf.set(token, { tex: found.tex, display: isDisplay(found) })
  }
  state.pos = found.end
  return true
}

/** What TeX has on lines of its own only. */
const LINES = /\\begin\{(?:equation|align|alignat|gather|multline|eqnarray|split|CD)\*?\}|\\tag\b/

function isDisplay({ opener, tex }: Inline): boolean {
  if (opener === ENVIRONMENT) return true
  return opener.endsWith('[') || (opener === '$$' && (/^[ \t]*\n/.test(tex) || LINES.test(tex)))
}

/** A paragraph that is nothing but a formula between two dollars. */
function standAlone({ tokens }: StateCore, index: number): void {
  const [open, inline, close] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (open === undefined || inline === undefined || close === undefined) return
  const only = onlyFormula(inline)
  if (only === undefined) return
  const isFirst = tokens[index - 1]?.type === 'list_item_open'
  if (!makeDisplay(only, inline.content.startsWith('$$') && !isFirst) || open.hidden) return
  open.type = REMOVED
  close.type = REMOVED
}

function onlyFormula({ children }: Token): Token | undefined {
  const only = children?.[0]
  return children?.length === 1 && only?.type === INLINE ? only : undefined
}

/** What a list item begins with is a line of it, unless the formula says that it is none. */
function makeDisplay(token: Token, isWanted: boolean): boolean {
  const facts = formulasOf.of(token)
  if (facts === undefined || !(facts.display || isWanted)) return false
  formulasOf.set(token, { ...facts, display: true })
  return true
}

const REMOVED = 'removed'

/** A fence that says that it holds a formula. */
function asBlock(token: Token): void {
  if (!/^\s*\{?\s*(?:math|katex)\b/i.test(token.info)) return
  token.type = BLOCK
  formulasOf.set(token, { tex: token.content, display: true })
}

/** Formulas of the tree; they are set when all of a page are there. */
export const formulaMakers: Makers = {
  [INLINE]: (making, token) => {
    const range = ranges.of(token) ?? { from: 0, to: 0 }
    const isInText = making.tokens.length > 1 || making.block === undefined
    add(making, token, { source: making.sourceOf(making.block), ...range }, isInText)
  },
  [BLOCK]: (making, token) => {
    const range = formulasOf.of(token)?.at ?? { from: 0, to: 0 }
    add(making, token, { source: making.page, ...range }, false)
  },
}

function add(making: TreeContext, token: Token, at: SourceRange, isInText: boolean): void {
  const { tex, display } = formulasOf.of(token) ?? { tex: token.content, display: false }
  const node: Block & MathFacts = {
    kind: 'block',
    block: 'math',
    tex: withoutDelimiters(tex),
    display,
    ...(isInText ? { isInText } : {}),
    source: at.source,
    at,
    children: [],
  }
  making.builder.add(node)
}
