// Where code is in a text that is to be expanded.
import type { Range } from '../../core/range.ts'
import { indexAt } from '../../core/position.ts'
import type { Dialect } from './expression.ts'
import { joinedLine } from './joined-lines.ts'

/** What GitBook did with tags in code: it kept it as written, or expanded it as text of Markdown or of HTML. */
export type CodeKind = 'kept' | 'nested' | 'html' | 'inline-html'

/** A range of code. */
export interface CodeRange extends Range {
  readonly kind: CodeKind
}

/** Finds the code that covers an offset; the code must be in order. */
export function codeFinder(code: readonly CodeRange[]): (offset: number) => CodeRange | undefined {
  return (offset) => {
    const range = code[indexAt(code, offset, ({ from }) => from)]
    return range && range.from <= offset && offset < range.to ? range : undefined
  }
}

/** What belongs to a later step. Of the code of a block GitBook kept nothing as it was. */
export interface Later extends Range {
  readonly isCode?: boolean
}

/** Code, and what belongs to a later step, in order and without overlaps: both stay as they are. */
export function withLater(
  code: readonly CodeRange[],
  later: readonly Later[],
): readonly CodeRange[] {
  if (later.length === 0) return code
  const kept = later.map(({ from, to, isCode }): CodeRange => ({
    from,
    to,
    kind: isCode === true ? 'nested' : 'kept',
  }))
  const joined: CodeRange[] = []
  for (const range of [...code, ...kept].toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1)
    if (last === undefined || range.from >= last.to) joined.push(range)
    else if (range.to > last.to)
      joined[joined.length - 1] = { from: last.from, to: range.to, kind: 'kept' }
  }
  return joined
}

function isCodeLike(indent: string): boolean {
  return indent.length > 3 || indent.includes('\t')
}

const STATEMENT_LINES = /^([ \t]*)(?:\{%(?:(?!%\})[^\n])*%\}[ \t]*)+$/gm

/**
 * The code of a text, seen as Markdown sees it after the expansion: lines that hold nothing but statements are blank
 * then. A line that is indented as code is may be one of a list, or code: it is looked at as it is first.
 */
export function codeOf(
  text: string,
  read: (text: string) => readonly CodeRange[],
  dialect?: Dialect,
): readonly CodeRange[] {
  // A line that is left out altogether ends nothing, as it ends nothing where it is.
  const isKept = (from: number, line: string): boolean =>
    (dialect ?? 'nunjucks') !== 'nunjucks' &&
    joinedLine(text, { from, to: from + line.length }) !== undefined
  const blanked = (isBlank: (line: string, indent: string, at: number) => boolean): string =>
    text.replaceAll(STATEMENT_LINES, (line, indent: string, at: number) =>
      isBlank(line, indent, at) && !isKept(at, line) ? ' '.repeat(line.length) : line,
    )
  let hasCodeLike = false
  const first = blanked((_, indent) => {
    hasCodeLike ||= isCodeLike(indent)
    return !isCodeLike(indent)
  })
  const code = read(first)
  if (!hasCodeLike) return code
  const inCode = codeFinder(code)
  return read(blanked((_, indent, at) => inCode(at + indent.length) === undefined))
}
