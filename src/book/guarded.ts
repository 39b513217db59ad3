import type { Outcome } from '../core/diagnostic.ts'
import { NotLoaded } from '../core/not-loaded.ts'
import type { BookPath } from '../core/path.ts'
import { problem } from '../messages/problem.ts'

/** What is read of a structure file; nothing, and a problem, of one that nobody can read. */
export function guarded<T>(file: BookPath, nothing: T, read: () => Outcome<T>): Outcome<T> {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotLoaded) throw error
    const reason = error instanceof RangeError ? ({ case: 'too-much' } as const) : String(error)
    return {
      value: nothing,
      diagnostics: [problem('book/unreadable-structure', { file }, { reason })],
    }
  }
}
