// The only door to the parser of AsciiMath, in which AsciiDoc writes formulas where a page does not say that it is TeX.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

interface AsciiMath {
  toTex(text: string): string
}

let engine: AsciiMath | undefined

/** The parser takes minutes for what no author writes: its work grows with the square of a formula's length. */
const LONGEST = 5000

/** AsciiMath as TeX; what is longer than any formula is given back as it is. */
export function texOf(asciimath: string): string {
  if (asciimath.length > LONGEST) return asciimath
  if (engine === undefined) {
    const library = require('asciimath-parser') as {
      readonly AsciiMath: new (options: object) => AsciiMath
    }
    engine = new library.AsciiMath({ display: false })
  }
  return engine.toTex(plain(asciimath))
}

/** What braces belong to when they only hold it together: the second argument of the last ones, too. */
const TAKES_ONE =
  /(?:[_^/]|\b(?:sqrt|root|frac|stackrel|overset|underset|hat|bar|overline|vec|dot|ddot|tilde|ul|underline|underbrace|overbrace|cancel|abs|norm|floor|ceil|bb|bbb|cc|tt|fr|sf|text|mbox))\s*$/
const TAKES_TWO = /\b(?:root|frac|stackrel|overset|underset)\s*$/
/** How far from a brace its word is looked for: to look through the whole formula for each would take forever in long ones. */
const NEAR = 32

/**
 * AsciiMath takes TeX's spelling of names (`\frac`), and braces around an argument show nothing there (`x_{ij}`); the parser
 * knows neither.
 */
function plain(asciimath: string): string {
  const text = asciimath.replaceAll(/\\(?=[a-z])/gi, '')
  const open: number[] = []
  const beginnings = new Map<number, number>()
  const around = new Map<number, string>()
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index)
    const from = brace === '}' ? open.pop() : undefined
    if (from === undefined) continue
    beginnings.set(index, from)
    if (isArgument(text, { from, to: index }, beginnings)) around.set(from, '(').set(index, ')')
  }
  return text.replaceAll(/[{}]/g, (brace, at: number) => around.get(at) ?? brace)
}

function isArgument(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  beginnings: ReadonlyMap<number, number>,
): boolean {
  const before = text.slice(Math.max(0, from - NEAR), from)
  if (TAKES_ONE.test(before) || /^\s*\//.test(text.slice(to + 1, to + 1 + NEAR))) return true
  const first = beginnings.get(from - 1 - (before.length - before.trimEnd().length))
  return first !== undefined && TAKES_TWO.test(text.slice(Math.max(0, first - NEAR), first))
}
