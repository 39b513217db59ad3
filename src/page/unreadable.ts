// Pages of which little or nothing can be read.
import type { PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, type OutputPath, baseName } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import type { Limits } from '../core/trust.ts'
import type { Files, TextFile } from '../files/files.ts'
import { problem } from '../messages/problem.ts'

/** What is told of a page that is not in UTF-8. */
export function notUtf8(path: BookPath, { text, readAs }: TextFile): Diagnostic {
  const offset = Math.max(0, text.indexOf('\uFFFD'))
  const { start } = placeOf(path, text, offset, offset + 1)
  const at = { file: path, start: start ?? { line: 1, column: 1 } }
  return problem('page/not-utf8', at, { encoding: readAs })
}

/** As many bytes as a unit of a text was at most; a mark at the beginning of a file is no part of the text. */
const BYTES_OF_UNIT = 3
const MARK = 3

/** The size of a page that is too large; undefined for all others, whose files need not be asked for it. */
export function excessOf(
  path: BookPath,
  text: string,
  { files, limits: { pageBytes: limit } }: { readonly files: Files; readonly limits: Limits },
): Parameters<typeof emptyResult>[2] | undefined {
  if (text.length * BYTES_OF_UNIT + MARK <= limit) return undefined
  const bytes = files.size(path) ?? 0
  return bytes > limit ? { bytes, limit } : undefined
}

/** A page that is too large: it is generated or a mistake, and would take minutes and gigabytes. */
export function emptyResult(
  path: BookPath,
  output: OutputPath,
  size: { readonly bytes: number; readonly limit: number },
  reads: PageResult['dependencies'],
): PageResult {
  const empty = { headings: [], ids: [], links: [], sections: [] }
  return {
    path,
    output,
    title: baseName(path),
    attributes: {},
    html: '',
    marks: [],
    ...empty,
    diagnostics: [problem('page/too-large', { file: path }, size)],
    dependencies: reads,
  }
}
