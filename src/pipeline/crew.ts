// Threads that render pages of a large book besides the thread of the build. That begins with the first page, they with
// the last, and each page is taken by one. While the build makes the rest of the site they lay those pages out. Whatever
// goes wrong with a thread, its pages are made by the build itself: the site is the same with any number of them.
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { attempt } from '../core/attempt.ts'
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import type { Looks } from '../files/files.ts'
import type { DiskSeed } from '../files/seed.ts'
import { type ShelfPlace, openShelf } from '../files/shelf.ts'
import type { EmitRequest } from '../site/emit-request.ts'
import type { BuildRequest } from './built.ts'
import { OWN, claim, openClaims, takerOf } from './claims.ts'
import { type LaidPage, type Member, layOutElsewhere } from './elsewhere.ts'
import { resultAt } from './resting.ts'
import { receivedResult } from './result-lines.ts'
import type { SiteParts } from './site-request.ts'
import { MANY_PAGES, PAGES_OF_A_START } from './sizes.ts'
import { type Told, createTold } from './told.ts'

/** What a thread is started with: data that can be posted. */
export interface ThreadOrder {
  readonly seed: DiskSeed
  /** What the build has seen of the files. */
  readonly looks?: Looks | undefined
  readonly book: Book
  readonly request: Pick<BuildRequest, 'trust' | 'inspect'>
  readonly paths: readonly BookPath[]
  readonly claims: SharedArrayBuffer
  /** By which it takes pages. */
  readonly number: number
  /** It keeps the results of its pages, and is told how to lay them out. */
  readonly stays: boolean
  /** The shelf on which it puts its results; without it they are told as they are. */
  readonly shelf?: number | undefined
}

/** What a thread tells. */
export type ThreadReport =
  | {
      readonly kind: 'page'
      readonly index: number
      readonly line: Line | ShelfPlace | undefined
    }
  | { readonly kind: 'seen'; readonly looks: Looks | undefined }
  | { readonly kind: 'laid-out'; readonly index: number; readonly page: LaidPage }

/** The threads of one build. */
export interface Crew {
  /** What a thread makes of a page; undefined when the caller has to render it. */
  result(path: BookPath): Promise<PageResult | undefined>
  /** Waits until all that threads have seen of the files is known. They end, unless they stay to lay pages out. */
  end(): Promise<void>
  /** Has threads lay out pages that they have rendered; undefined where they cannot. */
  layOut(parts: SiteParts): EmitRequest['elsewhere']
}

/** The result of a page, as the cache keeps it. */
type Line = Uint8Array

/** Smaller books are rendered before a thread is of use. */
const LEAST_PAGES = 3 * PAGES_OF_A_START
/** The stack of the main thread, so that the same pages are nested too deep: 984 KiB, and 192 that Node keeps for itself. */
const LIMITS = { stackSizeMb: (984 + 192) / 1024 }

/** Beside this module, in the package as in a build of the sources; the sources themselves have none. */
const PROGRAM = new URL('./page-worker.js', import.meta.url)

/** Starts the threads that are worth it for pages of which nothing is known. */
export function startCrew(
  { files: { shared }, jobs, trust, inspect, once }: BuildRequest,
  book: Book,
  paths: readonly BookPath[],
): Crew | undefined {
  const useful = Math.floor((paths.length - LEAST_PAGES) / PAGES_OF_A_START) + 1
  const threads = Math.min((jobs?.(paths.length) ?? 1) - 1, useful)
  if (shared === undefined || threads < 1 || !existsSync(PROGRAM)) return undefined
  const claims = openClaims(paths.length)
  const request = { ...(trust && { trust }), ...(inspect && { inspect }) }
  const isLarge = paths.length >= MANY_PAGES
  // What a large book keeps on the disk would be in the memory of threads.
  const stays = once === true && inspect !== true && !isLarge
  const files = { seed: shared.seed(), looks: shared.looks?.() }
  const order = { ...files, book, request, paths, claims: claims.buffer, stays }
  const rendered = createTold<Line | ShelfPlace>(claims)
  const numbers = Array.from({ length: threads }, (_, index) => OWN + 1 + index)
  // Threads are ahead of the build: half of all results would be in the memory of that before it takes them.
  const shelves = numbers.map(() => (isLarge ? openShelf() : undefined))
  const members = numbers.map((number, index) =>
    startThread({ ...order, number, shelf: shelves[index]?.handle }, rendered),
  )
  const indexes = new Map(paths.map((path, index) => [path, index]))
  const makers = new Map<BookPath, Member>()
  return {
    async result(path) {
      const index = indexes.get(path)
      if (index === undefined || claim(claims, index, OWN)) return undefined
      const line = await rendered.wait(index)
      const thread = takerOf(claims, index) - OWN - 1
      const maker = members[thread]
      const shelf = shelves[thread]
      if (line === undefined || maker === undefined) return undefined
      makers.set(path, maker)
      if (!('from' in line)) return receivedResult(line)
      return shelf && resultAt(shelf, line)
    },
    async end() {
      paths.forEach((_, index) => claim(claims, index, OWN))
      for (const looks of await Promise.all(members.map(({ seen }) => seen))) shared.seen(looks)
    },
    layOut: (parts) => (stays ? layOutElsewhere(parts, { members, makers, indexes }) : undefined),
  }
}

/** Starts a thread. */
function startThread(order: ThreadOrder, rendered: Told<Line | ShelfPlace>): Member {
  const { number } = order
  let laidOut: Told<LaidPage> | undefined
  let worker: Worker | undefined
  const seen = new Promise<Looks | undefined>((resolve) => {
    // What cannot be posted is not worth a thread.
    worker = attempt(
      () => new Worker(PROGRAM, { workerData: order, execArgv: [], resourceLimits: LIMITS }),
    )
    if (worker === undefined) {
      resolve(undefined)
      return
    }
    worker
      .on('message', (report: ThreadReport) => {
        if (report.kind === 'page') rendered.tell(report.index, report.line)
        else if (report.kind === 'laid-out') laidOut?.tell(report.index, report.page)
        else {
          // From now on nobody waits for it but those who say so.
          worker?.unref()
          resolve(report.looks)
        }
      })
      // Its pages are made again, and what is wrong with one is wrong there, too.
      .on('error', () => {})
      .on('exit', () => {
        worker = undefined
        rendered.giveUp(number)
        laidOut?.giveUp(number)
        resolve(undefined)
      })
  })
  return {
    number,
    seen,
    layOut(wish, told) {
      laidOut = told
      attempt(() => worker?.postMessage(wish))
    },
    async waitFor(answer) {
      worker?.ref()
      try {
        return await answer
      } finally {
        worker?.unref()
      }
    },
    dismiss: () => void worker?.terminate(),
  }
}
