// What stands before each line of code: its number, and a sign for what its author said of it. Colors of a site say that
// too, but an ebook has none.
import type { Code, LineMark } from './content.ts'

const SIGNS: { readonly [mark in LineMark]: string } = {
  mark: '\u203A',
  focus: '\u203A',
  ins: '+',
  del: '\u2212',
  error: '\u00D7',
  warning: '!',
}

/** The gutter of each line, all of one width; nothing where a block has neither numbers nor marks. */
export function guttersOf({ lines, first, marks }: Code): readonly string[] {
  const width = String((first ?? 0) + lines.length).length
  return lines.map((_, index) => {
    const number = first === undefined ? '' : `${String(first + index).padStart(width)}  `
    const mark = marks?.[index]
    const sign = mark === undefined ? ' ' : SIGNS[mark]
    return marks === undefined ? number : `${number}${sign} `
  })
}
