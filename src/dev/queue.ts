import type { BookPath } from '../core/path.ts'

/** Files of the book that may be different now. */
export interface Changes {
  readonly paths: ReadonlySet<BookPath>
  /** True when nobody knows what changed: look at everything. */
  readonly everything: boolean
}

/** A line of work in which one runs and at most one waits. */
export interface Queue {
  add(changes: Changes): void
  /** Nothing waiting is begun any more; what runs is not waited for. */
  close(): void
}

/** Hands changes to `work`, one batch at a time; those that arrive meanwhile become a single next batch. */
export function createQueue(work: (changes: Changes) => Promise<void>): Queue {
  let waiting: Changes | undefined
  let isRunning = false
  let isClosed = false
  const next = (): void => {
    if (isRunning || isClosed || waiting === undefined) return
    const changes = waiting
    waiting = undefined
    isRunning = true
    void work(changes).finally(() => {
      isRunning = false
      next()
    })
  }
  return {
    add(changes) {
      waiting = waiting === undefined ? changes : merge(waiting, changes)
      next()
    },
    close() {
      isClosed = true
    },
  }
}

function merge(a: Changes, b: Changes): Changes {
  return { paths: new Set([...a.paths, ...b.paths]), everything: a.everything || b.everything }
}
