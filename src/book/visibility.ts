// Which pages of a space are kept from readers: by their own front matter, or by that of a chapter above them.
import type { Book, Chapter, Part } from '../core/book.ts'
import { type BookPath, isPagePath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { type Visibility, isOpen, visibilityOf } from '../core/visibility.ts'
import type { Files } from '../files/files.ts'
import { attributesOf } from '../files/front-matter.ts'
import { openingAt } from '../files/text-hashes.ts'

/** Visibility by the path of a page; pages that everybody finds are not in it. */
export type VisibilityByPath = { readonly [path: string]: Visibility }

/** The parts with their chapters marked, and what is kept of each page. */
export interface MarkedParts {
  readonly parts: readonly Part[]
  readonly visibility: VisibilityByPath
}

/** What a page says of itself. */
export function ownVisibility(files: Files, path: BookPath): Visibility {
  const source = isPagePath(path) ? openingAt(files, path) : undefined
  // Most pages have none.
  return source?.text.startsWith('---') ? visibilityOf(attributesOf(path, source)) : {}
}

/** Is this file, a page of SUMMARY or not, kept from the site? */
export function isWithheld(book: Pick<Book, 'spaces'>, files: Files, path: BookPath): boolean {
  const byChapter = spaceOf(book, path)?.visibility[path]
  return byChapter?.withheld === true || ownVisibility(files, path).withheld === true
}

/** Marks the chapters that readers shall not see. A page is kept from them when it is at every place that names it. */
export function markHidden(parts: readonly Part[], files: Files): MarkedParts {
  const found = new Map<BookPath, Visibility[]>()
  const mark = (chapter: Chapter, above: Visibility): Chapter => {
    const own = chapter.kind === 'page' ? ownVisibility(files, chapter.path) : {}
    const here = { ...above, ...own }
    if (chapter.kind === 'page') found.set(chapter.path, [...(found.get(chapter.path) ?? []), here])
    const children = chapter.children.map((child) => mark(child, here))
    const isHidden = here.hidden === true || here.withheld === true
    return { ...chapter, children, ...(isHidden ? { hidden: true } : {}) }
  }
  const marked = parts.map((part) => ({
    ...part,
    chapters: part.chapters.map((chapter) => mark(chapter, {})),
  }))
  const entries = [...found].map(([path, all]) => [path, atEveryPlace(all)] as const)
  const visibility = Object.fromEntries(entries.filter(([, value]) => !isOpen(value)))
  return { parts: marked, visibility }
}

const KEPT = ['withheld', 'hidden', 'unsearched', 'unindexed'] as const

function atEveryPlace(all: readonly Visibility[]): Visibility {
  const common = KEPT.filter((key) => all.every((visibility) => visibility[key] === true))
  return Object.fromEntries(common.map((key) => [key, true]))
}
