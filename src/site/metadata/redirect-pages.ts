// Redirects as files: a small page at every old address, and the list that some hosts read.
import type { PageResult } from '../../core/book.ts'
import { compare } from '../../core/diagnostic.ts'
import { type OutputPath, baseName, encodePath, relativeUrl } from '../../core/path.ts'
import { labelsFor } from '../labels.ts'
import { pageTitle } from '../page-view.ts'
import type { RedirectView } from '../view.ts'
import { destinationUrl, movedFragments } from './addresses.ts'
import type { Destination, Redirects } from './redirects.ts'
import { type SiteUrl, addressOf } from './site-url.ts'
import type { SpaceSite } from '../space-site.ts'

/** What a page at an old address is made of. */
export interface RedirectPageRequest {
  readonly from: OutputPath
  readonly to: Destination
  readonly redirects: Redirects
  /** The page it leads to, with its space. */
  readonly target?: { readonly result: PageResult; readonly shared: SpaceSite } | undefined
  readonly site?: SiteUrl | undefined
  readonly language: string | undefined
  readonly script: OutputPath
  /** Of the script. */
  readonly version: string
}

/** The data of `redirect.hbs`. */
export function redirectView(request: RedirectPageRequest): RedirectView {
  const { from, to, redirects, target, site, script, version } = request
  const { tag, direction } = labelsFor(
    target === undefined ? request.language : target.shared.navigation.space.config.language,
  )
  const url = destinationUrl(from, to)
  const fragments = movedFragments(redirects, from)
  return {
    book: { language: tag, direction },
    title: titleOf(request),
    url,
    canonical:
      to.kind === 'output' && site !== undefined
        ? addressOf(site, to.output)
        : url.replace(/#.*$/, ''),
    script: `${relativeUrl(from, script)}?v=${version}`,
    ...(fragments === undefined ? {} : { fragments }),
  }
}

function titleOf({ to, target }: RedirectPageRequest): string {
  if (target !== undefined) return pageTitle(target.result, target.shared.navigation)
  return to.kind === 'link' ? to.url : baseName(to.output)
}

/** Hosts that read a list of redirects. */
export type RedirectHost = 'netlify' | 'cloudflare'

/** `_redirects`: one line for each form of an old address. */
export function hostRedirects(
  redirects: Redirects,
  hosting: RedirectHost,
  outputs: ReadonlyMap<string, unknown>,
): string {
  // Netlify serves a file where there is one, and the page for other hosts is one: "!" says that this line counts.
  const status = hosting === 'netlify' ? '301!' : '301'
  const lines = [...redirects.pages]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([from, to]) =>
      formsOf(from, outputs).map((form) => `${form} ${hostTarget(to)} ${status}\n`),
    )
  return lines.join('')
}

/** Every old place and where it leads, as paths of the site, for servers that are told so by a program. */
export function redirectMap({ pages }: Redirects): string {
  const lines = [...pages]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([from, to]) => [`/${from}`.replace(/\/index\.html$/, '/'), hostTarget(to)])
  return `${JSON.stringify(Object.fromEntries(lines), undefined, 2)}\n`
}

/** `/old.html` is also reached as `/old`, and `/old/index.html` as `/old/` and `/old`, unless something else is there. */
function formsOf(from: OutputPath, outputs: ReadonlyMap<string, unknown>): readonly string[] {
  const path = encodePath(from)
  const folder = /^(.*?)(?:^|\/)index\.html$/.exec(from)?.[1]
  const short = folder ?? from.replace(/\.html?$/, '')
  const others = folder === undefined ? [`${short}/index.html`] : [`${short}.html`]
  const isFree = short !== '' && ![short, ...others].some((place) => outputs.has(place))
  return [
    `/${path}`,
    ...(folder === undefined ? [] : [`/${encodePath(folder)}${folder === '' ? '' : '/'}`]),
    ...(isFree ? [`/${encodePath(short)}`] : []),
  ]
}

function hostTarget(to: Destination): string {
  if (to.kind === 'link') return to.url
  const anchor = to.anchor === undefined ? '' : `#${encodeURIComponent(to.anchor)}`
  return `/${encodePath(to.output).replace(/(^|\/)index\.html$/, '$1')}${anchor}`
}
