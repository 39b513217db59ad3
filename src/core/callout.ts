// Callouts, and what may begin one.

/** GitHub's kinds. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const

/** A kind of callout. */
export type CalloutKind = (typeof CALLOUTS)[number]

/** What is no note of the styles of hints, of Bootstrap and after `:::`. */
const KINDS: { readonly [style: string]: CalloutKind } = {
  tip: 'tip',
  success: 'tip',
  important: 'important',
  warning: 'warning',
  working: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
}

/** What is a note under other names. */
const NOTES = ['info', 'note', 'default', 'primary', 'secondary', 'quote', 'question', 'abstract']

/** Every style of a callout, the usual names of a note first. */
export const CALLOUT_STYLES: readonly string[] = [...NOTES, ...Object.keys(KINDS)]

/** The kind of callout that a style means, in any case; undefined for what is none. */
export function kindOfStyle(style: string): CalloutKind | undefined {
  const name = style.toLowerCase()
  return NOTES.includes(name) ? 'note' : KINDS[name]
}

/** What a book takes for the beginning of a callout besides GitHub's marks. */
export interface QuoteMarks {
  /** Bold words in small letters, and the kind that each means. */
  readonly words: ReadonlyMap<string, CalloutKind>
  /** Names between square brackets, and the kind that each means. */
  readonly brackets: ReadonlyMap<string, CalloutKind>
  /** Names between `[!` and `]` beside GitHub's, in small letters. */
  readonly marks: ReadonlyMap<string, { readonly kind: CalloutKind; readonly title?: string }>
  /** Words that are a small heading or begin one before two colons, in small letters, and the kind that each means. */
  readonly headings: ReadonlyMap<string, CalloutKind>
}
