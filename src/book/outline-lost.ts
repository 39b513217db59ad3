// Links of a structure file that are no items of its lists.
import { isAddress, splitReference } from '../core/reference.ts'
import { foldSpace } from '../core/text.ts'
import type { Inline, InlineLink } from '../markdown/structure.ts'

/** The links of a text but the one that is kept. Addresses of the web are words of an introduction. */
export function linksBeside({ links }: Inline, kept?: string): readonly InlineLink[] {
  return links.filter(({ text, href }) => {
    // GitBook.com's editor names a heading by a link without words.
    if (foldSpace(text) === '') return false
    return href !== '' && href !== kept && !href.startsWith('#') && !isAddress(href)
  })
}

/** Those that lead to pages of which no item is the address; the start page has one in every book. */
export function unlisted(
  links: readonly InlineLink[],
  items: readonly string[],
): readonly InlineLink[] {
  const pages = new Set(items.map(pageOf))
  return links.filter(({ href }) => {
    const page = pageOf(href)
    return !pages.has(page) && !/^readme\.\w+$/i.test(page)
  })
}

const pageOf = (href: string): string => splitReference(href).path.replace(/^(?:\.?\/)+/, '')
