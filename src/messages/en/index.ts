import type { Messages } from '../messages.ts'
import { diagnostics, notes } from './catalog.ts'
import { failures } from './failures.ts'
import { help } from './help.ts'
import { words } from './words.ts'

/** English. */
export const english: Messages = {
  language: 'en',
  diagnostics,
  notes,
  didYouMean: (near) => `Did you mean "${near}"?`,
  failures,
  words,
  help,
}
