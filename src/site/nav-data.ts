// The tree of a space in one file that all of its pages share, so that no page repeats it. It is a script, not
// JSON, because pages opened from disk may not fetch.
import { isolateWords } from '../core/bidi.ts'
import type { Chapter } from '../core/book.ts'
import { labelOf, menuOf } from '../core/menu.ts'
import { type OutputPath, relativeUrl } from '../core/path.ts'
import { labelsFor } from './labels.ts'
import type { Navigation, SiteMap } from './navigation.ts'

/** One chapter: title, URL from the site's top (0 for a title alone, a full address for links outside) and rows below, and the classes of a symbol. */
export type NavRow =
  | readonly [title: string, url: string | 0]
  | readonly [title: string, url: string | 0, children: readonly NavRow[]]
  | readonly [title: string, url: string | 0, children: readonly NavRow[] | 0, symbol: string]

/**
 * What `nav.js` hands to `handbookNav`: per part its rows. Levels are not repeated: row 2 of part 1 is `1.2`, the third
 * row below it `1.2.3`.
 */
export type NavData = readonly (readonly NavRow[])[]

/** The text of `nav.js`. */
export function navScript(navigation: Navigation, site: SiteMap): string {
  const { language, direction = labelsFor(language).direction } = navigation.space.config
  const shown = direction === 'rtl' ? isolateWords : (title: string): string => title
  const data: NavData = menuOf(navigation.space).map((part) =>
    part.chapters.map((chapter) => row(chapter, site, shown)),
  )
  // Line separators were no part of string literals before ES2019.
  const json = JSON.stringify(data).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  return `handbookNav(${json})\n`
}

function row(chapter: Chapter, site: SiteMap, shown: (title: string) => string): NavRow {
  const title = shown(labelOf(chapter))
  const url = urlOf(chapter, site)
  const below = chapter.children.map((child) => row(child, site, shown))
  const symbol = chapter.kind === 'page' ? site.symbolOf?.(chapter.path) : undefined
  if (symbol !== undefined) return [title, url, below.length === 0 ? 0 : below, symbol]
  return below.length === 0 ? [title, url] : [title, url, below]
}

function urlOf(chapter: Chapter, site: SiteMap): string | 0 {
  if (chapter.kind === 'draft') return 0
  if (chapter.kind === 'link') return chapter.url
  const output = site.outputOf(chapter.path)
  if (output === undefined) return 0
  const anchor = chapter.anchor === undefined ? '' : `#${encodeURIComponent(chapter.anchor)}`
  return relativeUrl('index.html' as OutputPath, output) + anchor
}
