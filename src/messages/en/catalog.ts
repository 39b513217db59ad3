// What the other languages have to say too: their types are made of this.
import { structure } from './structure.ts'
import { templates } from './templates.ts'

/** The sentences of all codes. */
export const diagnostics: typeof structure & typeof templates = {
  ...structure,
  ...templates,
}

/** What is said of further places. */
export const notes = {
  'first-defined': 'First defined here',
} as const
