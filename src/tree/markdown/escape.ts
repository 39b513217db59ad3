// Words that Markdown would take for its own, escaped: only where it would.
import { withoutMarks } from '../../core/marked-text.ts'

/** Where Asciidoctor lets lines break after dots and dashes. */
const TYPESETTING = /([\u2014\u2026])\u200B/g
/** Formulas, code, stars that touch a word, tags, entities, and backslashes before signs. */
const SPECIAL = /`|\$(?=\$)|(?<!\s)\*|\*(?!\s)|<(?=[a-z/!?])|&(?=#?\w+;)|\\(?=[!-/:-@[-`{-~]|$)/gi
/** What opens or closes emphasis at the edge of a word. */
const EDGE = /(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}])~|~(?![\p{L}\p{N}])/gu
/** The brackets of tasks, notes and alerts, and those that a destination follows. */
const BRACKETS = /\[(?=[\^!]|[ x]\]|$)|\](?=[([:]|$)/gi

/** Which brackets could be read as those of references: some, all where references are defined, both in words of links. */
export type Brackets = 'some' | 'defined' | 'both'

/** A pair of brackets of which one is enough: `\\[` and `\\]` around it would be the signs of a formula. */
const PAIR = /(\\\[[^[\]\\]*)\\\]/g

/** Words in a line of text. */
export function escaped(text: string, brackets: Brackets = 'some'): string {
  const result = withoutMarks(text)
    .replaceAll(TYPESETTING, '$1')
    .replaceAll(SPECIAL, String.raw`\$&`)
    .replaceAll(EDGE, String.raw`\$&`)
    .replaceAll(brackets === 'some' ? BRACKETS : /[[\]]/g, String.raw`\$&`)
  return brackets === 'both' ? result : result.replaceAll(PAIR, '$1]')
}

const START = /^(?=[#>]|[-+*](?:\s|$)|[:~](?:\s|$)|:::|~~~|={2,}$|-[-|:\s]*$)/gm
const NUMBER = /^(\d{1,9})(?=[.)](?:\s|$))/gm

/** A line that begins as a heading, a quote or a list does would become one. */
export function withEscapedStart(text: string): string {
  return text.replaceAll(START, '\\').replaceAll(NUMBER, '$1\\')
}

/** The longest run of backticks in a text. */
export function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

/** A span of code: more backticks around it than in it. */
export function codeSpan(text: string): string {
  const code = withoutMarks(text).replaceAll(/\s+/g, ' ')
  if (code === '') return ''
  const fence = '`'.repeat(longestRun(code) + 1)
  const space = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return fence + space + code + space + fence
}

/** A block of code: a fence that is longer than any in it. */
export function fenced(text: string, info = ''): string {
  const code = withoutMarks(text).replace(/\n+$/, '')
  const sign = info.includes('`') ? '~' : '`'
  const longest = sign === '`' ? longestRun(code) : 2
  const fence = sign.repeat(Math.max(3, longest + 1))
  return `${fence}${info}\n${code}\n${fence}`
}

/** Lines behind the mark of a quote. */
export function quoted(text: string): string {
  return text.replaceAll(/^(?=(.?))/gm, (_all, first: string) => (first === '' ? '>' : '> '))
}

/** Lines behind an indent, but for the first. */
export function indented(text: string, width: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`)
}
