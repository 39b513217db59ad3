// The page for addresses without one. Hosts show it at any depth, so that it is the one page whose links begin at the
// top of the host: below the path of the site's address when that is known.
import type { OutputPath } from '../../core/path.ts'
import { isAddress } from '../../core/reference.ts'
import { siteView } from '../site-view.ts'
import type { SiteView } from '../view.ts'
import type { SpaceSite } from '../space-site.ts'

/** Where hosts look for it. */
export const NOT_FOUND = '404.html' as OutputPath

/** The data of `not-found.hbs`. */
export function notFoundView(shared: SpaceSite): SiteView {
  const { meta: _meta, ...view } = siteView(shared, NOT_FOUND, undefined)
  const title = [view.labels['notFound'], view.book.title].filter(Boolean).join(' · ')
  return { ...view, ...seekers(NOT_FOUND, shared), documentTitle: title }
}

/** The script that finds the top of the site, at every place where it may lie: hosts show the page at any depth. */
export function seekers(
  output: OutputPath,
  { metadata, assets: { missing, version } }: SpaceSite,
): Pick<SiteView, 'seekers'> {
  if (output !== NOT_FOUND || metadata.anywhere !== true) return {}
  const ways = ['/', './', ...[1, 2, 3, 4].map((steps) => '../'.repeat(steps))]
  return { seekers: ways.map((way) => `${way}${missing}?v=${version}`) }
}

/** Attributes whose value is an address: those of HTML, and those that the scripts of the theme read. */
const ADDRESS =
  /(?<=\s)(href|src|poster|srcset|data-(?:base|index|script|style|nav))="([^"#?][^"]*|)"/g

/** A page at the top of the site as it can be shown at any depth: its relative addresses begin with `top`. */
export function rooted(html: string, top: string): string {
  const absolute = (url: string): string =>
    /^(?:\/|\.+\/)/.test(url) || isAddress(url) ? url : top + url
  return html.replaceAll(ADDRESS, (attribute, name: string, value: string) => {
    if (value === '' && name !== 'data-base') return attribute
    if (name !== 'srcset') return `${name}="${absolute(value)}"`
    const sources = value.replaceAll(
      /(^|,\s*)([^\s,]+)/g,
      (_all, before: string, url: string) => before + absolute(url),
    )
    return `${name}="${sources}"`
  })
}
