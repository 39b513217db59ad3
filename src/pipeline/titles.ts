// What other pages call a page: its label in the menu, else the title that it has itself.
import type { Book } from '../core/book.ts'
import { labelOf, walkChapters } from '../core/menu.ts'
import { type BookPath, isPagePath } from '../core/path.ts'
import { splitFrontMatter } from '../files/front-matter.ts'
import type { Files } from '../files/files.ts'

/** Tells of a path; '' when there is nothing to say. */
export function createTitles(files: Files, book: Book): (path: string) => string {
  let known: ReadonlyMap<string, string> | undefined
  return (path) => {
    known ??= menuTitles(book)
    return known.get(path) ?? ownTitle(files, path as BookPath)
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

/** The title in the front matter, else the first heading, as far as that is words. */
function ownTitle(files: Files, path: BookPath): string {
  const file = files.text(path)
  if (file === undefined || !isPagePath(path)) return ''
  const { attributes, body } = splitFrontMatter(path, file.text).value
  const { title } = attributes
  if (typeof title === 'string' && title.trim() !== '') return title.trim()
  const heading = /^(?:#|=)[ \t]+([^\n]+)/m.exec(body)?.[1] ?? ''
  return heading.replaceAll(/<[^>]*>|[*`]|\{[^}]*\}|#+\s*$/g, '').trim()
}
