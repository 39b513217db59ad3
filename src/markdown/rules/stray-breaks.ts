// A backslash at the end of a paragraph, or alone in one: GitBook.com's editor writes it for an empty line, and nobody sees
// it there.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { pageOf } from '../page.ts'

/** Adds the rule. */
export function strayBreaks(md: MarkdownIt): void {
  md.core.ruler.before('text_join', 'stray_breaks', dropBreaks)
}

function dropBreaks(state: StateCore): void {
  if (pageOf(state.env)?.isOfGitbookCom !== true) return
  state.tokens.forEach((block, index) => {
    if (block.type !== 'inline' || !block.content.endsWith('\\') || block.children === null) return
    if (dropLast(block.children) && block.children.length === 0)
      for (const token of [state.tokens[index - 1], block, state.tokens[index + 1]]) hide(token)
  })
}

/** Takes the backslash away, with line breaks before it. One that was escaped is no text of its own here. */
function dropLast(children: Token[]): boolean {
  const last = children.at(-1)
  if (last?.type !== 'text' || !last.content.endsWith('\\')) return false
  last.content = last.content.slice(0, -1).trimEnd()
  while (isNothing(children.at(-1))) children.pop()
  return true
}

function isNothing(token: Token | undefined): boolean {
  if (token === undefined) return false
  const { type, content } = token
  return type === 'hardbreak' || type === 'softbreak' || (type === 'text' && content === '')
}

function hide(token: Token | undefined): void {
  if (token !== undefined) token.hidden = true
}
