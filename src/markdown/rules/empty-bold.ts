// Bold text without words, `****`, and code without signs: GitBook.com's editor left them behind wherever somebody took the
// words away, and stars also between two bold words that stand side by side. CommonMark goes first; what it leaves over of
// four stars is nothing.
import type { Delimiter, MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it'
import { pageOf } from '../page.ts'
import { lineOf } from './state-lines.ts'
import { delimitersOf, partnersOf } from './strikethrough.ts'

const STAR = 0x2a
const BACKTICK = 0x60
const BACKSLASH = 0x5c

/** Adds the rules. */
export function emptyBold(md: MarkdownIt): void {
  md.inline.ruler2.before('emphasis', 'empty_bold', (state) => {
    if (pageOf(state.env)?.isOfGitbookCom !== true) return
    for (const delimiters of delimitersOf(state)) dropIn(state, delimiters)
  })
  md.block.ruler.before('hr', 'empty_bold', afterBreak, { alt: ['paragraph', 'reference'] })
  md.inline.ruler.before('backticks', 'empty_code', emptyCode)
  md.core.ruler.before('text_join', 'empty_bold', hideEmpty)
}

/** Behind a backslash that breaks the line, four stars alone on theirs are no line across the page. */
function afterBreak(state: StateBlock, line: number, _last: number, silent: boolean): boolean {
  if (pageOf(state.env)?.isOfGitbookCom !== true || lineOf(state, line).trim() !== '****')
    return false
  const before = line > 0 ? (state.eMarks[line - 1] ?? 0) : 0
  const isBroken = state.src.charCodeAt(before - 1) === BACKSLASH
  if (!isBroken) return false
  if (!silent) state.line = line + 1
  return true
}

const NO_CODE = /``(?!`)(?:(?:\\?\n|[ \t])*``(?!`))?/y

/** `` `` `` alone, or around nothing but the end of a line. */
function emptyCode(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src.charCodeAt(pos) !== BACKTICK || src.charCodeAt(pos - 1) === BACKTICK) return false
  if (pageOf(state.env)?.isOfGitbookCom !== true) return false
  NO_CODE.lastIndex = pos
  const [found] = NO_CODE.exec(src) ?? []
  if (found === undefined || (found.length === 2 && src.includes('``', pos + 2))) return false
  if (!silent) state.push('text', '', 0).content = ''
  state.pos += found.length
  return true
}

/** What is left over of a run: one mark after the other. */
interface Rest {
  readonly from: number
  readonly to: number
  /** Of the whole run. */
  readonly length: number
}

function dropIn(state: StateInline, delimiters: readonly Delimiter[]): void {
  if (!delimiters.some(({ marker, length }) => marker === STAR && length === 4)) return
  const partners = partnersOf(delimiters)
  const rests = restsOf(delimiters, partners)
  for (const [index, rest] of rests.entries()) {
    if (rest.length !== 4) continue
    const next = rests[index + 1]
    const isPair = size(rest) === 2 && next?.length === 2 && size(next) === 2
    if (isPair && !isCrossed(partners, rest, next)) pair(delimiters, rest, next)
    else drop(state, delimiters.slice(rest.from, rest.to))
  }
}

function drop({ tokens }: StateInline, marks: readonly Delimiter[]): void {
  for (const mark of marks) {
    const token = tokens[mark.token]
    if (token !== undefined) token.content = ''
  }
}

function size({ from, to }: Rest): number {
  return to - from
}

/** The marks of stars that stand in no pair, by their runs. */
function restsOf(delimiters: readonly Delimiter[], partners: readonly number[]): readonly Rest[] {
  const isPaired = (at: number): boolean => (partners[at] ?? -1) >= 0
  const rests: Rest[] = []
  for (let at = 0; at < delimiters.length;) {
    const { marker, length = 1 } = delimiters[at] ?? {}
    const end = at + (marker === STAR ? length : 1)
    let from = at
    if (marker === STAR)
      while (from < end) {
        if (isPaired(from)) from += 1
        else {
          let to = from
          while (to < end && !isPaired(to)) to += 1
          rests.push({ from, to, length })
          from = to
        }
      }
    at = end
  }
  return rests
}

/** Does a pair begin or end between two that ends or begins elsewhere? */
function isCrossed(partners: readonly number[], open: Rest, close: Rest): boolean {
  return partners
    .slice(open.to, close.from)
    .some((partner) => partner >= 0 && (partner < open.to || partner >= close.from))
}

/** Bold words side by side: `**a**** b**`. */
function pair(delimiters: readonly Delimiter[], open: Rest, close: Rest): void {
  for (let index = 0; index < 2; index++) {
    const mark = delimiters[open.to - 1 - index]
    if (mark !== undefined) mark.end = close.from + index
  }
}

/** A paragraph of nothing else is none. */
function hideEmpty(state: StateCore): void {
  if (pageOf(state.env)?.isOfGitbookCom !== true) return
  state.tokens.forEach((block, index) => {
    if (block.type !== 'inline' || !block.content.includes('****')) return
    const isEmpty = block.children?.every(
      ({ type, content }) => type.startsWith('text') && content.trim() === '',
    )
    if (isEmpty !== true || state.tokens[index - 1]?.type !== 'paragraph_open') return
    for (const at of [index - 1, index, index + 1]) {
      const token = state.tokens[at]
      if (token !== undefined) token.hidden = true
    }
  })
}
