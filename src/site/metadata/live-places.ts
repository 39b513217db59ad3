// What a site has before old addresses are added to it.
import type { Book, PageResult } from '../../core/book.ts'
import { type BookPath, type OutputPath, withoutRoot } from '../../core/path.ts'
import { hasChoice } from '../../core/space.ts'

interface LiveBook {
  readonly book: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
}

/** Everything that a site answers to without redirects; pages with their result. */
export function livePlaces({
  book,
  results,
  outputOf,
}: LiveBook): ReadonlyMap<string, PageResult | undefined> {
  const live = new Map<string, PageResult | undefined>()
  for (const space of book.spaces)
    live.set(`${space.root.slice(book.root.length)}handbook/contents.html`, undefined)
  if (hasChoice(book)) live.set('index.html', undefined)
  for (const path of book.assets)
    if (!results.has(path)) live.set(withoutRoot(book.root, path), undefined)
  for (const [path, result] of results) live.set(outputOf(path), result)
  return live
}
