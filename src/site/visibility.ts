// What is kept from readers, by the chapters and by the pages themselves, also those that only a link reaches.
import type { Book, PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { switchOf } from '../core/switch.ts'
import { type Visibility, isOpen, visibilityOf } from '../core/visibility.ts'
import { problem } from '../messages/problem.ts'

/** With the book that it was asked for: nearly always there is one, and each build asks several times of every page. */
const known = new WeakMap<PageResult, { readonly book: Book; readonly visibility: Visibility }>()

/** Who finds a page. */
export function visibilityIn(book: Book, result: PageResult): Visibility {
  const before = known.get(result)
  if (before?.book === book) return before.visibility
  const visibility = visibilityOfResult(book, result)
  known.set(result, { book, visibility })
  return visibility
}

function visibilityOfResult(book: Book, { path, attributes }: PageResult): Visibility {
  return { ...spaceOf(book, path)?.visibility[path], ...ownVisibility(attributes) }
}

/** What a page says of itself. */
export function ownVisibility(attributes: PageResult['attributes']): Visibility {
  const isUnsearched = switchOf(attributes['search']) === false
  return { ...visibilityOf(attributes), ...(isUnsearched ? { unsearched: true } : {}) }
}

/** Everything that front matter keeps from readers: a page that is missed should not be looked for in vain. */
export function reportKept(
  book: Book,
  results: ReadonlyMap<BookPath, PageResult>,
): readonly Diagnostic[] {
  const all = book.spaces.flatMap(({ visibility }) => Object.entries(visibility))
  const kept = new Map<string, Visibility>(all)
  for (const [path, result] of results) {
    const visibility = visibilityIn(book, result)
    if (!isOpen(visibility)) kept.set(path, visibility)
    else if (kept.size > 0) kept.delete(path)
  }
  const named = (isKept: (visibility: Visibility) => boolean): readonly string[] =>
    [...kept].flatMap(([path, visibility]) => (isKept(visibility) ? [path] : [])).toSorted()
  const groups = {
    withheld: named(({ withheld }) => withheld === true),
    hidden: named(({ withheld, hidden }) => withheld !== true && hidden === true),
    unindexed: named(
      ({ withheld, hidden, unindexed }) =>
        withheld !== true && hidden !== true && unindexed === true,
    ),
  }
  return Object.entries(groups)
    .filter(([, pages]) => pages.length > 0)
    .map(([name, pages]) =>
      problem('book/kept-pages', undefined, { case: name as keyof typeof groups, pages }),
    )
}
