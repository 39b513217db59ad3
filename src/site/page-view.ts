// From a result and the way around the book to what a layout sees.
import type { Space, PageResult } from '../core/book.ts'
import {
  type BookPath,
  type OutputPath,
  baseName,
  encodePath,
  foldersAbove,
  prefixOf,
  relativeUrl,
} from '../core/path.ts'
import { MARK, titleEnd } from '../tree/write.ts'
import { metaView } from './metadata/meta.ts'
import { seekers } from './metadata/not-found.ts'
import { labelsFor } from './labels.ts'
import { asGlossary } from './glossary-index.ts'
import { layoutOf } from './page-layouts.ts'
import { textDirection } from '../core/text-direction.ts'
import { type Navigation, type Neighbor, type SiteMap, urlOf } from './navigation.ts'
import { readingTime, updatedOn } from './dates.ts'
import { labelOf } from '../core/menu.ts'
import { isPartShown } from '../core/visibility.ts'
import { symbolClass } from '../core/symbol.ts'
import { objectOf } from '../core/json.ts'
import { extras, menuFeatures, optional, siteView } from './site-view.ts'
import type { Link, MetaView, PageView, SiteView } from './view.ts'
import { addressOf } from './metadata/site-url.ts'
import { pageList } from './page-toc.ts'
import { serviceId } from './services.ts'
import { shareLinks } from './share.ts'
import type { SpaceSite } from './space-site.ts'

/** The data of `page.hbs` for one page. */
export function pageView(result: PageResult, shared: SpaceSite): PageView {
  const { navigation, site } = shared
  const from = result.output
  const title = pageTitle(result, navigation)
  const isHome = result.path === navigation.space.readme
  const trail = trailOf(result.path, shared)
  const view = siteView(shared, from, result.path)
  const page = pageOf(result, shared, { title, view, isHome })
  const features = [
    ...(result.features ?? []),
    ...(page.below.length === 0 ? [] : ['head']),
    ...(page.isGlossary ? ['glossary'] : []),
    ...(page.comments ? ['comments'] : []),
    ...(page.backToTop || page.numbered || page.share ? ['more'] : menuFeatures(view)),
  ]
  const shownTitle = isHome ? shared.title : title
  const meta = metaView(shared, { output: from, title: shownTitle, result, isHome, trail })
  return {
    ...view,
    ...extras(shared, from, [...new Set(features)]),
    ...seekers(from, shared),
    page: { ...page, ...offersOf(navigation.space, meta) },
    documentTitle: result.windowTitle ?? windowTitle(isHome ? shared.title : title, shared.title),
    breadcrumbs: breadcrumbs(trail, from),
    meta,
    ...(isPartShown(result.attributes, 'pagination') && {
      ...optional('previous', neighborLink(navigation.previous(result.path), from, site)),
      ...optional('next', neighborLink(navigation.next(result.path), from, site)),
    }),
  }
}

/** What readers may do with the page. */
function offersOf(
  { config }: Space,
  { markdown }: MetaView,
): Pick<PageView['page'], 'markdown' | 'shared'> {
  const { reader } = config.theme
  return {
    ...optional('markdown', reader.markdown ? markdown : undefined),
    ...(reader.sharing ? { shared: true } : {}),
  }
}

/** What is known of the page before its content. */
interface PageTitle {
  readonly title: string
  readonly view: SiteView
  readonly isHome: boolean
}

function pageOf(
  result: PageResult,
  shared: SpaceSite,
  { title, view, isHome }: PageTitle,
): PageView['page'] {
  const { navigation } = shared
  const { space } = navigation
  const { attributes, headings, path } = result
  const repeats = squeeze(headings[0]?.text ?? '') === squeeze(title)
  const titleRepeats = repeats || !isPartShown(attributes, 'title')
  const needsTitle = !headings.some(({ level }) => level === 1)
  const parts = splitHeading(result, repeats)
  return {
    title,
    ...optional('description', descriptionOf(result, space)),
    content: result.html,
    ...parts,
    ...factsOf(result, shared, view),
    below: parts.body.trim() === '' ? pagesBelow(result, shared) : [],
    zoom: result.features?.includes('image') === true,
    needsTitle,
    titleRepeats,
    ...(needsTitle ? optional('symbol', symbolClass(attributes['icon'])) : {}),
    ...(isPartShown(attributes, 'tableOfContents') ? {} : { foldsSidebar: true }),
    ...(objectOf(attributes['layout'])['width'] === 'wide' ? { wide: true } : {}),
    ...pageList(result, repeats, space),
    path,
    ...optional('level', navigation.levelOf(path)),
    ...optional('keywords', keywordsOf(result)),
    ...optional('layout', layoutOf(result)),
    ...optional('direction', directionOf(result, view)),
    ...optional('editUrl', editUrl(path, space)),
    ...optional('editLabel', space.config.theme.editLink?.label),
    isHome,
    ...askedFor(space, attributes),
    ...sharedTo(result, shared, title),
    ...commentsOn(result, space),
    ...(path === space.glossaryFile ? asGlossary(space, view.book.language) : {}),
  }
}

/** What only some books want. */
function askedFor(
  { config: { theme } }: Space,
  attributes: PageResult['attributes'],
): Pick<PageView['page'], 'backToTop' | 'numbered'> {
  const isNumbered = theme.headingNumbers !== false && isPartShown(attributes, 'numbers')
  return {
    ...(theme.backToTop ? { backToTop: true } : {}),
    ...(isNumbered ? { numbered: true } : {}),
  }
}

