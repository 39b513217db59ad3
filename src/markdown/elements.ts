// What checks want to know of a Markdown page that only its source has: full-width punctuation in code and where links
// were meant, and headers of tables that say nothing.
import type { Token } from 'markdown-it'
import type { PageElement } from '../core/element.ts'
import { almostLinks, codeLines } from './elements-full-width.ts'
import type { PageState } from './page.ts'

/** Those elements. `source` is the text that the tokens were made of. */
export function sourceElements(
  tokens: readonly Token[],
  page: PageState,
  source: string,
): readonly PageElement[] {
  const lines = source.split('\n')
  return tokens.flatMap((token, index) => {
    if (token.type === 'inline') return almostLinksIn(token, page)
    if (token.type === 'fence' || token.type === 'code_block') return codeIn(token, page, lines)
    return token.type === 'thead_open' ? tableHead(tokens, index, page, lines) : []
  })
}

function almostLinksIn(block: Token, page: PageState): readonly PageElement[] {
  return almostLinks(block).map(({ from, to, text }) => ({
    kind: 'almost-link',
    text,
    at: page.place(block, { from, to }),
  }))
}

function codeIn(token: Token, page: PageState, lines: readonly string[]): readonly PageElement[] {
  const [first = 0, last = 0] = token.map ?? []
  const isFence = token.type === 'fence'
  const language = isFence ? (/^[\w+#.-]+/.exec(token.info.trim())?.[0] ?? '') : ''
  const { file } = page.placeAt(0, 0)
  const shown = lines.slice(first + (isFence ? 1 : 0), last)
  return codeLines(shown, first + (isFence ? 2 : 1)).map(({ line, column, text }) => {
    const at = { file, start: { line, column }, end: { line, column: column + text.length } }
    return { kind: 'code-line', language: language.toLowerCase(), text, at }
  })
}

/** A header row in which nothing is written. */
function tableHead(
  tokens: readonly Token[],
  index: number,
  page: PageState,
  lines: readonly string[],
): readonly PageElement[] {
  const end = tokens.findIndex(({ type }, at) => at > index && type === 'thead_close')
  const cells = tokens.slice(index, end).filter(({ type }) => type === 'inline')
  if (cells.some(({ content }) => content.trim() !== '')) return []
  const line = tokens[index]?.map?.[0] ?? 0
  const { file } = page.placeAt(0, 0)
  const text = lines[line] ?? ''
  const start = { line: line + 1, column: 1 + text.length - text.trimStart().length }
  const at = { file, start, end: { line: line + 1, column: 1 + text.trimEnd().length } }
  return [{ kind: 'bare-table', at }]
}
