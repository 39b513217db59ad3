import { oncePer } from './attempt.ts'
import type { Section } from './book.ts'

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu

/** Blocks that hold these scripts, and little else: enough to know that there is nothing to count. */
const MAYBE_RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Enough of a page to know. */
const SAMPLE = 20_000
const FEWEST_LETTERS = 8

/** The direction of a text by its letters; undefined for one with too few, or with both kinds in earnest. */
export const textDirection: (sections: readonly Section[]) => 'ltr' | 'rtl' | undefined =
  oncePer(directionOf)

function directionOf(sections: readonly Section[]): 'ltr' | 'rtl' | undefined {
  if (!sections.some(mayRunToTheLeft)) return hasLetters(sections) ? 'ltr' : undefined
  const text = sampleOf(sections)
  const rightToLeft = text.match(RIGHT_TO_LEFT)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) return undefined
  if (rightToLeft * 2 > letters) return 'rtl'
  return rightToLeft * 10 < letters ? 'ltr' : undefined
}

/** The beginning of what a page says; most pages are shorter. */
function sampleOf(sections: readonly Section[]): string {
  let text = ''
  for (const { title, text: words } of sections) {
    text += text === '' ? `${title} ${words}` : ` ${title} ${words}`
    if (text.length >= SAMPLE) return text.slice(0, SAMPLE)
  }
  return text
}

const mayRunToTheLeft = ({ title, text }: Section): boolean =>
  MAYBE_RIGHT_TO_LEFT.test(title) || MAYBE_RIGHT_TO_LEFT.test(text)

/** True when there are enough letters in the sample; stops counting there. */
function hasLetters(sections: readonly Section[]): boolean {
  let missing = FEWEST_LETTERS
  let rest = SAMPLE
  for (const { title, text } of sections)
    for (const words of [title, text]) {
      const sample = words.slice(0, rest)
      const letter = /\p{L}/gu
      while (letter.test(sample)) if (--missing === 0) return true
      // With the space behind it.
      rest = Math.max(0, rest - words.length - 1)
    }
  return false
}
