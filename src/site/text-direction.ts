import type { Section } from '../core/book.ts'

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu

/** Enough of a page to know. */
const SAMPLE = 20_000

/** The direction of a text by its letters; undefined for one with too few, or with both kinds in earnest. */
export function textDirection(sections: readonly Section[]): 'ltr' | 'rtl' | undefined {
  const text = sections
    .map(({ title, text: words }) => `${title} ${words}`)
    .join(' ')
    .slice(0, SAMPLE)
  const rightToLeft = text.match(RIGHT_TO_LEFT)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 8) return undefined
  if (rightToLeft * 2 > letters) return 'rtl'
  return rightToLeft * 10 < letters ? 'ltr' : undefined
}
