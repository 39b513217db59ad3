// What the head of a page tells machines. Absolute addresses stand there only when the address of the site is known.
import type { Space, PageResult } from '../../core/book.ts'
import { type BookPath, type OutputPath, relativeUrl } from '../../core/path.ts'
import { labelsFor } from '../labels.ts'
import type { SpaceSite } from '../site-view.ts'
import type { MetaView } from '../view.ts'
import { feedPath, movedFragments } from './page-order.ts'
import type { Redirects } from './redirects.ts'
import { type SiteUrl, addressOf } from './site-url.ts'

/** What all spaces share of this. */
export interface MachineSite {
  readonly url?: SiteUrl
  /** What the addresses of the site begin with on its host. */
  readonly top: string
  /** Tells where the Markdown twin of a page lies; undefined when it has none. */
  twinOf(result: PageResult): OutputPath | undefined
  readonly hasFeed: boolean
  readonly redirects: Redirects
  readonly script: OutputPath
  /** What Open Graph says of all pages of a space. */
  spaceMeta(space: Space): Pick<MetaView, 'locale' | 'image'>
  isPage(path: BookPath): boolean
  /** The start of a book in several languages. */
  readonly choice?: OutputPath
}

/** What is shown, as machines shall know it. */
export interface Shown {
  readonly output: OutputPath
  readonly title: string
  /** A page; absent for what has no source. */
  readonly result?: PageResult
  readonly isHome?: boolean
  /** The way to the page: titles with places, outermost first. */
  readonly trail?: readonly { readonly title: string; readonly output?: OutputPath | undefined }[]
}

/** The machine-readable part of a head. */
export function metaView(shared: SpaceSite, shown: Shown): MetaView {
  const { machine } = shared
  const { output, result } = shown
  const twin = result === undefined ? undefined : machine.twinOf(result)
  const moved = movedFragments(machine.redirects, output)
  return {
    ...(machine.url === undefined ? {} : addressed(machine.url, shared, shown)),
    ...(twin === undefined ? {} : { markdown: relativeUrl(output, twin) }),
    ...(machine.hasFeed ? { feed: relativeUrl(output, feedPath(shared)) } : {}),
    ...(moved === undefined
      ? {}
      : { moved: { script: versioned(shared, output), fragments: moved } }),
  }
}

function versioned({ machine, assets }: SpaceSite, from: OutputPath): string {
  return `${relativeUrl(from, machine.script)}?v=${assets.version}`
}

function addressed(url: SiteUrl, shared: SpaceSite, shown: Shown): MetaView {
  const { machine, navigation } = shared
  const trail = breadcrumbList(url, shared, shown)
  return {
    canonical: addressOf(url, shown.output),
    title: shown.title,
    type: shown.result === undefined || shown.isHome === true ? 'website' : 'article',
    siteName: shared.title,
    ...machine.spaceMeta(navigation.space),
    alternates: shown.result === undefined ? [] : alternatesOf(url, shared, shown.result.path),
    ...(trail === undefined ? {} : { trail }),
  }
}

/** `zh_CN` for `zh-Hans`: Open Graph wants a language and a region. */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
}

/** The same page in every language that has it, and what to show to everybody else. */
function alternatesOf(
  url: SiteUrl,
  { others, navigation, machine }: SpaceSite,
  path: BookPath,
): NonNullable<MetaView['alternates']> {
  const isHome = path === navigation.space.readme
  const rest = path.slice(navigation.space.root.length)
  const found = new Map<string, string>()
  for (const other of others) {
    const { space, tag } = other
    const same = (isHome ? space.readme : space.root + rest) as BookPath
    if (machine.isPage(same) && !found.has(tag)) found.set(tag, addressOf(url, other.pageFor(path)))
  }
  return withDefault(found, isHome && machine.choice ? addressOf(url, machine.choice) : undefined)
}

function withDefault(
  found: ReadonlyMap<string, string>,
  choice: string | undefined,
): readonly { readonly language: string; readonly url: string }[] {
  const [first] = found.values()
  if (first === undefined || found.size < 2) return []
  const links = [...found].map(([language, address]) => ({ language, url: address }))
  return [...links, { language: 'x-default', url: choice ?? first }]
}

/** The head of the page on which readers choose a language. */
export function choiceMeta(sites: readonly SpaceSite[], title: string): MetaView {
  const [first] = sites
  const url = first?.machine.url
  const choice = first?.machine.choice
  if (first === undefined || url === undefined || choice === undefined) return {}
  const starts = new Map<string, string>()
  for (const { navigation, site } of sites) {
    const { tag } = labelsFor(navigation.space.config.language)
    const output = site.outputOf(navigation.space.readme)
    if (output !== undefined && !starts.has(tag)) starts.set(tag, addressOf(url, output))
  }
  const canonical = addressOf(url, choice)
  return {
    canonical,
    title,
    type: 'website',
    siteName: title,
    alternates: withDefault(starts, canonical),
  }
}

/** Schema.org: the book, the chapters above, the page. Titles without a page are no places. */
function breadcrumbList(url: SiteUrl, shared: SpaceSite, shown: Shown): string | undefined {
  if (shown.trail === undefined || shown.isHome === true) return undefined
  const home = shared.site.outputOf(shared.navigation.space.readme)
  const steps = [
    { title: shared.title, output: home },
    ...shown.trail,
    { title: shown.title, output: shown.output },
  ].flatMap(({ title, output }) => (output === undefined ? [] : [{ title, output }]))
  const list = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ title, output }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: addressOf(url, output),
    })),
  }
  // Inside a script element "<" could end it.
  return JSON.stringify(list).replaceAll('<', String.raw`\u003C`)
}
