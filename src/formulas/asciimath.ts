// The only door to the parser of AsciiMath, in which AsciiDoc writes formulas where a page does not say that it is TeX.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

interface AsciiMath {
  toTex(text: string): string
}

let engine: AsciiMath | undefined

/** AsciiMath as TeX. */
export function texOf(asciimath: string): string {
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
  const before = text.slice(0, from)
  if (TAKES_ONE.test(before) || /^\s*\//.test(text.slice(to + 1))) return true
  const first = beginnings.get(before.trimEnd().length - 1)
  return first !== undefined && TAKES_TWO.test(text.slice(0, first))
}
