// One page, from its text to its result. The steps follow each other; each gives a value and what its author should
// know, and none fails: a page with mistakes is still a page.
import type { Edition, PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { JsonObject } from '../core/json.ts'
import { type BookPath, type OutputPath, baseName } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import { type Answers, noteReads } from '../core/read.ts'
import type { Files } from '../files/files.ts'
import type { Markdown, Rendered } from '../markdown/parser.ts'
import { splitFrontMatter } from './front-matter.ts'
import { notUtf8, tooLarge } from './problems.ts'
import { collectReferences } from './references.ts'

/** Beyond this a page is refused: Markdown of that size is generated or a mistake, and takes minutes and gigabytes. */
const MAX_PAGE_BYTES = 16_000_000

/** What rendering a page may look at. */
export interface PageKit {
  readonly files: Files
  readonly answers: Answers
  readonly markdown: Markdown
  readonly edition: Edition
}

/** Renders one page of a book. Author mistakes are in the result's `diagnostics`; nothing is thrown for them. */
export async function renderPage(
  path: BookPath,
  output: OutputPath,
  kit: PageKit,
): Promise<PageResult> {
  const answers = noteReads(kit.answers)
  answers.ask('text', path)
  const size = kit.files.size(path) ?? 0
  if (size > MAX_PAGE_BYTES)
    return emptyResult(path, output, [tooLarge(path, size, MAX_PAGE_BYTES)], answers.reads())
  const file = kit.files.text(path)
  const text = file?.text ?? ''
  const encoding = file === undefined || file.utf8 ? [] : [undecodable(path, text)]
  const split = splitFrontMatter(path, text)
  const references = collectReferences({ path, output, root: kit.edition.root, answers })
  const rendered = kit.markdown.render({
    path,
    text: split.value.body,
    firstLine: split.value.firstLine,
    host: references,
  })
  return {
    path,
    output,
    ...describe(split.value.attributes, rendered),
    attributes: split.value.attributes,
    html: rendered.html,
    headings: rendered.headings,
    ids: rendered.ids,
    links: references.links(),
    sections: rendered.sections,
    diagnostics: [
      ...encoding,
      ...split.diagnostics,
      ...rendered.diagnostics,
      ...references.diagnostics(),
    ],
    reads: answers.reads(),
  }
}

function describe(
  attributes: JsonObject,
  rendered: Rendered,
): { title?: string; description?: string } {
  const title = scalar(attributes['title']) ?? rendered.title
  const description = scalar(attributes['description']) ?? rendered.description
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  }
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function undecodable(path: BookPath, text: string): Diagnostic {
  const offset = Math.max(0, text.indexOf('\uFFFD'))
  const { start } = placeOf(path, text, offset, offset + 1)
  return notUtf8(path, start?.line ?? 1, start?.column ?? 1)
}

function emptyResult(
  path: BookPath,
  output: OutputPath,
  diagnostics: readonly Diagnostic[],
  reads: PageResult['reads'],
): PageResult {
  const empty = { headings: [], ids: [], links: [], sections: [] }
  return {
    path,
    output,
    title: baseName(path),
    attributes: {},
    html: '',
    ...empty,
    diagnostics,
    reads,
  }
}
