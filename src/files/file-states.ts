// States of files that are remembered until somebody says that they changed: whoever knew one state asks only for what may be
// another since.
import type { BookPath } from '../core/path.ts'

/** How files were once. */
export interface FilesState {
  /** What was said to have changed since; undefined when that may be anything. */
  readonly changed: () => ReadonlySet<BookPath> | undefined
}

/** One state after the other. */
interface FileStates {
  readonly now: () => FilesState
  /** These have changed, or everything. */
  readonly note: (paths: readonly BookPath[] | undefined) => void
}

interface Step {
  readonly paths?: readonly BookPath[] | undefined
  next?: Step
}

/** States from now on. Nobody keeps what happened before the oldest that is still known. */
export function createStates(): FileStates {
  let last: Step = {}
  return {
    now() {
      const from = last
      return { changed: () => changedSince(from) }
    },
    note(paths) {
      const next: Step = { paths }
      last.next = next
      last = next
    },
  }
}

function changedSince(from: Step): ReadonlySet<BookPath> | undefined {
  const all = new Set<BookPath>()
  for (let step = from.next; step !== undefined; step = step.next) {
    if (step.paths === undefined) return undefined
    for (const path of step.paths) all.add(path)
  }
  return all
}
