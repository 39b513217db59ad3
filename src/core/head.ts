// What a book adds to the head of its pages.
import type { Place } from './diagnostic.ts'
import type { BookPath } from './path.ts'

/** A script of the configuration. */
export interface ScriptEntry {
  readonly src: string
  readonly attributes: { readonly [name: string]: string }
  readonly at: Place
}

/** What draws diagrams in browsers. */
export interface DiagramScript {
  /** A path of the book, or an address. */
  readonly written: string
  readonly at: Place
  /** The file, once it is found. */
  readonly file?: BookPath
}

/** An element of a head. */
export interface HeadElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** What stands between its tags. */
  readonly text?: string
}
