// Structure files are lists, and people indent lists as they like. This brings a text into the form in which
// CommonMark sees what was meant: any deeper indentation nests, markers are all equal, a comment is nothing, a heading
// or a line ends a list. Every line keeps its number; how far it moved is remembered, so that places stay true.
import { unspacedMarks } from '../markdown/rules/heading-space.ts'
import { MOST_LISTS, type Spot } from '../markdown/structure.ts'

/** A text ready for CommonMark. */
export interface OutlineText {
  readonly text: string
  /** The column in the author's text of a place in this one; lines and columns are 1-based. */
  readonly originalColumn: (line: number, column: number) => number
  /** Lines with an item below the last level that is kept; it stays at that level. */
  readonly tooDeep: readonly number[]
  /** Lines with a marker that no space follows. */
  readonly unspaced: readonly number[]
  /** Links on lines of their own, below an item, without a marker. */
  readonly unmarked: readonly Spot[]
  /** Markers with nothing behind them, right below an item. They are left out: for CommonMark they are text of it. */
  readonly empty: readonly Spot[]
  /** Headings that no space follows their marks. */
  readonly headings: readonly (Spot & { readonly marks: string })[]
  /** The first line of an item that is indented with other signs than those before. */
  readonly mixed: number | undefined
}

/** A line that was taken apart. */
interface Line {
  readonly raw: string
  readonly indent: number
  /** How many signs are before the body. */
  readonly at: number
  readonly body: string
  readonly afterBlank: boolean
}

/** How columns of one line move: from `newStart` on by `shift`; before it everything is the marker. */
interface Move {
  readonly newStart: number
  readonly shift: number
  readonly marker: number
}

interface State {
  /** Indentation of the open items, outermost first. */
  stack: number[]
  fence: string | undefined
  afterBlank: boolean
  /** The last line is an item with a link. */
  isLinked: boolean
}

