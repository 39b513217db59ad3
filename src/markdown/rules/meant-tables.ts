// Lines of cells that became no table, because no row of dashes stands below the first of them. They stay text, and
// their author is told.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { problem } from '../../messages/problem.ts'
import { type PageState, pageOf } from '../page.ts'
import { cellsOf } from '../table-cells.ts'

/** What authors write for dashes: other dashes, equals signs, lines of boxes, and colons of Chinese beside them. */
const LIKE_DASHES = /^[\s|:：+—–―─━=_-]+$/

/** Adds the rule. */
export function meantTables(md: MarkdownIt): void {
  md.core.ruler.push('meant_tables', (state: StateCore) => {
    const page = pageOf(state.env)
    if (page === undefined || !state.src.includes('|')) return
    state.tokens.forEach(({ type }, index) => {
      const inline = state.tokens[index + 1]
      if (type !== 'paragraph_open' || inline?.type !== 'inline') return
      if (inline.content.includes('|') && inline.content.includes('\n')) report(inline, page)
    })
  })
}

function report(inline: Token, page: PageState): void {
  const lines = inline.content.split('\n')
  const columns = columnsOf(lines)
  if (columns === undefined) return
  const dashes = LIKE_DASHES.test(lines[1] ?? '') ? 'wrong' : 'none'
  const first = lines[0] ?? ''
  const at = page.place(inline, { from: 0, to: first.length })
  const row = `|${' --- |'.repeat(columns)}`
  page.diagnostics.push(problem('markdown/table-without-dashes', at, { case: dashes, row }))
}

/** How many cells each of the lines has; undefined where they are no table that was meant. */
function columnsOf(lines: readonly string[]): number | undefined {
  const [columns = 0, ...others] = lines.map((line) => cellsOf(line).length)
  if (columns < 2 || others.some((count) => count !== columns)) return undefined
  if (lines.every((line) => /^\|.*\|$/.test(line.trim()))) return columns
  // Without pipes around them cells may be anything that a bar separates: links above all.
  const isPlain = lines.length > 2 && lines.every((line) => / \| /.test(line) && !/\]\(/.test(line))
  return isPlain ? columns : undefined
}
