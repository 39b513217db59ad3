import type { Place } from './diagnostic.ts'

/** A part of a page that checks look at, with the place where its author wrote it. Noted only when somebody asks. */
export type PageElement = { readonly at: Place } & ElementContent

/** What stands there. */
export type ElementContent =
  /** `text` is what a screen reader says: with alternative texts and labels. */
  | {
      readonly kind: 'link'
      readonly written: string
      readonly text: string
      /** What is in it is a picture: its alternative text is the text of the link. */
      readonly hasImage?: boolean
      /** Of the address alone, where it is known. */
      readonly target?: Place
    }
  /** `alt` is undefined when there is no alternative text at all; '' in HTML says that none is needed. */
  | {
      readonly kind: 'image'
      readonly written: string
      readonly alt?: string
      readonly target?: Place
      readonly html: boolean
    }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** A table of which no header says anything. */
  | { readonly kind: 'bare-table' }
  /** An attribute of raw HTML that names a file, or the id of another element. */
  | {
      readonly kind: 'attribute'
      readonly tag: string
      readonly name: string
      readonly value: string
    }
  /** A line of code with full-width punctuation in it. */
  | { readonly kind: 'code-line'; readonly language: string; readonly text: string }
  /** Something that would be a link if its brackets were not full-width. */
  | { readonly kind: 'almost-link'; readonly text: string }
  /** How much prose of each script a page has: letters of Chinese and Japanese, words of the others. */
  | { readonly kind: 'prose'; readonly scripts: { readonly [script: string]: number } }
