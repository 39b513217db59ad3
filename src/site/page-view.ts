// From a result and the way around the book to what a layout sees.
import type { Edition, Heading, PageResult } from '../core/book.ts'
import { type BookPath, type OutputPath, baseName, encodePath, relativeUrl } from '../core/path.ts'
import { metaView } from './machine/meta.ts'
import type { Navigation, Neighbor, SiteMap } from './navigation.ts'
import { type EditionSite, optional, siteView } from './site-view.ts'
import type { Link, PageView, TocItem } from './view.ts'

/** The data of `page.hbs` for one page. */
export function pageView(result: PageResult, shared: EditionSite): PageView {
  const { navigation, site } = shared
  const { edition } = navigation
  const from = result.output
  const title = pageTitle(result, navigation)
  const isHome = result.path === edition.readme
  const trail = trailOf(result.path, shared)
  return {
    ...siteView(shared, from, result.path),
    page: {
      title,
      ...optional('description', descriptionOf(result, edition)),
      content: result.html,
      needsTitle: !result.headings.some((heading) => heading.level === 1),
      titleRepeats: squeeze(result.headings[0]?.text ?? '') === squeeze(title),
      toc: tocOf(result.headings),
      path: result.path,
      ...optional('level', navigation.levelOf(result.path)),
      ...optional('editUrl', editUrl(result.path, edition)),
      isHome,
    },
    documentTitle: isHome || title === shared.title ? shared.title : `${title} · ${shared.title}`,
    breadcrumbs: breadcrumbs(trail, from),
    meta: metaView(shared, {
      output: from,
      title: isHome ? shared.title : title,
      result,
      isHome,
      trail,
    }),
    ...optional('previous', neighborLink(navigation.previous(result.path), from, site)),
    ...optional('next', neighborLink(navigation.next(result.path), from, site)),
  }
}

/** First entry of SUMMARY without an anchor, front matter, first heading, entry with an anchor, file name: the first there is. */
export function pageTitle(result: PageResult, navigation: Navigation): string {
  const listed = navigation.titleOf(result.path)
  if (listed?.exact && listed.title !== '') return listed.title
  return result.title ?? listed?.title ?? baseName(result.path).replace(/\.[^.]*$/, '')
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '').toLowerCase()
}

function descriptionOf(result: PageResult, edition: Edition): string | undefined {
  const own = result.attributes['description']
  if (typeof own === 'string' && own !== '') return own
  const { description } = edition.config
  return result.path === edition.readme
    ? (description ?? result.description)
    : (result.description ?? description)
}

function editUrl(path: BookPath, edition: Edition): string | undefined {
  const { editLink } = edition.config.theme
  if (editLink === undefined) return undefined
  const base = editLink.base.endsWith('/') ? editLink.base : `${editLink.base}/`
  return base + encodePath(path)
}

/** Headings two and three; further h1 stand beside h2. The first h1 is the page's title. */
function tocOf(headings: readonly Heading[]): readonly TocItem[] {
  const title = headings.findIndex((heading) => heading.level === 1)
  const items: { id: string; text: string; children: TocItem[] }[] = []
  headings.forEach(({ level, id, text }, index) => {
    if (index === title || level > 3 || text === '') return
    const parent = level === 3 ? items.at(-1) : undefined
    ;(parent?.children ?? items).push({ id, text, children: [] })
  })
  return items
}

interface Step {
  readonly title: string
  readonly output?: OutputPath | undefined
}

/** The part and the chapters above a page. */
function trailOf(path: BookPath, { navigation, site }: EditionSite): readonly Step[] {
  const { part, chapters } = navigation.trail(path)
  const steps = chapters.map((chapter) => ({
    title: chapter.title,
    output: chapter.kind === 'page' ? site.outputOf(chapter.path) : undefined,
  }))
  return part === '' ? steps : [{ title: part }, ...steps]
}

function breadcrumbs(trail: readonly Step[], from: OutputPath): PageView['breadcrumbs'] {
  return trail.map(({ title, output }) =>
    output === undefined ? { title } : { title, url: relativeUrl(from, output) },
  )
}

function neighborLink(
  neighbor: Neighbor | undefined,
  from: OutputPath,
  site: SiteMap,
): Link | undefined {
  const output = neighbor && site.outputOf(neighbor.path)
  return output && { title: neighbor.title, url: relativeUrl(from, output) }
}
