// What the other languages have to say too: their types are made of this.
import { pages } from './pages.ts'
import { structure } from './structure.ts'
import { templates } from './templates.ts'

/** The sentences of all codes. */
export const diagnostics: typeof pages & typeof structure & typeof templates = {
  ...pages,
  ...structure,
  ...templates,
}

/** What is said of further places. */
export const notes = {
  'first-defined': 'First defined here',
  'first-here': 'The first is here',
} as const
