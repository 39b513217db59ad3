// How long an author waits in the dev server, which runs as a process of its own: from its start to its first page, and
// from the end of a save to the event that tells browsers to load anew.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { writeBook } from './book.ts'
import { program } from './measure.ts'
import { median, table } from './table.ts'

/** In ms. */
interface ServeFigures {
  readonly pages: number
  readonly saves: number
  readonly ready: number
  readonly median: number
  readonly p95: number
}

/** As a person would save: not while the search index of the last edit is still made. */
const PAUSE = 600

const ms = (value: number): string => `${value.toFixed(0)} ms`

/** Serves books of these sizes, and one of two pages; gives a table in Markdown and the figures behind it. */
export async function measureServe(
  sizes: readonly number[],
  { saves, temp }: { readonly saves: number; readonly temp: string },
): Promise<{ readonly tables: string; readonly figures: readonly ServeFigures[] }> {
  const figures: ServeFigures[] = []
  const book = path.join(temp, 'serve-book')
  for (const pages of [2, ...sizes]) {
    rmSync(book, { recursive: true, force: true })
    if (pages > 2) writeBook(pages, book)
    else writeSmallBook(book)
    // oxlint-disable-next-line no-await-in-loop -- one server after the other
    figures.push(await serveBook(book, { pages, saves, temp }))
  }
  const rows = figures.map((figure) => [
    `${figure.pages} pages`,
    ms(figure.ready),
    ms(figure.median),
    ms(figure.p95),
    String(figure.saves),
  ])
  const head = ['handbook serve', 'start to first page', 'save to reload', '95th percentile']
  return { tables: table([[...head, 'saves'], ...rows]), figures }
}

function writeSmallBook(book: string): void {
  mkdirSync(book, { recursive: true })
  writeFileSync(path.join(book, 'README.md'), '# Start\n\n[Next](next.md)\n')
  writeFileSync(path.join(book, 'next.md'), '# Next\n\nText.\n')
  writeFileSync(path.join(book, 'SUMMARY.md'), '* [Start](README.md)\n* [Next](next.md)\n')
}

async function serveBook(
  book: string,
  { pages, saves, temp }: { readonly pages: number; readonly saves: number; readonly temp: string },
): Promise<ServeFigures> {
  const begin = performance.now()
  const args = [program, 'serve', book, '--port', '4600', '--format', 'json']
  const server = spawn(process.execPath, args, {
    env: { ...process.env, XDG_CACHE_HOME: path.join(temp, 'serve-cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const origin = await addressOf(server.stdout)
    await get(origin)
    const ready = performance.now() - begin
    const events = await open(`${origin}__handbook/events`)
    const page = path.join(book, pages > 2 ? 'part-1/chapter-2/page-5.md' : 'next.md')
    const times: number[] = []
    const text = readFileSync(page, 'utf8')
    // The first save is not counted: it meets code that has not run yet.
    for (let save = 0; save <= saves; save++) {
      // oxlint-disable no-await-in-loop -- one save after the other is what is measured
      await setTimeout(pages > 2000 ? PAUSE * 10 : PAUSE)
      const told = nextEvent(events, path.basename(page, '.md'))
      writeFileSync(page, `${text}\nSave ${save}\n`)
      const saved = performance.now()
      await told
      // oxlint-enable no-await-in-loop
      if (save > 0) times.push(performance.now() - saved)
    }
    events.destroy()
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
    return { pages, saves, ready, median: median(times), p95 }
  } finally {
    server.kill()
  }
}

/** The address that a server tells. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let told = ''
    output.on('data', (chunk: Buffer) => {
      told += String(chunk)
      const [, address] = /"local":"([^"]+)"/.exec(told) ?? []
      if (address !== undefined) resolve(address)
    })
  })
}

/** A page, as a whole. */
async function get(url: string): Promise<void> {
  const answer = await open(url)
  for await (const chunk of answer) if (chunk === undefined) return
}

const open = (url: string): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    http.get(url, resolve).on('error', reject)
  })

/** The next event that speaks of a page. */
function nextEvent(events: http.IncomingMessage, page: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = (chunk: Buffer): void => {
      if (!String(chunk).includes(page)) return
      events.off('data', listen)
      resolve()
    }
    events.on('data', listen)
  })
}
