import type { Book, Space } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
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
    return config.links.sidebar.flatMap(({ label, url }) => {
      const { path: written } = splitReference(url)
      if (!isRelative(url) || !isPagePath(written)) return []
      if (find(url, space, targetOf)?.target.kind === 'page') return []
      const near = closest(written, places)
      const at = config.places[`links.sidebar.${label}`]
      return [problem('links/missing-sidebar-page', at, { written, near })]
    })
  })
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
