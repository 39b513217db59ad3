// What Asciidoctor says about a page, as diagnostics with a code of their own where it has one.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { Code } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { LONGEST_TEXT, LONG_TEXT } from './long-texts.ts'

type AsciidocCode = Extract<Code, `asciidoc/${string}`>

/** The groups of a pattern are called as the arguments of its code. */
const KNOWN: readonly (readonly [pattern: RegExp, code: AsciidocCode])[] = [
  [/^unterminated (?<block>\S+) block/, 'asciidoc/unterminated-block'],
  [
    /^section title out of sequence: expected levels? (?<expected>.*), got level (?<found>\d+)/,
    'asciidoc/heading-level',
  ],
  [/^id assigned to (?<block>\S+) already in use: (?<id>.*)/, 'asciidoc/duplicate-id'],
  [
    /^callout list item index: expected (?<expected>\d+), got (?<found>\d+)/,
    'asciidoc/callout-order',
  ],
  [/^no callout found for <(?<number>\d+)>/, 'asciidoc/missing-callout'],
  [/^list item index: expected (?<expected>\S+), got (?<found>\S+)/, 'asciidoc/list-number'],
  [/^dropping cells from incomplete row/, 'asciidoc/incomplete-row'],
  [/^invalid footnote reference: (?<id>.*)/, 'asciidoc/unknown-footnote'],
  [new RegExp(`^${LONG_TEXT}`), 'asciidoc/long-text'],
  [
    /^(?:unmatched preprocessor|detected unterminated preprocessor conditional) directive: (?<condition>.*)/,
    'asciidoc/unbalanced-condition',
  ],
]

/** A message of Asciidoctor as a diagnostic. */
export function asciidocMessage(at: Place, text: string): Diagnostic {
  for (const [pattern, code] of KNOWN) {
    const match = pattern.exec(text)
    const args = code === 'asciidoc/long-text' ? { most: LONGEST_TEXT } : match?.groups
    if (match !== null) return problem(code, at, args as never)
  }
  const first = text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '')
  return problem('asciidoc/message', at, { text: first })
}
