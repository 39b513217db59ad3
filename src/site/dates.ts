// When a page was last changed and how long it takes to read, in the words of its language. Both are the same on
// every machine: the language is that of the book and the time zone is UTC.
import type { PageResult } from '../core/book.ts'
import type { Labels } from './view.ts'

/** A day for machines and for people. */
export interface Updated {
  /** `2026-03-01` */
  readonly iso: string
  readonly text: string
}

const WORDS_A_MINUTE = 220
const CHARACTERS_A_MINUTE = 400
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu

/** The day of an ISO date in UTC. */
export function updatedOn(when: string, language: string): Updated {
  const date = new Date(when)
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return { iso: date.toISOString().slice(0, 10), text: format.format(date) }
}

/** Minutes to read a page, rounded. */
export function readingMinutes({ sections }: Pick<PageResult, 'sections'>): number {
  let minutes = 0
  for (const { text, title } of sections)
    for (const piece of [title, text]) {
      const characters = piece.match(CJK)?.length ?? 0
      const words = (characters > 0 ? piece.replaceAll(CJK, ' ') : piece).match(WORD)?.length ?? 0
      minutes += characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE
    }
  return Math.round(minutes)
}

/** '5 min read'; undefined for a page that is read before one has wondered. */
export function readingTime(
  result: Pick<PageResult, 'sections'>,
  labels: Labels,
): string | undefined {
  const minutes = readingMinutes(result)
  return minutes < 2 ? undefined : labels['readingTime']?.replace('{count}', String(minutes))
}
