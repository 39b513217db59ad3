// Checks that need two pages: does the page a link names have that anchor. Pages note their links; nothing here
// changes a page, so that a result never depends on another page's text.
import type { Book, Chapter, PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
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

const known = new WeakMap<PageResult, ReadonlySet<string>>()

function idsOf(page: PageResult): ReadonlySet<string> {
  const ids = known.get(page) ?? new Set(page.ids)
  known.set(page, ids)
  return ids
}

/** Every anchor that does not exist, in pages and in SUMMARY. */
export function checkAnchors(
  book: Book,
  results: ReadonlyMap<BookPath, PageResult>,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const check = (to: BookPath, anchor: string | undefined, at: Diagnostic['at']): void => {
    if (anchor === undefined || ALWAYS.has(anchor.toLowerCase())) return
    const page = results.get(to)
    if (page === undefined) return
    const ids = idsOf(page)
    if (ids.has(anchor)) return
    diagnostics.push(problem('links/missing-anchor', at, { to, anchor, near: nearId(anchor, ids) }))
  }
  for (const page of results.values())
    for (const link of page.links) check(link.to, link.anchor, link.at)
  for (const chapter of chaptersOf(book))
    if (chapter.kind === 'page') check(chapter.path, chapter.anchor, chapter.at)
  return diagnostics
}

function* chaptersOf(book: Book): Generator<Chapter> {
  for (const space of book.spaces)
    for (const part of space.parts) yield* walkChapters(part.chapters)
}
