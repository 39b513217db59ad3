// References as authors write them, before anybody asks where they lead.

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
