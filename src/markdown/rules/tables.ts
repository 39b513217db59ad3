// Tables stand in a box that can scroll, and their alignment is a class: a strict content policy forbids styles.
import type { MarkdownIt, RendererRule, Token } from 'markdown-it'

/** Sets what a table may be made of and how it becomes HTML. */
export function tables(md: MarkdownIt): void {
  afterOtherBlocks(md)
  const { rules } = md.renderer
  rules['table_open'] = () => '<div class="table-wrap" tabindex="0">\n<table>\n'
  rules['table_close'] = () => '</table>\n</div>\n'
  rules['th_open'] = renderCell
  rules['th_close'] = (tokens, index) => `</${isEmpty(tokens, index - 2) ? 'td' : 'th'}>\n`
  rules['td_open'] = renderCell
}

/** A line that begins a list or a heading is no header of a table: GFM looks for tables among paragraphs only. */
function afterOtherBlocks(md: MarkdownIt): void {
  const [table] = md.block.ruler.getRules('')
  if (table === undefined) return
  md.block.ruler.disable('table')
  md.block.ruler.before('lheading', 'late_table', table, { alt: ['paragraph', 'reference'] })
}

const renderCell: RendererRule = (tokens, index) => {
  const token = tokens[index]
  const style = token?.attrGet('style')
  const alignment = typeof style === 'string' ? style.slice('text-align:'.length) : ''
  const attribute = alignment === '' ? '' : ` class="align-${alignment}"`
  const tag = token?.tag === 'th' && !isEmpty(tokens, index) ? 'th' : 'td'
  return `<${tag}${attribute}>`
}

/** A header without text names nothing: such a cell is an ordinary one. */
function isEmpty(tokens: readonly Token[], open: number): boolean {
  return tokens[open + 1]?.content === ''
}
