// The only door to re2js: expressions that an author wrote are compared in a time that grows with the text, whatever they
// are. The engine of JavaScript tries every way in which a text could match. Loaded by a book that has some.
import { createRequire } from 'node:module'
import type * as Re2 from 're2js'

const require = createRequire(import.meta.url)

/** Tests a whole text; undefined when the expression is none, or looks around or back. */
export function wholePattern(source: string): ((text: string) => boolean) | undefined {
  const { RE2JS } = require('re2js') as typeof Re2
  try {
    const pattern = RE2JS.compile(source)
    return (text) => pattern.matches(text)
  } catch {
    return undefined
  }
}
