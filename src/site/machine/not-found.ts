// The page for addresses without one. Hosts show it at any depth, so that it is the one page whose links begin at the
// top of the host: below the path of the site's address when that is known.
import type { OutputPath } from '../../core/path.ts'
import { type EditionSite, optional, siteView } from '../site-view.ts'
import type { NavItem, SiteView } from '../view.ts'
import type { SiteUrl } from './site-url.ts'

/** Where hosts look for it. */
export const NOT_FOUND = '404.html' as OutputPath

/** The data of `not-found.hbs`. */
export function notFoundView(shared: EditionSite, site: SiteUrl | undefined): SiteView {
  const top = site === undefined ? '/' : new URL(site).pathname
  const view = siteView(shared, NOT_FOUND, undefined)
  const { meta: _meta, ...rest } = view
  const { labels } = view
  const rooted = <T extends { readonly url?: string }>(link: T): T =>
    link.url === undefined ? link : { ...link, url: absolute(link.url, top) }
  const rows = (items: readonly NavItem[]): readonly NavItem[] =>
    items.map((item) => ({ ...rooted(item), children: rows(item.children) }))
  return {
    ...rest,
    documentTitle: [labels['notFound'], view.book.title].filter(Boolean).join(' · '),
    book: {
      ...view.book,
      home: absolute(view.book.home, top),
      ...optional('logo', view.book.logo && absolute(view.book.logo, top)),
      ...optional('favicon', view.book.favicon && absolute(view.book.favicon, top)),
    },
    base: top,
    assets: mapValues(view.assets, (url) => absolute(url, top)),
    contentsUrl: absolute(view.contentsUrl, top),
    printUrl: absolute(view.printUrl, top),
    extraStyles: view.extraStyles.map((url) => absolute(url, top)),
    extraScripts: view.extraScripts.map((url) => absolute(url, top)),
    styles: view.styles.map((url) => absolute(url, top)),
    parts: view.parts.map((part) => ({ ...part, items: rows(part.items) })),
    ...(view.glossary === undefined ? {} : { glossary: rooted(view.glossary) }),
    languages: view.languages.map(rooted),
  }
}

function absolute(url: string, top: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url) ? url : top + url
}

function mapValues<T extends { readonly [key: string]: string }>(
  object: T,
  change: (value: string) => string,
): T {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)])) as T
}