/** Where the page can be handed on to, in books that name it and say where they are. */
function sharedTo(
  { output }: PageResult,
  { navigation, metadata }: SpaceSite,
  title: string,
): Pick<PageView['page'], 'share'> {
  const { share } = navigation.space.config.theme
  if (share.length === 0 || metadata.url === undefined) return {}
  return { share: shareLinks(share, { url: addressOf(metadata.url, output), title }) }
}

/** Where readers can say what they think of it. */
function commentsOn(
  { isSource }: PageResult,
  { config }: Space,
): Pick<PageView['page'], 'comments'> {
  const site = serviceId(config, 'comments.disqus')
  return site === undefined || isSource === true ? {} : { comments: { service: 'Disqus', site } }
}

/** The pages below one that has no text of its own. */
function pagesBelow(
  { path, output }: PageResult,
  { navigation, site }: SpaceSite,
): PageView['page']['below'] {
  return navigation.below(path).flatMap((chapter) => {
    const url = urlOf(site, chapter, output)
    if (url === undefined) return []
    const own = chapter.kind === 'page' ? chapter.path : undefined
    return [
      {
        title: labelOf(chapter),
        url,
        ...optional('symbol', own && site.symbolOf?.(own)),
        ...optional('description', own && site.descriptionOf?.(own)),
      },
    ]
  })
}

/** `keywords` of the front matter: a list, or a text. */
function keywordsOf({ attributes: { keywords } }: PageResult): string | undefined {
  const list = Array.isArray(keywords) ? (keywords as readonly unknown[]) : [keywords]
  const words = list.filter((word) => typeof word === 'string' && word.trim() !== '')
  return words.length === 0 ? undefined : words.join(', ')
}

/** The direction of a page whose script is not that of its book. */
function directionOf({ sections }: PageResult, { book }: SiteView): 'ltr' | 'rtl' | undefined {
  const direction = textDirection(sections)
  return direction === book.direction ? undefined : direction
}

/** First entry of SUMMARY without an anchor, front matter, first heading, entry with an anchor, what it is, file name: the first there is. */
export function pageTitle(result: PageResult, navigation: Navigation): string {
  const listed = navigation.titleOf(result.path)
  if (listed?.exact && listed.title !== '') return listed.title
  const { space } = navigation
  const made =
    result.path === space.glossaryFile && labelsFor(space.config.language).labels['glossary']
  return result.title ?? listed?.title ?? (made || baseName(result.path).replace(/\.[^.]*$/, ''))
}

/** Titles compared as readers do: numbers before them, spaces and case make no difference. */
function squeeze(text: string): string {
  return text
    .replace(/^\s*\d+(?:\.\d+)*[.、．)]?\s+/, '')
    .replaceAll(/\s+/g, '')
    .toLowerCase()
}

function descriptionOf(result: PageResult, space: Space): string | undefined {
  const own = result.attributes['description']
  if (typeof own === 'string' && own !== '') return own
  const { description } = space.config
  return result.path === space.readme
    ? (description ?? result.description)
    : (result.description ?? description)
}

/** Where the path of a page stands in an address, if not at its end. */
const PATH = '{path}'

function editUrl(path: BookPath, space: Space): string | undefined {
  const { editLink } = space.config.theme
  if (editLink === undefined || space.made?.[path] !== undefined) return undefined
  const [before = '', behind] = editLink.base.split(PATH, 2)
  const base = behind !== undefined || before.endsWith('/') ? before : `${before}/`
  return base + encodePath(path.slice(sharedFolder(base, space.root).length)) + (behind ?? '')
}

function windowTitle(title: string, ofBook: string): string {
  return title === ofBook ? ofBook : `${title} · ${ofBook}`
}

/** The folder of the space, as far as the address ends with it: GitBook began paths there. */
function sharedFolder(base: string, root: string): string {
  return (
    foldersAbove(root)
      .map(prefixOf)
      .find((folder) => base.endsWith(`/${folder}`)) ?? ''
  )
}

/** The quiet line stands between the title that is seen and the text. */
function splitHeading(
  result: PageResult,
  titleRepeats: boolean,
): { readonly heading: string; readonly body: string } {
  const titles = titleRepeats ? [MARK.head, MARK.h1, MARK.h2, MARK.h3] : [MARK.head, MARK.h1]
  const at = titleEnd(result, titles)
  return { heading: result.html.slice(0, at), body: result.html.slice(at) }
}

/** What the quiet line says. */
function factsOf(
  result: PageResult,
  { navigation, dates }: SpaceSite,
  { book, labels }: SiteView,
): Pick<PageView['page'], 'updated' | 'readingTime'> {
  const { theme } = navigation.space.config
  const date = theme.dates ? dates.get(result.path) : undefined
  const label = theme.dateLabel ?? labels['updated'] ?? ''
  return {
    ...optional(
      'updated',
      date === undefined
        ? undefined
        : { ...updatedOn(date, book.language, theme.dateFormat), label },
    ),
    ...optional('readingTime', theme.readingTime ? readingTime(result, labels) : undefined),
  }
}

interface Step {
  readonly title: string
  readonly output?: OutputPath | undefined
}

/** The part and the chapters above a page. */
function trailOf(path: BookPath, { navigation, site }: SpaceSite): readonly Step[] {
  const { part, chapters } = navigation.trail(path)
  const steps = chapters.map((chapter) => ({
    title: labelOf(chapter),
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
