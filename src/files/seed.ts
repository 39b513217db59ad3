// How a folder of the disk is read, as data: what another thread makes the same files of.
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** What a walk found. */
export interface WalkResult {
  /** In code-unit order. */
  readonly paths: readonly BookPath[]
  /** Path to its name on disk, where a symbolic link or another Unicode form makes them differ. */
  readonly onDisk: ReadonlyMap<BookPath, string>
  readonly problems: readonly Diagnostic[]
}

/** A folder and how it is read. */
export interface DiskSeed {
  readonly dir: string
  readonly options: { readonly ignoreDirs?: readonly string[]; readonly once?: boolean }
  /** What was found there. */
  readonly walked: WalkResult
}
