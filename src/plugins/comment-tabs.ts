// Tabs of docsify: comments around them, and a heading or another comment at the beginning of each. They become blocks, on
// the same lines.
import type { Range } from '../core/range.ts'
import { tagValue } from '../template/tag-value.ts'

/** A line, and whether it may mean something: it is no code, and no part of a longer comment. */
interface Line {
  readonly text: string
  readonly isFree: boolean
}

const START = /^([ \t]*)<!--[ \t]*tabs:[ \t]*start[ \t]*-->[ \t]*$/i
const END = /^([ \t]*)<!--[ \t]*tabs:[ \t]*end[ \t]*-->[ \t]*$/i
const NAMED = /^[ \t]*<!--[ \t]*tab:[ \t]*(\S.*?)[ \t]*-->[ \t]*$/i
const BOLD = /^[ \t]*#{1,6}[ \t]+(?:\*\*|__)(\S.*?)(?:\*\*|__)[ \t]*$/
const HEADING = /^[ \t]*(#{1,6})[ \t]+(\S.*?)[ \t]*$/

/**
 * `<!-- tabs:start -->` … `<!-- tabs:end -->` as blocks. A tab begins with a comment (`<!-- tab:Title -->`) or a bold
 * heading; where there is none of either, with each heading that is as high as the first.
 */
export function commentsAsTabs(text: string, code: readonly Range[]): string {
  const lines = linesOf(text, code)
  const made: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const start = match(lines[at], START)
    const end =
      start === undefined ? -1 : lines.findIndex((line, index) => index > at && match(line, END))
    if (start === undefined || end < 0) {
      made.push(lines[at]?.text ?? '')
      // Without an end no later one has any.
      if (start !== undefined)
        return [...made, ...lines.slice(at + 1).map((line) => line.text)].join('\n')
      continue
    }
    made.push(...tabsOf(lines.slice(at, end + 1), start[1] ?? ''))
    at = end
  }
  return made.join('\n')
}

function linesOf(text: string, code: readonly Range[]): readonly Line[] {
  let from = 0
  let next = 0
  return text.split('\n').map((line) => {
    const first = from + line.length - line.trimStart().length
    while ((code[next]?.to ?? Infinity) <= first) next += 1
    const range = code[next]
    // A comment that begins the line is looked at by itself.
    const isFree = range === undefined || range.from >= first
    from += line.length + 1
    return { text: line, isFree }
  })
}

function match(line: Line | undefined, mark: RegExp): RegExpExecArray | undefined {
  return line?.isFree === true ? (mark.exec(line.text) ?? undefined) : undefined
}

/** The lines from the start to the end, with tags in the place of marks; as they are when no tab begins. */
function tabsOf(lines: readonly Line[], indent: string): readonly string[] {
  const title = titleMark(lines)
  if (title === undefined) return lines.map(({ text }) => text)
  let open = false
  return lines.map((line, index) => {
    if (index === 0) return `${indent}{% tabs %}`
    const before = indent + (open ? '{% endtab %}' : '')
    if (index === lines.length - 1) return `${before}{% endtabs %}`
    const name = title(line)
    if (name === undefined) return line.text
    open = true
    return `${before}{% tab title="${tagValue(name)}" %}`
  })
}

/** What begins the tabs of this place. */
function titleMark(lines: readonly Line[]): ((line: Line) => string | undefined) | undefined {
  for (const mark of [NAMED, BOLD])
    if (lines.some((line) => match(line, mark))) return (line) => match(line, mark)?.[1]
  const first = lines.map((line) => match(line, HEADING)?.[1]).find((level) => level !== undefined)
  if (first === undefined) return undefined
  return (line) => {
    const found = match(line, HEADING)
    return found?.[1] === first ? found[2] : undefined
  }
}
