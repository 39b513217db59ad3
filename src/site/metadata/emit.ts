// The files for machines, and what pages need to know of them.
import { oncePer } from '../../core/attempt.ts'
import { policyHeaders } from './content-policy.ts'
import { coverOf } from '../../core/cover.ts'
import type { Book, PageResult } from '../../core/book.ts'
import type { Diagnostic, Outcome } from '../../core/diagnostic.ts'
import { type BookPath, type OutputPath, bookPath, withoutRoot } from '../../core/path.ts'
import { switchOf } from '../../core/switch.ts'
import { problem } from '../../messages/problem.ts'
import { labelsFor } from '../labels.ts'
import { visibilityIn } from '../visibility.ts'
import { pageTitle } from '../page-view.ts'
import type { Report, Theme } from '../theme.ts'
import { atomFeed } from './feed.ts'
import { updatesFeed } from './updates-feed.ts'
import { llmsChoice, llmsText } from './llms.ts'
import { openGraphLocale } from './meta.ts'
import { NOT_FOUND, notFoundView, rooted } from './not-found.ts'
import { feedPath, llmsPath, updatesFeedPath } from './addresses.ts'
import { hostRedirects, redirectMap, redirectView } from './redirect-pages.ts'
import { type RedirectRequest, resolveRedirects } from './redirects.ts'
import { robotsFile } from './robots.ts'
import { type SiteUrl, addressOf } from './site-url.ts'
import { sitemapFiles } from './sitemap.ts'
import { alternatePath, alternateText } from './alternates.ts'
import type { SiteFile } from '../late-file.ts'
import { type SpaceSite, isListed } from '../space-site.ts'
import { hasChoice, spaceOf } from '../../core/space.ts'
import type { SiteMetadata } from './site-metadata.ts'

const CHOICE = 'index.html' as OutputPath
const LLMS = 'llms.txt' as OutputPath
const REDIRECTS = 'handbook/redirects.json' as OutputPath
const SCRIPT = 'handbook/redirect.js' as OutputPath

/** What all of this is made of. */
export interface MachineRequest extends RedirectRequest {
  readonly siteUrl?: SiteUrl | undefined
  readonly servedAt?: string | undefined
  readonly dates?: ReadonlyMap<BookPath, string> | undefined
}

/** The name that the book gives to its feed, unless that is taken, or leads out of the site. */
function feedName(
  { book: { config }, results }: MachineRequest,
  assets: ReadonlySet<string>,
): string {
  const usual = 'feed.xml'
  const wanted = typeof config.feed === 'object' ? bookPath(config.feed.file) : undefined
  if (wanted === undefined) return usual
  const taken = [...assets, ...[...results.values()].map(({ output }) => output)]
  return taken.some((path) => path === wanted || path.startsWith(`${wanted}/`)) ? usual : wanted
}

/** Why a feed that is wanted cannot be made. */
function feedProblems(
  { config: { places } }: MachineRequest['book'],
  siteUrl: SiteUrl | undefined,
  hasDates: boolean,
): readonly Diagnostic[] {
  if (siteUrl === undefined) return [problem('publishing/feed-without-site-url', places['feed'])]
  return hasDates ? [] : [problem('publishing/feed-without-dates', places['feed'])]
}

/** Decides what the site has for machines, before its pages are laid out. */
export function createMetadata(request: MachineRequest): Outcome<SiteMetadata> {
  const { book, results, outputOf, siteUrl, dates } = request
  const redirects = resolveRedirects(request)
  const diagnostics: Diagnostic[] = [...redirects.diagnostics]
  const wantsFeed = book.config.feed !== false
  const hasDates = dates !== undefined && [...results.keys()].some((path) => dates.has(path))
  if (wantsFeed) diagnostics.push(...feedProblems(book, siteUrl, hasDates))
  if (siteUrl === undefined && book.config.theme.share.length > 0)
    diagnostics.push(problem('publishing/share-without-site-url', book.config.places['share']))
  const copied = book.assets.filter((path) => !results.has(path))
  const assets = new Set<string>(copied.map((path) => withoutRoot(book.root, path)))
  const value: SiteMetadata = {
    ...(siteUrl === undefined ? {} : { url: siteUrl }),
    ...topOf(request),
    alternateOf(result) {
      if (!book.config.llms || !('markdown' in result)) return undefined
      if (visibilityIn(book, result).unindexed === true) return undefined
      const alternate = alternatePath(result.output)
      // A file of the book's own of that name is published as it is.
      return assets.has(alternate) ? undefined : alternate
    },
    ...(wantsFeed && siteUrl !== undefined && hasDates ? { feed: feedName(request, assets) } : {}),
    redirects: redirects.value,
    script: SCRIPT,
    spaceMeta: oncePer((space) => {
      const cover = coverOf(book, space)
      return {
        locale: openGraphLocale(labelsFor(space.config.language).tag),
        ...(cover === undefined || siteUrl === undefined
          ? {}
          : { image: addressOf(siteUrl, outputOf(cover)) }),
      }
    }),
    isListed(path) {
      const result = results.get(path)
      return result !== undefined && visibilityIn(book, result).unindexed !== true
    },
    robotsOf(result) {
      const { unindexed } = visibilityIn(book, result)
      if (unindexed !== true && spaceOf(book, result.path)?.isUnlisted !== true) return undefined
      return switchOf(result.attributes['noRobotsIndex']) === true ? 'noindex, nofollow' : 'noindex'
    },
    ...(hasChoice(book) ? { choice: CHOICE } : {}),
  }
  return { value, diagnostics }
}

