// `[TOC]` and its like, alone in a paragraph: other programs put a list of the headings there. Every page has one beside
// its text, so that the sign is nothing for readers, as the `<!-- toc -->` of plugins is.
import type { MarkdownIt, StateCore } from 'markdown-it'
import type { Makers } from '../to-tree.ts'

const LINE = /^(?:@?\[toc\]|\[\[_?toc_?\]\]|\{:toc\})$/i

/** What stands in the place of the paragraph. */
const SIGN = 'contents_line'

/** Adds the rule. */
export function contentsLine(md: MarkdownIt): void {
  md.core.ruler.after('block', SIGN, dropLines)
}

/** Nothing on the page, and nothing in its Markdown. */
export const contentsLineMakers: Makers = { [SIGN]: (making) => making.rewrite() }

function dropLines(state: StateCore): void {
  // What a page defines as a link is one.
  if (state.env.references?.['TOC'] !== undefined) return
  const { tokens } = state
  const isLine = (index: number): boolean =>
    tokens[index]?.type === 'inline' &&
    LINE.test(tokens[index]?.content.trim() ?? '') &&
    tokens[index - 1]?.type === 'paragraph_open'
  if (!tokens.some((_token, index) => isLine(index))) return
  state.tokens = tokens.flatMap((token, index) => {
    if (isLine(index)) return new state.Token(SIGN, '', 0)
    return isLine(index - 1) || isLine(index + 1) ? [] : token
  })
}
