// Comma-separated values as a table (RFC 4180: quotes, doubled quotes, line breaks inside quotes).
import { TABLE_BOX } from './boxes.ts'
import { type Element, type Node, element, raw, words } from './node.ts'

/** Beyond this a table is no help to a reader. */
const MOST_ROWS = 200

/** How values are read and shown. */
export interface CsvOptions {
  readonly separator?: string
  /** The first row is the head; otherwise the table has none. */
  readonly hasHead?: boolean
  readonly mostRows?: number
  /** With fewer columns a text is no table. */
  readonly leastColumns?: number
}

/** The first rows as a table; nothing for a text without two columns. */
export function parseCsv(content: string, options: CsvOptions = {}): readonly Node[] {
  const { separator = ',', hasHead = true, mostRows = MOST_ROWS, leastColumns = 2 } = options
  const rows = readRows(content, separator)
  const body = rows.slice(hasHead ? 1 : 0).slice(0, Math.min(mostRows, MOST_ROWS))
  const [first = []] = rows
  if (first.length < leastColumns) return []
  const head = hasHead ? [element('thead', [], [rowOf(first, 'th')]), NEW_LINE] : []
  const lines = body.flatMap((cells, index) => [
    ...(index === 0 ? [] : [NEW_LINE]),
    rowOf(cells, 'td'),
  ])
  const table = element(
    'table',
    [],
    [NEW_LINE, ...head, element('tbody', [], [NEW_LINE, ...lines, NEW_LINE]), NEW_LINE],
  )
  return [element('div', TABLE_BOX, [table]), NEW_LINE]
}

const NEW_LINE = raw('\n')

function rowOf(cells: readonly string[], name: string): Element {
  return element(
    'tr',
    [],
    cells.map((cell) => element(name, [], [words(cell)])),
  )
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
