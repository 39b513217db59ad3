// Raw HTML begins only what also ends. CommonMark lets a comment, an instruction or a script without an end take the rest
// of the page; here it is text, and so is what follows it. And a line that holds nothing but `<Name>` begins no block of
// HTML when HTML has no such element: it is a line of words.
import { lineOf, startOf } from './state-lines.ts'
import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it'
import { isHtmlName } from '../../tree/names.ts'
import { declarationEnd } from '../../tree/scan.ts'
import { ranges } from '../remarks.ts'
import { looseTagEnd } from './html-loose.ts'
import { type EndFinder, htmlEnd, tagAmongWords } from './html-reach.ts'
import { htmlTail } from './html-tail.ts'
import { unitEnd } from './html-units.ts'
import { ruleOf } from './rule-of.ts'

const DECLARATION = /^<![A-Za-z]/

/** What lasts until something that is not an empty line, with that end. */
const LASTING: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  ...['script', 'pre', 'style', 'textarea'].map(
    (name) => [new RegExp(`^<${name}(?=[\\s>]|$)`, 'i'), new RegExp(`</${name}>`, 'i')] as const,
  ),
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [DECLARATION, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]
const NAME = /^<\/?([a-z][^\s/>]*)/i
/** In running text only what certainly was to be markup is worth a remark. */
const UNENDED = /<!--|<\?(?=[a-z])|<!\[CDATA\[|<!(?=DOCTYPE\b)/iy

/** A tag up to the quote of an attribute. */
const QUOTED =
  /<([a-z][a-z0-9-]*)(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s+[\w:-]+\s*=\s*(["'])/iy

/** A rule of markdown-it for blocks. */
type RuleBlock = (state: StateBlock, line: number, last: number, silent: boolean) => boolean

/** Changes where HTML begins, and where it ends. */
export function html(md: MarkdownIt): void {
  const block = ruleOf(md.block.ruler, 'html_block')
  md.block.ruler.at(
    'html_block',
    (state, line, last, silent) => {
      if (!isHtml(state, line, last)) return false
      if (silent) return block(state, line, last, true)
      if (kindOf(lineOf(state, line)) >= 0) return lasting(block, state, line, last)
      if (!unit(state, line, last) && !ending(block, state, line, last)) return false
      htmlTail(state, line)
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
  const inline = ruleOf(md.inline.ruler, 'html_inline')
  md.inline.ruler.at(
    'html_inline',
    (state, silent) =>
      (!isUnendedDeclaration(state) && inline(state, silent)) ||
      loose(state, silent) ||
      unended(state, silent),
  )
}

/** HTML that lasts until something that is not an empty line. */
function lasting(block: RuleBlock, state: StateBlock, line: number, last: number): boolean {
  const indent = state.blkIndent
  state.blkIndent = codeIndent(state, line, last)
  const isRead = block(state, line, last, false)
  state.blkIndent = indent
  return isRead
}

/** Code that is indented with its tag, all of it, is indented no further: a list wants less than its author gave. */
function codeIndent(state: StateBlock, first: number, last: number): number {
  const { blkIndent } = state
  const indent = state.sCount[first] ?? blkIndent
  if (indent <= blkIndent || !/^<pre(?=[\s>])/i.test(lineOf(state, first))) return blkIndent
  for (let line = first; line < last; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < indent) return blkIndent
    if (/<\/pre>/i.test(lineOf(state, line))) break
  }
  return indent
}

/** HTML that goes on behind empty lines. */
function unit(state: StateBlock, line: number, last: number): boolean {
  const end = unitEnd(state, line, last)
  if (end === undefined) return false
  reach(state, state.push('html_block', '', 0), line, end)
  return true
}

function isHtml(state: StateBlock, line: number, last: number): boolean {
  if (state.src.charCodeAt(startOf(state, line)) !== 0x3c /* < */) return false
  const first = lineOf(state, line)
  const kind = kindOf(first)
  if (kind < 0) return isHtmlName((NAME.exec(first)?.[1] ?? 'p').toLowerCase())
  return endOf(state, kind, line, last) !== undefined
}

/** HTML that for CommonMark lasts until an empty line, in the lines that its author meant to be HTML. */
function ending(block: RuleBlock, state: StateBlock, line: number, last: number): boolean {
  const among = tagAmongWords(state, line, last)
  if (among === 'words' || !block(state, line, line + 1, false)) return false
  const token = state.tokens.at(-1)
  if (token === undefined || among === 'block') return true
  const findEnd: EndFinder = (name, from) => endOf(state, kindOf(`<${name}`), from, last)
  reach(state, token, line, htmlEnd(state, line, last, findEnd))
  return true
}

/** Gives a block of HTML its lines. */
function reach(state: StateBlock, token: Token, line: number, end: number): void {
  state.line = end
  token.map = [line, end]
  // Where its lines stand is noted for a block without content.
  token.content = ''
  token.content = state.getLines(line, end, state.blkIndent, true)
}

/** Which of the kinds that last begins a text; -1 for none. */
function kindOf(text: string): number {
  return LASTING.findIndex(([begin]) => begin.test(text))
}

/** Up to which line an end was looked for in vain, by kind: nobody looks twice, so that time stays linear. */
const searched = new WeakMap<StateBlock, number[]>()

/** Finds the line on which what lasts ends in its container, from a line on; undefined when it does not. */
function endOf(state: StateBlock, kind: number, line: number, last: number): number | undefined {
  const [begin, end] = LASTING[kind] ?? [/^/, /^/]
  const vain = searched.get(state) ?? []
  searched.set(state, vain)
  if (line < (vain[kind] ?? 0)) return undefined
  let at = line
  for (; at < last; at++) {
    if ((state.sCount[at] ?? 0) < state.blkIndent && !state.isEmpty(at)) break
    if (!end.test(lineOf(state, at))) continue
    const isEnd =
      begin !== DECLARATION || declarationEnd(state.getLines(line, at + 1, 0, false), 0) > 0
    return isEnd ? at : undefined
  }
  vain[kind] = at
  return undefined
}

/** A tag that only browsers read. */
function loose(state: StateInline, silent: boolean): boolean {
  const end = state.src[state.pos] === '<' ? looseTagEnd(state.src, state.pos) : -1
  if (end < 0) return false
  if (!silent) {
    const token = state.push('html_inline', '', 0)
    token.content = state.src.slice(state.pos, end)
    // What is an address by itself is no link within one.
    if (/^<a\s/i.test(token.content)) state.linkLevel++
  }
  state.pos = end
  return true
}

/** The beginning of markup that does not end in its block, as a token of its own: its author hears of it. */
function unended(state: StateInline, silent: boolean): boolean {
  UNENDED.lastIndex = state.pos
  const found = UNENDED.exec(state.src)?.[0] ?? (isUnquoted(state) ? '<' : undefined)
  if (found === undefined) return false
  if (!silent) {
    const token = state.push('html_unended', '', 0)
    token.content = found
    ranges.set(token, { from: state.pos, to: state.pos + found.length })
  }
  state.pos += found.length
  return true
}

/** CommonMark takes everything before the next `>`, the tags of others too. */
function isUnendedDeclaration({ src, pos }: StateInline): boolean {
  return (
    src.startsWith('<!', pos) && /[a-z]/i.test(src[pos + 2] ?? '') && declarationEnd(src, pos) < 0
  )
}

/** A tag of HTML with a quote that is never closed. */
function isUnquoted({ src, pos }: StateInline): boolean {
  QUOTED.lastIndex = pos
  const [found = '', name = '', quote = ''] = QUOTED.exec(src) ?? []
  return (
    quote !== '' && isHtmlName(name.toLowerCase()) && src.indexOf(quote, pos + found.length) < 0
  )
}
