// The headings of a page as a list in levels.
import type { Heading } from './book.ts'

/** A heading with those below it. */
export interface ContentsItem {
  readonly id: string
  readonly text: string
  readonly children: readonly ContentsItem[]
}

/** How much of it is wanted. */
export interface ContentsWishes {
  /** Levels of headings, from the highest that there is. */
  readonly depth: number
  /** With fewer headings there is no list. */
  readonly least: number
}

interface Draft extends ContentsItem {
  readonly children: Draft[]
}

/** As many levels of headings as are wanted, from the highest that there is; an h1 stands beside h2. */
export function contentsOf(
  headings: readonly Heading[],
  wanted: ContentsWishes,
): readonly ContentsItem[] {
  const levels = headings.map(({ level }) => Math.max(level, 2))
  const lowest = Math.min(...levels) + wanted.depth - 1
  let count = 0
  const items: Draft[] = []
  const open: { readonly level: number; readonly item: Draft }[] = []
  headings.forEach(({ id, text }, index) => {
    const level = levels[index] ?? 2
    if (level > lowest || text === '') return
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const item = { id, text, children: [] }
    ;(open.at(-1)?.item.children ?? items).push(item)
    open.push({ level, item })
    count += 1
  })
  return count < wanted.least ? [] : items
}

/** The headings of a page but the one that is its title. */
export function belowTitle(headings: readonly Heading[], repeats: boolean): readonly Heading[] {
  const title = repeats ? 0 : headings.findIndex(({ level }) => level === 1)
  return headings.filter(({ isAside }, index) => index !== title && isAside !== true)
}
