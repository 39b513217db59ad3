// What is known of the files that the last build wrote, by those who write them again.
import type { Stats } from 'node:fs'
import type { OutputFile } from '../core/output-file.ts'
import type { OutputPath } from '../core/path.ts'
import type { Stamp } from './stamp.ts'

/** What each part of a file was made of, '' where nobody knew, and how many bytes it has: in order. */
export type KnownParts = readonly (readonly [madeOf: string, bytes: number])[]

/** The files of a site as they were when it had been written. */
export interface KnownOutputs {
  /** How a file is that is still the one that was written, and would be made of the same; else undefined. */
  readonly stampOf: (file: OutputFile, stats: Stats) => Stamp | undefined
  /** The parts of a file that is still the one that was written. */
  readonly partsOf: (path: OutputPath) => KnownParts | undefined
}

/** What becomes of the files of a site: kept for the next build. */
export interface Stamped {
  readonly stamp: Stamp
  readonly madeOf?: string
  readonly parts?: KnownParts
}
