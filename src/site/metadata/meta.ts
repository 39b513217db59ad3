// What the head of a page tells machines. Absolute addresses stand there only when the address of the site is known.
import type { PageResult } from '../../core/book.ts'
import { type BookPath, type OutputPath, relativeUrl } from '../../core/path.ts'
import { labelsFor } from '../labels.ts'
import type { MetaView } from '../view.ts'
import { feedPath, movedFragments, updatesFeedPath } from './addresses.ts'
import { type SiteUrl, addressOf } from './site-url.ts'
import type { SpaceSite } from '../space-site.ts'

/** What is shown, as machines shall know it. */
export interface PageMeta {
  readonly output: OutputPath
  readonly title: string
  /** A page; absent for what has no source. */
  readonly result?: PageResult
  readonly isHome?: boolean
  /** The way to the page: titles with places, outermost first. */
  readonly trail?: readonly { readonly title: string; readonly output?: OutputPath | undefined }[]
}

/** The machine-readable part of a head. */
export function metaView(shared: SpaceSite, shown: PageMeta): MetaView {
  const { metadata } = shared
  const { output, result } = shown
  const alternate = result === undefined ? undefined : metadata.alternateOf(result)
  const moved = movedFragments(metadata.redirects, output)
  const feed = feedPath(shared)
  const updates = result && updatesFeedPath(shared, result)
  const robots = result === undefined ? undefined : metadata.robotsOf(result)
  return {
    ...(robots === undefined ? {} : { robots }),
    ...(metadata.url === undefined ? {} : addressed(metadata.url, shared, shown)),
    ...(alternate === undefined ? {} : { markdown: relativeUrl(output, alternate) }),
    ...(feed === undefined ? {} : { feed: relativeUrl(output, feed) }),
    ...(updates === undefined ? {} : { updates: relativeUrl(output, updates) }),
    ...(moved === undefined
      ? {}
      : { moved: { script: versioned(shared, output), fragments: moved } }),
  }
}

function versioned({ metadata, assets }: SpaceSite, from: OutputPath): string {
  return `${relativeUrl(from, metadata.script)}?v=${assets.version}`
}

function addressed(url: SiteUrl, shared: SpaceSite, shown: PageMeta): MetaView {
  const { metadata, navigation } = shared
  const trail = breadcrumbList(url, shared, shown)
  return {
    canonical: addressOf(url, shown.output),
    title: shown.title,
    type: shown.result === undefined || shown.isHome === true ? 'website' : 'article',
    siteName: shared.title,
    ...metadata.spaceMeta(navigation.space),
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
  { others, navigation, metadata }: SpaceSite,
  path: BookPath,
): NonNullable<MetaView['alternates']> {
  const isHome = path === navigation.space.readme
  const rest = path.slice(navigation.space.root.length)
  const found = new Map<string, string>()
  for (const other of others) {
    const { space, tag } = other
    const same = (isHome ? space.readme : space.root + rest) as BookPath
    if (metadata.isListed(same) && !found.has(tag))
      found.set(tag, addressOf(url, other.pageFor(path)))
  }
  return withDefault(found, isHome && metadata.choice ? addressOf(url, metadata.choice) : undefined)
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
  const url = first?.metadata.url
  const choice = first?.metadata.choice
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
function breadcrumbList(url: SiteUrl, shared: SpaceSite, shown: PageMeta): string | undefined {
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
