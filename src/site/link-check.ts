// Checks that need two pages: does the page a link names have that anchor. Pages note their links; nothing here
// changes a page, so that a result never depends on another page's text.
import { oncePer } from '../core/attempt.ts'
import type { Book, Chapter, PageResult, Space } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, isAsciidocPath, writtenFrom } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'
import { walkChapters } from '../core/menu.ts'

/** The id that was probably meant, as a link names it. */
export function nearId(anchor: string, ids: Iterable<string>): string | undefined {
  const near = closest(anchor, ids)
  return near === undefined ? undefined : `#${near}`
}

/** Fragments that every page has (HTML standard, "scroll to the fragment"). */
const ALWAYS = new Set(['', 'top'])

const idsOf = oncePer(({ ids }: PageResult): ReadonlySet<string> => new Set(ids))

/** Every anchor that does not exist, in pages and in SUMMARY. */
export function checkAnchors(
  book: Book,
  results: ReadonlyMap<BookPath, PageResult>,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const known = new Map<Space | undefined, ReturnType<typeof pagesById>>()
  const besides = (to: BookPath): ReturnType<typeof pagesById> => {
    const space = spaceOf(book, to)
    const pages = known.get(space) ?? pagesById(book, space, results)
    known.set(space, pages)
    return pages
  }
  const check = (to: BookPath, anchor: string | undefined, at: Diagnostic['at']): void => {
    if (anchor === undefined || ALWAYS.has(anchor.toLowerCase())) return
    const page = results.get(to)
    if (page === undefined) return
    const ids = idsOf(page)
    if (ids.has(anchor)) return
    const near = nearId(anchor, ids) ?? nearPart(anchor, at, besides(to))
    diagnostics.push(problem('links/missing-anchor', at, { to, anchor, near }))
  }
  for (const page of results.values())
    for (const link of page.links) check(link.to, link.anchor, link.at)
  for (const chapter of chaptersOf(book))
    if (chapter.kind === 'page') check(chapter.path, chapter.anchor, chapter.at)
  return diagnostics
}

/** Ids of a space, and the page that has each; null where several have. */
function pagesById(
  book: Book,
  space: Space | undefined,
  results: ReadonlyMap<BookPath, PageResult>,
): ReadonlyMap<string, BookPath | null> {
  const pages = new Map<string, BookPath | null>()
  for (const { path, ids } of results.values())
    for (const id of spaceOf(book, path) === space ? ids : [])
      pages.set(id, pages.has(id) && pages.get(id) !== path ? null : path)
  return pages
}

/** The one page that has an id, as a link names it; in AsciiDoc, where pages name ids alone, one that is alike. */
function nearPart(
  anchor: string,
  at: Diagnostic['at'],
  pages: ReadonlyMap<string, BookPath | null>,
): string | undefined {
  if (at === undefined) return undefined
  const isAlike = !pages.has(anchor) && isAsciidocPath(at.file)
  const id = isAlike ? closest(anchor, pages.keys()) : anchor
  const page = id === undefined ? undefined : pages.get(id)
  return page ? `${writtenFrom(at.file, page)}#${id}` : undefined
}

function* chaptersOf(book: Book): Generator<Chapter> {
  for (const space of book.spaces)
    for (const part of space.parts) yield* walkChapters(part.chapters)
}
