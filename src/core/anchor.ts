// Ids of pages that others name without naming the page.
import type { BookPath } from './path.ts'

/** An id, and what a reference without words of its own shows; '' when its author gave it no name. */
export interface Anchor {
  readonly id: string
  readonly title: string
}

/** A page that has an id that another one asks for. */
export interface AnchorHolder extends Anchor {
  readonly page: BookPath
}
