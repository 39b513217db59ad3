// Tables whose rows all fit: what an author left out is filled, what stands between cells is gone.
import { type Element, type Node, isElement, valueOf } from '../../tree/node.ts'
import type { Align, Block, Cell, Row, Table } from '../content.ts'
import { idOf, lineOf } from './inlines.ts'
import { type Reading, classAfter, opened } from './reading.ts'

type BlocksOf = (nodes: readonly Node[], reading: Reading) => readonly Block[]

/** A row as it was written, and whether it belongs to the head. */
interface SourceRow {
  readonly cells: readonly Cell[]
  readonly isHead: boolean
}

/** A table; undefined when it has no cell. */
export function tableOf(node: Element, reading: Reading, blocksOf: BlocksOf): Block | undefined {
  const rows: SourceRow[] = []
  const captions: Node[] = []
  collect(node.children, false, { rows, captions, reading, blocksOf })
  const used = rows.filter(({ cells }) => cells.length > 0)
  if (used.length === 0) return undefined
  const id = idOf(node)
  const table: Table = { kind: 'table', caption: lineOf(captions, reading), ...fitted(used) }
  return { ...table, ...(id === undefined ? {} : { id }) }
}

interface TableRows {
  readonly rows: SourceRow[]
  readonly captions: Node[]
  readonly reading: Reading
  readonly blocksOf: BlocksOf
}

function collect(nodes: readonly Node[], isHead: boolean, into: TableRows): void {
  for (const node of opened(nodes)) {
    if (node.kind === 'block') collect(node.children, isHead, into)
    if (node.kind !== 'element') continue
    if (node.name === 'caption') into.captions.push(...node.children)
    else if (node.name === 'tr') into.rows.push({ cells: cellsOf(node, into), isHead })
    else if (isElement(node, 'thead', 'tbody', 'tfoot'))
      collect(node.children, node.name === 'thead', into)
    else if (isElement(node, 'td', 'th'))
      into.rows.push({ cells: [cellOf(node, into)], isHead: false })
  }
}

function cellsOf(row: Element, into: TableRows): readonly Cell[] {
  return [...opened(row.children)]
    .filter((child): child is Element => isElement(child, 'td', 'th'))
    .map((child) => cellOf(child, into))
}

function cellOf(node: Element, { reading, blocksOf }: TableRows): Cell {
  const align = alignOf(node)
  const id = idOf(node)
  const blocks = blocksOf(node.children, reading)
  return {
    isHeader: node.name === 'th',
    columns: span(node, 'colspan'),
    rows: span(node, 'rowspan'),
    blocks: id === undefined ? blocks : [{ kind: 'group', id, blocks }],
    ...(align === undefined ? {} : { align }),
  }
}

/** Where the words of an element stand. */
export function alignOf(node: Element): Align | undefined {
  const written =
    classAfter(node, 'align-') ??
    valueOf(node, 'align')?.toLowerCase() ??
    /text-align\s*:\s*(\w+)/.exec(valueOf(node, 'style') ?? '')?.[1]
  return written === 'left' || written === 'center' || written === 'right' ? written : undefined
}

/** HTML allows a thousand columns, and 65534 rows. */
function span(node: Element, name: string): number {
  const value = Number(valueOf(node, name) ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 1000) : 1
}

/** Rows of one width: cells reach no further down than there are rows, and every row is filled. */
function fitted(rows: readonly SourceRow[]): Pick<Table, 'columns' | 'head' | 'body'> {
  const headRows = headLength(rows)
  const parts = [rows.slice(0, headRows), rows.slice(headRows)] as const
  const widths = parts.map((part) => widthOf(part))
  const columns = Math.max(1, ...widths)
  const [head, body] = parts.map((part) => fill(part, columns))
  return { columns, head: head ?? [], body: body ?? [] }
}

/** A table is more than its head. */
function headLength(rows: readonly SourceRow[]): number {
  const first = rows.findIndex(({ isHead }) => !isHead)
  return first < 0 ? 0 : first
}

function widthOf(rows: readonly SourceRow[]): number {
  let width = 0
  place(rows, (_row, end) => {
    width = Math.max(width, end)
  })
  return width
}

function fill(rows: readonly SourceRow[], columns: number): readonly Row[] {
  return place(rows, () => {}).map(({ cells, taken }) => {
    const missing = columns - taken - cells.reduce((sum, cell) => sum + cell.columns, 0)
    const empty = Array.from({ length: Math.max(0, missing) }, () => EMPTY)
    return [...cells, ...empty]
  })
}

const EMPTY: Cell = { isHeader: false, columns: 1, rows: 1, blocks: [] }

/** Puts rows below each other and tells how many columns are taken from above in each. */
function place(
  rows: readonly SourceRow[],
  see: (row: number, end: number) => void,
): readonly { readonly cells: readonly Cell[]; readonly taken: number }[] {
  /** For each column, how many rows further a cell from above reaches. */
  const reach: number[] = []
  return rows.map(({ cells }, index) => {
    const taken = reach.filter((left) => left > 0).length
    let column = 0
    const added: (readonly [column: number, rows: number])[] = []
    const kept = cells.map((cell) => {
      while ((reach[column] ?? 0) > 0) column += 1
      let columns = 1
      while (columns < cell.columns && (reach[column + columns] ?? 0) === 0) columns += 1
      const down = Math.min(cell.rows, rows.length - index)
      for (let at = column; at < column + columns; at++) added.push([at, down])
      column += columns
      return { ...cell, columns, rows: down }
    })
    for (let at = 0; at < reach.length; at++) reach[at] = Math.max(0, (reach[at] ?? 0) - 1)
    for (const [at, down] of added) {
      while (reach.length < at) reach.push(0)
      reach[at] = down - 1
    }
    see(index, Math.max(column, taken))
    return { cells: kept, taken }
  })
}
