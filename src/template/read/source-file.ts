import type { Range } from '../../core/range.ts'
import type { Place } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import { positionsIn } from '../../core/position.ts'

/** One text, with where its offsets are in the author's file. */
export interface SourceFile {
  readonly text: string
  /** Where a range is; for a text from outside the book, where it was asked for. */
  readonly place: (range: Range) => Place
  /** Line and column of an offset; undefined for a text from outside the book. */
  readonly spot: (
    offset: number,
  ) => { readonly file: BookPath; readonly line: number; readonly column: number } | undefined
}

/** A text whose first line is the given one of its file; `home` is the file, or the place that asked for the text. */
export function sourceFile(text: string, firstLine: number, home: BookPath | Place): SourceFile {
  const position = positionsIn(text, firstLine)
  return {
    text,
    place: ({ from, to }) =>
      typeof home === 'string' ? { file: home, start: position(from), end: position(to) } : home,
    spot: (offset) => (typeof home === 'string' ? { file: home, ...position(offset) } : undefined),
  }
}
