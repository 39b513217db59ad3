// Lines that look like the beginning of a block, and begin none: `::: tpi`, `!!! note` of MkDocs. They stay text, and their
// author is told.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { knownContainer, nearContainer } from '../../components/table.ts'
import { problem } from '../../messages/problem.ts'
import { type PageState, pageOf } from '../page.ts'

const COLONS = /^:{3,}[ \t]*([a-z][\w-]*)/i
const ADMONITION = /^(?:!!!|\?\?\?\+?)[ \t]+([a-z]+)(?=[ \t]+"|[ \t]*$)/m

/** What such a line begins with. */
const SIGNS = new Set(':!?')

/** Adds the rule. */
export function meantBlocks(md: MarkdownIt): void {
  md.core.ruler.push('meant_blocks', (state: StateCore) => {
    const page = pageOf(state.env)
    if (page === undefined) return
    state.tokens.forEach(({ type }, index) => {
      const inline = state.tokens[index + 1]
      if (type !== 'paragraph_open' || inline?.type !== 'inline') return
      if (SIGNS.has(inline.content.charAt(0))) report(inline, page)
    })
  })
}

function report(inline: Token, page: PageState): void {
  const { content } = inline
  const [colons = '', name = ''] = COLONS.exec(content) ?? []
  const [marks = '', kind = ''] = ADMONITION.exec(content.split('\n', 1)[0] ?? '') ?? []
  if (name !== '' && knownContainer(name.toLowerCase()) === undefined) {
    const at = page.place(inline, { from: 0, to: colons.length })
    const args = { case: 'container', name, near: nearContainer(name) } as const
    page.diagnostics.push(problem('component/no-block', at, args))
  } else if (kind !== '') {
    const at = page.place(inline, { from: 0, to: marks.length })
    page.diagnostics.push(problem('component/no-block', at, { case: 'admonition', marks, kind }))
  }
}
