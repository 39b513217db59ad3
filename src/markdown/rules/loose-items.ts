// What belongs to an item of a list stands two columns or more to the right of its mark, as GitBook read it. CommonMark wants
// it below the words of the item, three columns behind `1.`: with two, every step of a manual ended its list, and the next
// was number one again.
import type { MarkdownIt, StateBlock } from 'markdown-it'
import { isIndented, lineOf } from './state-lines.ts'

/** A mark, where the line of an item has its words behind it. */
const MARK_BEFORE = /(?:[*+-]|\d{1,9}[.)])[ \t]*$/
const FEWEST_COLUMNS = 2

const ITEM = /^(?:[*+-]|(\d{1,9})[.)])(?:[ \t]|$)/
/** What begins something new without an empty line before it. */
const BLOCK = /^(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}|>)/

/** Makes the content of items begin where their authors began it. */
export function looseItems(md: MarkdownIt): void {
  const { block } = md
  const tokenize = block.tokenize.bind(block)
  block.tokenize = (state, first, end) => {
    const start = state.bMarks[first] ?? 0
    if (state.parentType === 'list') lowerIndent(state, first, end)
    tokenize(state, first, end)
    state.bMarks[first] = start
  }
}

/** The list restores all of it but where the line begins before it reads the next item. */
function lowerIndent(state: StateBlock, first: number, end: number): void {
  const start = state.bMarks[first] ?? 0
  const shift = state.tShift[first] ?? 0
  const before = state.src.slice(start, start + shift)
  const mark = MARK_BEFORE.exec(before)
  if (mark === null || isIndented(state, first)) return
  const indent = contentIndent(state, { first, end, mark: columns(before.slice(0, mark.index)) })
  if (indent === undefined) return
  state.blkIndent = indent
  state.sCount[first] = indent
  // Of the first line so many columns would be left out, whatever stands there: a longer mark would be words in part.
  state.bMarks[first] = start + shift
  state.tShift[first] = 0
}

interface Item {
  readonly first: number
  readonly end: number
  /** The column of its mark. */
  readonly mark: number
}

/** The column of the content, where it is less than CommonMark wants. */
function contentIndent(state: StateBlock, { first, end, mark }: Item): number | undefined {
  let found: number | undefined
  let isAfterGap = false
  for (let line = first + 1; line < end; line++) {
    if (state.isEmpty(line)) {
      isAfterGap = true
      continue
    }
    const indent = state.sCount[line] ?? 0
    if (indent >= state.blkIndent) isAfterGap = false
    else {
      const begins = beginsWith(lineOf(state, line))
      if (begins === 'words' && !isAfterGap) continue
      if (begins === 'next' || indent < mark + FEWEST_COLUMNS) break
      found = Math.min(found ?? indent, indent)
      isAfterGap = false
    }
  }
  return found
}

/** An item that is not the first of its list goes on with the list around. */
function beginsWith(line: string): 'block' | 'next' | 'words' {
  const [item, number] = ITEM.exec(line) ?? []
  if (item !== undefined) return number === undefined || number === '1' ? 'block' : 'next'
  return BLOCK.test(line) ? 'block' : 'words'
}

function columns(text: string): number {
  let column = 0
  for (const sign of text) column += sign === '\t' ? 4 - (column % 4) : 1
  return column
}
