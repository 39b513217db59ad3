// Results of pages, kept on disk between runs of the program. They are reused as those in memory are: when every
// input that a page looked at still has its value. So a cache can be old, or of another branch, and is never wrong; what
// another version of the program or of its libraries wrote is not looked at, and what a disk has changed is not used:
// each line begins with its hash. A cache is no reason to fail.
import path from 'node:path'
import { attempt } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import { isRemote } from '../core/dependency.ts'
import { contentHash } from '../core/hash.ts'
import { realPlace, removeOld } from '../files/caches.ts'
import { readLines, writeLines } from '../files/hashed-lines.ts'
import type { Memory } from './built.ts'
import { programHash } from './program-hash.ts'

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
const FORMAT = 2

/** The cache of the book in `bookDir`, in a folder of the program's own. */
export function openResultsCache(bookDir: string, folder: string): ResultsCache {
  const file = path.join(folder, `${contentHash(realPlace(bookDir))}.jsonl`)
  let loaded: Memory | undefined
  return {
    load() {
      loaded = attempt(() => read(file))
      return loaded
    },
    save(memory) {
      const kept = [...memory.results.values()].filter(
        ({ dependencies }) => !isRemote(dependencies),
      )
      const isKnown = memory.cacheKey === loaded?.cacheKey && kept.length === loaded.results.size
      if (kept.length < LEAST_PAGES) return
      if (isKnown && kept.every((result) => loaded?.results.get(result.path) === result)) return
      attempt(() => {
        writeLines(file, linesFor(memory.cacheKey, kept))
        removeOld(folder, OLDEST)
      })
    },
  }
}

function read(file: string): Memory | undefined {
  const lines = readLines(file)
  const head = lines.next().value as Head | undefined
  if (head?.format !== FORMAT || head.program !== programHash()) return undefined
  const results = new Map<PageResult['path'], PageResult>()
  for (const line of lines) {
    const result = line as PageResult | undefined
    if (result !== undefined) results.set(result.path, result)
  }
  return { cacheKey: head.cacheKey, results }
}

interface Head {
  readonly format: number
  readonly program: string
  readonly cacheKey: string
}

function* linesFor(cacheKey: string, results: readonly PageResult[]): Generator<Head | PageResult> {
  yield { format: FORMAT, program: programHash(), cacheKey }
  yield* results
}
