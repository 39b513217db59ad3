// `##Title` was a heading in GitBook and is text in CommonMark. It stays text, and its author hears of it.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { type PageState, pageOf } from '../page.ts'
import { headingWithoutSpace } from '../problems.ts'

const LOOKS_LIKE_HEADING = /^[ \t]*(#{2,6})(?=[\p{L}\p{N}])/gmu
const FIRST_LINE = /^(#)(?=[\p{L}\p{N}])/u

/** Adds the rule. */
export function headingSpace(md: MarkdownIt): void {
  md.core.ruler.after('block', 'heading_space', findMistakes)
}

function findMistakes(state: StateCore): void {
  const page = pageOf(state.env)
  if (page === undefined) return
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') continue
    if (!token.content.includes('#')) continue
    const first = state.tokens[index - 1]
    if (index === 1 && first?.map?.[0] === 0) report(page, token, FIRST_LINE.exec(token.content))
    for (const found of token.content.matchAll(LOOKS_LIKE_HEADING)) report(page, token, found)
  }
}

function report(page: PageState, block: Token, found: RegExpExecArray | null): void {
  if (found === null) return
  const [whole, marks = ''] = found
  const from = found.index + whole.length - marks.length
  const at = page.place(block, { from, to: from + marks.length })
  page.diagnostics.push(headingWithoutSpace(at, marks))
}
