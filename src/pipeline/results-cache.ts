// Results of pages, kept on disk between runs of the program. They are reused as those in memory are: when every
// input that a page looked at still has its value. So a cache can be old, or of another branch, and is never wrong; what
// another version of the program or of its libraries wrote is not looked at, and what a disk has changed is not used:
// each line begins with its checksum. A cache is no reason to fail.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { attempt, once } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import { isRemote } from '../core/dependency.ts'
import { contentHash } from '../core/hash.ts'
import { realPlace, removeOld } from '../files/caches.ts'
import { type Line, appendLines, readLines, toLine, writeLines } from '../files/hashed-lines.ts'
import type { Stamp } from '../files/stamp.ts'
import type { Memory } from './built.ts'
import { DamagedCache } from './damaged-cache.ts'
import type { LoadedBook } from './load-allowed.ts'
import { readIndexes, writeIndexes } from './index-cache.ts'
import { programHash } from './program-hash.ts'
import { keptLine, keptResult } from './result-lines.ts'
import { type GrowingParts, appendParts, openParts, writeParts } from './result-parts.ts'

/** The results of one book on disk. */
export interface ResultsCache {
  /** What was kept; undefined when there is nothing that can be used. */
  readonly load: () => Memory | undefined
  /** Keeps the results when they differ from those that were loaded. */
  readonly save: (memory: Memory) => void
}

/** Smaller books are rendered as fast as they are looked up. */
const LEAST_PAGES = 50
const FORMAT = 4

/** When a file holds so many times the lines that it needs, it is written anew. */
const MOST_LINES = 2

/** The cache of the book in `bookDir`, in a folder of the program's own. */
export function openResultsCache(bookDir: string, folder: string): ResultsCache {
  const name = path.join(folder, contentHash(realPlace(bookDir)))
  const files = { lines: `${name}.jsonl`, parts: `${name}.parts` }
  const indexes = `${name}.index`
  const outline = `${name}.book`
  const loadedBook = once(() => attempt(() => readBook(outline)))
  let loaded: Loaded | undefined
  return {
    load() {
      loaded = attempt(() => read(files))
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
        if (fresh.length > 0) writeResults(files, { memory, kept, fresh, before })
        // Pages are known there by the hashes that their lines begin with.
        const known = memory.indexes?.()
        if (known !== undefined && known.size > 0) writeIndexes(indexes, known)
        const book = memory.loaded?.()
        if (book !== undefined && book !== loadedBook())
          writeLines(outline, [toLine(headFor(''), book).bytes])
        if (fresh.length > 0) removeOld(folder)
      })
    },
  }
}

/** The results without what is heavy in them, and that. */
interface ResultFiles {
  readonly lines: string
  readonly parts: string
}

function writeResults(
  files: ResultFiles,
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
  const isAdded = lines <= kept.length * MOST_LINES && addResults(files, head, fresh)
  if (!isAdded)
    withParts(writeParts(files.parts), (parts) =>
      writeLines(files.lines, allLines(head, kept, parts)),
    )
}

/** False when somebody else has written meanwhile. */
function addResults(files: ResultFiles, head: Buffer, fresh: readonly PageResult[]): boolean {
  return withParts(appendParts(files.parts), (parts) => {
    const added = fresh.map((result) => keptLine(result, parts))
    const stamp = parts.done()
    return stamp !== undefined && appendLines(files.lines, head, [...added, stampLine(stamp)])
  })
}

function withParts<Result>(parts: GrowingParts, write: (parts: GrowingParts) => Result): Result {
  try {
    return write(parts)
  } finally {
    parts.close()
  }
}

function* allLines(
  head: Buffer,
  results: readonly PageResult[],
  parts: GrowingParts,
): Generator<Buffer> {
  yield head
  for (const result of results) yield keptLine(result, parts)
  const stamp = parts.done()
  if (stamp !== undefined) yield stampLine(stamp)
}

/** Tells how the file of the parts was after the lines before. */
const stampLine = (stamp: Stamp): Buffer => toLine(stamp).bytes

interface Loaded extends Memory {
  /** In the file: pages that were rendered again stand in it more than once. Infinite in a damaged one. */
  readonly lines: number
}

/** The book as it was read by this program. */
function readBook(file: string): LoadedBook | undefined {
  const line = readLines(file).next().value
  return line !== undefined && isOurs(line.value(0)) ? (line.value(1) as LoadedBook) : undefined
}

function read(files: ResultFiles): Loaded | undefined {
  const all = readLines(files.lines)
  const head = all.next().value?.value(0)
  if (!isOurs(head)) return undefined
  const ofResults: Line[] = []
  let stamp: unknown
  let lines = 0
  for (const line of all) {
    if (line === undefined) lines = Infinity
    else if (line.has(1)) ofResults.push(line)
    else stamp = line.value(0)
  }
  const parts = openParts(files.parts)
  // What nobody has touched since is as it was written; parts of another file are compared before anybody relies on them.
  const whole = parts.stamp !== stamp
  const onDamage = (): never => {
    rmSync(files.lines, { force: true })
    throw new DamagedCache()
  }
  const results = new Map<PageResult['path'], PageResult>()
  for (const line of ofResults) {
    const result = keptResult(line, parts, { whole, onDamage })
    if (result === undefined) lines = Infinity
    else results.set(result.path, result)
  }
  return { cacheKey: head.cacheKey, results, lines: lines + ofResults.length }
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
