// Tables of GFM, with what GitBook showed besides: a row of dashes that is shorter or longer than the header, cells
// beyond the header, rows that stand far to the right, and code with a pipe in it that stays one cell. Nothing that an
// author put into a cell is lost.
import { cellTokens } from './component-page.ts'
import { isIndented, lineOf, startOf } from './state-lines.ts'
import type { MarkdownIt, StateBlock } from 'markdown-it'
import { problem } from '../../messages/problem.ts'
import { type PageState, pageOf } from '../page.ts'
import { origins } from '../remarks.ts'
import { type Cell, type FormulaEnds, type Row, readHeader, readRow } from '../table-cells.ts'
import { type FormulaSyntax, formulaEnd } from './formula-spans.ts'

/** As many cells as a table may get that nobody wrote. */
const MAX_ADDED_CELLS = 65_536

/** Replaces the rule for tables. A line that begins a list or a heading is no header: GFM looks among paragraphs only. */
export function table(md: MarkdownIt, syntax?: FormulaSyntax): void {
  const ends: FormulaEnds =
    syntax === undefined ? undefined : (line) => (at) => formulaEnd(line, at, syntax)
  md.block.ruler.disable('table')
  const read = (state: StateBlock, first: number, end: number, silent: boolean): boolean =>
    readTable(state, first, { end, silent, ends })
  md.block.ruler.before('lheading', 'late_table', read, { alt: ['paragraph', 'reference'] })
}

/** A line of the table that is being read. */
interface Line extends Row {
  readonly line: number
}

/** What the first two lines say. */
interface Head {
  readonly header: Line
  readonly aligns: readonly string[]
}

interface Reading {
  /** The line behind the last one. */
  readonly end: number
  readonly silent: boolean
  readonly ends: FormulaEnds
}

function readTable(state: StateBlock, first: number, reading: Reading): boolean {
  const { end, silent, ends } = reading
  const head = first + 2 > end ? undefined : readHead(state, first, reading)
  if (head === undefined) return false
  if (silent) return true
  const { parentType } = state
  state.parentType = 'table'
  const columns = head.header.cells.length
  const { rows, behind } = readRows(state, first + 2, { columns, end, ends })
  report(state, head, rows)
  push(state, head, rows, behind)
  state.parentType = parentType
  state.line = behind
  return true
}

/**
 * The header and the row of dashes. Both may stand left of the item of a list that they follow: they end its paragraph,
 * as a fence does there.
 */
function readHead(
  state: StateBlock,
  first: number,
  { silent, ends }: Omit<Reading, 'end'>,
): Head | undefined {
  const dashes = first + 1
  if (!mayBeDashes(state.src.charCodeAt(startOf(state, dashes)))) return undefined
  if (isOutside(state, dashes) && !(silent && isOutside(state, first))) return undefined
  if (isCode(state, dashes) || isIndented(state, first)) return undefined
  const below = lineOf(state, dashes)
  const aligns = alignsOf(below)
  const above = lineOf(state, first)
  if (aligns === undefined || !above.includes('|')) return undefined
  const header = { ...readHeader(above, aligns.length, ends), line: first }
  const columns = header.cells.length
  if (columns === 0) return undefined
  // Where the numbers differ, only a row of dashes with pipes tells that a table is meant.
  return columns === aligns.length || below.includes('|') ? { header, aligns } : undefined
}

/** Does a line stand further to the left than the block that is being read? */
function isOutside(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) < state.blkIndent
}

/** Is a line below the header too far to the right for a row? One that begins with a pipe never is. */
function isCode(state: StateBlock, line: number): boolean {
  return isIndented(state, line) && !lineOf(state, line).trimStart().startsWith('|')
}

/** May a row of dashes begin with this sign? Of what is no ASCII nobody asks here whether it is white space. */
function mayBeDashes(sign: number): boolean {
  return sign > 0x7f || sign === 0x7c /* | */ || sign === 0x3a /* : */ || sign === 0x2d /* - */
}

/** The alignments that a row of dashes gives; undefined when it is none. */
function alignsOf(line: string): readonly string[] | undefined {
  const text = line.trim()
  if (!/^(?:[|:]|-(?!\s))[\s|:-]+$/.test(text)) return undefined
  const marks = text.replace(/^\|/, '').replace(/\|$/, '').split('|')
  const aligns = marks.map((mark) => /^\s*(:?)-+(:?)\s*$/.exec(mark))
  if (aligns.includes(null)) return undefined
  return aligns.map((found) => {
    const [, left = '', right = ''] = found ?? []
    if (right === '') return left === '' ? '' : 'left'
    return left === '' ? 'right' : 'center'
  })
}

