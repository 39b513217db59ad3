// What is said of a book on its title page and in its metadata.
import { scalarText } from '../core/json.ts'
import { createHash } from 'node:crypto'
import type { Config, Space } from '../core/book.ts'
import { bookTitle } from '../site/book-title.ts'
import type { BookRead } from '../pipeline/book-read.ts'
import { xmlDate } from '../site/metadata/xml.ts'

/** What is said of a book. */
export interface About {
  readonly title: string
  readonly authors: readonly string[]
  readonly description?: string
  readonly publisher?: string
  /** A year, a month or a day. */
  readonly published?: string
  readonly series?: string
  readonly seriesIndex?: string
  readonly isbn?: string
  /** A URN that is the same for every edition of this book in this language. */
  readonly identifier: string
  /** When it changed last, as XML writes times; the same wherever it is made. */
  readonly modified: string
}

/** Their names in one line, as the language of the book joins them. */
export function authorsLine(authors: readonly string[], language: string): string {
  return authors.join(/^(?:zh|ja)\b/i.test(language) ? '、' : ', ')
}

/** Before anybody made books with this program: for books of which nobody knows when they changed. */
export const NO_DATE = '2000-01-01T00:00:00Z'

/** What is known of one space of a book. */
export function aboutOf(read: BookRead, space: Space, firstTitle: string | undefined): About {
  const { config } = space
  const kept = read.book.choice === 'book' ? undefined : read.names?.repository
  const title = bookTitle(space, read.results.get(space.readme), kept) ?? firstTitle ?? 'Book'
  const isbn = isbnOf(config.isbn)
  const names = [read.siteUrl, title, config.author, config.language, space.id]
  return {
    title,
    authors: (config.author ?? '').split(/\s*[&;]\s*/).filter((name) => name !== ''),
    ...moreAbout(config, isbn),
    identifier: isbn === undefined ? nameUuid(names) : `urn:isbn:${isbn}`,
    modified: lastChange(read, space),
  }
}

/** What need not be said of a book. */
function moreAbout({ description, raw }: Config, isbn: string | undefined): Partial<About> {
  const text = (key: string): string | undefined => scalarText(raw[key])
  const told = {
    description,
    publisher: text('publisher'),
    published: /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text('pubdate') ?? '')?.[0],
    series: text('series'),
    seriesIndex: /^\d+(?:\.\d+)?$/.exec(text('seriesIndex') ?? '')?.[0],
    isbn,
  }
  const known = Object.entries(told).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(known)
}

function isbnOf(written: string | undefined): string | undefined {
  const digits = written?.replaceAll(/[^\dXx]/g, '').toUpperCase() ?? ''
  return /^(?:\d{9}[\dX]|\d{13})$/.test(digits) ? digits : undefined
}

/** A UUID made of names (RFC 9562, version 8). */
function nameUuid(names: readonly (string | undefined)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/** The last day on which a page of the space changed, as git knows it. */
function lastChange({ dates, results }: BookRead, { root }: Space): string {
  const known = [...results.keys()]
    .filter((path) => path.startsWith(root))
    .map((path) => xmlDate(dates.get(path)) ?? '')
  return known.reduce((a, b) => (a > b ? a : b), '') || NO_DATE
}
