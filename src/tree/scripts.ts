// Scripts of the languages that books are written in, by their Unicode properties.
const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Han', /\p{Script=Han}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hangul', /\p{Script=Hangul}+/gu],
  ['Cyrillic', /\p{Script=Cyrillic}+/gu],
  ['Arabic', /\p{Script=Arabic}+/gu],
  ['Hebrew', /\p{Script=Hebrew}+/gu],
  ['Greek', /\p{Script=Greek}{2,}/gu],
  ['Thai', /\p{Script=Thai}{2,}/gu],
  ['Devanagari', /\p{Script=Devanagari}+/gu],
  ['Bengali', /\p{Script=Bengali}+/gu],
]
const LATIN = /[A-Za-z\u00C0-\u024F]{2,}/g
const OTHER = /[^\0-\u024F]/

/** Adds the letters (of Chinese and Japanese) or words (of all others) of a text to the count of their script. */
export function countScripts(text: string, counts: Map<string, number>): void {
  const add = (script: string, found: number): void => {
    if (found > 0) counts.set(script, (counts.get(script) ?? 0) + found)
  }
  add('Latin', text.match(LATIN)?.length ?? 0)
  if (!OTHER.test(text)) return
  for (const [script, pattern] of SCRIPTS) add(script, text.match(pattern)?.length ?? 0)
}