function readRows(
  state: StateBlock,
  from: number,
  { end, columns, ends }: Pick<Reading, 'end' | 'ends'> & { readonly columns: number },
): { readonly rows: readonly Line[]; readonly behind: number } {
  const rows: Line[] = []
  const terminators = state.md.block.ruler.getRules('blockquote')
  let added = 0
  let line = from
  for (; line < end; line++) {
    if (isOutside(state, line) || isCode(state, line)) break
    if (terminators.some((rule) => rule(state, line, end, true))) break
    const text = lineOf(state, line)
    if (text.trim() === '') break
    // The end of a row that was broken over two lines.
    if (text.trim() === '|') continue
    const row = readRow(text, columns, ends)
    added += Math.max(0, columns - row.cells.length)
    if (added > MAX_ADDED_CELLS) break
    rows.push({ ...row, line })
  }
  return { rows, behind: line }
}

function push(
  state: StateBlock,
  { header, aligns }: Head,
  rows: readonly Line[],
  behind: number,
): void {
  const all = [header, ...rows]
  const widest = Math.max(...all.map(({ cells }) => cells.length))
  const missing = all.reduce((sum, { cells }) => sum + widest - cells.length, 0)
  const columns = missing > MAX_ADDED_CELLS ? header.cells.length : widest
  const pushRow = (row: Line, tag: 'th' | 'td'): void => {
    state.push('tr_open', 'tr', 1).map = [row.line, row.line + 1]
    for (let at = 0; at < Math.max(columns, row.cells.length); at++)
      pushCell(state, row, { cell: row.cells[at], tag, align: aligns[at] ?? '' })
    state.push('tr_close', 'tr', -1)
  }
  state.push('table_open', 'table', 1).map = [header.line, behind]
  state.push('thead_open', 'thead', 1).map = [header.line, header.line + 1]
  pushRow(header, 'th')
  state.push('thead_close', 'thead', -1)
  if (rows.length > 0) {
    state.push('tbody_open', 'tbody', 1).map = [header.line + 2, behind]
    for (const row of rows) pushRow(row, 'td')
    state.push('tbody_close', 'tbody', -1)
  }
  state.push('table_close', 'table', -1)
}

/** Types of tokens are compared all the time: names that are put together for each would be slow to compare. */
const CELLS = {
  th: { opens: 'th_open', closes: 'th_close' },
  td: { opens: 'td_open', closes: 'td_close' },
} as const

function pushCell(
  state: StateBlock,
  { line }: Line,
  {
    cell,
    tag,
    align,
  }: { readonly cell: Cell | undefined; readonly tag: 'th' | 'td'; readonly align: string },
): void {
  const { opens, closes } = CELLS[tag]
  const open = state.push(opens, tag, 1)
  if (align !== '') open.attrs = [['style', `text-align:${align}`]]
  const inline = state.push('inline', '', 0)
  inline.content = cell?.content ?? ''
  inline.children = []
  cellTokens.add(inline.children)
  if (cell !== undefined) origins.set(inline, [startOf(state, line) + cell.offset])
  state.push(closes, tag, -1)
}

/** Tells of the first row of each kind that other programs read in another way. */
function report(state: StateBlock, { header, aligns }: Head, rows: readonly Line[]): void {
  const page = pageOf(state.env)
  if (page === undefined) return
  const columns = header.cells.length
  if (columns !== aligns.length)
    page.diagnostics.push(
      problem(
        'markdown/ragged-table',
        placeOf(state, page, header.line + 1),
        { case: 'dashes', columns, found: aligns.length },
        { severity: 'info' },
      ),
    )
  const wide = rows.find(({ cells }) => cells.length > columns)
  const extra = wide?.cells[columns]
  if (wide !== undefined && extra !== undefined)
    page.diagnostics.push(
      problem(
        'markdown/ragged-table',
        placeOf(state, page, wide.line, extra),
        { case: 'cells', columns, found: wide.cells.length },
        { severity: 'info' },
      ),
    )
  for (const how of ['joined', 'split'] as const) {
    const row = [header, ...rows].find(({ code }) => code === how)
    if (row === undefined) continue
    const place = placeOf(state, page, row.line)
    page.diagnostics.push(problem('markdown/ragged-table', place, { case: how }))
  }
}

function placeOf(
  state: StateBlock,
  page: PageState,
  line: number,
  cell?: Cell,
): ReturnType<PageState['placeAt']> {
  const text = lineOf(state, line)
  const offset = cell?.offset ?? 0
  return page.placeAt(startOf(state, line) + offset, cell?.content.length ?? text.trimEnd().length)
}
