// sitemaps.org: the addresses that search engines should know, and nothing that cannot be true. A date stands only
// where git gave one; priorities and frequencies are read by nobody.
import type { PageResult } from '../../core/book.ts'
import { switchOf } from '../../core/switch.ts'
import type { BookPath, OutputPath } from '../../core/path.ts'
import { NOT_FOUND } from './not-found.ts'
import { type SiteUrl, addressOf } from './site-url.ts'
import { xmlDate, xmlText } from './xml.ts'

/** What the protocol allows in one file. */
const MOST = 50_000

const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** What a sitemap is made of. */
export interface SitemapRequest {
  readonly site: SiteUrl
  readonly results: Iterable<PageResult>
  /** Places without a source, such as the choice of languages. */
  readonly others: readonly OutputPath[]
  readonly dates?: ReadonlyMap<BookPath, string> | undefined
  readonly most?: number
}

/** The sitemap; beyond the limit of the protocol an index and its parts. */
export function sitemapFiles(
  request: SitemapRequest,
): readonly (readonly [path: string, content: string])[] {
  const { site, results, others, dates, most = MOST } = request
  const entries = others.map((output) => entry(addressOf(site, output), undefined))
  for (const { path, output, attributes } of results)
    if (switchOf(attributes['sitemap']) !== false && output !== NOT_FOUND)
      entries.push(entry(addressOf(site, output), xmlDate(dates?.get(path))))
  if (entries.length <= most) return [['sitemap.xml', urlSet(entries)]]
  const parts = Array.from({ length: Math.ceil(entries.length / most) }, (_, index) => {
    const own = entries.slice(index * most, (index + 1) * most)
    return [`sitemap-${index + 1}.xml`, urlSet(own)] as const
  })
  const index = parts.map(([name]) => `<sitemap><loc>${xmlText(site + name)}</loc></sitemap>\n`)
  const content = `${OPEN}<sitemapindex ${SPACE}>\n${index.join('')}</sitemapindex>\n`
  return [['sitemap.xml', content], ...parts]
}

function urlSet(entries: readonly string[]): string {
  return `${OPEN}<urlset ${SPACE}>\n${entries.join('')}</urlset>\n`
}

function entry(address: string, date: string | undefined): string {
  const modified = date === undefined ? '' : `<lastmod>${date}</lastmod>`
  return `<url><loc>${xmlText(address)}</loc>${modified}</url>\n`
}
