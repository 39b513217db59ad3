import { type NodeConverter, attribute, contentOf, idAndClass } from './converter-context.ts'
import { type AsciidocNode, spotOf } from './processor.ts'

interface Cell extends AsciidocNode {
  readonly colspan?: number | null
  readonly rowspan?: number | null
}

interface Rows {
  bySection(): Iterable<readonly ['head' | 'body' | 'foot', readonly (readonly Cell[])[]]>
}

const table: NodeConverter = async (node, { notebook }) => {
  const caption = node.hasTitle() ? `<caption>${node.captionedTitle()}</caption>\n` : ''
  const { rows } = node as AsciidocNode & { readonly rows: Rows }
  const sections = []
  for (const [kind, lines] of rows.bySection()) {
    if (lines.length === 0) continue
    const html = await Promise.all(lines.map((cells) => row(cells, kind === 'head')))
    sections.push(`<t${kind}>\n${html.join('\n')}\n</t${kind}>\n`)
  }
  return `<div class="table-wrap" tabindex="0">\n<table${idAndClass(node)}${notebook.mark({ spot: spotOf(node) })}>\n${caption}${sections.join('')}</table>\n</div>`
}

async function row(cells: readonly Cell[], isHead: boolean): Promise<string> {
  const html = await Promise.all(cells.map((cell) => cellHtml(cell, isHead)))
  return `<tr>\n${html.join('\n')}\n</tr>`
}

async function cellHtml(cell: Cell, isHead: boolean): Promise<string> {
  const isHeader = isHead || cell.style === 'header'
  const name = isHeader ? 'th' : 'td'
  const scope = isHeader ? ` scope="${isHead ? 'col' : 'row'}"` : ''
  const align = attribute(cell, 'halign') || 'left'
  const classes = align === 'left' ? '' : ` class="align-${align}"`
  const ranges = `${range('colspan', cell.colspan)}${range('rowspan', cell.rowspan)}`
  return `<${name}${scope}${classes}${ranges}>${await cellContent(cell, isHead)}</${name}>`
}

function range(name: string, size: number | null | undefined): string {
  return size ? ` ${name}="${size}"` : ''
}

async function cellContent(cell: Cell, isHead: boolean): Promise<string> {
  if (isHead) return cell.text ?? ''
  if (cell.style === 'asciidoc') return `\n${await contentOf(cell)}\n`
  if (cell.style === 'literal') return `<pre>${cell.text ?? ''}</pre>`
  const paragraphs = await cell.content()
  if (typeof paragraphs === 'string') return paragraphs
  if (paragraphs.length < 2) return paragraphs.join('')
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
}

/** Tables: without widths and frames, in a box that scrolls. */
export const tableConverters: Readonly<Record<string, NodeConverter>> = { table }
