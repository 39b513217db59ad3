// Where redirects are written: `redirects` of the configuration, and `redirect_from` or `aliases` of the page that
// readers shall come to. An old place may be named by its source, by its output, or by its address.
import type { Book, Space, PageResult } from '../../core/book.ts'
import type { Json } from '../../core/json.ts'
import type { Place } from '../../core/diagnostic.ts'
import { type BookPath, type FolderPrefix, decodeReference } from '../../core/path.ts'
import { splitReference } from '../../core/reference.ts'
import { frontMatterPlace } from '../../files/front-matter-range.ts'

/** A redirect as it was written, and where its paths start. */
export interface RedirectSource {
  readonly from: string
  readonly to: string
  readonly at?: Place | undefined
  /** What a leading '/' means. */
  readonly root: FolderPrefix
  /** What other paths are relative to. */
  readonly folder: FolderPrefix
  /** The page that named its own old places. */
  readonly page?: BookPath
}

/** What redirects are collected from. */
export interface RedirectBook {
  readonly book: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly spaceOf: (path: BookPath) => Space | undefined
  /** The source of a page, to say where in it a redirect is written. */
  readonly textOf: (path: BookPath) => string | undefined
}

/** Every redirect of a book: those of the configuration first. */
export function redirectSources(request: RedirectBook): readonly RedirectSource[] {
  const { book, results, spaceOf, textOf } = request
  const sources: RedirectSource[] = []
  const known = new Set<string>()
  const add = (
    redirects: readonly Omit<RedirectSource, 'root' | 'folder' | 'page'>[],
    root: FolderPrefix,
  ): void => {
    for (const redirect of redirects) {
      const key = `${redirect.from}\n${redirect.to}`
      // A language inherits the redirects of the book.
      if (!known.has(key)) sources.push({ ...redirect, root, folder: root })
      known.add(key)
    }
  }
  add(book.config.redirects, book.root)
  for (const { config, root } of book.spaces) if (root !== book.root) add(config.redirects, root)
  for (const [path, result] of results) {
    const places = hasOldAddresses(result) ? oldAddresses(result) : []
    if (places.length === 0) continue
    const root = spaceOf(path)?.root ?? book.root
    const folder = path.slice(0, path.lastIndexOf('/') + 1) as FolderPrefix
    const text = textOf(path) ?? ''
    for (const { key, value: from, nth } of places) {
      const at = frontMatterPlace(path, text, { key, value: from, nth })
      sources.push({ from, to: path, at, root, folder, page: path })
    }
  }
  return sources
}

/** An old place, and which of equal ones below its key it is. */
interface OldAddress {
  readonly key: string
  readonly value: string
  readonly nth: number
}

/** Where front matter has them. */
const ADDRESS_KEYS = ['redirect_from', 'aliases'] as const

const hasOldAddresses = ({ attributes }: PageResult): boolean =>
  'redirect_from' in attributes || 'aliases' in attributes

function oldAddresses({ attributes }: PageResult): readonly OldAddress[] {
  const places: OldAddress[] = []
  for (const key of ADDRESS_KEYS)
    for (const value of texts(attributes[key])) {
      // Elsewhere `aliases` are other names of a note: only what looks like a place is one.
      if (key === 'aliases' && !/\/|\.(?:md|html?)(?:#|$)/.test(value)) continue
      const nth = places.filter((place) => place.key === key && place.value === value).length
      places.push({ key, value, nth })
    }
  return places
}

function texts(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
}

/** An old or new place as its path and its fragment. */
export function split(written: string): { readonly path: string; readonly fragment: string } {
  const { path, hash } = splitReference(written.trim())
  return { path, fragment: decodeReference(hash.slice(1)) }
}
