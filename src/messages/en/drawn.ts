// What is drawn from a text: formulas and diagrams.
import type { Said, Texts } from '../said.ts'
import { type Because, because } from './reasons.ts'

/** What is wrong in them. */
export const drawn = {
  'diagrams/not-drawn': ({ language, reason }: Texts<'language'> & Because): Said => [
    `This diagram (${language}) is shown as its source: ${because(reason)}`,
    language.toLowerCase() === 'mermaid'
      ? 'See the kinds that are drawn in docs/diagrams.md, or let a script draw it in the browser ("diagrams": "script")'
      : 'See the kinds that are drawn in docs/diagrams.md, or add a picture of it',
  ],
  'formulas/mistake': ({ reason }: Because): Said => [
    `This formula is shown as its source: ${because(reason)}`,
    'Mend the TeX; what is no formula goes into backticks, or has a backslash before its dollars',
  ],
  'formulas/never-ends': [
    'A formula begins here and nothing ends it; its dollars are shown as they are',
    'End it with $$ on a line of its own, before the next heading and in the same list item',
  ],
  'formulas/unknown-label': ({ label }: Texts<'label'>): Said => [
    `This formula refers to "${label}", and no formula of the page has that label`,
    'Add \\label{…} to the formula that is meant; labels count on one page',
  ],
} as const
