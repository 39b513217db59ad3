// Formulas between two dollars (`$$x^2$$`), as the plugins of GitBook read them in AsciiDoc, too. For Asciidoctor the dollars
// protect what is between them from its own marks: it shows TeX as words.
import { isIn } from '../core/range.ts'
import { asciidocCodeRanges } from './code-ranges.ts'

/** Up to the next two dollars of the paragraph. A backslash before them keeps them dollars. */
const FORMULA = /(?<![\\$])\$\$(?!\$)((?:[^$\n]|\$(?!\$)|\n(?![ \t]*(?:\n|$)))+?)\$\$(?!\$)/g
/** Dollars on lines of their own between empty lines, with the second of these. */
const BLOCK =
  /(?<=(?:^|\n)[ \t]*\n)\$\$[ \t]*\n((?:(?!\$\$)[^\n]*\S[^\n]*\n)+)\$\$[ \t]*(?:\n[ \t]*(?=\n|$)|$)/g
/** Rows of a table. */
const TABLE = /(?<=^|\n)\|={3,}[ \t]*\n[^]*?\n\|={3,}[ \t]*(?=\n|$)/g
/** What is protected without being a formula: `$$__init__$$`. */
const TEX = /\\[a-z]|[\^=<>]|[a-z0-9)}]_[a-z0-9{\\]|^\s*[a-z]\s*$/i

/** A text in which formulas are as AsciiDoc has them. Every line outside of them stays the line it was. */
export function dollarFormulas(text: string, isSure: boolean): string {
  if (!text.includes('$$')) return text
  const isTex = (tex: string): boolean => tex.trim() !== '' && (isSure || TEX.test(tex))
  // Without the empty line above it would be a part of what stands there.
  const blocks = outsideCode(text, BLOCK, ([whole, tex = '']) =>
    isTex(tex) ? `[latexmath]\n++++\n${tex}++++` : whole,
  )
  const tables = [...blocks.matchAll(TABLE)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
  return outsideCode(blocks, FORMULA, ([whole, tex = ''], at) => {
    if (!isTex(tex) || tex.endsWith('\\')) return whole
    const made = `latexmath:[${tex.replaceAll(']', '\\]')}]`
    return isIn(tables, at) ? made.replaceAll(/(?<!\\)\|/g, '\\|') : made
  })
}

function outsideCode(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpMatchArray, at: number) => string,
): string {
  const code = asciidocCodeRanges(text)
  let made = ''
  let done = 0
  let next = 0
  for (const match of text.matchAll(pattern)) {
    const to = match.index + match[0].length
    while ((code[next]?.to ?? Infinity) <= match.index) next += 1
    if ((code[next]?.from ?? Infinity) < to) continue
    made += text.slice(done, match.index) + replace(match, match.index)
    done = to
  }
  return made + text.slice(done)
}
