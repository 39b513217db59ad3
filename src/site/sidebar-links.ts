import type { Book, Space } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import {
  type BookPath,
  type OutputPath,
  isPagePath,
  relativeUrl,
  upToRoot,
  writtenBelow,
} from '../core/path.ts'
import { candidatesOf, isAddress, splitReference } from '../core/reference.ts'
import { closest } from '../core/suggest.ts'
import type { Target, TargetOf } from '../core/target.ts'
import { problem } from '../messages/problem.ts'
import { unusableAddress, webAddress } from '../tree/unusable-address.ts'
import type { Link } from './view.ts'

/**
 * The links above the chapters as one page has them. A relative address starts at the top of the site, from whatever
 * page; one that names a page or a file of the book leads to it.
 */
export function sidebarLinks(space: Space, from: OutputPath, targetOf: TargetOf): readonly Link[] {
  return space.config.links.sidebar.map(({ label, url }) => ({
    title: label,
    url: isRelative(url) ? fromTop(url, space, from, targetOf) : url,
  }))
}

/** Links above the chapters to pages that the book does not have. What else they name may come from another site. */
export function checkSidebarLinks(book: Book, targetOf: TargetOf): readonly Diagnostic[] {
  return book.spaces.flatMap((space) => {
    const { config, root, pages } = space
    const places = pages.map((page) => writtenBelow(root, page))
    return config.links.sidebar.flatMap(({ label, url, key = label }) => {
      const { path: written } = splitReference(url)
      const place = config.places[`links.sidebar.${key}`]
      const wrong = unusableLink(url, place)
      if (wrong !== undefined) return [wrong]
      if (!isRelative(url) || !isPagePath(written)) return []
      if (find(url, space, targetOf)?.target.kind === 'page') return []
      const near = closest(written, places)
      return [problem('links/missing-sidebar-page', place, { written, near })]
    })
  })
}

/** What is wrong with an address, whatever the book has. */
function unusableLink(url: string, at: Place | undefined): Diagnostic | undefined {
  if (url === '' || at === undefined) return undefined
  const better = webAddress(url)
  if (better === undefined) return unusableAddress({ written: url, at })
  return problem('links/unusable-address', at, { case: 'scheme', written: url, better })
}

/** Neither `https:` nor `/path` nor `#here`. */
function isRelative(url: string): boolean {
  return !/^(?:[/#?]|$)/.test(url) && !isAddress(url)
}

interface LinkTarget {
  readonly target: Target
  /** The query and fragment that are left. */
  readonly suffix: string
}

/** What an address means from the top of a space. */
function find(url: string, { root }: Space, targetOf: TargetOf): LinkTarget | undefined {
  const parts = splitReference(url)
  return candidatesOf(parts, `${root}SUMMARY.md` as BookPath, root)
    .map(({ path, query }) => ({ target: targetOf(path), suffix: query + parts.hash }))
    .find(({ target }) => target.kind === 'page' || target.kind === 'asset')
}

function fromTop(url: string, space: Space, from: OutputPath, targetOf: TargetOf): string {
  const { target, suffix = '' } = find(url, space, targetOf) ?? {}
  if (target === undefined || !('output' in target)) return upToRoot(from) + url
  return relativeUrl(from, target.output) + suffix
}
