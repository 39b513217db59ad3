// A file into the place of another, and out of the way. On Windows that fails for as long as somebody has the file open, and
// somebody often has: scanners of viruses and indexers look at whatever is new, for some milliseconds.
import { renameSync, rmSync } from 'node:fs'

const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** Two seconds in all. */
const PAUSES_MS = [5, 10, 20, 40, 80, 160, 320, 640, 725]

/** How to do it and how to wait; told apart for tests. */
interface Means {
  readonly platform: string
  readonly rename: (from: string, to: string) => void
  readonly remove: (file: string) => void
  readonly pause: (ms: number) => void
}

const REAL: Means = {
  platform: process.platform,
  rename: renameSync,
  remove: (file) => rmSync(file, { force: true }),
  pause: sleep,
}

/** Renames a file or a folder; waits a moment for those who have one of them open, where that matters. */
export function renameFile(from: string, to: string, means: Means = REAL): void {
  patiently(() => means.rename(from, to), means)
}

/** Removes a file, if it is there, with the same patience. */
export function removeFile(file: string, means: Means = REAL): void {
  patiently(() => means.remove(file), means)
}

function patiently(work: () => void, { platform, pause }: Means): void {
  const pauses = platform === 'win32' ? [...PAUSES_MS] : []
  for (;;)
    try {
      work()
      return
    } catch (error) {
      const ms = pauses.shift()
      if (ms === undefined || !BUSY.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      pause(ms)
    }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
