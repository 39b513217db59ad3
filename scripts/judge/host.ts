// A web server like that of GitHub Pages: compressed, cached for ten minutes, under any path, with any policy.
import { existsSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { mediaType } from '../../src/dev/media-type.ts'

/** How the site is served. */
export interface HostOptions {
  /** Where the site lies on its server; '/' when left out. */
  readonly base?: string
  /** The value of `Content-Security-Policy`. */
  readonly policy?: string
  /** Nothing is compressed, and pages come line by line with so many milliseconds between the lines; at once when left out. */
  readonly lineMs?: number
}

/** One answer, as it went over the wire without its headers. */
export interface Answer {
  readonly path: string
  readonly type: string
  readonly status: number
  readonly sizeBytes: number
}

/** A running server. */
export interface Host {
  /** The address of the site, with a final '/'. */
  readonly url: string
  /** Everything that was asked for since the last call. */
  readonly takeAnswers: () => readonly Answer[]
  readonly close: () => Promise<void>
}

/** The policy under which every page must work without a report. */
export const strictPolicy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
].join('; ')

/** Showing a text, such as a page in Markdown, browsers look for a picture that no page asks for. */
const ICON = '/favicon.ico'
const PACKED = /^text\/|json|svg|xml/

/** Serves a folder on a free port of this machine. Close it. */
export async function serveSite(dir: string, options: HostOptions = {}): Promise<Host> {
  const base = options.base ?? '/'
  let answers: Answer[] = []
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const found = fileFor(dir, base, pathname)
    if (found === undefined && pathname === ICON) return void response.writeHead(204).end()
    const status = found === undefined ? 404 : 200
    // As hosts do it.
    const file = found ?? missing(dir, base, pathname)
    const type = file === undefined ? 'text/plain' : mediaType(file)
    const raw = file === undefined ? Buffer.from('not found') : readFileSync(file)
    const packed = PACKED.test(type) && options.lineMs === undefined
    const body = packed ? gzipSync(raw) : raw
    answers.push({ path: pathname, type, status, sizeBytes: body.length })
    response.writeHead(status, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'max-age=600',
      vary: 'Accept-Encoding',
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
      ...(options.policy === undefined ? {} : { 'content-security-policy': options.policy }),
    })
    Readable.from(piecesOf(body, type, options.lineMs)).pipe(response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${base}`,
    takeAnswers: () => {
      const taken = answers
      answers = []
      return taken
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function* piecesOf(
  body: Buffer,
  type: string,
  lineMs: number | undefined,
): AsyncGenerator<Buffer> {
  if (lineMs === undefined || !type.startsWith('text/html')) return yield body
  let from = 0
  while (from < body.length) {
    const end = body.indexOf(10, from) + 1 || body.length
    yield body.subarray(from, end)
    from = end
    // oxlint-disable-next-line no-await-in-loop -- one behind the other is what is wanted
    await pause(lineMs)
  }
}

/** What a host shows in the place of a page that is not there. */
function missing(dir: string, base: string, pathname: string): string | undefined {
  const isPage = pathname.startsWith(base) && /(?:\/|\.html)$/.test(pathname)
  return isPage ? fileFor(dir, base, `${base}404.html`) : undefined
}

function fileFor(dir: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined
  const file = path.join(dir, decodeURIComponent(pathname.slice(base.length)))
  if (!file.startsWith(dir) || !existsSync(file)) return undefined
  if (!statSync(file).isDirectory()) return file
  const index = path.join(file, 'index.html')
  return existsSync(index) ? index : undefined
}
