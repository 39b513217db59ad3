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
  return engine.toTex(asciimath)
}
