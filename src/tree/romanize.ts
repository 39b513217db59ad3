// Chinese in Latin letters, as GitBook.com has it in the ids of headings: one syllable a character, without tones. The
// table is loaded with the first heading that needs it.
import { NotLoaded } from '../core/not-loaded.ts'

let toLatin: ((text: string) => string) | undefined

/** Loads the table for those who cannot wait for it. */
export async function loadReadings(): Promise<void> {
  if (toLatin === undefined) await loadTable()
}

/** Is there Chinese in it? */
export function hasReadings(text: string): boolean {
  return text.search(HAN) >= 0 && !OTHERS.test(text)
}

async function loadTable(): Promise<void> {
  toLatin = (await import('any-ascii')).default
}

const HAN = /\p{Script=Han}/gu
/** Japanese and Korean read the same signs in other ways. */
const OTHERS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Readings that GitBook.com takes from another table. */
const READINGS: { readonly [sign: string]: string } = { 长: 'chang' }

/** A text with Chinese in it, every character of that as a syllable between spaces; undefined for any other text. */
export function romanized(text: string): string | undefined {
  if (!hasReadings(text)) return undefined
  const table = toLatin
  if (table === undefined) throw new NotLoaded(loadTable)
  return text.replaceAll(HAN, (sign) => ` ${READINGS[sign] ?? table(sign)} `)
}
