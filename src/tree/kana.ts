// The syllables of Japanese in Latin letters, after Hepburn, as GitBook.com has them in the ids of headings: it writes long
// vowels with a bar above, and loses letters with bars.

const ROWS: { readonly [consonant: string]: string } = {
  '': 'あいうえお',
  k: 'かきくけこ',
  g: 'がぎぐげご',
  s: 'さしすせそ',
  z: 'ざじずぜぞ',
  t: 'たちつてと',
  d: 'だぢづでど',
  n: 'なにぬねの',
  h: 'はひふへほ',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
  m: 'まみむめも',
  y: 'や　ゆ　よ',
  r: 'らりるれろ',
  w: 'わゐ　ゑを',
}
const VOWELS = 'aiueo'

const READINGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ROWS).flatMap(([consonant, row]) =>
    row
      .split('')
      .map((kana, index): [string, string] => [kana, `${consonant}${VOWELS[index] ?? ''}`]),
  ),
  ...Object.entries({ し: 'shi', じ: 'ji', ち: 'chi', ぢ: 'ji', つ: 'tsu', づ: 'zu', ふ: 'fu' }),
  ...Object.entries({ ん: 'n', ゔ: 'vu', ゎ: 'wa', ゕ: 'ka', ゖ: 'ke' }),
])
/** They change the vowel of the syllable before them. */
const SMALL: { readonly [kana: string]: string } = {
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
}

const KATAKANA = /[ァ-ヶ]/g
const TO_HIRAGANA = 0x60
const SYLLABLE = /([ぁ-ゖ])([ぁぃぅぇぉゃゅょ]?)(ー?)/g
/** A small `tsu` doubles the consonant behind it. */
const DOUBLED = /っ([a-z])/g

/** A text with its kana in Latin letters; all else stays as it is. */
export function latinOfKana(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(KATAKANA, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - TO_HIRAGANA))
    .replaceAll(SYLLABLE, (_all, kana: string, small: string, long: string) => {
      const reading = READINGS.get(kana) ?? SMALL[kana] ?? kana
      const said = small === '' ? reading : withSmall(reading, SMALL[small] ?? '')
      return long === '' ? said : said.slice(0, -1)
    })
    .replaceAll(DOUBLED, (_all, next: string) => (next === 'c' ? 'tc' : next + next))
}

/** `shi` with `ya` is `sha`, `ki` with it `kya`, `fu` with `a` is `fa`, `u` with `i` is `wi`. */
function withSmall(reading: string, small: string): string {
  const consonant = reading === 'u' ? 'w' : reading.slice(0, -1)
  return consonant + (/(?:sh|ch|j)$/.test(consonant) ? small.replace('y', '') : small)
}
