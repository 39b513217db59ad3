// A table as Markdown: one line a row. What a cell of Markdown cannot hold is written as one line; cells that span are
// followed by empty ones, so that columns stay columns.
import { type Element, type Node, childOf, hasClass, isElement, valueOf } from '../tree/node.ts'
import { inlineMarkdown, isInline } from './markdown-inline.ts'

type Grid = string[][]

/** The caption and the rows of a table; nothing for one without cells. */
export function tableMarkdown(
  table: Element,
  blocks: (nodes: readonly Node[]) => string,
): readonly string[] {
  const rows = rowsOf(table)
  const grid = gridOf(rows, blocks)
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width === 0) return []
  const filled = grid.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
  const hasHead = childOf(table.children, 'thead') !== undefined
  const head = hasHead ? filled[0] : undefined
  const caption = childOf(table.children, 'caption')
  const title = caption === undefined ? '' : inlineMarkdown(caption.children)
  const text = [
    rowMarkdown(head ?? Array.from({ length: width }, () => '')),
    rowMarkdown(alignments(rows, width)),
    ...filled.slice(head === undefined ? 0 : 1).map(rowMarkdown),
  ]
  return [...(title === '' ? [] : [`**${title}**`]), text.join('\n')]
}

function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function rowsOf({ children }: Element): readonly Element[] {
  return children.flatMap((node) => {
    if (isElement(node, 'tr')) return [node]
    return isElement(node, 'thead', 'tbody', 'tfoot') ? rowsOf(node) : []
  })
}

function cellsOf({ children }: Element): readonly Element[] {
  return children.filter((node) => isElement(node, 'td', 'th'))
}

function gridOf(rows: readonly Element[], blocks: (nodes: readonly Node[]) => string): Grid {
  const grid: Grid = rows.map(() => [])
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[index]?.[column] !== undefined) column += 1
      const [width, height] = [span(cell, 'colspan'), span(cell, 'rowspan')]
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const target = grid[index + y]
          if (target !== undefined)
            target[column + x] = x === 0 && y === 0 ? cellMarkdown(cell, blocks) : ''
        }
      column += width
    }
  }
  return grid
}

function span(cell: Element, name: string): number {
  const size = Number(valueOf(cell, name) ?? 1)
  return Number.isInteger(size) && size > 0 ? Math.min(size, 1000) : 1
}

function cellMarkdown({ children }: Element, blocks: (nodes: readonly Node[]) => string): string {
  const text = children.every(isInline) ? inlineMarkdown(children) : blocks(children)
  return text
    .replaceAll(/^```.*$\n?/gm, '')
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
    }
  return found
}
