// Comma-separated values as a table (RFC 4180: quotes, doubled quotes, line breaks inside quotes).
import { TABLE_BOX } from '../tree/boxes.ts'
import { type Element, type Node, element, raw, words } from '../tree/node.ts'

/** Beyond this a table is no help to a reader; the text below it has all rows. */
const MOST_ROWS = 200

/** The first rows as a table, the first of them as its head; nothing for a text without two columns. */
export function parseCsv(content: string, separator: string): readonly Node[] {
  const [head = [], ...body] = readRows(content, separator).slice(0, MOST_ROWS + 1)
  if (head.length < 2) return []
  const lines = body.flatMap((cells, index) => [
    ...(index === 0 ? [] : [NEW_LINE]),
    rowOf(cells, 'td'),
  ])
  const table = element(
    'table',
    [],
    [
      NEW_LINE,
      element('thead', [], [rowOf(head, 'th')]),
      NEW_LINE,
      element('tbody', [], [NEW_LINE, ...lines, NEW_LINE]),
      NEW_LINE,
    ],
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
