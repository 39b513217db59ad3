// What is known of a book once its pages are rendered, for those who make something else of it than a site.
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { BookNames, SiteUrl } from '../site/metadata/site-url.ts'

/** A book with its pages rendered. */
export interface BookRead {
  readonly book: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
  /** Where the site of the book is, when somebody says. */
  readonly siteUrl: SiteUrl | undefined
  /** What the book is called where it is kept. */
  readonly names?: BookNames | undefined
  /** When files changed last, as ISO dates. */
  readonly dates: ReadonlyMap<BookPath, string>
}
