// Rows and columns of formulas in Typst.
import {
  type Element,
  forEachElement,
  hasClass,
  isElement,
  textContent,
  valueOf,
} from '../../tree/node.ts'
import { call, joined, list, text } from './values.ts'

/** What stands in a cell. */
type WriteCell = (cell: Element) => string

/** A table of a formula: lines that are aligned at a sign, or a matrix. */
export function mathTable(table: Element, write: WriteCell): string {
  const rows = rowsOf(table)
  const cells = rows.map((row) => row.filter((cell) => !hasClass(cell, 'm-half')))
  const numbers = rows.map((row) => numberOf(row))
  const isAligned =
    hasClass(table, 'tml-jot') || rows.flat().some((cell) => hasClass(cell, 'm-half'))
  if (isAligned && !hasLines(cells)) return alignedLines(cells, numbers, write)
  return matrix(table, cells, write)
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  return table.children
    .filter((node): node is Element => isElement(node, 'mtr', 'mlabeledtr'))
    .map((row) => row.children.filter((node): node is Element => isElement(node, 'mtd')))
}

/** What numbers a row, from the cell at its edge. */
function numberOf(row: readonly Element[]): string {
  return row
    .filter((cell) => hasClass(cell, 'm-half'))
    .map((cell) => textContent([cell]).trim())
    .join('')
}

/** Lines below each other. Where several have a number it stands behind each: one alone is that of the formula. */
function alignedLines(
  rows: readonly (readonly Element[])[],
  numbers: readonly string[],
  write: WriteCell,
): string {
  const isNumbered = numbers.filter((number) => number !== '').length > 1
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const lines = rows.map((row, index) => {
    const values = row.flatMap((cell, at) => {
      const inside = write(cell)
      const value = inside === '[]' ? '' : inside
      // Between columns that begin anew stands one more sign: Typst sets every other column to the left.
      const isNew = at > 0 && (isRight(cell) === isRight(row[at - 1]) || isRight(cell))
      return [...(at === 0 ? [] : isNew ? ['$&$.body', 'h(1em)'] : ['$&$.body']), value]
    })
    const number = numbers[index] ?? ''
    const missing = Array.from({ length: columns - row.length }, () => '$&$.body')
    const label =
      isNumbered && number !== '' ? [...missing, '$&$.body', 'h(2em)', text(number)] : []
    return [...values, ...label]
  })
  return joined(lines.flatMap((line, index) => (index === 0 ? line : ['linebreak()', ...line])))
}

function isRight(cell: Element | undefined): boolean {
  return cell !== undefined && hasClass(cell, 'tml-right')
}

function hasLines(rows: readonly (readonly Element[])[]): boolean {
  return rows.flat().some((cell) => /\bm-b[lrtb]d?\b/.test(valueOf(cell, 'class') ?? ''))
}

/** A matrix without its brackets, with the lines between its cells. */
function matrix(table: Element, rows: readonly (readonly Element[])[], write: WriteCell): string {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const isWide = isDisplayed(table)
  const values = rows.map((row) => {
    const said = row.map((cell) => {
      const inside = write(cell)
      return inside === '[]' ? inside : call(isWide ? 'math.display' : 'math.inline', {}, inside)
    })
    return list([...said, ...Array.from({ length: columns - row.length }, () => '[]')])
  })
  const isSmall = hasClass(table, 'tml-small')
  const named = {
    delim: 'none',
    align: alignOf(rows),
    'row-gap': isSmall ? '0.2em' : isWide ? '0.6em' : '0.4em',
    'column-gap': isSmall ? '0.5em' : '1em',
    augment: linesOf(rows),
  }
  return call('math.mat', named, ...values)
}

function isDisplayed(table: Element): boolean {
  if (valueOf(table, 'displaystyle') === 'true') return true
  let found = false
  for (const row of rowsOf(table).flat())
    forEachElement(row.children.slice(0, 1), (node) => {
      if (node.name === 'mstyle' && valueOf(node, 'displaystyle') === 'true') found = true
    })
  return found
}

/** All columns of a matrix stand alike in Typst. */
function alignOf(rows: readonly (readonly Element[])[]): string | undefined {
  const cells = rows.flat()
  if (cells.every((cell) => hasClass(cell, 'tml-left'))) return 'left'
  return cells.every((cell) => hasClass(cell, 'tml-right')) ? 'right' : undefined
}

/** Lines between columns and rows. */
function linesOf(rows: readonly (readonly Element[])[]): string | undefined {
  const upright = new Set<number>()
  const across = new Set<number>()
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries()) {
      if (hasLine(cell, 'l')) upright.add(column)
      if (hasLine(cell, 'r')) upright.add(column + 1)
      if (hasLine(cell, 't')) across.add(at)
      if (hasLine(cell, 'b')) across.add(at + 1)
    }
  if (upright.size === 0 && across.size === 0) return undefined
  return `(hline: ${list([...across].map(String))}, vline: ${list([...upright].map(String))})`
}

function hasLine(cell: Element, side: 'l' | 'r' | 't' | 'b'): boolean {
  return hasClass(cell, `m-b${side}`) || hasClass(cell, `m-b${side}d`)
}
