// The language of a text, for books that do not say theirs: by the script that it is written in, and in Latin letters by
// the small words that no language does without. A wrong guess would be worse than none, so a text that has few of them,
// or those of two languages, is left without one.
import { LATIN_WORDS } from './latin-words.ts'

/** Scripts that tell a language, by how many Latin letters one of theirs is worth. */
const SCRIPTS = {
  Han: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Thai: /\p{Script=Thai}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Georgian: /\p{Script=Georgian}/gu,
  Armenian: /\p{Script=Armenian}/gu,
} as const
type Script = keyof typeof SCRIPTS

/** One of these says as much as several letters. */
const DENSE: ReadonlySet<Script> = new Set(['Han', 'Kana', 'Hangul'])
const WEIGHT = 3
const FEWEST_LETTERS = 12

const ONE_LANGUAGE: { readonly [script in Script]?: string } = {
  Kana: 'ja',
  Hangul: 'ko',
  Hebrew: 'he',
  Greek: 'el',
  Thai: 'th',
  Devanagari: 'hi',
  Bengali: 'bn',
  Georgian: 'ka',
  Armenian: 'hy',
}

/** Common characters that the two ways of writing Chinese write differently, in the same order. */
const SIMPLIFIED =
  /[们这来时会为说国个对发经过动现后还进种样实开间关问产应体电报门书读写术网页简]/gu
const TRADITIONAL =
  /[們這來時會為說國個對發經過動現後還進種樣實開間關問產應體電報門書讀寫術網頁簡]/gu

const NO_WORDS =
  /^(?:```|~~~)[^]*?^(?:```|~~~)|`[^`\n]*`|<[^<>]*>|\bhttps?:\/\/\S+|\]\([^()\n]*\)/gm

/** So many small words, and such a part of all, say which language in Latin letters it is; the next may have half. */
const FEWEST_WORDS = 8
const LEAST_SHARE = 0.05
const AHEAD = 2

/** The tag of a language; undefined when the text is English, of no script or language in earnest, or too short. */
export function languageOfText(text: string): string | undefined {
  const words = text.replaceAll(NO_WORDS, ' ')
  const counts = new Map<Script, number>()
  for (const [script, letters] of Object.entries(SCRIPTS) as [Script, RegExp][])
    counts.set(script, count(words, letters) * (DENSE.has(script) ? WEIGHT : 1))
  // Kana says that the Han beside it is Japanese.
  const kana = counts.get('Kana') ?? 0
  if (kana * 10 > (counts.get('Han') ?? 0)) counts.set('Kana', kana + (counts.get('Han') ?? 0))
  const [script, letters] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))
  const latin = count(words, /\p{Script=Latin}/gu)
  if (latin > letters) return amongLatin(words)
  if (letters < FEWEST_LETTERS) return undefined
  return ONE_LANGUAGE[script] ?? amongNeighbors(script, words)
}

function amongLatin(text: string): string | undefined {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const found = new Map<string, number>()
  for (const word of words) {
    const language = LATIN_WORDS.get(word)
    if (language !== undefined) found.set(language, (found.get(language) ?? 0) + 1)
  }
  const [first, second] = [...found].sort((one, other) => other[1] - one[1])
  if (first === undefined || first[1] < Math.max(FEWEST_WORDS, words.length * LEAST_SHARE))
    return undefined
  // A book without a language is an English one.
  if (first[0] === 'en' || first[1] < (second?.[1] ?? 0) * AHEAD) return undefined
  return first[0]
}

/** Languages of one script, told by letters that only some of them have. */
function amongNeighbors(script: Script, words: string): string {
  const has = (letters: RegExp): boolean => count(words, letters) > 0
  if (script === 'Han')
    return count(words, TRADITIONAL) > count(words, SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans'
  if (script === 'Arabic') {
    if (has(/[ٹڈڑےں]/g)) return 'ur'
    return count(words, /[پچژگکی]/g) > count(words, /[كية]/g) ? 'fa' : 'ar'
  }
  if (count(words, /[іїєґ]/gi) > count(words, /[ыэёъ]/gi)) return has(/ў/gi) ? 'be' : 'uk'
  return has(/[ыэё]/gi) || !has(/ъ/gi) ? 'ru' : 'bg'
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}
