// References as authors write them, before anybody asks where they lead.
import {
  type BookPath,
  type FolderPrefix,
  decodeReference,
  extensionOf,
  resolveReference,
} from './path.ts'

/** `path?query#fragment` taken apart, nothing decoded. */
export interface ReferenceParts {
  readonly path: string
  /** With its '?'. */
  readonly query: string
  /** With its '#'. */
  readonly hash: string
}

/** Takes a reference apart. */
export function splitReference(written: string): ReferenceParts {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(written) ?? []
  return { path, query, hash }
}

/** A fragment as addresses may hold it: another `#` in it is no sign of its own. */
export function usableHash(hash: string): string {
  return hash.slice(0, 1) + hash.slice(1).replaceAll('#', '%23')
}

/** `mailto:`, `https:`. One letter is a drive or a folder: `c:/a.md`. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i
/** `//example.org/a`, `//localhost:4000`. */
const HOST = /^\/\/(?:[^\s/?#:@]+(?:\.[^\s/?#:@.]+)+|localhost|\[[\da-f:.]+\])(?:[:/?#]|$)/i

/** Does this begin with a scheme? */
export function hasScheme(written: string): boolean {
  return SCHEME.test(written)
}

/**
 * Is this an address outside of the book rather than a path in it? `//a.md` looks like a host: where it is known which
 * files there are, one of that name is meant.
 */
export function isAddress(
  written: string,
  isFile: (path: string) => boolean = () => false,
): boolean {
  if (hasScheme(written)) return true
  return HOST.test(written) && !isFile(splitReference(written).path.replace(/^\/+/, ''))
}

/** The address of something that was deleted, as GitBook.com's editor leaves it. */
const DELETED =
  /^(?:\/|(?:\.\.?\/)*)(?:broken-reference(?:\/(?:README\.md)?)?|broken\/(?:pages|spaces|files|anchors)\/[^?#]*)(?:[?#]|$)/

/** Did what this led to get deleted in GitBook.com's editor? A file of that name is asked for before. */
export function isOfDeleted(written: string): boolean {
  return DELETED.test(written)
}

/** The same, as the address that it has at a host of repositories. */
export function isOfDeletedAtHost(written: string): boolean {
  return /^https?:\/\/[^?#]+\/broken-reference(?:\/README\.md)?(?:[?#]|$)/i.test(written)
}

/** A path that a reference may mean, and what is then left of its query and its fragment. */
export interface Candidate {
  readonly path: string
  readonly query: string
  readonly hash: string
}

/**
 * The paths of the book that a reference may mean, likeliest first. A file may really be called `a%20b.md` or
 * `what?.md`, and a page may be named without its extension. None when the reference leads out of the book.
 */
export function candidatesOf(
  { path, query, hash = '' }: Pick<ReferenceParts, 'path' | 'query'> & { readonly hash?: string },
  from: BookPath,
  root: FolderPrefix,
): readonly Candidate[] {
  const spellings = spellingsOf({ path, query, hash })
  const found: Candidate[] = []
  for (const [spelling, rest, fragment = hash] of spellings) {
    const resolved = resolveReference(from, spelling.normalize('NFC'), root)
    if (resolved === undefined) return found
    if (!found.some((one) => one.path === resolved))
      found.push({ path: resolved, query: rest, hash: fragment })
  }
  const [first] = found
  // Whoever leaves out the extension means the page, where nothing is called so; so does who writes its address as a folder.
  if (first !== undefined && /[^/.]\/?$/.test(path) && extensionOf(first.path) === '') {
    const page = `${first.path.replace(/\/$/, '')}.md`
    const known = found.findIndex((one) => one.path === page)
    found.splice(known < 0 ? found.length : known, 1, { ...first, path: page })
  }
  return found
}

/** What looks like a fragment and ends like the name of a file, and the fragment behind that. */
const NAMED = /^(#[^#/?]*\.[a-z\d]{2,5})(#.*)?$/i

/** How a reference may be meant: its path, and what is left of query and fragment. */
function spellingsOf({
  path,
  query,
  hash,
}: ReferenceParts): readonly (readonly [path: string, query: string, hash?: string])[] {
  // Most references are spelled in one way.
  const [, name, rest = ''] = NAMED.exec(hash) ?? []
  if (query === '' && !path.includes('%') && name === undefined) return [[path, query]]
  return [
    [decodeReference(path), query],
    ...(query === '' && !path.includes('%')
      ? []
      : ([
          [path, query],
          [decodeReference(path + query), ''],
          [path + query, ''],
        ] as const)),
    // A picture may have a number in its name, and a page may be called `C#.md`.
    ...(name === undefined ? [] : [[decodeReference(path + query) + name, '', rest] as const]),
  ]
}

/** A path as a reference writes it: with codes for the signs that would mean something else. */
export function asReference(path: string): string {
  return path.replaceAll(/[%?#]/g, encodeURIComponent)
}

/** What a link of a wiki names: a page and a place in it. */
export function wikiName(written: string): { readonly name: string; readonly hash: string } {
  const at = written.indexOf('#')
  if (at < 0) return { name: written.trim(), hash: '' }
  return { name: written.slice(0, at).trim(), hash: written.slice(at).trim().replaceAll(' ', '-') }
}
