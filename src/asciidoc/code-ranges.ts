// Where code is in an AsciiDoc text, seen line by line: delimited listings, literals and passthroughs, literal paragraphs,
// and inside running text what stands between backticks or plus signs. Whoever changes text before it is parsed
// (templates) leaves these ranges alone.
import type { Range } from '../core/range.ts'

/** A line that opens and closes a block whose content is not running text. */
const DELIMITER = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}[\w+-]*)[ \t]*$/
const INLINE =
  /pass:[a-z,]*\[[^\]\n]*\]|\+\+\+.+?\+\+\+|(?<![\w+])\+\+\S.*?\+\+(?![\w+])|(?<![\w+])\+\S(?:[^\n]*?\S)??\+(?![\w+])|(?<![\w`])``.+?``|(?<![\w`])`[^`\n]+`/g

/** The code of an AsciiDoc text: in order, without overlaps, as offsets. Line ends must be '\n'. */
export function asciidocCodeRanges(text: string): readonly Range[] {
  const rows = text.split('\n')
  const found: Range[] = []
  let offset = 0
  let afterBlank = true
  let index = 0
  while (index < rows.length) {
    const line = rows[index] ?? ''
    const count = blockLength(rows, index, afterBlank)
    const length = rows.slice(index, index + Math.max(1, count)).join('\n').length + 1
    if (count > 0) found.push({ from: offset, to: Math.min(offset + length, text.length) })
    else addInline(line, offset, found)
    afterBlank = count === 0 && line.trim() === ''
    offset += length
    index += Math.max(1, count)
  }
  return found
}

/** How many lines the block of code has that begins here; 0 when none does. */
function blockLength(rows: readonly string[], index: number, afterBlank: boolean): number {
  const line = rows[index] ?? ''
  const row = line.trimEnd()
  if (DELIMITER.test(row)) {
    const end = row.startsWith('`') ? row.replace(/[^`]+$/, '') : row
    const close = rows.findIndex((other, at) => at > index && other.trimEnd() === end)
    return (close < 0 ? rows.length : close + 1) - index
  }
  if (!afterBlank || !isLiteral(line)) return 0
  const blank = rows.findIndex((other, at) => at > index && other.trim() === '')
  return (blank < 0 ? rows.length : blank) - index
}

/** An indented line that begins a paragraph, and is neither an item of a list nor a tag alone. */
function isLiteral(line: string): boolean {
  return /^[ \t]+\S/.test(line) && !/^[ \t]*(?:[*\-.]+|\d+\.|[^\s:]+::)[ \t]|^[ \t]*\{%/.test(line)
}

function addInline(line: string, offset: number, found: Range[]): void {
  for (const { 0: code, index } of line.matchAll(INLINE))
    found.push({ from: offset + index, to: offset + index + code.length })
}
