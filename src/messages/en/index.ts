import type { Messages } from '../messages.ts'
import { diagnostics, notes } from './catalog.ts'

/** English. */
export const english: Messages = {
  language: 'en',
  diagnostics,
  notes,
  didYouMean: (near) => `Did you mean "${near}"?`,
}
