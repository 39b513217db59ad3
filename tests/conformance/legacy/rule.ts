import type { Contents } from '../../support/build-book.ts'

/** Something that a page of the built book must be or have. */
export interface PageFacts {
  /** The content, or parts of it, in order. */
  readonly has?: readonly string[]
  readonly lacks?: readonly string[]
  /** What `<title>` says. */
  readonly title?: string
  /** Ids of the headings, in order. */
  readonly ids?: readonly string[]
  /** Addresses of the links in the content, anchors of headings left out. */
  readonly links?: readonly string[]
  /** Parts of the whole page. */
  readonly page?: readonly string[]
  readonly pageLacks?: readonly string[]
}

/** One rule of the formats that old books rely on: a small book, and what must be true of its site. */
export interface Rule {
  readonly id: `legacy/${string}`
  readonly says: string
  readonly book: Contents
  /** All pages of the site, `.html` left out. */
  readonly pages?: readonly string[]
  /** Rows of the menu on the first page: `level title path`; `# title` for parts, `---` for lines. */
  readonly menu?: readonly string[]
  readonly on?: { readonly [page: string]: PageFacts }
  /** Files that are copied. */
  readonly copied?: readonly string[]
  readonly notCopied?: readonly string[]
  /** Codes of all warnings and errors. */
  readonly problems?: readonly string[]
  /** There is no site at all. */
  readonly fails?: true
}

/** A book with a start page, other files, and a SUMMARY that lists `chapters`. */
export function bookOf(files: Contents, chapters?: string): Contents {
  const summary = chapters === undefined ? {} : { 'SUMMARY.md': `# Summary\n\n${chapters}\n` }
  return { 'README.md': '# Home\n\nHello.\n', ...summary, ...files }
}

/** A book of one page. */
export function pageOf(text: string, files: Contents = {}): Contents {
  return { 'README.md': text, ...files }
}

/** A configuration. */
export function config(value: object): string {
  return JSON.stringify(value)
}
