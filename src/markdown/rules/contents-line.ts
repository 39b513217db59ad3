// `[TOC]` and its like, alone in a paragraph: other programs put a list of the headings there. Every page has one beside
// its text, so that the sign is nothing for readers, as the `<!-- toc -->` of plugins is.
import type { MarkdownIt, StateCore } from 'markdown-it'

const LINE = /^(?:@?\[toc\]|\[\[_?toc_?\]\]|\{:toc\})$/i

/** Adds the rule. */
export function contentsLine(md: MarkdownIt): void {
  md.core.ruler.after('block', 'contents_line', dropLines)
}

function dropLines(state: StateCore): void {
  // What a page defines as a link is one.
  if (state.env.references?.['TOC'] !== undefined) return
  const { tokens } = state
  const isLine = (index: number): boolean =>
    tokens[index]?.type === 'inline' &&
    LINE.test(tokens[index]?.content.trim() ?? '') &&
    tokens[index - 1]?.type === 'paragraph_open'
  const around = (index: number): boolean => [index - 1, index, index + 1].some(isLine)
  if (tokens.some((_token, index) => isLine(index)))
    state.tokens = tokens.filter((_token, index) => !around(index))
}