/** What addresses begin with on the host: as the server says, as the address of the site says, or nobody knows. */
function topOf({ servedAt, siteUrl }: MachineRequest): Pick<SiteMetadata, 'top' | 'anywhere'> {
  if (servedAt !== undefined) return { top: servedAt }
  return siteUrl === undefined ? { top: '/', anywhere: true } : { top: new URL(siteUrl).pathname }
}

/** What the files are made of. */
export interface MetadataFilesRequest {
  readonly book: Book
  readonly theme: Theme
  /** Fingerprint of what layouts see. */
  readonly key: string
  readonly sites: readonly SpaceSite[]
  /** By space, in the order of the book. */
  readonly results: readonly (readonly PageResult[])[]
  /** Those of them that machines may list. */
  readonly forMachines: readonly (readonly PageResult[])[]
  readonly outputs: ReadonlyMap<string, unknown>
  /** Those of all pages. */
  readonly features: ReadonlySet<string>
  readonly dates?: ReadonlyMap<BookPath, string> | undefined
  readonly report: Report
}

/** What takes long to write and is seldom read is made for those who ask. */
type Files = Iterable<SiteFile>

/** A layout of the book may have something to report: it is asked at once. */
function notFoundPage(
  { theme, report }: MetadataFilesRequest,
  first: SpaceSite,
): string | (() => string) {
  const make = (): string =>
    rooted(theme.renderNotFound(notFoundView(first), report), first.metadata.top)
  return theme.isOwn ? make() : make
}

/** Every file that is there for machines. Those that the book has itself come first. */
export function* metadataFiles(request: MetadataFilesRequest): Files {
  const { book, sites, forMachines } = request
  const [first] = sites
  if (first === undefined) return
  const { metadata } = first
  yield [NOT_FOUND, notFoundPage(request, first), request.key]
  yield* redirectFiles(request, metadata)
  const headers = policyHeaders(book, request.features)
  if (headers !== undefined) yield ['_headers', headers]
  if (metadata.url !== undefined) {
    const others = metadata.choice === undefined ? [] : [metadata.choice]
    // What no choice of books names is not named to search engines.
    const all = forMachines.filter((_, index) => isListed(sites[index] ?? first)).flat()
    yield* sitemapFiles({ site: metadata.url, results: all, others, dates: request.dates })
    yield ['robots.txt', robotsFile(metadata.url)]
  }
  for (const [index, shared] of sites.entries()) {
    const own = forMachines[index] ?? []
    if (book.config.llms) {
      const output = llmsPath(shared)
      const pages = new Map(own.map((result) => [result.path, result]))
      yield [output, () => llmsText({ shared, results: pages, site: metadata.url, output })]
    }
    yield* updatesFeeds(shared, request.results[index] ?? [])
    yield* feedOf(request, shared, own)
  }
  if (!book.config.llms) return
  if (book.multilingual) yield [LLMS, llmsChoice(wholeBook(book, first), sites, metadata.url)]
}

/** What a book in several languages says of itself. */
function wholeBook(
  { config }: Book,
  first: SpaceSite,
): { readonly title: string; readonly description?: string | undefined } {
  return { title: config.title ?? first.title, description: config.description }
}

/** Pages that are kept from machines show their updates, too. */
function* updatesFeeds(shared: SpaceSite, results: readonly PageResult[]): Files {
  const { url } = shared.metadata
  for (const result of results) {
    const output = updatesFeedPath(shared, result)
    if (output !== undefined && url !== undefined)
      yield [output, updatesFeed(url, shared, { result, output })]
  }
}

function* feedOf(
  { dates }: MetadataFilesRequest,
  shared: SpaceSite,
  results: readonly PageResult[],
): Files {
  const output = feedPath(shared)
  const { url } = shared.metadata
  if (output === undefined || url === undefined || dates === undefined) return
  const feed = atomFeed({ site: url, shared, results, dates, output })
  if (feed !== undefined) yield [output, feed]
}

function* redirectFiles(request: MetadataFilesRequest, metadata: SiteMetadata): Files {
  const { book, theme, sites, results, outputs } = request
  const { redirects } = metadata
  if (redirects.pages.size + redirects.fragments.size === 0) return
  const targets = new Map(
    sites.flatMap((shared, index) =>
      (results[index] ?? []).map((result) => [result.output, { result, shared }] as const),
    ),
  )
  yield [SCRIPT, theme.assets.get('redirect.js') ?? '']
  for (const [from, to] of redirects.pages) {
    const target = to.kind === 'output' ? targets.get(to.output) : undefined
    const view = redirectView({
      from,
      to,
      redirects,
      target,
      site: metadata.url,
      language: book.config.language,
      script: SCRIPT,
      version: theme.hash.slice(0, 8),
    })
    yield [from, theme.renderRedirect(view)]
  }
  yield [REDIRECTS, redirectMap(redirects)]
  const { hosting } = book.config
  if (hosting !== undefined) yield ['_redirects', hostRedirects(redirects, hosting, outputs)]
}

/** Where the alternate of a page lies, and how it is made; undefined when it has none. */
export function alternateOf(
  result: PageResult,
  shared: SpaceSite,
  place: {
    resultOf(path: BookPath): PageResult | undefined
    outputOf(path: BookPath): OutputPath
  },
): { readonly path: OutputPath; readonly make: () => string } | undefined {
  const { metadata, navigation } = shared
  const path = metadata.alternateOf(result)
  if (path === undefined) return undefined
  const make = (): string =>
    alternateText({
      result,
      title: pageTitle(result, navigation),
      instead: new Map([
        [shared.site.contents, llmsPath(shared)],
        ...(metadata.choice === undefined ? [] : [[metadata.choice, LLMS] as const]),
      ]),
      targetOf(page) {
        const target = place.resultOf(page)
        const alternate = target === undefined ? undefined : metadata.alternateOf(target)
        return alternate ?? place.outputOf(page)
      },
    })
  return { path, make }
}
