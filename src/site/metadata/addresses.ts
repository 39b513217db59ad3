// Where things for machines lie, as seen from pages.
import type { PageResult } from '../../core/book.ts'
import { type OutputPath, relativeUrl } from '../../core/path.ts'
import type { Destination, Redirects } from './redirects.ts'
import type { SpaceSite } from '../space-site.ts'

/** Where the feed of a space lies; undefined when there is none. */
export function feedPath(shared: SpaceSite): OutputPath | undefined {
  const { feed } = shared.metadata
  return feed === undefined ? undefined : topFile(shared, feed)
}

/** Where the feed of a page lies; undefined for a page without updates, and where nobody knows the address of the site. */
export function updatesFeedPath(
  { metadata }: SpaceSite,
  { updates, output }: PageResult,
): OutputPath | undefined {
  if (updates === undefined || metadata.url === undefined) return undefined
  return output.replace(/(?:(^|\/)index)?\.html$/, (_, before?: string) =>
    before === undefined ? '/rss.xml' : `${before}rss.xml`,
  ) as OutputPath
}

/** Where the list of a space for language models lies. */
export function llmsPath(shared: SpaceSite): OutputPath {
  return topFile(shared, 'llms.txt')
}

function topFile({ site }: SpaceSite, name: string): OutputPath {
  return site.contents.replace(/handbook\/contents\.html$/, name) as OutputPath
}

/** A URL from a place of the site to where a redirect leads. */
export function destinationUrl(from: OutputPath, to: Destination): string {
  if (to.kind === 'link') return to.url
  const anchor = to.anchor === undefined ? '' : `#${encodeURIComponent(to.anchor)}`
  return relativeUrl(from, to.output) + anchor
}

/** The old fragments of a page and where they lead from it, as JSON for the script; undefined when it has none. */
export function movedFragments(redirects: Redirects, from: OutputPath): string | undefined {
  const own = redirects.fragments.get(from)
  if (own === undefined) return undefined
  return JSON.stringify(
    Object.fromEntries([...own].map(([id, to]) => [id, destinationUrl(from, to)])),
  )
}
