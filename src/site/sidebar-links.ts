import type { Book, Space } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { closest } from '../core/suggest.ts'
import {
  type OutputPath,
  bookPath,
  decodeReference,
  isPagePath,
  relativeUrl,
  upToRoot,
} from '../core/path.ts'
import { isAddress, splitReference } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import type { SiteMap } from './navigation.ts'
import type { Link } from './view.ts'

/**
 * The links above the chapters as one page has them. A relative address starts at the top of the site, from whatever
 * page; one that names a page of the book leads to it.
 */
export function sidebarLinks(space: Space, from: OutputPath, site: SiteMap): readonly Link[] {
  return space.config.links.sidebar.map(({ label, url }) => ({
    title: label,
    url: isRelative(url) ? fromTop(url, space, from, site) : url,
  }))
}

/** Links above the chapters to pages that the book does not have. What else they name may come from another site. */
export function checkSidebarLinks(book: Book): readonly Diagnostic[] {
  return book.spaces.flatMap(({ config, root, pages }) => {
    const known = new Set<string>(pages)
    const places = pages.map((page) => page.slice(root.length))
    return config.links.sidebar.flatMap(({ label, url }) => {
      const { path: written } = splitReference(url)
      if (!isRelative(url) || !isPagePath(written)) return []
      const path = bookPath(root + decodeReference(written))
      if (path !== undefined && known.has(path)) return []
      const near = closest(written, places)
      return [
        problem('links/missing-sidebar-page', config.places[`links.sidebar.${label}`], {
          written,
          near,
        }),
      ]
    })
  })
}

/** Neither `https:` nor `/path` nor `#here`. */
function isRelative(url: string): boolean {
  return !/^(?:[/#?]|$)/.test(url) && !isAddress(url)
}

function fromTop(url: string, space: Space, from: OutputPath, site: SiteMap): string {
  const { path: written, query, hash } = splitReference(url)
  const path = bookPath(space.root + decodeReference(written))
  const output = path !== undefined && space.pages.includes(path) ? site.outputOf(path) : undefined
  return output === undefined ? upToRoot(from) + url : relativeUrl(from, output) + query + hash
}
