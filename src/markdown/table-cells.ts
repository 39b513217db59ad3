// The cells of a line of a table. GFM splits a line at every pipe without a backslash, in code too; GitBook kept code
// together. Both readings are here, and what chooses between them.

/** One cell: its content, and where that begins in the line. */
export interface Cell {
  readonly content: string
  readonly offset: number
}

/** A row, and how it was read where that is in doubt. */
export interface Row {
  readonly cells: readonly Cell[]
  /** A pipe in code is part of it (`joined`) or separates cells (`split`). */
  readonly code?: 'joined' | 'split'
}

/** Where the formula ends that begins at a place of a line; absent in books without formulas. */
export type FormulaEnds = ((line: string) => EndAt) | undefined
type EndAt = (at: number) => number | undefined

/** Reads a line into as many cells as there are columns, if it can, and never loses what is in one. */
export function readRow(line: string, columns: number, formulas?: FormulaEnds): Row {
  const ends = endsIn(line, formulas)
  const plain = withoutEmptyEnd(split(line, never, ends), columns)
  if (!line.includes('`')) return { cells: plain }
  const whole = withoutEmptyEnd(split(line, codeEnds(line), ends), columns)
  if (whole.length === plain.length) return { cells: plain }
  return plain.length > columns ? { cells: whole, code: 'joined' } : { cells: plain, code: 'split' }
}

/** The cells of a line; code with a pipe in it is one. */
export function cellsOf(line: string): readonly Cell[] {
  return split(line, codeEnds(line), never)
}

/** How many columns a line has that may be the header of a table with so many marks below. */
export function readHeader(line: string, marks: number, formulas?: FormulaEnds): Row {
  const ends = endsIn(line, formulas)
  const plain = split(line, never, ends)
  if (plain.length === marks || !line.includes('`')) return { cells: plain }
  const whole = split(line, codeEnds(line), ends)
  return whole.length === marks ? { cells: whole, code: 'joined' } : { cells: plain }
}

const never: EndAt = () => undefined

function endsIn(line: string, formulas: FormulaEnds): EndAt {
  return formulas === undefined || !/[$\\]/.test(line) ? never : formulas(line)
}

/** Empty cells beyond the last column say nothing. */
function withoutEmptyEnd(cells: readonly Cell[], columns: number): readonly Cell[] {
  let length = cells.length
  while (length > columns && cells[length - 1]?.content === '') length -= 1
  return cells.slice(0, length)
}

function split(line: string, endOfCode: EndAt, endOfFormula: EndAt): readonly Cell[] {
  const cells: Cell[] = []
  const first = line.length - line.trimStart().length
  const end = line.trimEnd().length
  let from = line[first] === '|' ? first + 1 : first
  for (let at = from; at < end; at++) {
    const formula = endOfFormula(at)
    if (formula !== undefined) at = formula - 1
    else if (line[at] === '\\') at += line[at + 1] === '|' ? 1 : 0
    else if (line[at] === '`') at = (endOfCode(at) ?? at + 1) - 1
    else if (line[at] === '|') {
      cells.push(cellAt(line, from, at))
      from = at + 1
    }
  }
  if (from < end) cells.push(cellAt(line, from, end))
  return cells
}

function cellAt(line: string, from: number, to: number): Cell {
  const written = line.slice(from, to)
  const offset = from + written.length - written.trimStart().length
  return { content: written.trim().replaceAll('\\|', '|'), offset }
}

/** Where the code span ends that begins at a backtick; undefined when none does. */
function codeEnds(line: string): EndAt {
  const ends = new Map<number, number>()
  /** By the length of runs, where the next one begins. */
  const next = new Map<number, number>()
  for (let last = line.lastIndexOf('`'); last >= 0;) {
    let index = last
    while (line[index - 1] === '`') index -= 1
    const length = last + 1 - index
    const close = next.get(length)
    if (close !== undefined) ends.set(index, close + length)
    next.set(length, index)
    last = index === 0 ? -1 : line.lastIndexOf('`', index - 1)
  }
  return (at) => (line[at - 1] === '\\' ? undefined : ends.get(at))
}
