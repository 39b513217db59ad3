// Conditions on lines of their own between the rows of a table or the items of a list. GitBook.com leaves such a line out,
// so that what is around it stays one; elsewhere an empty line stands for it, and what is around it stays apart.
import type { Range } from '../../core/range.ts'

const STATEMENTS = /^(?:[ \t>]*\{%(?:(?!%\})[^\n])*%\})+[ \t]*$/
const BEFORE =
  /^[ \t>]*(?:\||[*+-][ \t]|\d{1,9}[.)][ \t]|<\/?(?:thead|tbody|tfoot|tr|td|th|li|colgroup|col)\b|<(?:table|ul|ol)\b)|<\/(?:tr|td|th|li|thead|tbody)>[ \t]*$/i
const AFTER =
  /^[ \t>]*(?:\||[*+-][ \t]|\d{1,9}[.)][ \t]|<\/?(?:thead|tbody|tfoot|tr|td|th|li)\b|<\/(?:table|ul|ol)\b)/i

/** The line that a tag has for itself, without its line break; undefined when it shares it. */
export function lineAlone(text: string, { from, to }: Range): Range | undefined {
  let [start, end] = [from, to]
  while (isBlank(text[start - 1])) start -= 1
  while (isBlank(text[end])) end += 1
  const isAlone = (start === 0 || text[start - 1] === '\n') && (text[end] ?? '\n') === '\n'
  return isAlone ? { from: start, to: end } : undefined
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t' || sign === '>'
}

/** The line of a tag, with its line break, when it stands there alone among rows or items; undefined elsewhere. */
export function joinedLine(text: string, tag: Range): Range | undefined {
  const line = lineAlone(text, tag)
  if (line === undefined || line.from === 0 || line.to === text.length) return undefined
  const before = lineFrom(text, line.from, -1)
  const after = lineFrom(text, line.to + 1, 1)
  return BEFORE.test(before) && AFTER.test(after) ? { from: line.from, to: line.to + 1 } : undefined
}

/** Beyond these lines of nothing but tags nobody looks. */
const NEAR = 20

/** The next line on a side that holds more than statements; '' where there is none near. */
function lineFrom(text: string, at: number, step: 1 | -1): string {
  let [from, to] = [at, at]
  for (let count = 0; count < NEAR; count++) {
    if (step < 0) {
      to = from - 1
      if (to < 0) return ''
      from = text.lastIndexOf('\n', to - 1) + 1
    } else {
      from = count === 0 ? at : to + 1
      const end = text.indexOf('\n', from)
      to = end < 0 ? text.length : end
    }
    const line = text.slice(from, to)
    if (!STATEMENTS.test(line)) return line
  }
  return ''
}
