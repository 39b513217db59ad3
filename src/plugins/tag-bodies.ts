// Lists that are indented below the tag that repeats them, as those who program write. Markdown would see code.
import { lineEnd } from '../core/position.ts'
import type { Range } from '../core/range.ts'

const STATEMENT_LINE =
  /^ {0,3}\{%-?[ \t]*(?:for|if|elif|else)\b(?:(?!%\})[^\n])*%\}[ \t]*\n(?= {4})/gm
const STATEMENT_LINES = /^ {0,3}(?:\{%(?:(?!%\})[^\n])*%\}[ \t]*)+$/gm
const LIST_OF_VALUES = /^ +(?:[-*+]|\d{1,9}[.)])[ \t][^\n]*\{[{%]/

/** The same lists where their tags stand. */
export function listsBelowTags(
  text: string,
  codeRanges: (text: string) => readonly Range[],
): string {
  const bodies = [...text.matchAll(STATEMENT_LINE)].map(({ 0: line, index }) => index + line.length)
  if (!bodies.some((at) => LIST_OF_VALUES.test(text.slice(at, lineEnd(text, at))))) return text
  const shown = text.replaceAll(STATEMENT_LINES, (line) => ' '.repeat(line.length))
  // What is code with the tag above it is code of its author.
  const isCode = new Set(codeRanges(text).map(({ from }) => from))
  const starts = new Set(bodies)
  let moved = ''
  let done = 0
  for (const { from, to } of codeRanges(shown)) {
    const body = text.slice(from, to)
    if (!starts.has(from) || isCode.has(from) || !LIST_OF_VALUES.test(body)) continue
    const [indent = ''] = /^ +/.exec(body) ?? []
    moved +=
      text.slice(done, from) + body.replaceAll(new RegExp(`^ {1,${indent.length}}`, 'gm'), '')
    done = to
  }
  return moved + text.slice(done)
}
