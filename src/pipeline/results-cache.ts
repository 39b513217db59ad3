// Results of pages, kept on disk between runs of the program. They are reused as those in memory are: when every
// input that a page looked at still has its value. So a cache can be old, or of another branch, and is never wrong; what
// another version of the program or of its libraries wrote is not looked at, and what a disk has changed is not used:
// each line begins with its hash. A cache is no reason to fail.
import { removeOld } from '../files/caches.ts'
import { attempt } from '../core/attempt.ts'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { PageResult } from '../core/book.ts'
import { contentHash } from '../core/hash.ts'
import { renameFile } from '../files/rename.ts'
import { version } from '../version.ts'
import type { Memory } from './built.ts'

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
const HASH_LENGTH = 32

/** The cache of the book in `bookDir`, in a folder of the program's own. */
export function openResultsCache(bookDir: string, folder: string): ResultsCache {
  const file = path.join(folder, `${contentHash(realPath(bookDir))}.jsonl`)
  let loaded: Memory | undefined
  return {
    load() {
      loaded = attempt(() => read(file))
      return loaded
    },
    save(memory) {
      const kept = [...memory.results.values()].filter(canBeKept)
      const isKnown = memory.cacheKey === loaded?.cacheKey && kept.length === loaded.results.size
      if (kept.length < LEAST_PAGES) return
      if (isKnown && kept.every((result) => loaded?.results.get(result.path) === result)) return
      attempt(() => {
        write(file, memory.cacheKey, kept)
        removeOld(folder, OLDEST)
      })
    },
  }
}

/** What other repositories say now is asked in each run. */
function canBeKept({ dependencies }: PageResult): boolean {
  return dependencies.every(({ kind }) => kind !== 'remote')
}

function read(file: string): Memory | undefined {
  const lines = linesOf(readFileSync(file))
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

/** The values of the lines; undefined for one that is not what was written. */
function* linesOf(bytes: Buffer): Generator<unknown, undefined> {
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const text = bytes.subarray(start + HASH_LENGTH + 1, end)
    const hash = bytes.toString('latin1', start, start + HASH_LENGTH)
    yield contentHash(text) === hash ? JSON.parse(text.toString('utf8')) : undefined
    start = end + 1
  }
  return undefined
}

/** As bytes: that is what is hashed and written. */
function toLine(value: Head | PageResult): Buffer {
  const text = Buffer.from(`${' '.repeat(HASH_LENGTH + 1)}${JSON.stringify(value)}\n`)
  text.write(contentHash(text.subarray(HASH_LENGTH + 1, -1)), 0, 'latin1')
  return text
}

/** Under another name first: whoever reads at the same time sees the old cache or the new one. */
function write(file: string, cacheKey: string, results: readonly PageResult[]): void {
  const head: Head = { format: FORMAT, program: programHash(), cacheKey }
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(handle, toLine(head))
    for (const result of results) writeFileSync(handle, toLine(result))
  } finally {
    closeSync(handle)
  }
  renameFile(draft, file)
}

/** Everything besides the book that a result depends on: this program, its libraries, and the runtime. */
function programHash(): string {
  const root = path.resolve(import.meta.dirname, '..')
  // An installed program changes with its version alone.
  const own = root.includes('node_modules') ? [] : sourcesIn(root)
  return contentHash(JSON.stringify([version, process.version, own, ...librariesAround(root)]))
}

function sourcesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => contentHash(readFileSync(path.join(root, name))))
}

/** What package managers say is installed around the program: in its own folder, or beside it in that of a book. */
const INSTALLED = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-state.yml', '.yarn-integrity']

function librariesAround(folder: string): readonly string[] {
  const above = path.dirname(folder)
  const found = INSTALLED.flatMap(
    (name) =>
      attempt(() => contentHash(readFileSync(path.join(folder, 'node_modules', name)))) ?? [],
  )
  return above === folder ? found : [...found, ...librariesAround(above)]
}

function realPath(folder: string): string {
  return attempt(() => realpathSync(folder)) ?? path.resolve(folder)
}
