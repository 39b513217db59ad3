// `##Title` was a heading in GitBook and is text in CommonMark. Books, Chinese ones above all, are full of it, so it stays
// a heading, and so does `#1 - Title` where it stands alone. With one mark it ends no paragraph where it may be a hashtag
// or a comment. The author of a page hears of both.
import { isIndented, startOf } from './state-lines.ts'
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'
import { type PageState, pageOf } from '../page.ts'
import { problem } from '../../messages/problem.ts'

// With one mark a line may be a hashtag, several of them, the number of an issue, or a line of C.
const DIRECTIVE = '(?:include|define|undef|ifn?def|endif|pragma)\\b'
/** What a title may begin with besides letters: signs that open, and marks of Markdown and HTML. */
const OPENING = '[\\p{Ps}\\p{Pi}"\'¿¡*_`<]'
/** Figures that a word goes on with: `#3DS`, `#2023年`. `#12`, also `#12の`, is an issue, `#3rd` a remark, `#1E90FF` a color. */
const COUNTED =
  '(?![0-9A-Fa-f]{3,8}(?![\\p{L}\\p{N}]))(?!.*\\s#\\p{Nd})\\p{Nd}+(?![のをはがでにともへや])[\\p{Lu}\\p{Lo}]'
const ONE = `(?=${OPENING}*(?:\\p{L}|${COUNTED}))(?!${DIRECTIVE})(?!.*\\s#\\p{L})`
const SEVERAL = '#{2,6}(?=[\\p{L}\\p{N}]|[^\\s#!].*[\\p{L}\\p{N}])'
// Other blanks than spaces are no spaces to Markdown: those that Option and Space, and Chinese keyboards, write.
const BLANK = '(?=[\\u00A0\\u3000]+[\\p{L}\\p{N}])'
const MARKS = `(#{1,6}${BLANK}|${SEVERAL}|#${ONE})`
const AT_START = new RegExp(`^${MARKS}`, 'u')
const ANYWHERE = new RegExp(`^[ \\t]*${MARKS}`, 'gmu')
/** What ends the paragraph before: several marks, or one before a letter that no hashtag or comment begins with. */
const WITHIN = new RegExp(
  `^(?:${SEVERAL}|#(?=[\\p{Lu}\\p{Lo}¿¡《【「『]|\\p{Nd}+\\p{Lo})${ONE})`,
  'u',
)
/** `#1 - One codebase`: a number with a title behind it, and no other number of an issue. */
const NUMBERED = /^#(?=\d+(?:[.):]|\s+[-–—:])\s*\p{L})(?!.*\s#\d)/u
const CLOSING_MARKS = /[ \t]+#+[ \t]*$|[ \t]+$/

/** Adds the rule. */
export function headingSpace(md: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote']
  md.block.ruler.before('paragraph', 'heading_space', readHeading, { alt })
}

/** Adds what is said of such headings. */
export function reportHeadingSpace(md: MarkdownIt): void {
  md.core.ruler.after('block', 'heading_space', findMistakes)
}

/** The marks of a heading without a space that a line is, behind an empty line or within a block. */
export function unspacedMarks(line: string, isWithin: boolean): string | undefined {
  return (isWithin ? WITHIN : AT_START).exec(line)?.[0]
}

function readHeading(state: StateBlock, line: number, _last: number, silent: boolean): boolean {
  const start = startOf(state, line)
  if (state.src.charCodeAt(start) !== 0x23 || isIndented(state, line)) return false
  const text = state.src.slice(start, state.eMarks[line])
  if (silent) return WITHIN.test(text)
  const marks =
    AT_START.exec(text)?.[0] ?? (isAlone(state, line) ? NUMBERED.exec(text)?.[0] : undefined)
  if (marks === undefined) return false
  state.line = line + 1
  const tag = `h${marks.length}`
  const open = state.push('heading_open', tag, 1)
  open.markup = marks
  open.map = [line, state.line]
  const title = text.slice(marks.length).replace(/^[\u00A0\u3000]+/, '')
  open.meta = { withoutSpace: true, hasBlank: title.length < text.length - marks.length }
  const inline = state.push('inline', '', 0)
  inline.content = withoutClosing(title, marks)
  inline.map = [line, state.line]
  inline.children = []
  state.push('heading_close', tag, -1).markup = marks
  return true
}

/** `##Title##` ends like `## Title ##`; one sign at the end, or more than at the beginning, may be a name's: `##C#`. */
function withoutClosing(text: string, marks: string): string {
  const plain = text.replace(CLOSING_MARKS, '')
  const isClosed = marks.length > 1 && plain.endsWith(marks) && !plain.endsWith(`#${marks}`)
  return isClosed ? plain.slice(0, -marks.length).trimEnd() : plain
}

/** A line that is the whole of its block: one that begins a paragraph may be a sentence about an issue. */
function isAlone(state: StateBlock, line: number): boolean {
  return line + 1 >= state.lineMax || state.isEmpty(line + 1)
}

function findMistakes(state: StateCore): void {
  const page = pageOf(state.env)
  if (page === undefined) return
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline') return
    const before = state.tokens[index - 1]
    if (before !== undefined && isWithoutSpace(before)) reportHeading(page, token, before)
    else if (before?.type === 'paragraph_open' && token.content.includes('#'))
      for (const found of token.content.matchAll(ANYWHERE)) reportText(page, token, found)
  })
}

interface WithoutSpace {
  readonly withoutSpace?: true
  /** Of another kind. */
  readonly hasBlank?: boolean
}

function isWithoutSpace(token: Token): boolean {
  return (token.meta as WithoutSpace | null)?.withoutSpace === true
}

function reportHeading(page: PageState, inline: Token, heading: Token): void {
  const { file, start: end } = page.place(inline, { from: 0, to: 0 })
  const { hasBlank = false } = heading.meta as WithoutSpace
  const marks = heading.markup
  const at =
    end === undefined
      ? { file }
      : { file, start: { line: end.line, column: end.column - marks.length }, end }
  page.diagnostics.push(
    problem(
      'markdown/heading-without-space',
      at,
      { case: hasBlank ? 'blank' : 'heading', marks },
      { severity: 'info' },
    ),
  )
}

function reportText(page: PageState, block: Token, found: RegExpExecArray): void {
  const [whole, marks = ''] = found
  const from = found.index + whole.length - marks.length
  const at = page.place(block, { from, to: from + marks.length })
  page.diagnostics.push(problem('markdown/heading-without-space', at, { case: 'text', marks }))
}
