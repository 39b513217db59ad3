// Where the links and the pictures of a chapter lead, once all chapters are known.
import { type BookPath, type OutputPath, decodeReference, resolveReference } from '../core/path.ts'
import { hasScheme, isAddress, splitReference } from '../core/reference.ts'
import { addressOf } from '../site/metadata/site-url.ts'
import type { Files } from '../files/files.ts'
import type { BookRead } from '../pipeline/book-read.ts'
import type { Chapter } from './chapter.ts'
import type { Picture } from './content.ts'
import { walkContent } from './walk.ts'

/** Where links lead. */
export interface LinkPlace {
  readonly read: Pick<BookRead, 'siteUrl' | 'book'>
  /** Chapters by their place on the site. */
  readonly byOutput: ReadonlyMap<string, Chapter>
}

/** Where a link leads. */
export type Destination =
  | { readonly kind: 'chapter'; readonly chapter: Chapter; readonly id: string | undefined }
  | { readonly kind: 'address'; readonly url: string }
  /** A file that is not in the ebook, and nobody knows where the site is. */
  | { readonly kind: 'outside' }
  /** What leads nowhere: it has been reported when the page was rendered. */
  | { readonly kind: 'nowhere' }

/** Schemes of addresses that reading programs follow: those that EPUBCheck knows. */
const SCHEMES = /^(?:https?|mailto|tel|sms|sip|ftp|urn|irc|xmpp|news):/i

/** Where a link of a chapter leads. */
export function destinationOf(edition: LinkPlace, from: Chapter, to: string): Destination {
  if (to.startsWith('//') && isAddress(to)) return address(`https:${to}`)
  if (hasScheme(to)) return SCHEMES.test(to) ? address(to) : { kind: 'nowhere' }
  const { path, query, hash } = splitReference(to)
  const id = decodeReference(hash.slice(1))
  if (path === '') return query === '' ? place(from, id) : { kind: 'nowhere' }
  const output = outputOf(from.output, path)
  if (output === undefined) return { kind: 'nowhere' }
  const chapter = edition.byOutput.get(output)
  if (chapter !== undefined) return place(chapter, id)
  const { siteUrl } = edition.read
  if (siteUrl === undefined) return { kind: 'outside' }
  return address(addressOf(siteUrl, output as OutputPath) + query + hash)
}

function place(chapter: Chapter, id: string): Destination {
  return { kind: 'chapter', chapter, id: chapter.ids.has(id) ? id : undefined }
}

function address(url: string): Destination {
  try {
    return {
      kind: 'address',
      url: new URL(url).href.replaceAll(/[|^`\\{}<>"]/g, encodeURIComponent),
    }
  } catch {
    return { kind: 'nowhere' }
  }
}

function outputOf(from: OutputPath, path: string): string | undefined {
  return resolveReference(from as string as BookPath, decodeReference(path), '' as never)
}

/** What a picture of a chapter shows. */
export type PictureSource =
  | { readonly kind: 'file'; readonly path: BookPath }
  | { readonly kind: 'data'; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'nowhere' }

/** Where a picture is: a file of the book, in the page itself, or somewhere in the web. */
export function pictureSource(
  edition: LinkPlace & { readonly files: Files },
  from: Chapter,
  src: string,
): PictureSource {
  if (/^data:/i.test(src)) return dataPicture(src)
  if (hasScheme(src) || (src.startsWith('//') && isAddress(src))) {
    const found = address(src.startsWith('//') ? `https:${src}` : src)
    return found.kind === 'address' ? found : { kind: 'nowhere' }
  }
  const output = outputOf(from.output, splitReference(src).path)
  if (output === undefined || output === '') return { kind: 'nowhere' }
  const path = `${edition.read.book.root}${output}` as BookPath
  return edition.files.size(path) === undefined ? { kind: 'nowhere' } : { kind: 'file', path }
}

/** Does a chapter show a picture of which its author said nothing? One of the web is only a link. */
export function unsaidPictures(
  edition: LinkPlace & { readonly files: Files },
  chapter: Chapter,
): readonly Picture[] {
  const found: Picture[] = []
  walkContent(chapter.content, {
    inline(inline) {
      if (typeof inline === 'string' || inline.kind !== 'picture' || inline.alt !== undefined)
        return
      const { kind } = pictureSource(edition, chapter, inline.src)
      if (kind === 'file' || kind === 'data') found.push(inline)
    },
  })
  return found
}

function dataPicture(src: string): PictureSource {
  const [, type = '', coding, data = ''] =
    /^data:([\w/+.-]+)(?:;[^,;]*)*?(;base64)?,(.*)$/is.exec(src) ?? []
  if (!type.startsWith('image/')) return { kind: 'nowhere' }
  const bytes =
    coding === undefined
      ? Buffer.from(decodeReference(data))
      : Buffer.from(decodeReference(data), 'base64')
  return { kind: 'data', type: type.toLowerCase(), bytes: new Uint8Array(bytes) }
}
