// Where the site will be published. Everything that needs absolute addresses (canonical links, sitemap, feed) exists only
// when this is known. The environment comes in as data, so that a build depends on nothing but its request.
import type { Book } from '../../core/book.ts'
import type { Diagnostic, Outcome } from '../../core/diagnostic.ts'
import { type Json, isJsonObject } from '../../core/json.ts'
import { type BookPath, type OutputPath, encodePath } from '../../core/path.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'

/** An absolute address that ends in '/': the places of a site are added to it. */
export type SiteUrl = `${string}/`

/** What the machine that builds knows about publishing. */
export interface Environment {
  /** Where this machine publishes the site; the book's own settings come first. */
  readonly siteUrl?: string
  /** Where this machine serves the site itself: '/' for the server that authors look at. */
  readonly servedAt?: string
  /** What the book is called where it is kept, for those that say no title. */
  readonly names?: BookNames
}

/** What a book is called where it is kept. */
export interface BookNames {
  readonly repository?: string
  readonly folder?: string
}

/** What a book says about its address. */
export interface SiteUrlRequest {
  readonly book: Book
  readonly files: Files
  readonly environment?: Environment | undefined
}

/**
 * The address of the site: `siteUrl`, else what was told to a sitemap plugin, else the domain in a published `CNAME`,
 * else what the environment knows. Undefined when nobody says.
 */
export function findSiteUrl(request: SiteUrlRequest): Outcome<SiteUrl | undefined> {
  const { book, files, environment } = request
  const diagnostics: Diagnostic[] = []
  for (const [key, written] of writtenUrls(book)) {
    const value = siteUrl(written)
    if (value !== undefined) return { value, diagnostics }
    diagnostics.push(
      problem('publishing/unusable-site-url', book.config.places[key], { key, written }),
    )
  }
  return { value: domainOf(book, files) ?? siteUrl(environment?.siteUrl ?? ''), diagnostics }
}

function* writtenUrls({ config }: Book): Generator<readonly [key: string, written: string]> {
  if (config.siteUrl !== undefined) yield ['siteUrl', config.siteUrl]
  for (const [plugin, name] of [
    ['sitemap', 'hostname'],
    ['sitemap-general', 'prefix'],
  ] as const) {
    const settings: Json | undefined = config.pluginsConfig[plugin]
    const written = isJsonObject(settings) ? settings[name] : undefined
    if (typeof written === 'string' && written !== '')
      yield [`pluginsConfig.${plugin}.${name}`, written]
  }
}

function siteUrl(written: string): SiteUrl | undefined {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined
  const { origin, pathname } = new URL(written)
  return pathname.endsWith('/') ? `${origin}${pathname as '/'}` : `${origin}${pathname}/`
}

/** GitHub Pages serves a site that holds a `CNAME` under the domain in it. */
function domainOf(book: Book, files: Files): SiteUrl | undefined {
  const path = `${book.root}CNAME` as BookPath
  if (!book.assets.includes(path)) return undefined
  const domain = files.text(path)?.text.trim() ?? ''
  return /^[\w.-]+\.[a-z][\w-]*$/i.test(domain) ? siteUrl(`https://${domain}`) : undefined
}

/** The public address of an output: `index.html` is the folder it stands in. */
export function addressOf(site: SiteUrl, output: OutputPath): string {
  return site + encodePath(output).replace(/(^|\/)index\.html$/, '$1')
}
