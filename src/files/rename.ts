// A file into the place of another. On Windows that fails for as long as somebody has the other open, and somebody often
// has: scanners of viruses and indexers look at whatever is new, for some milliseconds.
import { renameSync } from 'node:fs'

const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** Two seconds in all. */
const PAUSES_MS = [5, 10, 20, 40, 80, 160, 320, 640, 725]

/** How a file is renamed, and how to wait; told apart for tests. */
interface Means {
  readonly platform: string
  readonly rename: (from: string, to: string) => void
  readonly pause: (ms: number) => void
}

const REAL: Means = { platform: process.platform, rename: renameSync, pause: sleep }

/** Renames a file; waits a moment for those who have the other one open, where that matters. */
export function renameFile(from: string, to: string, means: Means = REAL): void {
  const pauses = means.platform === 'win32' ? [...PAUSES_MS] : []
  for (;;)
    try {
      means.rename(from, to)
      return
    } catch (error) {
      const pause = pauses.shift()
      if (pause === undefined || !BUSY.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      means.pause(pause)
    }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