const BLANKS = /^[ \t\u00A0\u3000]*/
const ITEM = /^(?:[*+-]|\d{1,9}[.)])(?:[ \t\u00A0\u3000]+|$)/
/** Signs that typewriters of words put before items; only in front of a link, since a text may begin with a dash. */
const FOREIGN_ITEM = /^[•‣⁃▪▫■□●○◦·–—][ \t\u00A0\u3000]*(?=\[[^\]]*\]\()/
const UNSPACED_ITEM = /^[*+-](?=\[[^\]]*\]\(|\([^()]*\)\[[^[\]\s]+\]$)/
/** Nothing but a link to a file. */
const BARE_LINK = /^\[[^[\]]+\]\((?![a-z][a-z\d+.-]*:|#)[^()\s]+\)$/i
const LINKED = /\]\([^()]*\)$/
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const HEADING = /^#{1,6}(?:[ \t]|$)/
const HTML_BLOCK = /^<\/?(?:ul|ol|div|h[1-6]|p|hr|table|details|center|section|nav)\b/i

/** What is said of the lines of a text. */
interface Remarks {
  readonly tooDeep: number[]
  readonly unspaced: number[]
  readonly unmarked: Spot[]
  readonly empty: Spot[]
  readonly headings: (Spot & { readonly marks: string })[]
  readonly signs: Set<string>
  mixed: number | undefined
}

/** A text of another language, in which nothing moves and nothing is odd. */
export function plainText(text: string): OutlineText {
  return {
    text,
    originalColumn: (_line, column) => column,
    tooDeep: [],
    unspaced: [],
    unmarked: [],
    empty: [],
    headings: [],
    mixed: undefined,
  }
}

/** Prepares the text of a structure file. */
export function outlineText(source: string): OutlineText {
  const state: State = { stack: [], fence: undefined, afterBlank: true, isLinked: false }
  const moves: (Move | undefined)[] = []
  const remarks: Remarks = {
    tooDeep: [],
    unspaced: [],
    unmarked: [],
    empty: [],
    headings: [],
    signs: new Set(),
    mixed: undefined,
  }
  const lines = withoutComments(source)
    .split('\n')
    .map((raw, index) => {
      if (state.fence !== undefined || raw.trim() === '') return plainLine(state, raw)
      const line = takeApart(raw, state.afterBlank)
      state.afterBlank = false
      const marker = itemMarker(line.body) ?? markerMissing(state, line)
      state.isLinked = marker !== undefined && LINKED.test(line.body)
      if (marker === undefined) {
        const marks = marksWithoutSpace(line)
        if (marks !== undefined)
          remarks.headings.push({ line: index + 1, column: line.at + 1, marks })
        return otherLine(state, line, marks !== undefined, (move) => {
          moves[index] = move
        })
      }
      if (isEmptyBelow(state, line, marker)) {
        remarks.empty.push({ line: index + 1, column: line.at + 1 })
        return ''
      }
      noteItem(remarks, line, marker, index + 1)
      if (placeItem(state, line.indent)) remarks.tooDeep.push(index + 1)
      const newIndent = (state.stack.length - 1) * 2
      const shift = line.at + marker.length - (newIndent + 2)
      moves[index] = { newStart: newIndent + 3, shift, marker: line.at + 1 }
      return `${' '.repeat(newIndent)}* ${line.body.slice(marker.length)}`
    })
  return {
    ...remarks,
    text: lines.join('\n'),
    originalColumn(line, column) {
      const move = moves[line - 1]
      if (move === undefined) return column
      return column < move.newStart ? move.marker : column + move.shift
    },
  }
}

/** Notes what is odd about an item. */
function noteItem(remarks: Remarks, { raw, at, body }: Line, marker: string, line: number): void {
  if (marker === '') remarks.unmarked.push({ line, column: at + 1 })
  else if (!/\s$/.test(marker) && marker.length < body.length) remarks.unspaced.push(line)
  for (const sign of raw.slice(0, raw.length - raw.trimStart().length)) remarks.signs.add(sign)
  if (remarks.signs.size > 1) remarks.mixed ??= line
}

/** Comments become blanks of the same size. In code they are text; one that never ends is left to the parser. */
function withoutComments(source: string): string {
  let result = ''
  let done = 0
  for (let open = source.indexOf('<!--'); open >= 0; open = source.indexOf('<!--', open)) {
    if (isInCode(source, open)) {
      open += 4
      continue
    }
    const close = source.indexOf('-->', open + 4)
    if (close < 0) break
    result += source.slice(done, open) + source.slice(open, close + 3).replaceAll(/[^\n]/g, ' ')
    open = close + 3
    done = open
  }
  return result + source.slice(done)
}

/** Between two backquotes of one line. */
function isInCode(source: string, at: number): boolean {
  const before = source.slice(source.lastIndexOf('\n', at) + 1, at)
  if (before.replaceAll(/[^`]/g, '').length % 2 === 0) return false
  const end = source.indexOf('\n', at)
  return source.slice(at, end < 0 ? undefined : end).includes('`')
}

function takeApart(raw: string, afterBlank: boolean): Line {
  const blanks = BLANKS.exec(raw)?.[0] ?? ''
  const body = raw.slice(blanks.length).trimEnd()
  return { raw, indent: width(blanks), at: blanks.length, body, afterBlank }
}

/** Columns that white space takes: tabs reach to the next multiple of four, an ideographic space is two wide. */
function width(blanks: string): number {
  let columns = 0
  for (const blank of blanks)
    if (blank === '\t') columns += 4 - (columns % 4)
    else columns += blank === '\u3000' ? 2 : 1
  return columns
}

function itemMarker(body: string): string | undefined {
  if (RULE.test(body)) return undefined
  return (ITEM.exec(body) ?? UNSPACED_ITEM.exec(body) ?? FOREIGN_ITEM.exec(body))?.[0]
}

/** A link on a line of its own below an item that has one already is an item: one item has one link. */
function markerMissing({ stack, isLinked, afterBlank }: State, line: Line): '' | undefined {
  const isBelow = stack.length > 0 && line.indent > (stack[0] ?? 0)
  return isLinked && !afterBlank && isBelow && BARE_LINK.test(line.body) ? '' : undefined
}

/** Opens the item where its indentation says; true when that is deeper than anything may be. */
function placeItem(state: State, indent: number): boolean {
  while (state.stack.length > 0 && (state.stack.at(-1) ?? 0) >= indent) state.stack.pop()
  const tooDeep = state.stack.length >= MOST_LISTS
  if (tooDeep) state.stack.pop()
  state.stack.push(indent)
  return tooDeep
}

function plainLine(state: State, raw: string): string {
  const closes = state.fence !== undefined && raw.trim().startsWith(state.fence)
  if (closes && raw.trim().replaceAll(/[`~]/g, '') === '') state.fence = undefined
  state.afterBlank = raw.trim() === ''
  return state.afterBlank ? '' : raw
}

/** `##Title`: a heading in GitBook, and on pages here. Far to the right it is code. */
function marksWithoutSpace({ body, indent, afterBlank }: Line): string | undefined {
  return indent < 4 ? unspacedMarks(body, !afterBlank) : undefined
}

/** Is it a marker with nothing behind it, below an item that begins on the line before? */
function isEmptyBelow(
  { stack }: State,
  { indent, body, afterBlank }: Line,
  marker: string,
): boolean {
  const isEmpty = marker !== '' && marker.length === body.length
  return isEmpty && !afterBlank && stack.length > 0 && indent > (stack.at(-1) ?? 0)
}

/** A line that begins no item: it continues one, or it ends the list. */
function otherLine(
  state: State,
  line: Line,
  isHeading: boolean,
  moveBy: (move: Move) => void,
): string {
  const { raw, body, indent, afterBlank } = line
  const removed = raw.length - raw.trimStart().length
  if (isHeading || HEADING.test(body) || RULE.test(body)) {
    state.stack = []
    moveBy({ newStart: 1, shift: removed, marker: 1 })
    return body
  }
  state.fence = /^(?:`{3,}|~{3,})/.exec(body)?.[0]
  const outside = indent <= (state.stack[0] ?? -1) && (afterBlank || HTML_BLOCK.test(body))
  if (outside) state.stack = []
  if (state.stack.length === 0) return raw
  if (afterBlank) closeDeeper(state, indent)
  const newIndent = state.stack.length * 2
  moveBy({ newStart: 1, shift: removed - newIndent, marker: removed + 1 })
  return ' '.repeat(newIndent) + body
}

/** After a blank line a text belongs to the item that it is indented below. */
function closeDeeper(state: State, indent: number): void {
  while (state.stack.length > 1 && (state.stack.at(-1) ?? 0) >= indent) state.stack.pop()
}
