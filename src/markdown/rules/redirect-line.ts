// `!REDIRECT "https://example.org/"` alone on the first line of a paragraph: a plugin of GitBook sent readers on from such a
// page. The page stays, so that nothing on it is lost, with a link to where it leads.
import type { Range } from '../../core/range.ts'
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'
import { problem } from '../../messages/problem.ts'
import { pageOf } from '../page.ts'
import { type Remark, createRemark, ranges, wholes } from '../remarks.ts'

const SIGN = '!REDIRECT'
const LINE = /^!REDIRECT[ \t]+(["'])([^"'\s<>]+)\1[ \t]*(?=\n|$)/

/** On the link that stands for the line. */
const redirected: Remark<Range> = createRemark()

/** Adds the rule. */
export function redirectLine(md: MarkdownIt): void {
  md.inline.ruler.before('image', 'redirect_line', lineAsLink)
  md.core.ruler.after('inline', 'redirect_lines', reportLines)
}

function lineAsLink(state: StateInline, silent: boolean): boolean {
  if (state.pos !== 0 || !state.src.startsWith(SIGN)) return false
  const [line = '', , href] = LINE.exec(state.src) ?? []
  if (href === undefined) return false
  if (!silent) {
    const from = line.indexOf(href)
    const open = state.push('link_open', 'a', 1)
    open.attrs = [['href', href]]
    ranges.set(open, { from, to: from + href.length })
    wholes.set(open, { from: 0, to: line.trimEnd().length })
    redirected.set(open, { from: 0, to: line.trimEnd().length })
    state.push('text', '', 0).content = href
    state.push('link_close', 'a', -1)
  }
  state.pos = line.length
  return true
}

function reportLines(state: StateCore): void {
  if (!state.src.includes(SIGN)) return
  const page = pageOf(state.env)
  state.tokens.forEach((block, index) => {
    const link = block.children?.[0]
    const range = redirected.of(link)
    if (range === undefined) return
    markParagraph(state.tokens[index - 1])
    const to = String(link?.attrGet('href') ?? '')
    page?.diagnostics.push(problem('plugins/redirect-line', page.place(block, range), { to }))
  })
}

/** The line is no description of the page. */
function markParagraph(paragraph: Token | undefined): void {
  if (paragraph?.type === 'paragraph_open') paragraph.attrSet('class', 'redirect')
}
