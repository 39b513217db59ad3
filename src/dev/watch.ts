// The only door to chokidar. Chokidar finds the folders; which files changed we hear from the raw events of the
// system as well, since chokidar drops the second of two writes within 50 ms. Batches only say where to look:
// nothing depends on an event being exact.
import { type Stats, lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { type BookPath, bookPath } from '../core/path.ts'
import { isWithin, slashedWay } from '../files/host-path.ts'
import { gitLook } from './git-busy.ts'
import type { Changes } from './queue.ts'
import { isIgnoredChange } from './watch-ignore.ts'

export interface WatchOptions {
  /** The folder of the book. It need not exist, now or later. */
  readonly dir: string
  /** Another folder to leave alone: the output. */
  readonly outDir?: string | undefined
  /** Files changed after this time (ms since 1970) are reported although nobody watched yet. */
  readonly since: number
  /** A batch is complete when nothing happened for so long … */
  readonly settleMs?: number
  /** … but never later than this after its first event. */
  readonly limitMs?: number
  /** … and not while this is so: other programs are at work on the files. By default git is asked. */
  readonly isBusy?: () => boolean
  /** How often to look whether a folder that went away is back. */
  readonly pollMs?: number
  readonly onChanges: (changes: Changes) => void
  readonly onGone: () => void
  readonly onError: (error: Error) => void
}

export interface Watcher {
  /** Fulfilled when every folder is being watched. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

/** File times come from a clock that may lag behind ours by a tick. */
const clockSlackMs = 20

interface Batch {
  mark(file: string): void
  markAll(): void
  close(): void
}

/** Watches the folder of a book and tells what changed, in batches. */
export function createWatcher(options: WatchOptions): Watcher {
  const dir = withoutLinks(path.resolve(options.dir))
  const isIgnored = createFilter(dir, outFolder(dir, options))
  let current: WatchState | undefined
  let returning: NodeJS.Timeout | undefined
  let isClosed = false

  const flush = (changes: Changes): void => {
    if (isClosed) return
    if (!exists(dir)) return leave()
    if (current?.isBlind() === true) void start(Date.now(), true)
    if (changes.everything || changes.paths.size > 0) options.onChanges(changes)
  }
  const { isBusy = gitLook(dir) } = options
  const batch = createBatch(options, { dir, isIgnored, isBusy, flush })
  const start = (since: number, tellAll: boolean): Promise<void> => {
    // First the old one: within a process chokidar shares watches, dead ones too.
    const closing = current?.close()
    const next = watchFolder({ dir, isIgnored, since, batch, onError: options.onError })
    current = next
    return Promise.all([closing, next.ready]).then(() => {
      if (tellAll) batch.markAll()
    })
  }
  const leave = (): void => {
    if (returning !== undefined) return
    options.onGone()
    returning = setInterval(() => {
      if (!exists(dir)) return
      clearInterval(returning)
      returning = undefined
      void start(Date.now(), true)
    }, options.pollMs ?? 200)
  }

  const isThere = exists(dir)
  if (!isThere) leave()
  const ready = isThere ? start(options.since, false) : Promise.resolve()
  return {
    ready,
    async close() {
      isClosed = true
      clearInterval(returning)
      batch.close()
      await current?.close()
    },
  }
}

/** Links are not followed, so the folder itself must not be one. */
function withoutLinks(dir: string): string {
  return exists(dir) ? realpathSync.native(dir) : dir
}

/** The output folder as it lies in the real folder of the book. */
function outFolder(dir: string, options: WatchOptions): string | undefined {
  if (options.outDir === undefined) return undefined
  return path.resolve(dir, path.relative(path.resolve(options.dir), path.resolve(options.outDir)))
}

function createFilter(dir: string, out: string | undefined): (file: string) => boolean {
  return (file) => {
    const absolute = path.resolve(dir, file)
    if (absolute === dir) return false
    if (out !== undefined && !isWithin(out, dir) && isWithin(out, absolute)) return true
    return !isWithin(dir, absolute) || isIgnoredChange(slashedWay(dir, absolute))
  }
}

function exists(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false
}

interface BatchTarget {
  readonly dir: string
  readonly isIgnored: (file: string) => boolean
  readonly isBusy: () => boolean
  readonly flush: (changes: Changes) => void
}

function createBatch(
  { settleMs = 5, limitMs = 100 }: WatchOptions,
  { dir, isIgnored, isBusy, flush }: BatchTarget,
): Batch {
  let paths = new Set<BookPath>()
  let everything = false
  let deadline = 0
  let timer: NodeJS.Timeout | undefined
  const fire = (): void => {
    if (isBusy()) {
      timer = setTimeout(fire, settleMs)
      return
    }
    const changes = { paths, everything }
    timer = undefined
    paths = new Set()
    everything = false
    flush(changes)
  }
  const wait = (): void => {
    const now = performance.now()
    if (timer === undefined) deadline = now + limitMs
    clearTimeout(timer)
    timer = setTimeout(fire, Math.max(0, Math.min(settleMs, deadline - now)))
  }
  return {
    mark(file) {
      if (isIgnored(file)) return
      // The book's own folder has no path in it, but is worth a look.
      const changed = bookPath(path.relative(dir, file).normalize('NFC'))
      if (changed !== undefined) paths.add(changed)
      wait()
    },
    markAll() {
      everything = true
      wait()
    },
    close: () => clearTimeout(timer),
  }
}

interface WatchState {
  readonly ready: Promise<void>
  /** True when a folder that exists is not watched any more: it was removed and made again. */
  isBlind(): boolean
  close(): Promise<void>
}

interface FolderWatch {
  readonly dir: string
  readonly isIgnored: (file: string) => boolean
  readonly since: number
  readonly batch: Batch
  readonly onError: (error: Error) => void
}

function watchFolder({ dir, isIgnored, since, batch, onError }: FolderWatch): WatchState {
  const folders = new Map<string, number>()
  const lost = new Set<string>()
  /** What the first look saw, and when that had changed: its watch begins a moment later. */
  const seen = new Map<string, number>()
  let isReady = false
  const watcher = watch(dir, {
    ignored: isIgnored,
    ignoreInitial: false,
    atomic: false,
    followSymlinks: false,
    alwaysStat: true,
  })
  watcher.on('all', (event, file, stats) => {
    if (event === 'unlinkDir') folders.delete(file)
    if (event === 'addDir') folders.set(file, stats?.ino ?? 0)
    if (!isReady) seen.set(file, changedMs(stats))
    if (event.endsWith('Dir')) lost.delete(file)
    const isNews = !isReady && event !== 'addDir' && changedMs(stats) >= since - clockSlackMs
    // A raw event told of each 'change' already; this one may come after the build that it asked for.
    if (isNews || (isReady && event !== 'change')) batch.mark(file)
  })
  onRaw(watcher, (event, file, watched) => {
    const isFolder = folders.has(watched)
    // Polling: what happened in the folder is told by name.
    if (isFolder && watched === file) return
    // A folder's own name from its own watch: the folder was removed or moved away, and the watch with it.
    if (event === 'rename' && isFolder && path.basename(watched) === file) lost.add(watched)
    const changed = isFolder ? path.join(watched, file) : watched
    // That something in a folder changed is told by its own watch.
    if (event === 'rename' || !folders.has(changed)) batch.mark(changed)
    if (lost.has(watched)) batch.mark(watched)
  })
  watcher.on('error', (error) => onError(error instanceof Error ? error : new Error(String(error))))
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', () => {
      isReady = true
      for (const [file, before] of seen)
        if (changedMs(lstatSync(file, { throwIfNoEntry: false })) !== before)
          if (folders.has(file)) batch.markAll()
          else batch.mark(file)
      seen.clear()
      resolve()
    })
  })
  const wasReplaced = (folder: string, inode: number): boolean => {
    const stats = statSync(folder, { throwIfNoEntry: false })
    return stats !== undefined && (lost.has(folder) || stats.ino !== inode)
  }
  return {
    ready,
    isBlind: () => [...folders].some(([folder, inode]) => wasReplaced(folder, inode)),
    close: () => closeForGood(watcher),
  }
}

/** Closes a watcher. A look that ends later may find the last file gone: chokidar would wait for it, and be open again. */
export function closeForGood(watcher: FSWatcher): Promise<void> {
  watcher.add = () => watcher
  return watcher.close()
}

/** Events as the system gives them: what happened, to which name, in the words of which watch. */
function onRaw(
  watcher: FSWatcher,
  listen: (event: string, file: string, watched: string) => void,
): void {
  watcher.on('raw', (event, file, details) => {
    const watched = hasWatchedPath(details) ? details.watchedPath : undefined
    // While polling there are none of these, and `file` is a whole path.
    listen(event, file ?? '', typeof watched === 'string' ? watched : (file ?? ''))
  })
}

function hasWatchedPath(details: unknown): details is { readonly watchedPath: unknown } {
  return typeof details === 'object' && details !== null && 'watchedPath' in details
}

/** When a file was written, or moved here with an older date. */
function changedMs(stats: Stats | undefined): number {
  return stats === undefined ? 0 : Math.max(stats.mtimeMs, stats.ctimeMs)
}
