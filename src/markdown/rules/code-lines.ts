// Puts each line of highlighted code into an element of its own. The text of the code stays the same, line ends
// included; numbers and signs come from the style sheet, so that nobody copies them.
import { escapeHtml } from '../../core/html.ts'
import type { LineMark, LineRange } from './code-options.ts'

const SPANS = /<span[^>]*>|<\/span>|\n/g

/** What the lines of a block carry. */
export interface LineWork {
  readonly ranges: readonly LineRange[]
  /** The number of the first line; undefined when lines have none. */
  readonly start?: number | undefined
  /** Lines can be linked to: `L1`, `L2` … */
  readonly ids?: boolean
}

/** The code with an element around each line. */
export function wrapLines(html: string, { ranges, start, ids }: LineWork): string {
  const lines = balancedLines(html)
  const marks = marksByLine(ranges, lines.length)
  return lines
    .map((line, index) => {
      const classes = ['line', ...[...(marks.get(index + 1) ?? [])].map((mark) => `line-${mark}`)]
      // Counting from one is the style sheet's work.
      const number = start === undefined || start === 1 ? '' : ` data-line="${start + index}"`
      const id = ids ? ` id="L${index + 1}"` : ''
      return `<span${id} class="${escapeHtml(classes.join(' '))}"${number}>${line}</span>`
    })
    .join('')
}

function marksByLine(
  ranges: readonly LineRange[],
  last: number,
): ReadonlyMap<number, ReadonlySet<LineMark>> {
  const marks = new Map<number, Set<LineMark>>()
  for (const { from, to, as } of ranges)
    for (let line = from; line <= Math.min(to, last); line++)
      marks.set(line, (marks.get(line) ?? new Set()).add(as))
  return marks
}

/** Lines with their line ends, each with its tags closed; the next one opens them again. */
function balancedLines(html: string): readonly string[] {
  const lines: string[] = []
  const open: string[] = []
  let line = ''
  let at = 0
  for (const { 0: found, index } of html.matchAll(SPANS)) {
    line += html.slice(at, index)
    at = index + found.length
    if (found === '\n') {
      lines.push(`${line}${'</span>'.repeat(open.length)}\n`)
      line = open.join('')
      continue
    }
    line += found
    if (found === '</span>') open.pop()
    else open.push(found)
  }
  line += html.slice(at)
  return line === '' ? lines : [...lines, line]
}
