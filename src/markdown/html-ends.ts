// Where in a page elements of raw HTML may end: an end tag outside of what a start tag stands in (an item, a quote, a
// paragraph) ends nothing.
import type { Token } from 'markdown-it'
import { addTo } from '../core/list.ts'
import { indexAt } from '../core/position.ts'

/** The end tags of a page. Pieces of HTML are counted from 1, in the order of the text. */
export interface HtmlEnds {
  /** Is there an end tag of this name behind a piece, in what holds that? */
  isBehind(piece: number, name: string): boolean
  /** Is there one anywhere in the page? */
  has(name: string): boolean
}

/** Finds the end tags in the tokens of a page. */
export function findHtmlEnds(tokens: readonly Token[]): HtmlEnds {
  const byName = new Map<string, number[]>()
  /** By piece, the last one in what holds it. */
  const lastBeside: number[] = [0]
  /** The pieces that stand directly in what is open. */
  const open: number[][] = [[]]
  let piece = 0
  const leave = (): void => {
    for (const one of open.pop() ?? []) lastBeside[one] = piece
  }
  const visit = (token: Token): void => {
    if (token.nesting === 1) open.push([])
    else if (token.nesting === -1) leave()
    else if (token.type === 'html_block' || token.type === 'html_inline') {
      piece += 1
      open.at(-1)?.push(piece)
      for (const [, name = ''] of token.content.matchAll(/<\/([a-z][^\s/>]*)/gi))
        addTo(byName, name.toLowerCase(), piece)
    }
    if (token.type === 'inline') token.children?.forEach(visit)
  }
  tokens.forEach(visit)
  while (open.length > 0) leave()
  return {
    isBehind(start, name) {
      const ends = byName.get(name) ?? []
      const last = lastBeside[start] ?? start
      const end = ends[indexAt(ends, last, (at) => at)] ?? 0
      return end > start && end <= last
    },
    has: (name) => byName.has(name),
  }
}
