// The book that files hold, as far as its author is trusted.
import { loadBook } from '../book/load.ts'
import type { Book } from '../core/book.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { Allowance, Limits } from '../core/trust.ts'
import { type Answers, noteAnswers, saySame } from '../files/answers.ts'
import type { Files } from '../files/files.ts'
import { withTexts } from '../files/with-texts.ts'
import { problem } from '../messages/problem.ts'
import { labelsFor } from '../site/labels.ts'

/** The book, unless it is larger than it may be. */
export function loadAllowed(
  files: Files,
  { code, limits }: Allowance,
): Promise<Outcome<Book | undefined>> {
  const tooMuch = excessOf(files, limits)
  if (tooMuch !== undefined) return Promise.resolve({ value: undefined, diagnostics: [tooMuch] })
  return loadBook(files, {
    introduction: (language) => labelsFor(language).labels['introduction'] ?? 'Introduction',
    tagsTitle: (language) => labelsFor(language).labels['tags'] ?? 'Tags',
    runsCode: code,
  })
}

/** A book, and what the files said of which it was read. */
export interface LoadedBook {
  readonly answers: Answers
  /** A configuration that is a program would have been run. */
  readonly code: boolean
  readonly outcome: Outcome<Book>
}

/** The same, or the very book that was loaded before when the files say of it what they said, or what comes to the same. */
export async function loadAgain(
  files: Files,
  allowance: Allowance,
  before: LoadedBook | undefined,
): Promise<{ readonly loaded: Outcome<Book | undefined>; readonly known?: LoadedBook }> {
  const { code, limits } = allowance
  const isKnown = before?.code === code && limits.files === Infinity
  if (isKnown && saySame(files, before.answers)) return { loaded: before.outcome, known: before }
  const noted = noteAnswers(files)
  const loaded = await loadAllowed(noted.files, allowance)
  const answers = noted.answers()
  const { value, diagnostics } = loaded
  if (answers === undefined || value === undefined) return { loaded }
  const outcome = sameAs(before?.outcome, { value, diagnostics })
  return { loaded: outcome, known: { answers, code, outcome } }
}

/** A book is data. What is known of one is known of an equal one, if it is the same. */
function sameAs(before: Outcome<Book> | undefined, now: Outcome<Book>): Outcome<Book> {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
}

/** Why a book is too large to be built; undefined when it is not. */
function excessOf(files: Files, { files: most, bookBytes }: Limits): Diagnostic | undefined {
  if (most === Infinity) return undefined
  const all = files.list()
  const bytes = all.reduce((sum, path) => sum + (files.size(path) ?? 0), 0)
  if (all.length <= most && bytes <= bookBytes) return undefined
  const args = { files: all.length, most, bytes, limit: bookBytes }
  return problem('book/too-large', undefined, args)
}

/** The files of a book, and the texts of the pages that it makes. */
export function withMadePages(files: Files, { spaces }: Book): Files {
  const all = spaces.flatMap(({ made }) => Object.entries(made ?? {}))
  return withTexts(files, new Map(all.map(([path, { text }]) => [path, text])))
}
