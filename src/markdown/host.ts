import type { Place } from '../core/diagnostic.ts'

/** What a page's references mean is the caller's business. */
export interface MarkdownHost {
  link(reference: Reference): ResolvedLink
  image(reference: Reference): ResolvedImage
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
}

/** Where a link leads on the built page. */
export interface ResolvedLink {
  readonly href: string
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
}
