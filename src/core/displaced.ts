// Pages whose address another page has.
import type { BookPath, OutputPath } from './path.ts'

/** Where pages lie that cannot lie where their name says, and what lies there. */
export interface DisplacedPages {
  readonly [path: string]: { readonly output: OutputPath; readonly first: BookPath }
}
