// When a page was last changed and how long it takes to read, in the words of its language. Both are the same on
// every machine: the language is that of the book and the time zone is UTC.
import type { PageResult } from '../core/book.ts'
import { dayInWords } from '../core/day.ts'
import { formatDate } from '../template/run/date-format.ts'
import type { Labels } from './view.ts'

/** A day for machines and for people. */
export interface UpdateDate {
  /** `2026-03-01` */
  readonly iso: string
  readonly text: string
}

const WORDS_A_MINUTE = 220
const CHARACTERS_A_MINUTE = 400

/** The day of an ISO date in UTC, as the language writes it or by a format such as `YYYY-MM-DD HH:mm`. */
export function updatedOn(when: string, language: string, format?: string): UpdateDate {
  const date = new Date(when)
  const text = format === undefined ? dayInWords(date, language) : formatDate(date, format)
  return { iso: date.toISOString().slice(0, 10), text }
}

/** Minutes to read a page, rounded. */
export function readingMinutes({ sections }: Pick<PageResult, 'sections'>): number {
  let minutes = 0
  for (const { text, title } of sections) {
    const inTitle = countWords(title)
    const inText = countWords(text)
    minutes += (inTitle.characters + inText.characters) / CHARACTERS_A_MINUTE
    minutes += (inTitle.words + inText.words) / WORDS_A_MINUTE
  }
  return Math.round(minutes)
}

/** Characters of scripts without spaces, and words of the others; by ranges of code units, which is enough to estimate. */
function countWords(text: string): { readonly characters: number; readonly words: number } {
  let characters = 0
  let words = 0
  let before = OTHER
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const kind = kinds[unit] || (kinds[unit] = kindOf(unit))
    if (kind === CHARACTER) characters += 1
    else if (kind === IN_WORD && before !== IN_WORD) words += 1
    before = kind
  }
  return { characters, words }
}

const OTHER = 1
const IN_WORD = 2
const CHARACTER = 3

/** By code unit, as far as they were met; 0 for all others. */
const kinds = new Uint8Array(0x1_00_00)

function kindOf(unit: number): number {
  if (unit >= 0x3040 && isCjk(unit)) return CHARACTER
  return isWordPart(unit) ? IN_WORD : OTHER
}

/** Kana, Han and Hangul; of the rarer Han beyond the first plane, the first half of each pair. */
function isCjk(unit: number): boolean {
  return (
    unit <= 0x30ff ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7af) ||
    (unit >= 0xd840 && unit <= 0xd88f) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  )
}

/** Letters, digits and what stands inside words, such as an apostrophe. */
function isWordPart(unit: number): boolean {
  if (unit < 0x80) {
    const lower = unit | 0x20
    const isLetter = lower >= 0x61 && lower <= 0x7a
    return (
      isLetter || (unit >= 0x30 && unit <= 0x39) || unit === 0x27 || unit === 0x2d || unit === 0x5f
    )
  }
  if (unit === 0x2019) return true
  return unit >= 0xc0 && (unit < 0x2000 || (unit >= 0x2c00 && unit < 0x2e00))
}

/** '5 min read'; undefined for a page that is read before one has wondered. */
export function readingTime(
  result: Pick<PageResult, 'sections'>,
  labels: Labels,
): string | undefined {
  const minutes = readingMinutes(result)
  return minutes < 2 ? undefined : labels['readingTime']?.replace('{count}', String(minutes))
}
