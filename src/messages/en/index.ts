// English: the first of the languages, and the type of all others.
import type { Messages } from '../messages.ts'
import { structure } from './structure.ts'

/** The sentences of all codes. */
export const diagnostics: typeof structure = { ...structure }

/** What is said of further places. */
export const notes = {
  'first-defined': 'First defined here',
} as const

/** English. */
export const english: Messages = {
  language: 'en',
  diagnostics,
  notes,
  didYouMean: (near) => `Did you mean "${near}"?`,
}
