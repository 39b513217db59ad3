// Items of a numbered list that begins in a quote and goes on without its marks (`> 1. One`, `2. Two`) belong to the quote, as
// GitBook read it. For CommonMark the second one is a list of its own that begins with two.
import type { MarkdownIt, StateBlock } from 'markdown-it'
import { ruleOf } from './rule-of.ts'
import { isIndented, lineOf } from './state-lines.ts'

const ITEM = /^(\d{1,9})([.)])[ \t]+\S/
/** What is no words of an item. */
const BLOCK = /^(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}|[*+-][ \t]|$)/
/** An item is looked for in so many lines, so that time stays linear. */
const MOST_LINES = 20

/** The lines that belong to quotes whose content is read next. */
const noted = new WeakMap<StateBlock, Set<number>>()

/** Lets numbered lists of quotes go on without the marks of the quote. */
export function quotedItems(md: MarkdownIt): void {
  const { block } = md
  const rule = ruleOf(block.ruler, 'list')
  block.ruler.at(
    'list',
    (state, line, last, silent) => {
      const isOfQuote = silent && state.parentType === 'blockquote' && goesOn(state, line)
      if (!isOfQuote) return rule(state, line, last, silent)
      const lines = noted.get(state) ?? new Set()
      noted.set(state, lines.add(line))
      return false
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
  const tokenize = block.tokenize.bind(block)
  block.tokenize = (state, first, end) => {
    if (state.parentType === 'blockquote') indent(state, first, end)
    tokenize(state, first, end)
  }
}

/** For the rule for quotes a line without a mark continues words: it has no indent of its own. */
function indent(state: StateBlock, first: number, end: number): void {
  const lines = noted.get(state)
  for (const line of lines ?? []) {
    if (line < first || line >= end) continue
    state.sCount[line] = state.tShift[line] ?? 0
    lines?.delete(line)
  }
}

/** Is a line without a mark the next item of the list above it, in a quote? */
function goesOn(state: StateBlock, line: number): boolean {
  const [, number, sign] = isIndented(state, line) ? [] : (ITEM.exec(lineOf(state, line)) ?? [])
  if (number === undefined) return false
  const around = depth(state, line)
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES); at--) {
    if ((state.sCount[at] ?? 0) >= 0 && depth(state, at) <= around) return false
    const text = lineOf(state, at)
    const [, before, same] = ITEM.exec(text) ?? []
    if (before !== undefined) return same === sign && Number(before) + 1 === Number(number)
    if (BLOCK.test(text)) return false
  }
  return false
}

/** How many marks of quotes stand before a line. */
function depth({ src, bMarks }: StateBlock, line: number): number {
  const start = bMarks[line] ?? 0
  return src.slice(src.lastIndexOf('\n', start - 1) + 1, start).split('>').length
}
