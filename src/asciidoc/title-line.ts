// The line of a title of a section: `== Title`, `== Title ==`, and with the marks of Markdown.

/** A title as it is written. */
export interface TitleLine {
  /** As many as its level. */
  readonly marks: string
  /** Without the marks before and behind it. */
  readonly text: string
  /** Where the text begins, from 0. */
  readonly from: number
}

/** Undefined for any other line. */
export function titleLine(line: string): TitleLine | undefined {
  const [opening, marks = ''] = /^(={1,6}|#{1,6})[ \t]+(?=\S)/.exec(line) ?? []
  if (opening === undefined) return undefined
  const written = line.slice(opening.length).trimEnd()
  const inner = written.endsWith(marks) ? written.slice(0, -marks.length) : written
  const text = /[ \t]$/.test(inner) ? inner.trimEnd() : written
  return { marks, text, from: opening.length }
}
