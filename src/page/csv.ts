// Comma-separated values as a table (RFC 4180: quotes, doubled quotes, line breaks inside quotes).
import { escapeHtml } from '../markdown/html.ts'

/** Beyond this a table is no help to a reader; the text below it has all rows. */
const MOST_ROWS = 200

/** The first rows as an HTML table, the first of them as its head; '' for a text without two columns. */
export function parseCsv(text: string, separator: string): string {
  const rows = readRows(text, separator).slice(0, MOST_ROWS + 1)
  const [head = [], ...body] = rows
  if (head.length < 2) return ''
  const lines = body.map((row) => `<tr>${cells(row, 'td')}</tr>`)
  return `<div class="table-wrap" tabindex="0"><table>
<thead><tr>${cells(head, 'th')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>
`
}

function cells(row: readonly string[], tag: string): string {
  return row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')
}

function readRows(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\n]*))(${separator}|\\n|$)`, 'y')
  let row: string[] = []
  while (field.lastIndex < text.length) {
    const found = field.exec(text)
    // A quote where none may be: what follows is no table.
    if (found === null) return rows
    const [, quoted, plain = '', end] = found
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === separator) continue
    rows.push(row)
    row = []
  }
  return rows
}
