import type { Diagnostic } from '../core/diagnostic.ts'
import type { Tables } from './compose.ts'

/** So many steps may a page take: tags run, rounds of loops. */
const STEPS = 400_000

/** A registered block that was met, or a section of one. */
export interface BlockCall {
  /** The number of its tag. */
  readonly tag: number
  readonly args: readonly unknown[]
  /** Rendered text, marks included. */
  readonly body: string
}

/** What is known while a page is run once. It belongs to one run and is written by those who take part in it. */
export interface Attempt {
  readonly tables: Tables
  readonly diagnostics: Diagnostic[]
  readonly blocks: BlockCall[]
  readonly sections: BlockCall[]
  /** The number of the tag that runs; -1 before the first. */
  current: number
  steps: number
  /** Why a file was not to be had, when that ended the run. */
  refusal?: Diagnostic
  /** Set when the page does more than a page can mean. */
  overload?: TooMuchWork
}

/** More work than a page can mean. */
export class TooMuchWork extends Error {}

/** A fresh start. */
export function startAttempt(): Attempt {
  const tables = { segments: [], tags: [] }
  return { tables, diagnostics: [], blocks: [], sections: [], current: -1, steps: 0 }
}

/* oxlint-disable no-param-reassign -- an attempt is there to be written to */

/** Notes that a tag runs. Ends a run that never ends by itself. */
export function step(attempt: Attempt, tag: number): void {
  attempt.steps += 1
  attempt.current = tag
  if (attempt.steps <= STEPS) return
  attempt.overload = new TooMuchWork(`expected at most ${STEPS} steps, found more`)
  throw attempt.overload
}

/** Notes why a file was not to be had. */
export function refuse(attempt: Attempt, diagnostic: Diagnostic): void {
  attempt.refusal = diagnostic
}
/* oxlint-enable no-param-reassign */
