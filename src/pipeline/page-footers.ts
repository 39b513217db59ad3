// What a book or a wiki shows at the foot of its pages is a page for those who write it, and none for those who read.
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import type { EmitRequest } from '../site/emit-request.ts'

/** Files that are footers and no pages: a chapter that is one as well stays a page. */
export function footersAlone(spaces: Book['spaces']): ReadonlySet<BookPath> {
  const footers = new Set(spaces.flatMap(({ footerFile }) => footerFile ?? []))
  for (const { pages } of spaces) for (const page of pages) footers.delete(page)
  return footers
}

/** The pages, and what stands at their feet. */
export function withFooters(
  { spaces }: Book,
  shown: ReadonlyMap<BookPath, PageResult>,
): Pick<EmitRequest, 'results' | 'footers'> {
  const files = spaces.flatMap(({ footerFile }) => footerFile ?? [])
  if (files.length === 0) return { results: shown }
  const results = new Map(shown)
  for (const file of footersAlone(spaces)) results.delete(file)
  return { results, footers: new Map(files.flatMap((file) => footerAt(file, shown))) }
}

function footerAt(
  file: BookPath,
  shown: ReadonlyMap<BookPath, PageResult>,
): readonly (readonly [BookPath, PageResult])[] {
  const result = shown.get(file)
  return result === undefined ? [] : [[file, result]]
}
