// Queries drawn from the text of a book, always the same ones for the same book, and what a right answer is.
import { randomNumbers } from '../bench/random.ts'

/** A page as the judge sees it: everything a reader can read on it. */
export interface JudgedPage {
  readonly url: string
  readonly title: string
  /** Of its sections, as text is. */
  readonly headings: readonly string[]
  /** Title, headings and text, folded in the judge's own plain way. */
  readonly text: string
}

/** Queries of four kinds. */
export interface Samples {
  /** Words of two characters and more that ICU's dictionary finds in the text. */
  readonly chineseWords: readonly string[]
  /** Runs of two to six Chinese characters, cut anywhere. */
  readonly chinese: readonly string[]
  /** Whole words of four letters and more. */
  readonly words: readonly string[]
  /** Words with one letter wrong, missing, too many or exchanged, each with the word that was meant. */
  readonly typos: readonly { readonly typed: string; readonly meant: string }[]
}

/** Case, width and white space folded, nothing else: not the tokenizer that is being judged. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
}

/** 'zh' or 'en' when a text is mostly Chinese or written in Latin letters, else undefined. */
export function languageOf(text: string): 'zh' | 'en' | undefined {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  if (kana <= han / 20 && han > letters / 10) return 'zh'
  return count(/[a-z]/g) > letters * 0.9 ? 'en' : undefined
}

/** Draws at most `count` different queries of each kind. */
export function drawSamples(pages: readonly JudgedPage[], count: number): Samples {
  const random = randomNumbers()
  const below = (limit: number): number => Math.floor(random() * limit)
  const runs = pages.flatMap(({ text }) => text.match(/\p{Script=Han}{2,}/gu) ?? [])
  const words = pages.flatMap(
    ({ text }) => text.match(/(?<![\p{L}\d_])[a-z]{4,}(?![\p{L}\d_])/gu) ?? [],
  )
  const draw = (pick: () => string): readonly string[] => {
    const drawn = new Set<string>()
    for (let tries = 0; tries < count * 20 && drawn.size < count; tries += 1) drawn.add(pick())
    return [...drawn].filter((text) => text !== '')
  }
  const chinese = draw(() => {
    const run = Array.from(runs[below(runs.length)] ?? '')
    const length = Math.min(run.length, 2 + below(5))
    const from = below(run.length - length + 1)
    return run.slice(from, from + length).join('')
  })
  const drawnWords = draw(() => words[below(words.length)] ?? '')
  const typos = drawnWords
    .filter((word) => word.length >= 5)
    .map((word) => ({ typed: mistype(word, below), meant: word }))
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const chineseWords = draw(() => {
    const found = [...segmenter.segment(runs[below(runs.length)] ?? '')]
      .map(({ segment }) => segment)
      .filter((word) => word.length >= 2)
    return found[below(found.length)] ?? ''
  })
  return { chineseWords, chinese, words: drawnWords, typos }
}

/** One edit: a letter exchanged with the next, left out, doubled into another, or replaced. */
function mistype(word: string, below: (limit: number) => number): string {
  const at = below(word.length)
  const letter = String.fromCharCode(97 + below(26))
  const forms = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    at + 1 < word.length
      ? word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
      : word.slice(0, -1),
  ]
  const typed = forms[below(forms.length)] ?? word
  return typed === word ? word.slice(0, -1) : typed
}
