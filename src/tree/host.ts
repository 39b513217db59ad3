import type { Place } from '../core/diagnostic.ts'
import type { Node } from './node.ts'

/** Sees the tree of a page when all passes are done, before it is written as HTML: what else is made of it. */
export type SeeTree = (nodes: readonly Node[]) => void

/** What references mean is the business of the one who knows the book. */
export interface ReferenceHost {
  link(reference: Reference): ResolvedLink
  image(reference: Reference): ResolvedImage
  /** Where the file is that a browser fetches: a film, a source of pictures, a frame. Nothing is reported. */
  file(reference: Reference): string
  /** What others call the page that a reference leads to; undefined when it leads to none. Nothing is reported. */
  title?(reference: Reference): string | undefined
}

/** A link or an image as its author wrote it. */
export interface Reference {
  /** Entities and Markdown escapes decoded, percent codes kept. */
  readonly written: string
  /** Of the destination; of the whole construct when the destination is elsewhere (`[a][b]`). */
  readonly at: Place
  /** From raw HTML. */
  readonly html: boolean
  /** A link around a picture. */
  readonly picture?: boolean
  /** The reader wants the file itself, not a page that shows it. */
  readonly download?: boolean
  /** The words of the link are its address. */
  readonly bare?: boolean
}

/** Where a link leads on the built page. */
export interface ResolvedLink {
  /** Absent where the link is words alone: its page is kept from readers. */
  readonly href?: string
  /** Such as `target` and `rel`. An attribute that the author wrote wins. */
  readonly attributes?: Readonly<Record<string, string>>
}

/** Where an image is on the built page, and its size in pixels when known. */
export interface ResolvedImage {
  readonly src: string
  readonly width?: number
  readonly height?: number
  /** The same image for dark themes, where the book has one. */
  readonly dark?: string
  /** The book does not have it. */
  readonly isMissing?: true
}
