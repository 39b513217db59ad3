// A language: everything that the program says, as one value.
import type { diagnostics, notes } from './en/catalog.ts'
import type { failures } from './en/failures.ts'
import type { help } from './en/help.ts'
import type { words } from './en/words.ts'
import type { Sayings, Telling } from './said.ts'

/** The catalog of one language. */
export interface Messages {
  /** BCP 47. */
  readonly language: string
  readonly diagnostics: Sayings<typeof diagnostics>
  /** What is said of further places. */
  readonly notes: { readonly [N in Note]: string }
  readonly didYouMean: (near: string) => string
  /** Wrong usage, and failures of the world. */
  readonly failures: Sayings<typeof failures>
  /** What commands say around problems. */
  readonly words: Words
  /** What `--help` says. */
  readonly help: Help
}

export type { ValueKind } from './en/config.ts'
export type { Reason } from './en/reasons.ts'
export type { Script } from './en/rules.ts'

/** What commands say around problems. */
export type Words = Sayings<typeof words>

/** What `--help` says. */
export type Help = Sayings<typeof help>

/** Why a command did nothing. */
export type Failure = Telling<typeof failures>

/** The codes of all diagnostics. */
export type Code = keyof typeof diagnostics

/** What the sentence of a code tells; undefined when it is always the same. */
export type ArgsOf<C extends Code> = Telling<(typeof diagnostics)[C]>

/** What can be said of a further place. */
export type Note = keyof typeof notes
