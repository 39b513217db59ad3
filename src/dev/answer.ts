// What the server says to a request, as data. Nothing here touches a socket.
import { contentHash } from '../core/hash.ts'
import type { OutputFile } from '../core/output-file.ts'
import type { OutputPath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'
import type { Files } from '../files/files.ts'
import type { Messages } from '../messages/messages.ts'
import { clientScript } from './client-script.ts'
import { locate } from './locate.ts'
import { mediaType } from './media-type.ts'
import { missingPage, problemsPage } from './pages.ts'
import { type ByteRange, parseRange } from './range.ts'
import { injectClient, ownPrefix } from './reload.ts'
import type { Site } from './site.ts'

/** The part of a request that an answer depends on. Header names are lower case. */
export interface RequestHead {
  readonly target: string
  /** GET unless said otherwise. */
  readonly method?: string | undefined
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined }
}

export interface Answer {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: string | Uint8Array
}

const textHeaders = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
const pageHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }

/** A plain sentence with a status. */
export function textAnswer(status: number, text: string): Answer {
  return { status, headers: textHeaders, body: text }
}

/** Answers requests for the files of a site, and for the script that goes into its pages. */
export function createAnswerer(
  site: Site,
  files: Files,
  messages: Messages,
): (asked: RequestHead) => Answer {
  const script = clientScript(messages)
  const tags = new Map<OutputPath, { readonly revision: number; readonly tag: string }>()
  const tagOf = (path: OutputPath, body: string | Uint8Array): string => {
    const revision = site.revision(path)
    const known = tags.get(path)
    if (known?.revision === revision) return known.tag
    const tag = contentHash(body)
    tags.set(path, { revision, tag })
    return tag
  }
  const missing = ({ target }: RequestHead): Answer => {
    const outputs = site.outputs()
    const own = outputs?.get('404.html')
    const body = own?.kind === 'copied' ? files.bytes(own.from) : own?.content
    const injection = { build: site.build(), missing: true }
    const html =
      own === undefined || body === undefined
        ? injectClient(missingPage(target, messages), injection)
        : injectClient(textOf(body), { ...injection, page: own.path })
    return { status: 404, headers: pageHeaders, body: html }
  }
  const fileAnswer = (file: OutputFile, asked: RequestHead): Answer => {
    const body = file.kind === 'made' ? file.content : files.bytes(file.from)
    if (body === undefined) return missing(asked)
    const type = mediaType(file.path)
    const tag = tagOf(file.path, body)
    if (!type.startsWith('text/html') || !isNavigation(asked))
      return whole({ body, type, tag }, asked)
    const build = site.build()
    const html = injectClient(textOf(body), { build, page: file.path })
    return whole({ body: html, type, tag: `${tag}-${build}` }, asked)
  }
  return (asked) => {
    const target = splitReference(asked.target).path
    if (target === `${ownPrefix}client.js`)
      return whole({ body: script, type: mediaType('client.js'), tag: contentHash(script) }, asked)
    const outputs = site.outputs()
    const located = locate(asked.target, outputs ?? new Map())
    if (located.kind === 'malformed') return textAnswer(400, `${messages.words.page.unreadable}\n`)
    if (outputs === undefined) {
      const html = injectClient(problemsPage(site.problems(), messages), {
        build: site.build(),
        missing: true,
      })
      return { status: 500, headers: pageHeaders, body: html }
    }
    if (located.kind === 'missing') return missing(asked)
    if (located.kind === 'file') return fileAnswer(located.file, asked)
    return { ...textAnswer(301, ''), headers: { ...textHeaders, location: located.to } }
  }
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

/** False when a script fetches a page as data: it gets the file as it was built. */
function isNavigation({ headers }: RequestHead): boolean {
  const purpose = headers['sec-fetch-dest']
  return purpose === undefined || ['document', 'iframe', 'frame'].includes(String(purpose))
}

interface FoundFile {
  readonly body: string | Uint8Array
  readonly type: string
  readonly tag: string
}

/** The file, or as much of it as was asked for. */
function whole({ body, type, tag }: FoundFile, { method = 'GET', headers }: RequestHead): Answer {
  const etag = `"${tag}"`
  const common = { etag, 'cache-control': 'no-cache', 'accept-ranges': 'bytes' }
  if (matches(headers['if-none-match'], etag)) return { status: 304, headers: common, body: '' }
  const described = { ...common, 'content-type': type }
  // A range means something for GET alone.
  const wanted =
    method === 'GET' && (headers['if-range'] === undefined || headers['if-range'] === etag)
  const range = wanted ? rangeOf(headers['range'], body) : undefined
  if (range === undefined) return { status: 200, headers: described, body }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  if (range === 'unsatisfiable')
    return {
      ...textAnswer(416, ''),
      headers: { ...textHeaders, 'content-range': `bytes */${bytes.byteLength}` },
    }
  const place = `bytes ${range.first}-${range.last}/${bytes.byteLength}`
  return {
    status: 206,
    headers: { ...described, 'content-range': place },
    body: bytes.subarray(range.first, range.last + 1),
  }
}

function rangeOf(
  header: string | readonly string[] | undefined,
  body: string | Uint8Array,
): ByteRange | 'unsatisfiable' | undefined {
  return typeof header === 'string' ? parseRange(header, Buffer.byteLength(body)) : undefined
}

function matches(header: string | readonly string[] | undefined, etag: string): boolean {
  const tags = String(header ?? '').split(',')
  return tags.some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
