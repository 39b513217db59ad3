import { displayWidth } from './display-width.ts'
import { type Terminal, isInteractive, widthOf } from './terminal.ts'

/** One line that says how far a build is. */
export interface Progress {
  readonly onProgress: (done: number, total: number) => void
  /** Erases the line. */
  readonly end: () => void
}

const quietMs = 400
const redrawMs = 80

/** Draws nothing for short builds, nothing in a pipe, and nothing on a build server. */
export function createProgress(
  terminal: Terminal,
  lineOf: (done: number, total: number) => string,
): Progress {
  const { err, env } = terminal
  if (!isInteractive(err, env)) return { onProgress: () => {}, end: () => {} }
  const begin = performance.now()
  let drawn = 0
  return {
    onProgress(done, total) {
      const now = performance.now()
      if (now - begin < quietMs || now - drawn < redrawMs) return
      drawn = now
      const line = lineOf(done, total)
      if (displayWidth(line) < (widthOf(err) ?? 80)) err.write(`\r\u001B[K${line}`)
    },
    end() {
      if (drawn > 0) err.write('\r\u001B[K')
    },
  }
}
