// Where redirects are written: `redirects` of the configuration, and `redirect_from` or `aliases` of the page that
// readers shall come to. An old place may be named by its source, by its output, or by its address.
import type { Book, Edition, PageResult } from '../../core/book.ts'
import type { Json } from '../../core/json.ts'
import type { BookPath, FolderPrefix } from '../../core/path.ts'
import type { WrittenRedirect } from './problems.ts'

/** A redirect as it was written, and where its paths start. */
export interface RedirectSource extends WrittenRedirect {
  /** What a leading '/' means. */
  readonly root: FolderPrefix
  /** What other paths are relative to. */
  readonly folder: FolderPrefix
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
      if (!known.has(key)) sources.push({ ...redirect, root, folder: root })
      known.add(key)
    }
  }
  add(book.config.redirects, book.root)
  for (const { config, root } of book.editions) if (root !== book.root) add(config.redirects, root)
  for (const result of results) {
    const { path } = result
    const root = editionOf(path)?.root ?? book.root
    const folder = path.slice(0, path.lastIndexOf('/') + 1) as FolderPrefix
    for (const from of oldPlaces(result))
      sources.push({ from, to: path, at: { file: path }, root, folder, page: path })
  }
  return sources
}

function oldPlaces({ attributes }: PageResult): readonly string[] {
  // Elsewhere `aliases` are other names of a note: only what looks like a place is one.
  const aliases = texts(attributes['aliases']).filter((alias) =>
    /\/|\.(?:md|html?)(?:#|$)/.test(alias),
  )
  return [...texts(attributes['redirect_from']), ...aliases]
}

function texts(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
}
