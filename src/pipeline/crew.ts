// Threads that render pages of a large book besides the thread of the build. That begins with the first page, they with
// the last, and each page is taken by one. Whatever goes wrong with a thread, its pages are rendered by the build
// itself: the site is the same with any number of them.
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { attempt } from '../core/attempt.ts'
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import type { Looks } from '../files/files.ts'
import type { DiskSeed } from '../files/seed.ts'
import type { BuildRequest } from './built.ts'
import { claim, openClaims, takerOf } from './claims.ts'
import { receivedResult } from './result-lines.ts'

/** What a thread is started with: data that can be posted. */
export interface ThreadOrder {
  readonly seed: DiskSeed
  readonly book: Book
  readonly request: Pick<BuildRequest, 'trust' | 'inspect'>
  readonly paths: readonly BookPath[]
  readonly claims: SharedArrayBuffer
  /** By which it takes pages. */
  readonly number: number
}

/** What a thread tells. */
export type ThreadReport =
  | {
      readonly kind: 'page'
      readonly index: number
      readonly line: Line
    }
  | { readonly kind: 'seen'; readonly looks: Looks | undefined }

/** The threads of one build. */
export interface Crew {
  /** What a thread makes of a page; undefined when the caller has to render it. */
  result(path: BookPath): Promise<PageResult | undefined>
  /** Waits until all that threads have seen of the files is known, and ends them. */
  end(): Promise<void>
}

/** A thread takes about as long to start as so many pages take to be rendered. */
const PAGES_OF_A_START = 100
/** Smaller books are rendered before a thread is of use. */
const LEAST_PAGES = 3 * PAGES_OF_A_START
/** The number of the thread of the build. */
const OWN = 1
/** The stack of the main thread, so that the same pages are nested too deep: 984 KiB, and 192 that Node keeps for itself. */
const LIMITS = { stackSizeMb: (984 + 192) / 1024 }

/** Beside this module, in the package as in a build of the sources; the sources themselves have none. */
const PROGRAM = new URL('./page-worker.js', import.meta.url)

/** Starts the threads that are worth it for pages of which nothing is known. */
export function startCrew(
  { files: { shared }, jobs = 1, trust, inspect }: BuildRequest,
  book: Book,
  paths: readonly BookPath[],
): Crew | undefined {
  const useful = Math.floor((paths.length - LEAST_PAGES) / PAGES_OF_A_START) + 1
  const threads = Math.min(jobs - 1, useful)
  if (shared === undefined || threads < 1 || !existsSync(PROGRAM)) return undefined
  const claims = openClaims(paths.length)
  const request = { ...(trust && { trust }), ...(inspect && { inspect }) }
  const order = { seed: shared.seed(), book, request, paths, claims: claims.buffer }
  const pages = createPages(claims)
  const numbers = Array.from({ length: threads }, (_, index) => OWN + 1 + index)
  const ends = numbers.map((number) => startThread({ ...order, number }, pages))
  const indexes = new Map(paths.map((path, index) => [path, index]))
  return {
    async result(path) {
      const index = indexes.get(path)
      if (index === undefined || claim(claims, index, OWN)) return undefined
      const line = await pages.line(index)
      return line && receivedResult(line)
    },
    async end() {
      paths.forEach((_, index) => claim(claims, index, OWN))
      for (const looks of await Promise.all(ends)) shared.seen(looks)
    },
  }
}

/** Of the result of a page; undefined when the build has to render it. */
type Line = Uint8Array | undefined

/** What threads tell of pages, for whoever waits for it. */
interface Pages {
  line(index: number): Promise<Line>
  tell(index: number, line: Line): void
  /** Nobody waits any more for what a thread has taken and not told. */
  giveUp(thread: number): void
}

function createPages(claims: Int32Array): Pages {
  const told = new Map<number, Line>()
  const waiting = new Map<number, (line: Line) => void>()
  const tell = (index: number, line: Line): void => {
    told.set(index, line)
    waiting.get(index)?.(line)
  }
  return {
    tell,
    async line(index) {
      const line = told.has(index)
        ? told.get(index)
        : await new Promise<Line>((resolve) => waiting.set(index, resolve))
      // Set aside by whoever asked for it.
      told.set(index, undefined)
      return line
    },
    giveUp(thread) {
      for (let index = 0; index < claims.length; index++)
        if (takerOf(claims, index) === thread && !told.has(index)) tell(index, undefined)
    },
  }
}

/** Starts a thread; gives what it has seen of the files when it has ended, undefined when it did not come to an end. */
function startThread(order: ThreadOrder, pages: Pages): Promise<Looks | undefined> {
  return new Promise((resolve) => {
    // What cannot be posted is not worth a thread.
    const worker = attempt(
      () => new Worker(PROGRAM, { workerData: order, execArgv: [], resourceLimits: LIMITS }),
    )
    if (worker === undefined) {
      resolve(undefined)
      return
    }
    let looks: Looks | undefined
    worker
      .on('message', (report: ThreadReport) => {
        if (report.kind === 'page') pages.tell(report.index, report.line)
        else looks = report.looks
      })
      // Its pages are rendered again, and what is wrong with one is wrong there, too.
      .on('error', () => {})
      .on('exit', () => {
        pages.giveUp(order.number)
        resolve(looks)
      })
  })
}
