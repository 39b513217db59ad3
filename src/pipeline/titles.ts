// What other pages call a page: its label in the menu, else the title that it has itself.
import { ownTitle } from '../book/own-title.ts'
import type { Book } from '../core/book.ts'
import { labelOf, walkChapters } from '../core/menu.ts'
import { type BookPath, isPagePath } from '../core/path.ts'
import type { Files } from '../files/files.ts'

/** Tells of a path; '' when there is nothing to say. */
export function createTitles(files: Files, book: Book): (path: string) => string {
  let known: ReadonlyMap<string, string> | undefined
  return (path) => {
    known ??= menuTitles(book)
    const label = known.get(path)
    if (label !== undefined) return label
    return (isPagePath(path) && ownTitle(files, path as BookPath)) || ''
  }
}

function menuTitles(book: Book): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const { parts } of book.spaces)
    for (const { chapters } of parts)
      for (const chapter of walkChapters(chapters))
        if (chapter.kind === 'page' && chapter.anchor === undefined && !titles.has(chapter.path))
          titles.set(chapter.path, labelOf(chapter))
  return titles
}
