// The ebooks of a book: its pages are rendered once, and each space becomes one edition.
import type { Space } from '../core/book.ts'
import { type Diagnostic, sortDiagnostics } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import type { BuildRequest } from '../pipeline/built.ts'
import type { BookRead } from '../pipeline/book-read.ts'
import { readBook } from '../pipeline/read-book.ts'
import type { Files } from '../files/files.ts'
import { languageTag } from '../site/labels.ts'
import { type Edition, editionOf } from './edition.ts'
import { type PageContent, readPage } from './read/page.ts'
import { type Remarks, createRemarks } from './remarks.ts'

/** What is wanted. */
export interface EbookRequest {
  readonly build: BuildRequest
  /** A language of the book; without it there is one edition for each. */
  readonly language?: string
}

/** An edition, and the remarks on what of its pages no ebook shows. */
export interface ReadEdition {
  readonly edition: Edition
  readonly remarks: Remarks
}

/** Reads a book for its ebooks. With an error among the diagnostics none should be made. */
export async function readEditions({ build, language }: EbookRequest): Promise<{
  readonly editions: readonly ReadEdition[]
  readonly diagnostics: readonly Diagnostic[]
}> {
  const { value: read, diagnostics } = await readBook(build, readPage)
  if (read === undefined) return { editions: [], diagnostics }
  const spaces = wantedSpaces(read, language)
  const { files } = build
  const unknown = spaces.length === 0 ? [unknownLanguage(read, language ?? '')] : []
  return {
    editions: spaces.map((space) => readEdition(read, files, space)),
    diagnostics: sortDiagnostics([...unknown, ...diagnostics]),
  }
}

/** The edition of one space. */
export function readEdition(read: BookRead, files: Files, space: Space): ReadEdition {
  const contents = new Map<BookPath, PageContent>()
  for (const [path, { seen }] of read.results)
    if (seen !== undefined && seen !== null) contents.set(path, seen as PageContent)
  const edition = editionOf({ read, files, space, contents })
  return { edition, remarks: remarksOn(edition, contents) }
}

/** A language by its folder or by its tag. */
function wantedSpaces({ book }: BookRead, language: string | undefined): readonly Space[] {
  if (language === undefined) return book.spaces
  const tag = languageTag(language)
  const byId = book.spaces.filter(({ id }) => id !== '' && id === language)
  return byId.length > 0
    ? byId
    : book.spaces.filter(({ config }) => languageTag(config.language) === tag)
}

function unknownLanguage({ book }: BookRead, language: string): Diagnostic {
  const languages = book.spaces.map(({ id, config }) => id || languageTag(config.language))
  return problem('ebook/unknown-language', undefined, { language, languages })
}

function remarksOn(edition: Edition, contents: ReadonlyMap<BookPath, PageContent>): Remarks {
  const remarks = createRemarks()
  for (const { path } of edition.chapters)
    for (const { what, at } of contents.get(path)?.unshown ?? []) remarks.add(what, at)
  return remarks
}
