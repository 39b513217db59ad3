// A language: everything that the program says, as one value.
import type { diagnostics, notes } from './en/catalog.ts'
import type { Sayings, Telling } from './said.ts'

/** The catalog of one language. */
export interface Messages {
  /** BCP 47. */
  readonly language: string
  readonly diagnostics: Sayings<typeof diagnostics>
  /** What is said of further places. */
  readonly notes: { readonly [N in Note]: string }
  readonly didYouMean: (near: string) => string
}

export type { ValueKind } from './en/config.ts'
export type { Reason } from './en/reasons.ts'
export type { Script } from './en/rules.ts'

/** The codes of all diagnostics. */
export type Code = keyof typeof diagnostics

/** What the sentence of a code tells; undefined when it is always the same. */
export type ArgsOf<C extends Code> = Telling<(typeof diagnostics)[C]>

/** What can be said of a further place. */
export type Note = keyof typeof notes
