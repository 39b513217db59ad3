// Values of Typst's code: what an author wrote only ever stands in strings, so nothing of it is code.
import { closeDirections } from '../../core/bidi.ts'

/** A string. */
export function text(words: string): string {
  // Typst gives up where a link turns what is behind it.
  const safe = closeDirections(words)
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    // They would end a line of words that is spread over its width.
    .replaceAll(/[\u2028\u2029]/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`)
  return `"${safe}"`
}

/** A block of code whose values are joined. */
export function joined(values: readonly string[]): string {
  const used = values.filter((value) => value !== '')
  return used.length === 0 ? '[]' : `{${used.join(';')}}`
}

/** A call of a function; named arguments without a value are left out. */
export function call(
  name: string,
  named: { readonly [argument: string]: string | number | boolean | undefined },
  ...values: readonly string[]
): string {
  const told = Object.entries(named)
    .filter(([, value]) => value !== undefined)
    .map(([argument, value]) => `${argument}: ${String(value)}`)
  return `${name}(${[...told, ...values].join(', ')})`
}

/** A list of values; one alone needs its comma. */
export function list(values: readonly string[]): string {
  return `(${values.map((value) => `${value},`).join(' ')})`
}
