// Where redirects are written: `redirects` of the configuration, and `redirect_from` or `aliases` of the page that
// readers shall come to. An old place may be named by its source, by its output, or by its address.
import type { Book, Edition, PageResult } from '../../core/book.ts'
import type { Json } from '../../core/json.ts'
import {
  type BookPath,
  type FolderPrefix,
  type OutputPath,
  bookPath,
  decodeReference,
  folderOf,
} from '../../core/path.ts'
import type { WrittenRedirect } from './problems.ts'

/** A redirect as it was written, and the folder that its paths start from. */
export interface RedirectSource extends WrittenRedirect {
  readonly root: FolderPrefix
  /** The page that named its own old places. */
  readonly page?: BookPath
}

/** Every redirect of a book: those of the configuration first. */
export function redirectSources(
  book: Book,
  results: Iterable<PageResult>,
  editionOf: (path: BookPath) => Edition | undefined,
): readonly RedirectSource[] {
  const sources: RedirectSource[] = []
  const known = new Set<string>()
  const add = (redirects: readonly WrittenRedirect[], root: FolderPrefix): void => {
    for (const redirect of redirects) {
      const key = `${redirect.from}\n${redirect.to}`
      // A language inherits the redirects of the book.
      if (!known.has(key)) sources.push({ ...redirect, root })
      known.add(key)
    }
  }
  add(book.config.redirects, book.root)
  for (const { config, root } of book.editions) if (root !== book.root) add(config.redirects, root)
  for (const result of results) {
    const root = editionOf(result.path)?.root ?? book.root
    for (const from of oldPlaces(result))
      sources.push({ from, to: result.path, at: { file: result.path }, root, page: result.path })
  }
  return sources
}

function oldPlaces({ path, attributes }: PageResult): readonly string[] {
  const folder = folderOf(path)
  // Elsewhere `aliases` are other names of a note: only what looks like a place is one.
  const aliases = texts(attributes['aliases']).filter((alias) => /\/|\.(?:md|html?)(?:#|$)/.test(alias))
  return [...texts(attributes['redirect_from']), ...aliases].map((place) =>
    place.startsWith('/') ? place : `\0${folder === '' ? '' : `${folder}/`}${place}`,
  )
}

function texts(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
}
