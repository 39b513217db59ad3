// A published folder as its readers meet it: served below a path, and every link of every page followed.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { parse } from 'node-html-parser'

/** What was found at the published address. */
export interface Visit {
  /** Pages by the folder of their book. */
  readonly pages: ReadonlyMap<string, number>
  readonly files: number
  /** Links from one book to another. */
  readonly between: number
  readonly problems: readonly string[]
}

/** The folders of books in a published folder: each has a list of its own files. */
export function booksIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === '.handbook-manifest.json')
    .map((name) => path.dirname(name).split(path.sep).join('/'))
    .map((name) => (name === '.' ? '' : `${name}/`))
    .toSorted()
}

/** Serves a folder below `/book/` on this machine and visits everything that its pages lead to. */
export async function visit(folder: string, publicUrl: string): Promise<Visit> {
  const server = serve(folder, '/book/')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await follow(`http://127.0.0.1:${port}/book/`, booksIn(folder), publicUrl)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

function serve(folder: string, below: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname.startsWith(below)
      ? decodeURIComponent(pathname.slice(below.length))
      : '..'
    const wanted = path.resolve(folder, name)
    const isInside = !path.relative(folder, wanted).startsWith('..')
    const file = isInside ? fileAt(wanted, pathname.endsWith('/')) : undefined
    const type = TYPES[path.extname(file ?? '')] ?? 'application/octet-stream'
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type })
    response.end(file === undefined ? '' : readFileSync(file))
  })
}

function fileAt(wanted: string, isFolder: boolean): string | undefined {
  const file = isFolder ? path.join(wanted, 'index.html') : wanted
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined
}

async function follow(start: string, books: readonly string[], publicUrl: string): Promise<Visit> {
  const bookOf = (url: string): string =>
    books.findLast((book) => url.startsWith(start + book)) ?? 'no book'
  const queue = books.map((book) => start + book)
  const known = new Set(queue)
  const pages = new Map<string, number>()
  const problems: string[] = []
  let between = 0
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    // oxlint-disable-next-line no-await-in-loop -- what to ask next stands in the answer
    const answer = await fetch(url)
    if (answer.status !== 200) problems.push(`${answer.status} ${url}`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const html = await answer.text()
    if (answer.headers.get('content-type')?.startsWith('text/html') !== true) continue
    const book = bookOf(url)
    pages.set(book, (pages.get(book) ?? 0) + 1)
    const { links, canonical } = linksOf(html, url)
    const address = url.replace(start, publicUrl)
    if (canonical !== undefined && !address.startsWith(canonical.replace(/\/$/, '')))
      problems.push(`${url} says that it is at ${canonical}`)
    for (const link of links) {
      if (!link.startsWith(new URL(start).origin)) continue
      if (bookOf(link) !== book) between += 1
      if (known.has(link)) continue
      known.add(link)
      queue.push(link)
    }
  }
  return { pages, files: known.size, between, problems }
}

function linksOf(
  html: string,
  url: string,
): { readonly links: readonly string[]; readonly canonical: string | undefined } {
  const root = parse(html)
  const canonical = root.querySelector('link[rel=canonical]')?.getAttribute('href')
  const links = root
    .querySelectorAll('a[href], link[href], script[src], img[src], source[srcset]')
    .flatMap((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? [])
    .filter((written) => URL.canParse(written, url))
    .map((written) => new URL(written, url))
    .filter(({ protocol }) => protocol.startsWith('http'))
    .map((link) => link.href.replace(/#.*$/s, ''))
  return { links, canonical }
}
