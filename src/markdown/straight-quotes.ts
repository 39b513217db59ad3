// Quotation marks that a program for typing or translating put around values of HTML and titles of links: `<a href=“a.md”>`,
// `[a](b.md “mention”)`. To HTML and to Markdown they are words. Straight ones are as long, so every place stays true.
import { codeRanges } from './code-ranges.ts'

const WORTH = /=[ \t]*[“”]|“[^“”()\n]*”\)/
/** A tag, and the target of a link. */
const HOLDER = /<[a-z][^<>\n]*>|\]\([^()\n]*\)/gi
const VALUE = /(=[ \t]*)[“”]([^“”"<>]*)[“”"]/g
const TITLE = /(?<=[ \t])“([^“”"]*)”(?=\)$)/

/** A text in which such quotes are straight, outside of code. */
export function withStraightQuotes(text: string): string {
  if (!WORTH.test(text)) return text
  const code = codeRanges(text)
  let next = 0
  return text.replaceAll(HOLDER, (written, offset: number) => {
    while ((code[next]?.to ?? Infinity) <= offset) next += 1
    if ((code[next]?.from ?? Infinity) <= offset) return written
    return written.startsWith('<')
      ? written.replaceAll(VALUE, '$1"$2"')
      : written.replace(TITLE, '"$1"')
  })
}
