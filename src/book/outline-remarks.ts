// What is odd about single lines of a structure file.
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { Spot } from '../markdown/structure.ts'
import { problem } from '../messages/problem.ts'
import type { OutlineText } from './outline-text.ts'

/** What the author of a structure file should know about its lines. */
export function lineRemarks(file: BookPath, outline: OutlineText): readonly Diagnostic[] {
  const { unspaced, unmarked, empty, headings, mixed } = outline
  const place = ({ line, column }: Spot) => ({ file, start: { line, column } })
  return [
    ...unspaced.map((line) => problem('summary/missing-space', place({ line, column: 1 }))),
    ...unmarked.map((spot) => problem('summary/missing-marker', place(spot))),
    ...empty.map((spot) => problem('summary/empty-title', place(spot))),
    ...headings.map((heading) => {
      const { marks, line, column } = heading
      const at = { ...place(heading), end: { line, column: column + marks.length } }
      const facts = { case: 'heading', marks } as const
      return problem('markdown/heading-without-space', at, facts, { severity: 'info' })
    }),
    ...(mixed === undefined
      ? []
      : [problem('summary/mixed-indentation', place({ line: mixed, column: 1 }))]),
  ]
}
