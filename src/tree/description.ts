import { mayBreakBefore } from './characters.ts'

const LIMIT = 200

/** A text of at most about two hundred characters, cut between words or before a Chinese or Japanese character. */
export function shorten(text: string): string {
  if (text.length <= LIMIT) return text
  let end = LIMIT
  while (end > LIMIT / 2 && text[end] !== ' ' && !mayBreakBefore(text.slice(end, end + 2))) end--
  if (end === LIMIT / 2) end = LIMIT
  // Never between the halves of a character.
  if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end--
  return `${text.slice(0, end).trimEnd()}…`
}
