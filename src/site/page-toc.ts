// The list of the headings of a page.
import type { PageResult, Space } from '../core/book.ts'
import { belowTitle, contentsOf } from '../core/contents.ts'
import { partSaid } from '../core/visibility.ts'
import { optional } from './site-view.ts'
import type { PageView } from './view.ts'

/** The list of the headings of a page, which the page itself or its book may want or not. */
export function pageList(
  { headings, attributes }: Pick<PageResult, 'headings' | 'attributes'>,
  repeats: boolean,
  { config: { theme } }: Space,
): Pick<PageView['page'], 'toc' | 'tocTitle'> {
  const { pageToc } = theme
  const isWanted = partSaid(attributes, 'outline') ?? pageToc.enabled
  return {
    toc: isWanted ? contentsOf(belowTitle(headings, repeats), pageToc) : [],
    ...optional('tocTitle', pageToc.title),
  }
}
