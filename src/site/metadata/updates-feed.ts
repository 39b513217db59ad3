// A feed of the updates of one page, by RSS 2.0, where GitBook.com has it: below the address of the page.
import type { PageResult } from '../../core/book.ts'
import type { OutputPath } from '../../core/path.ts'
import type { Update } from '../../core/update.ts'
import { labelsFor } from '../labels.ts'
import { pageTitle } from '../page-view.ts'
import type { SpaceSite } from '../space-site.ts'
import { type SiteUrl, addressOf } from './site-url.ts'
import { xmlText } from './xml.ts'

/** The feed of a page. */
export function updatesFeed(
  site: SiteUrl,
  shared: SpaceSite,
  { result, output }: { readonly result: PageResult; readonly output: OutputPath },
): string {
  const { description, language } = shared.navigation.space.config
  const page = addressOf(site, result.output)
  const title = `${pageTitle(result, shared.navigation)} · ${shared.title}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${xmlText(title)}</title>`,
    `<link>${xmlText(page)}</link>`,
    `<description>${xmlText(result.description ?? description ?? title)}</description>`,
    `<language>${xmlText(labelsFor(language).tag)}</language>`,
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(addressOf(site, output))}"/>`,
    ...(result.updates ?? []).map((update, index) => item(page, update, index)),
    '</channel>',
    '</rss>\n',
  ].join('\n')
}

/** Updates keep their names in a feed as long as they keep their headings, or their days. */
function item(page: string, { title, id, day, text }: Update, index: number): string {
  const link = id === undefined ? page : `${page}#${encodeURIComponent(id)}`
  const name = id === undefined ? `${page}#${day ?? index + 1}` : link
  return [
    '<item>',
    `<title>${xmlText(title === '' ? (day ?? text) : title)}</title>`,
    `<link>${xmlText(link)}</link>`,
    `<guid isPermaLink="${String(id !== undefined)}">${xmlText(name)}</guid>`,
    ...(day === undefined ? [] : [`<pubDate>${new Date(day).toUTCString()}</pubDate>`]),
    ...(text === '' ? [] : [`<description>${xmlText(text)}</description>`]),
    '</item>',
  ].join('\n')
}
