// From the address of a request to a file of the site. The answer is found in a map or not at all: no path of the
// file system is ever made from an address, so there is nothing to climb out of.
import type { OutputFile } from '../core/output-file.ts'
import { encodePath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'

/** What an address means. */
export type AddressMeaning =
  | { readonly kind: 'file'; readonly file: OutputFile }
  /** A folder without its final slash; `to` is relative to the address. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' }

/** Looked up by what somebody wrote, which need not be a path of the site. */
type Outputs = Pick<ReadonlyMap<string, OutputFile>, 'get' | 'has'>

/** The decoded path of a request target without query; undefined when it cannot be decoded. */
export function decodeTarget(target: string): string | undefined {
  const path = splitReference(target).path
  if (!path.startsWith('/')) return undefined
  try {
    // An encoded slash is part of a name, and no name of the site has one.
    const decoded = path.split('/').map((part) => decodeURIComponent(part).replaceAll('/', '\0'))
    const joined = decoded.join('/')
    return joined.includes('\0') ? undefined : joined
  } catch {
    return undefined
  }
}

/** Finds the file for a request target, as static hosts do: `/a/` is `a/index.html`, `/a` may be `a.html`. */
export function locate(target: string, outputs: Outputs): AddressMeaning {
  const decoded = decodeTarget(target)
  if (decoded === undefined) return { kind: 'malformed' }
  const path = decoded.slice(1).normalize('NFC')
  const isFolder = path === '' || path.endsWith('/')
  const file = isFolder
    ? outputs.get(`${path}index.html`)
    : (outputs.get(path) ?? outputs.get(`${path}.html`))
  if (file !== undefined) return { kind: 'file', file }
  if (isFolder || !outputs.has(`${path}/index.html`)) return { kind: 'missing' }
  // Relative, and begun with a dot: it can name neither another server nor a scheme.
  const query = /\?[^#]*/.exec(target)?.[0] ?? ''
  return { kind: 'moved', to: `./${encodePath(path.slice(path.lastIndexOf('/') + 1))}/${query}` }
}
