// The words of expressions.

/** A word of an expression. */
export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  /** Where it ends. */
  readonly to: number
}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(\d+(?:\.\d+)?)|([\p{L}_$][\p{L}\p{M}\p{N}_$]*)|([=!]==?|[<>]=|\/\/|\*\*|&&|\|\||\?[?.]|[\s\S]))/uy

/** The word that begins at an offset, white space left out. */
export function tokenAt(text: string, from: number): Token {
  TOKEN.lastIndex = from
  const found = TOKEN.exec(text)
  if (found === null) return { kind: 'end', text: '', to: text.length }
  const to = TOKEN.lastIndex
  const [, string, number, name, sign = ''] = found
  if (string !== undefined) return { kind: 'string', text: unescaped(string.slice(1, -1)), to }
  if (number !== undefined) return { kind: 'number', text: number, to }
  if (name !== undefined) return { kind: 'name', text: name, to }
  return sign.trim() === '' ? { kind: 'end', text: '', to } : { kind: 'sign', text: sign, to }
}

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r' }

/** A text between quotes with its escapes read. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (_, letter: string) => ESCAPES[letter] ?? letter)
}
