// Results of pages, kept on disk between runs of the program. They are reused as those in memory are: when every
// input that a page looked at still has its value. So a cache can be old, or of another branch, and is never wrong; what
// another version of the program or of its libraries wrote is not looked at, and what a disk has changed is not used:
// each line begins with its checksum. A cache is no reason to fail.
import path from 'node:path'
import { attempt, once } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import { isRemote } from '../core/dependency.ts'
import { contentHash } from '../core/hash.ts'
import { realPlace, removeOld } from '../files/caches.ts'
import { appendLines, readLines, toLine, writeLines } from '../files/hashed-lines.ts'
import type { Memory } from './built.ts'
import type { LoadedBook } from './load-allowed.ts'
import { readIndexes, writeIndexes } from './index-cache.ts'
import { programHash } from './program-hash.ts'
import { resultLine, resultOf } from './result-lines.ts'

/** The results of one book on disk. */
export interface ResultsCache {
  /** What was kept; undefined when there is nothing that can be used. */
  readonly load: () => Memory | undefined
  /** Keeps the results when they differ from those that were loaded. */
  readonly save: (memory: Memory) => void
}

/** Smaller books are rendered as fast as they are looked up. */
const LEAST_PAGES = 50
/** A cache that nobody used for so long is deleted, in ms. */
const OLDEST = 60 * 86_400_000
const FORMAT = 3

/** When a file holds so many times the lines that it needs, it is written anew. */
const MOST_LINES = 2

/** The cache of the book in `bookDir`, in a folder of the program's own. */
export function openResultsCache(bookDir: string, folder: string): ResultsCache {
  const name = path.join(folder, contentHash(realPlace(bookDir)))
  const file = `${name}.jsonl`
  const indexes = `${name}.index`
  const outline = `${name}.book`
  const loadedBook = once(() => attempt(() => readBook(outline)))
  let loaded: Loaded | undefined
  return {
    load() {
      loaded = attempt(() => read(file))
      return loaded && { ...loaded, loaded: loadedBook, indexes: once(() => readIndexes(indexes)) }
    },
    save(memory) {
      const kept = [...memory.results.values()].filter(
        ({ dependencies }) => !isRemote(dependencies),
      )
      if (kept.length < LEAST_PAGES) return
      const before = memory.cacheKey === loaded?.cacheKey ? loaded : undefined
      const fresh = kept.filter((result) => before?.results.get(result.path) !== result)
      attempt(() => {
        if (fresh.length > 0) writeResults(file, { memory, kept, fresh, before })
        // Pages are known there by the hashes that their lines begin with.
        const known = memory.indexes?.()
        if (known !== undefined && known.size > 0) writeIndexes(indexes, known)
        const book = memory.loaded?.()
        if (book !== undefined && book !== loadedBook())
          writeLines(outline, [toLine(headFor(''), book).bytes])
        if (fresh.length > 0) removeOld(folder, OLDEST)
      })
    },
  }
}

function writeResults(
  file: string,
  {
    memory,
    kept,
    fresh,
    before,
  }: {
    readonly memory: Memory
    readonly kept: readonly PageResult[]
    readonly fresh: readonly PageResult[]
    readonly before: Loaded | undefined
  },
): void {
  const { bytes: head } = toLine(headFor(memory.cacheKey))
  const lines = before === undefined ? Infinity : before.lines + fresh.length
  const isAdded =
    lines <= kept.length * MOST_LINES && appendLines(file, head, fresh.map(resultLine))
  if (!isAdded) writeLines(file, allLines(head, kept))
}

interface Loaded extends Memory {
  /** In the file: pages that were rendered again stand in it more than once. Infinite in a damaged one. */
  readonly lines: number
}

/** The book as it was read by this program. */
function readBook(file: string): LoadedBook | undefined {
  const line = readLines(file).next().value
  return line !== undefined && isOurs(line.value(0)) ? (line.value(1) as LoadedBook) : undefined
}

function read(file: string): Loaded | undefined {
  const all = readLines(file)
  const head = all.next().value?.value(0)
  if (!isOurs(head)) return undefined
  const results = new Map<PageResult['path'], PageResult>()
  let lines = 0
  for (const line of all) {
    lines += line === undefined ? Infinity : 1
    if (line === undefined) continue
    const result = resultOf(line)
    results.set(result.path, result)
  }
  return { cacheKey: head.cacheKey, results, lines }
}

interface Head {
  readonly format: number
  readonly program: string
  readonly cacheKey: string
}

function isOurs(head: unknown): head is Head {
  const { format, program } = (head ?? {}) as Partial<Head>
  return format === FORMAT && program === programHash()
}

function headFor(cacheKey: string): Head {
  return { format: FORMAT, program: programHash(), cacheKey }
}

function* allLines(head: Buffer, results: readonly PageResult[]): Generator<Buffer> {
  yield head
  for (const result of results) yield resultLine(result)
}
