// The tree of a space in one file that all of its pages share, so that no page repeats it. It is a script, not
// JSON, because pages opened from disk may not fetch.
import { isolateWords } from '../core/bidi.ts'
import type { Chapter } from '../core/book.ts'
import { menuOf } from '../core/menu.ts'
import { type OutputPath, relativeUrl } from '../core/path.ts'
import { labelsFor } from './labels.ts'
import type { Navigation, SiteMap } from './navigation.ts'

/** One chapter: title, URL from the site's top (0 for a title alone, a full address for links outside) and rows below. */
export type NavRow =
  | readonly [title: string, url: string | 0]
  | readonly [title: string, url: string | 0, children: readonly NavRow[]]

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
  const title = shown(chapter.title)
  const url = urlOf(chapter, site)
  if (chapter.children.length === 0) return [title, url]
  return [title, url, chapter.children.map((child) => row(child, site, shown))]
}

function urlOf(chapter: Chapter, site: SiteMap): string | 0 {
  if (chapter.kind === 'draft') return 0
  if (chapter.kind === 'link') return chapter.url
  const output = site.outputOf(chapter.path)
  if (output === undefined) return 0
  const anchor = chapter.anchor === undefined ? '' : `#${encodeURIComponent(chapter.anchor)}`
  return relativeUrl('index.html' as OutputPath, output) + anchor
}
