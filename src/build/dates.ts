// When the pages of a book changed last: what the caller says, else what git says of the folder that the book is in.
import path from 'node:path'
import type { Book } from '../core/book.ts'
import type { Outcome } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { gitDates } from '../files/git-dates.ts'
import { shallowClone } from '../site/theme-problems.ts'
import type { BuildRequest } from './built.ts'

/** ISO dates by page. */
export type PageDates = Outcome<ReadonlyMap<BookPath, string>>

const NONE: PageDates = { value: new Map(), diagnostics: [] }

/** Asks git once, unless nobody wants to know: neither readers nor a feed nor the sitemap. */
export async function pageDates(request: BuildRequest, book: Book): Promise<PageDates> {
  if (request.dates !== undefined) return { value: request.dates, diagnostics: [] }
  const { raw, siteUrl, theme } = book.config
  const [first] = book.editions
  const wanted = theme.dates || raw['feed'] === true || siteUrl !== undefined
  if (first === undefined || !wanted) return NONE
  const location = request.files.location(first.readme)
  if (location === undefined) return NONE
  const found = await gitDates(bookFolder(location, first.readme))
  return { value: found.dates, diagnostics: found.shallow ? [shallowClone()] : [] }
}

/** The folder below which paths of the book lie, from the place of one of its files. */
function bookFolder(location: string, file: BookPath): string {
  return path.resolve(location, ...file.split('/').map(() => '..'))
}
