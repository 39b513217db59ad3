// What the other languages have to say too: their types are made of this.
import { commands } from './commands.ts'
import { config } from './config.ts'
import { drawn } from './drawn.ts'
import { ebooks } from './ebooks.ts'
import { markup } from './markup.ts'
import { moves } from './moves.ts'
import { pages } from './pages.ts'
import { rules } from './rules.ts'
import { site } from './site.ts'
import { structure } from './structure.ts'
import { templates } from './templates.ts'

/** The sentences of all codes. */
export const diagnostics: typeof commands &
  typeof config &
  typeof drawn &
  typeof ebooks &
  typeof markup &
  typeof moves &
  typeof pages &
  typeof rules &
  typeof site &
  typeof structure &
  typeof templates = {
  ...commands,
  ...config,
  ...drawn,
  ...ebooks,
  ...markup,
  ...moves,
  ...pages,
  ...rules,
  ...site,
  ...structure,
  ...templates,
}

/** What is said of further places. */
export const notes = {
  'first-defined': 'First defined here',
  'first-here': 'The first is here',
  'first-listed': 'First listed here',
  'conflict-end': 'The conflict ends here',
  'first-of-two': 'The first of the two',
} as const
