// Callouts, and what may begin one.

/** GitHub's kinds. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const

/** A kind of callout. */
export type CalloutKind = (typeof CALLOUTS)[number]

/** What a book takes for the beginning of a callout besides GitHub's marks. */
export interface QuoteMarks {
  /** Bold words in small letters, and the kind that each means. */
  readonly words: ReadonlyMap<string, CalloutKind>
  /** Names between square brackets, and the kind that each means. */
  readonly brackets: ReadonlyMap<string, CalloutKind>
  /** Names between `[!` and `]` beside GitHub's, in small letters. */
  readonly marks: ReadonlyMap<string, { readonly kind: CalloutKind; readonly title?: string }>
}
