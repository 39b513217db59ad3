import type { BookPath } from './path.ts'

/** The text of a page that no file holds. */
export interface MadePage {
  readonly text: string
  /** What it is made of: whatever is wrong in the page is wrong there. */
  readonly from: BookPath
}
