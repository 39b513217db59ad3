// The chapters as readers see them: without those that front matter hides, numbered as if those were not there.
import { oncePer } from './attempt.ts'
import type { Chapter, Part, Space } from './book.ts'
import type { BookPath } from './path.ts'

const shownOf = oncePer((parts: readonly Part[]) =>
  parts.some(hasHidden) ? withoutHidden(parts) : parts,
)

/** The parts of a space for its readers. */
export function menuOf({ parts }: Pick<Space, 'parts'>): readonly Part[] {
  return shownOf(parts)
}

/** What menus call a chapter. */
export function labelOf({ label, title }: Chapter): string {
  return label ?? title
}

/** Every chapter of the parts, depth first. */
export function* walkChapters(chapters: readonly Chapter[]): Generator<Chapter> {
  for (const chapter of chapters) {
    yield chapter
    yield* walkChapters(chapter.children)
  }
}

/** All chapters of these parts, depth first. */
export function chaptersIn(parts: readonly Part[]): readonly Chapter[] {
  return parts.flatMap(({ chapters }) => [...walkChapters(chapters)])
}

const listed = oncePer((parts: readonly Part[]) => new Set(pagesInMenu({ parts })))

/** The pages that readers find without a link of another page: the first one, and those that the menu names. */
export function isInMenu(space: Pick<Space, 'parts' | 'readme'>, path: BookPath): boolean {
  return path === space.readme || listed(space.parts).has(path)
}

/** The pages that the menu names as a whole, in its order. */
export function* pagesInMenu(space: Pick<Space, 'parts'>): Generator<BookPath> {
  for (const { chapters } of menuOf(space))
    for (const chapter of walkChapters(chapters))
      if (chapter.kind === 'page' && chapter.anchor === undefined) yield chapter.path
}

function hasHidden({ chapters }: Part): boolean {
  return [...walkChapters(chapters)].some(({ hidden }) => hidden === true)
}

/** Parts of which nothing is left are gone with their titles. */
function withoutHidden(parts: readonly Part[]): readonly Part[] {
  const kept = parts
    .map(({ title, chapters }) => ({
      title,
      chapters: shown(chapters),
      wasEmpty: chapters.length === 0,
    }))
    .filter(({ chapters, wasEmpty }) => chapters.length > 0 || wasEmpty)
  return kept.map(({ title, chapters }, index) => ({
    title,
    chapters: numbered(chapters, String(index + 1)),
  }))
}

function shown(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters
    .filter(({ hidden }) => hidden !== true)
    .map((chapter) => ({ ...chapter, children: shown(chapter.children) }))
}

function numbered(chapters: readonly Chapter[], above: string): readonly Chapter[] {
  return chapters.map((chapter, index) => {
    const level = `${above}.${index + 1}`
    return { ...chapter, level, children: numbered(chapter.children, level) }
  })
}
