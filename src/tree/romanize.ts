// Other scripts in Latin letters, as GitBook.com has them in the ids of headings and in addresses: Chinese one syllable a
// character, without tones. The table is loaded with the first heading that needs it.
import { NotLoaded } from '../core/not-loaded.ts'
import { latinOfKana } from './kana.ts'

let toLatin: ((text: string) => string) | undefined

/** Loads the table for those who cannot wait for it. */
export async function loadReadings(): Promise<void> {
  if (toLatin === undefined) await loadTable()
}

/** Is there anything in it that is read in Latin letters? */
export function hasReadings(text: string): boolean {
  return !JAPANESE.test(text) && text.search(READ) >= 0
}

async function loadTable(): Promise<void> {
  toLatin = (await import('any-ascii')).default
}

const HAN = /\p{Script=Han}/u
/** Letters of which accents alone do not make letters of English. */
const READ =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Greek}ÆæÐðØøÞþßĐđĦħıŁłŊŋŒœ]/gu
/** Japanese reads the signs of Chinese in other ways. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const ACCENTS = /[\u0300-\u036F]/g

/** Readings that GitBook.com takes from another table. */
const READINGS: { readonly [sign: string]: string } = { 长: 'chang', х: 'h', ц: 'c', χ: 'h' }

/** The sounds of a syllable of Korean as they are spelled, in the order of Unicode. */
const HANGUL = {
  first: 'g gg n d dd r m b bb s ss  j jj c k t p h'.split(' '),
  middle: 'a ae ya yae eo e yeo ye o wa wae oe yo u weo we wi yu eu yi i'.split(' '),
  last: ' g gg gs n nj nh d l lg lm lb ls lt lp lh m b bs s ss ng j c k t p h'.split(' '),
} as const

/** A text in Latin letters, every sign of Chinese as a syllable between spaces; undefined for one that has them already. */
export function romanized(text: string): string | undefined {
  if (!hasReadings(text)) return undefined
  const table = toLatin
  if (table === undefined) throw new NotLoaded(loadTable)
  return text
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(READ, (sign) => {
      const reading = READINGS[sign] ?? korean(sign) ?? table(sign).toLowerCase()
      return HAN.test(sign) ? ` ${reading} ` : reading
    })
}

/** A text as GitBook.com reads it: it knows no Korean, and of Japanese the syllables alone. What else it cannot read stays. */
export function readable(text: string): string {
  if (JAPANESE.test(text)) return latinOfKana(text).replaceAll(/[^\0-\x7f]+/g, '')
  const known = text.replaceAll(/\p{Script=Hangul}+/gu, ' ')
  return romanized(known) ?? known
}

/** How one character of Chinese is read; `''` while the table is not loaded. */
export function readingOf(character: string): string {
  return READINGS[character] ?? toLatin?.(character).toLowerCase() ?? ''
}

/** A syllable of Korean; undefined for all else. */
function korean(sign: string): string | undefined {
  const index = (sign.codePointAt(0) ?? 0) - 0xac_00
  if (index < 0 || index > 11_171) return undefined
  const { first, middle, last } = HANGUL
  const sounds = Math.floor(index / last.length)
  const parts = [
    first[Math.floor(sounds / middle.length)],
    middle[sounds % middle.length],
    last[index % last.length],
  ]
  return parts.join('')
}
