// A table as Markdown: GFM's where it can be one, else HTML, so that cells stay what they are.
import { type Element, type Node, childOf, hasClass, isBlank, isElement, valueOf } from '../node.ts'
import { cellsOf, rowsOf } from '../table.ts'
import { plainHtml } from './html.ts'
import { isInline } from './inline.ts'
import type { Writing } from './writing.ts'

/** The caption and the rows of a table; nothing for one without cells. */
export function tableMarkdown(table: Element, writing: Writing): readonly string[] {
  const rows = rowsOf(table)
  const width = Math.max(0, ...rows.map((row) => cellsOf(row).length))
  if (width === 0) return []
  const caption = childOf(table.children, 'caption')
  const title = caption === undefined ? '' : writing.inline(caption.children)
  const lead = title === '' ? [] : [`**${title}**`]
  const head = childOf(table.children, 'thead')
  const isPlain = rows.every((row) => cellsOf(row).every(fitsLine))
  if (!isPlain || (head !== undefined && rowsOf(head).length > 1)) {
    const children = table.children.filter((node) => node !== caption)
    return [...lead, plainHtml([{ ...table, children }])]
  }
  const filled = rows.map((row) => {
    const cells = cellsOf(row).map((cell) => cellMarkdown(cell, writing))
    return Array.from({ length: width }, (_, index) => cells[index] ?? '')
  })
  const top = head === undefined ? Array.from({ length: width }, () => '') : filled.shift()
  const lines = [top ?? [], alignments(rows, width), ...filled]
  return [...lead, lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')]
}

function isText(node: Node): boolean {
  return isInline(node) || isBlank(node) || isElement(node, 'p')
}

/** Running text, or paragraphs of it, in one column of one row. */
function fitsLine(cell: Element): boolean {
  const isSpanning = ['colspan', 'rowspan'].some((name) => Number(valueOf(cell, name) ?? 1) !== 1)
  return !isSpanning && cell.children.every(isText)
}

function cellMarkdown({ children }: Element, writing: Writing): string {
  const text = children.every(isInline)
    ? writing.inline(children)
    : writing.blocks(children).join('\n')
  return text
    .trim()
    .replaceAll(/\\?\n+/g, '<br>')
    .replaceAll('|', String.raw`\|`)
}

/** The alignment of each column: that of its first cell that is aligned. */
function alignments(rows: readonly Element[], width: number): readonly string[] {
  const found = Array.from({ length: width }, () => '---')
  for (const row of rows)
    for (const [index, cell] of cellsOf(row).entries()) {
      if (found[index] !== '---') continue
      if (hasClass(cell, 'align-center')) found[index] = ':-:'
      else if (hasClass(cell, 'align-right')) found[index] = '--:'
      else if (hasClass(cell, 'align-left')) found[index] = ':--'
    }
  return found
}
