// The template step of a page: what its templates may see and ask, and where each line of the expanded text comes from.
import type { Edition } from '../core/book.ts'
import type { Diagnostic, Place, Position } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { Answers } from '../core/read.ts'
import type { Files } from '../files/files.ts'
import { codeRanges } from '../markdown/code-ranges.ts'
import { type Origins, expandTemplates } from '../template/expand.ts'
import { mayHaveTags } from '../template/scan.ts'
import { templateVariables } from './context.ts'
import { type Facts, pageFacts } from './facts.ts'
import { type SplitPage, splitFrontMatter } from './front-matter.ts'

/** Reads a file of a git repository by its address. */
export type GitReader = (
  address: string,
) => { readonly text: string } | { readonly problem: string }

/** What the step may look at. */
export interface ExpandKit {
  readonly edition: Edition
  readonly files: Files
  readonly answers: Answers
  /** What templates see of the edition; made when the first page asks. */
  readonly facts: () => Facts
  readonly git?: GitReader
}

/** The text that the Markdown engine gets. */
export interface ExpandedPage {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Carries a place in `text` (lines counted from 1) to the author's file, which may be an included one. */
  readonly toSource: (place: Place) => Place
}

/** Expands the templates of a page; one without tags comes back as it is. */
export async function expandPage(
  path: BookPath,
  page: SplitPage,
  kit: ExpandKit,
): Promise<ExpandedPage> {
  const { edition, facts, files, answers, git } = kit
  const isPlain = page.attributes['templating'] === false || !mayHaveTags(page.body)
  if (isPlain) return unchanged(path, page)
  const expanded = await expandTemplates({
    path,
    text: page.body,
    firstLine: page.firstLine,
    root: edition.root,
    variables: templateVariables({
      path,
      edition: edition.id,
      attributes: page.attributes,
      facts: facts(),
      own: () => pageFacts(edition, path),
      answers,
    }),
    host: {
      text(included) {
        answers.ask('text', included)
        return files.text(included)
      },
      ...(git === undefined ? {} : { git }),
      codeRanges: (text) => codeRanges(text),
      body(included, text) {
        const { body, firstLine } = splitFrontMatter(included, text).value
        return { body, firstLine }
      },
    },
  })
  const { text, diagnostics, origin } = expanded
  return { text, diagnostics, toSource: (place) => sourceOf(path, place, origin) }
}

function unchanged(path: BookPath, { body, firstLine }: SplitPage): ExpandedPage {
  const shift = ({ line, column }: Position): Position => ({ line: line + firstLine - 1, column })
  const toSource = ({ start, end }: Place): Place => ({
    file: path,
    ...(start && { start: shift(start) }),
    ...(end && { end: shift(end) }),
  })
  return { text: body, diagnostics: [], toSource }
}

/** A position that cannot be carried exactly is left out: a missing column is better than a wrong one. */
function sourceOf(path: BookPath, place: Place, origin: Origins): Place {
  if (place.start === undefined) return { file: path }
  const start = origin(place.start.line, place.start.column)
  if (start === undefined) return { file: path }
  const { file, line } = start
  const column = start.column ?? (start.sameColumns ? place.start.column : undefined)
  if (column === undefined) return { file, start: { line, column: 1 } }
  const end = place.end && endOf(place.end, origin, file)
  return { file, start: { line, column }, ...(end === undefined ? {} : { end }) }
}

function endOf(end: Position, origin: Origins, file: BookPath): Position | undefined {
  const found = origin(end.line, end.column)
  if (found?.file !== file) return undefined
  const column = found.column ?? (found.sameColumns ? end.column : undefined)
  return column === undefined ? undefined : { line: found.line, column }
}
