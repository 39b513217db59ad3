// What blocks of a page are beyond the HTML that shows them, and the texts that nodes point into.
import type { Place } from '../core/diagnostic.ts'

/** A piece of text that was read as one: a line of a paragraph, a block of HTML, a block of code, a whole page. */
export interface Source {
  /** How its words are put together: white space of HTML means nothing, that of the others stays. */
  readonly kind: 'markdown' | 'html' | 'code'
  /** Where a part of it was written. */
  place(from: number, to: number): Place
}

/** A block of code. */
export interface CodeFacts {
  readonly block: 'code'
  /** As written; '' when its author did not say. */
  readonly language: string
  /** All that stands behind the fence. */
  readonly info?: string
  /** What readers see of it. */
  readonly text: string
  /** What its author wrote, where that is more: signs of differences, comments that mark lines. */
  readonly written?: string
  readonly title?: string
  readonly source: Source
  /** The lines of the page that hold it: the number of the first, from 0, and the one after the last. */
  readonly lines?: readonly [number, number]
}

/** A note, a warning and the like. */
export interface CalloutFacts {
  readonly block: 'callout'
  readonly callout: string
  readonly title: string
  /** Its author gave it that title: the kind does not say it. */
  readonly isTitled?: true
}

/** A formula. */
export interface MathFacts {
  readonly block: 'math'
  /** TeX, without the signs around it. */
  readonly tex: string
  /** On lines of its own; other formulas are part of a line, `isInText` between words of a paragraph. */
  readonly display: boolean
  readonly isInText?: true
  readonly source: Source
}
