// The layout that a page asks for in its front matter: `layout: wide` is `_layouts/layouts/wide.hbs` of the book. Other
// programs have layouts, too: in a book without any of its own the key means nothing.
import type { PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { closest } from '../core/suggest.ts'
import { problem } from '../messages/problem.ts'

/** The name that a page asks for. */
export function layoutOf({ attributes }: Pick<PageResult, 'attributes'>): string | undefined {
  const { layout } = attributes
  return typeof layout === 'string' && layout !== '' ? layout : undefined
}

/** The names that any page asks for. */
export function wantedLayouts(results: Iterable<PageResult>): ReadonlySet<string> {
  const names = new Set<string>()
  for (const result of results) {
    const name = layoutOf(result)
    if (name !== undefined) names.add(name)
  }
  return names
}

/** Pages that ask for a layout that the book does not have. */
export function checkLayouts(
  results: ReadonlyMap<BookPath, PageResult>,
  layouts: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (layouts.size === 0) return []
  return [...results.values()].flatMap((result) => {
    const name = layoutOf(result)
    if (name === undefined || name === 'page' || layouts.has(name)) return []
    return [
      problem(
        'theme/unknown-layout',
        { file: result.path },
        { name, near: closest(name, layouts) },
      ),
    ]
  })
}
