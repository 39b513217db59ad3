// Places inside a book and inside its site. A string from an author becomes a BookPath here and nowhere else, so
// that slashes, encodings and containment are decided once.
declare const kind: unique symbol

/** A file of the book: '/'-separated, relative to the book's folder, NFC as on disk, never climbing out of it. */
export type BookPath = string & { readonly [kind]: 'book' }

/** A file of the site, relative to the output folder, under the same rules. */
export type OutputPath = string & { readonly [kind]: 'output' }

/** A folder inside the book as a prefix: '' for the book's own folder, otherwise it ends in '/'. */
export type FolderPrefix = string & { readonly [kind]: 'folder' }

/**
 * Joins a reference to the folder of a path and normalizes it.
 * Gives undefined when the result would lie outside the book. An empty result is ''.
 */
function normalize(folder: string, reference: string): string | undefined {
  if (!TO_NORMALIZE.test(reference)) return folder === '' ? reference : `${folder}/${reference}`
  const parts: string[] = folder === '' ? [] : folder.split('/')
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** An empty part, `.` or `..`: most references have none, and all files of a site are asked for one. */
const TO_NORMALIZE = /(?:^|\/)\.{0,2}(?:\/|$)/

/** The folder of a path without a trailing slash; '' at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The folders that a path lies in, innermost first: `a/b`, `a` for `a/b/c`. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder)
  return folders
}

/** The beginning of paths in a folder: '' at the top, else the folder and a slash. */
export function prefixOf(folder: string): FolderPrefix {
  return (folder === '' ? '' : `${folder}/`) as FolderPrefix
}

/** The last component of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of a file of the book on its site, where it keeps its name: without the content root. */
export function withoutRoot(root: FolderPrefix, path: string): OutputPath {
  return (path.startsWith(root) ? path.slice(root.length) : path) as OutputPath
}

/** The path that a name means in a folder, `../` included; undefined outside of the book. */
export function pathIn(folder: string, name: string): string | undefined {
  return normalize(folder.replace(/\/$/, ''), name.replaceAll('\\', '/'))
}

/** The extension with its dot, lower case; '' when there is none. A page may be called nothing but `.md`. */
export function extensionOf(path: string): string {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  if (dot < 0) return ''
  const extension = name.slice(dot).toLowerCase()
  return dot > 0 || PAGE_EXTENSIONS.includes(extension) ? extension : ''
}

/**
 * Extensions of pages, in the order in which structure files are looked for. GitBook knew the first five of them; GitHub
 * and editors take the others for Markdown, too.
 */
export const PAGE_EXTENSIONS: readonly string[] = [
  '.md',
  '.markdown',
  '.mdown',
  '.adoc',
  '.asciidoc',
  '.mkd',
  '.mkdn',
  '.mkdown',
  '.mdwn',
  '.mdtxt',
  '.mdtext',
  '.mdx',
]

/** Would this file be a page if SUMMARY named it? Decided by its extension, in any case. */
export function isPagePath(path: string): boolean {
  return PAGE_EXTENSIONS.includes(extensionOf(path))
}

const PICTURES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg', '.bmp'])

/** Is this a picture that browsers show, by its extension in any case? */
export function isPicturePath(path: string): boolean {
  return PICTURES.has(extensionOf(path))
}

/** Is this page Markdown with components of JavaScript? */
export function isMdxPath(path: string): boolean {
  return extensionOf(path) === '.mdx'
}

/** Is this page written in AsciiDoc? */
export function isAsciidocPath(path: string): boolean {
  return /^\.(?:adoc|asciidoc)$/.test(extensionOf(path))
}

/** A path of a setting as it is seen from a folder of the book: `./a.css`, `/a.css` and `.\a.css` are `a.css`. */
export function pathOfSetting(written: string): string {
  return written.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')
}

/** A path relative to the book's folder, checked: undefined when it climbs out of the book or names nothing. */
export function bookPath(path: string): BookPath | undefined {
  const normalized = normalize('', path.replaceAll('\\', '/'))
  return normalized ? (normalized as BookPath) : undefined
}

/** Where a picture of the look may lie: in the content, else in the book. */
export function placesOfPicture(root: FolderPrefix, written: string): readonly BookPath[] {
  const name = written.replace(/^\/+/, '')
  return [root, ''].flatMap((above) => bookPath(`${above}${name}`) ?? [])
}

/** A folder of the book as a prefix: `docs/` for './docs', '' for '.'; undefined when it climbs out. */
export function folderPrefix(path: string): FolderPrefix | undefined {
  const normalized = normalize('', path.replaceAll('\\', '/'))
  if (normalized === undefined) return undefined
  return prefixOf(normalized)
}

/**
 * Resolves a decoded reference of `from` to a path: relative to its folder, or to `root` when it begins with '/'.
 * Gives '' for the book's own folder and undefined for a place outside the book.
 */
export function resolveReference(
  from: BookPath,
  reference: string,
  root: FolderPrefix,
): string | undefined {
  const clean = reference.replaceAll('\\', '/')
  return clean.startsWith('/')
    ? normalize(root.slice(0, -1), clean)
    : normalize(folderOf(from), clean)
}

/** Percent-decodes a reference; a malformed one is given back as it is. */
export function decodeReference(reference: string): string {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}

/** Percent-encodes a path for a URL, segment by segment. CJK and other letters are encoded too (RFC 3986). */
export function encodePath(path: string): string {
  return PLAIN.test(path) ? path : path.split('/').map(encodeSegment).join('/')
}

/** A path of which nothing is to be encoded. */
const PLAIN = /^[\w.~/-]*$/

function encodeSegment(segment: string): string {
  if (/^[\w.~-]*$/.test(segment)) return segment
  // Lone surrogates cannot be encoded: they become U+FFFD, as the URL standard has it.
  return encodeURIComponent(segment.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /%(?:40|2C|3B|2B|24|26|3D)/gi,
    (code) => decodeURIComponent(code),
  )
}

/**
 * The URL that leads from one output file to another, percent-encoded: `../ch/index.html`.
 * Never absolute and never a bare folder, so that it works under any path and from disk.
 */
export function relativeUrl(from: OutputPath, to: OutputPath): string {
  let shared = 0
  for (let at = 0; at < from.length && from[at] === to[at]; at++)
    if (from[at] === '/') shared = at + 1
  let up = ''
  for (let at = from.indexOf('/', shared); at >= 0; at = from.indexOf('/', at + 1)) up += '../'
  return up + encodePath(to.slice(shared))
}

/** The way from an output file to the site's top: '', '../', '../../' … */
export function upToRoot(from: OutputPath): string {
  return '../'.repeat(from.split('/').length - 1)
}

/** How an author would write a path of the book from one of its pages: `../images/a b.png`. */
export function writtenFrom(page: BookPath, path: string): string {
  return decodeReference(relativeUrl(page as string as OutputPath, path as OutputPath))
}

/** A path of the book as it is written from a folder, `../` for each folder that it leads out of. */
export function writtenBelow(root: FolderPrefix, path: string): string {
  if (path.startsWith(root)) return path.slice(root.length)
  return writtenFrom(`${root}README.md` as BookPath, path)
}
