// A page that nobody can render in reasonable time and memory: its readers get the source, its author a reason.
import type { PageResult } from '../core/book.ts'
import type { Place } from '../core/diagnostic.ts'
import { type BookPath, type OutputPath, baseName } from '../core/path.ts'
import type { trackInputs } from '../core/dependency.ts'
import type { Files } from '../files/files.ts'
import type { Markdown } from '../markdown/parser.ts'
import type { Reason } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { writeHtml } from '../tree/write.ts'

/** The page, and what it was made with. */
export interface Unrendered {
  readonly path: BookPath
  readonly output: OutputPath
  readonly kit: { readonly files: Files; readonly markdown: Markdown }
  readonly inputs: ReturnType<typeof trackInputs>
}

/** The source of a page as the page. */
export function pageAsSource(
  { path, output, kit, inputs }: Unrendered,
  why: { readonly case: 'page' | 'failed'; readonly reason: Reason },
  at: Place,
): PageResult {
  const text = kit.files.text(path)?.text ?? ''
  const count = text.replace(/\n$/, '').split('\n').length
  return {
    path,
    output,
    title: baseName(path),
    attributes: {},
    ...writeHtml([kit.markdown.listing(text, '')]),
    headings: [],
    ids: Array.from({ length: count }, (_, index) => `L${index + 1}`),
    links: [],
    sections: [],
    diagnostics: [problem('page/too-complex', at, { case: why.case, reason: why.reason })],
    dependencies: inputs.dependencies(),
  }
}
