import type { Place } from '../core/diagnostic.ts'
import { type Cell, cellsOf } from './display-width.ts'

/** A line of source made ready for a terminal, with the cells that are to be underlined. */
export interface Excerpt {
  readonly text: string
  /** Spaces in front of the first caret. */
  readonly indent: number
  readonly carets: number
}

/** Lines longer than this are looked at around the place only. */
const longLine = 4000

/** The line of a place, cut to `room` cells around it; undefined when the text has no such line. */
export function excerptOf(text: string, place: Place, room: number): Excerpt | undefined {
  const { start, end } = place
  const line = start && lineOf(text, start.line)
  if (start === undefined || line === undefined) return undefined
  const from = Math.min(Math.max(start.column - 1, 0), line.length)
  const to = end === undefined ? from + 1 : end.line > start.line ? line.length : end.column - 1
  const skipped = line.length > longLine ? Math.max(0, from - longLine / 2) : 0
  const cells = cellsOf(withoutHalves(line.slice(skipped, skipped + longLine)))
  const marked = mark(cells, from - skipped, Math.max(to, from + 1) - skipped)
  const isCut = skipped > 0 || skipped + longLine < line.length
  return cut(cells, marked, { room, isCut })
}

function lineOf(text: string, number: number): string | undefined {
  let start = 0
  for (let line = 1; line < number; line += 1) {
    start = text.indexOf('\n', start) + 1
    if (start === 0) return undefined
  }
  const end = text.indexOf('\n', start)
  return end < 0 ? text.slice(start) : text.slice(start, end)
}

/** A slice may begin or end in the middle of a character. */
function withoutHalves(slice: string): string {
  return slice.replace(/^[\uDC00-\uDFFF]/, '\uFFFD').replace(/[\uD800-\uDBFF]$/, '\uFFFD')
}

interface ColumnRange {
  readonly from: number
  readonly to: number
}

/** From offsets in the text to cells on the screen. The end of the line counts as one cell. */
function mark(cells: readonly Cell[], from: number, to: number): ColumnRange {
  let column = 0
  let begin: number | undefined
  let end = 0
  for (const [index, { offset, width }] of cells.entries()) {
    const next = cells[index + 1]?.offset
    if (offset === from || (next !== undefined && from < next)) begin ??= column
    column += width
    if (offset < to) end = column
  }
  const first = begin ?? column
  return { from: first, to: Math.max(end, first + 1) }
}

function cut(
  cells: readonly Cell[],
  range: ColumnRange,
  { room, isCut }: { readonly room: number; readonly isCut: boolean },
): Excerpt {
  const total = cells.reduce((sum, { width }) => sum + width, 0)
  const carets = Math.min(range.to - range.from, room)
  if (total <= room && !isCut)
    return { text: join(cells), indent: range.from, carets: range.to - range.from }
  // A third of the room in front of the place, unless the place needs it or the line begins or ends before.
  const inner = room - 2
  const wanted = Math.min(range.from - Math.floor(inner / 3), total - inner)
  const left = Math.max(0, Math.min(range.from, Math.max(wanted, range.from + carets - inner)))
  return window(cells, { from: left, to: left + inner }, { ...range, total })
}

function window(
  cells: readonly Cell[],
  view: ColumnRange,
  { from, to, total }: ColumnRange & { readonly total: number },
): Excerpt {
  let column = 0
  let shift: number | undefined
  let end = 0
  const shown: Cell[] = []
  for (const cell of cells) {
    if (column >= view.from && column + cell.width <= view.to) {
      shift ??= column
      shown.push(cell)
      end = column + cell.width
    }
    column += cell.width
  }
  const start = shift ?? 0
  const before = start > 0 ? '…' : ''
  const after = end < total ? '…' : ''
  return {
    text: before + join(shown) + after,
    indent: Math.max(0, from - start) + before.length,
    carets: Math.max(1, Math.min(to, Math.max(end, from + 1)) - from),
  }
}

const join = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join('')
