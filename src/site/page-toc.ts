// The list of the headings of a page.
import type { Heading, PageResult, Space, ThemeConfig } from '../core/book.ts'
import { partSaid } from '../core/visibility.ts'
import { optional } from './site-view.ts'
import type { PageView, TocItem } from './view.ts'

interface TocDraft extends TocItem {
  readonly children: TocDraft[]
}

/** The list of the headings of a page, which the page itself or its book may want or not. */
export function pageList(
  { headings, attributes }: Pick<PageResult, 'headings' | 'attributes'>,
  repeats: boolean,
  { config: { theme } }: Space,
): Pick<PageView['page'], 'toc' | 'tocTitle'> {
  const { pageToc } = theme
  const isWanted = partSaid(attributes, 'outline') ?? pageToc.enabled
  return {
    toc: isWanted ? tocOf(belowTitle(headings, repeats), pageToc) : [],
    ...optional('tocTitle', pageToc.title),
  }
}

/** As many levels of headings as are wanted, from the highest that there is; an h1 stands beside h2. */
function tocOf(headings: readonly Heading[], wanted: ThemeConfig['pageToc']): readonly TocItem[] {
  const levels = headings.map(({ level }) => Math.max(level, 2))
  const lowest = Math.min(...levels) + wanted.depth - 1
  let count = 0
  const items: TocDraft[] = []
  const open: { readonly level: number; readonly item: TocDraft }[] = []
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

/** The headings of the page but the one that is its title. */
function belowTitle(headings: readonly Heading[], repeats: boolean): readonly Heading[] {
  const title = repeats ? 0 : headings.findIndex(({ level }) => level === 1)
  return headings.filter(({ isAside }, index) => index !== title && isAside !== true)
}
