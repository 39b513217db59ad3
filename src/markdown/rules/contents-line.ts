// `[TOC]` and its like, alone in a paragraph: other programs put a list of the headings there. Every page has one beside
// its text, so that the sign is nothing for readers, as the `<!-- toc -->` of plugins is. CSDN gives the list a title
// (`@[TOC](Contents)`), and kramdown puts it in the place of a list (`* TOC`, below it `{:toc}`).
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { Makers } from '../to-tree.ts'

const LINE = /^(?:\[toc\]|@\[toc\](?:\([^()\n]*\))?|\[\[_?toc_?\]\]|\{:[ \t]*toc[ \t]*\})$/i
const WORD = /toc/i
/** What stands in the only item of a list. */
const ITEM = /^[^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}$/i

/** What stands in the place of the paragraph. */
const SIGN = 'contents_line'

/** Adds the rule. */
export function contentsLine(md: MarkdownIt): void {
  md.core.ruler.after('block', SIGN, dropLines)
}

/** Nothing on the page, and nothing in its Markdown. */
export const contentsLineMakers: Makers = { [SIGN]: (making) => making.rewrite() }

function dropLines(state: StateCore): void {
  if (!WORD.test(state.src)) return
  // What a page defines as a link is one.
  if (state.env.references?.['TOC'] !== undefined) return
  const { tokens } = state
  /** From which token to which one nothing is shown, by the first of them. */
  const dropped = new Map<number, number>()
  for (const [index, { type, content }] of tokens.entries()) {
    if (type !== 'inline') continue
    const text = content.trim()
    if (LINE.test(text) && isBetween(tokens, index, ['paragraph']))
      dropped.set(index - 1, index + 1)
    else if (ITEM.test(text) && isBetween(tokens, index, ['paragraph', 'list_item', 'list']))
      dropped.set(index - 3, index + 3)
  }
  if (dropped.size === 0) return
  let last = -1
  state.tokens = tokens.flatMap((token, index) => {
    if (index <= last) return []
    const end = dropped.get(index)
    last = end ?? last
    return end === undefined ? token : new state.Token(SIGN, '', 0)
  })
}

/** Do these elements, from the inside out, hold nothing but this token? */
function isBetween(tokens: readonly Token[], index: number, names: readonly string[]): boolean {
  return names.every(
    (name, depth) =>
      tokens[index - depth - 1]?.type.endsWith(`${name}_open`) === true &&
      tokens[index + depth + 1]?.type.endsWith(`${name}_close`) === true,
  )
}
