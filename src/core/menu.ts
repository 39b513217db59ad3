// The chapters as readers see them: without those that front matter hides, numbered as if those were not there.
import type { Chapter, Part, Space } from './book.ts'

const known = new WeakMap<readonly Part[], readonly Part[]>()

/** The parts of a space for its readers. */
export function menuOf({ parts }: Pick<Space, 'parts'>): readonly Part[] {
  const menu = known.get(parts) ?? (parts.some(hasHidden) ? withoutHidden(parts) : parts)
  known.set(parts, menu)
  return menu
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
