// A line break in the source between two Chinese or Japanese characters is no space on the page: it disappears.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { joinsWithoutSpace } from '../../tree/characters.ts'
import { opened } from './component-page.ts'

/** Adds the rule. */
export function lineBreaks(md: MarkdownIt): void {
  md.core.ruler.before('text_join', 'line_breaks', joinLines)
}

/** Adds the rule by which lines end where they do in the source. */
export function lineByLine(md: MarkdownIt): void {
  md.core.ruler.before('line_breaks', 'line_by_line', ({ tokens }) => {
    for (const { type, children } of tokens)
      if (type === 'inline' && children !== null) breakLines(children)
  })
}

function breakLines(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.children !== null) breakLines(token.children)
    if (token.type !== 'softbreak') continue
    token.type = 'hardbreak'
    token.tag = 'br'
  }
}

function joinLines(state: StateCore): void {
  const around: boolean[] = []
  for (const block of state.tokens) {
    if (block.type === 'component_open')
      around.push(opened.of(block)?.known.component.name === 'cards')
    else if (block.type === 'component_close') around.pop()
    if (block.type !== 'inline' || block.children === null || !block.content.includes('\n'))
      continue
    joinTokens(around.at(-1) === true ? behindTitle(block.children) : block.children)
  }
}

/** What stands behind the title of a card: a link alone in the first line. */
function behindTitle(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ type }) => type === 'softbreak')
  const isTitle = tokens[0]?.type === 'link_open' && tokens[end - 1]?.type === 'link_close'
  return isTitle ? tokens.slice(end + 1) : tokens
}

function joinTokens(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.children !== null) joinTokens(token.children)
    if (token.type !== 'softbreak') return
    const before = neighbor(tokens, index, -1)
    const after = neighbor(tokens, index, 1)
    if (before === '' || after === '' || !joinsWithoutSpace(before, after)) return
    token.type = 'text'
    token.tag = ''
    token.content = ''
  })
}

/** The nearest text on one side, looking through emphasis and links; '' when something else is there. */
function neighbor(tokens: readonly Token[], index: number, step: 1 | -1): string {
  for (let i = index + step; ; i += step) {
    const token = tokens[i]
    if (token === undefined) return ''
    if (token.type === 'text' || token.type === 'text_special') {
      if (token.content === '') continue
      return step < 0 ? token.content.slice(-2) : token.content.slice(0, 2)
    }
    if (!/_(?:open|close)$/.test(token.type)) return ''
  }
}
