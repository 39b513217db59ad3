// What the other languages have to say too: their types are made of this.
import { pages } from './pages.ts'
import { site } from './site.ts'
import { structure } from './structure.ts'
import { templates } from './templates.ts'

/** The sentences of all codes. */
export const diagnostics: typeof pages & typeof site & typeof structure & typeof templates = {
  ...pages,
  ...site,
  ...structure,
  ...templates,
}

/** What is said of further places. */
export const notes = {
  'first-defined': 'First defined here',
  'first-here': 'The first is here',
  'first-of-two': 'The first of the two',
} as const
