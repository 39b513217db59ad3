// What a book or a wiki shows at the foot of its pages is a page for those who write it, and none for those who read.
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import type { EmitRequest } from '../site/emit-request.ts'

/** The pages, and what stands at their feet. */
export function withFooters(
  { spaces }: Book,
  shown: ReadonlyMap<BookPath, PageResult>,
): Pick<EmitRequest, 'results' | 'footers'> {
  const files = spaces.flatMap(({ footerFile }) => footerFile ?? [])
  if (files.length === 0) return { results: shown }
  const results = new Map(shown)
  // A chapter that is the footer as well stays one.
  const chapters = new Set(spaces.flatMap(({ pages }) => pages))
  for (const file of files) if (!chapters.has(file)) results.delete(file)
  return { results, footers: new Map(files.flatMap((file) => footerAt(file, shown))) }
}

function footerAt(
  file: BookPath,
  shown: ReadonlyMap<BookPath, PageResult>,
): readonly (readonly [BookPath, PageResult])[] {
  const result = shown.get(file)
  return result === undefined ? [] : [[file, result]]
}
