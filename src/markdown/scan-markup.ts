// One pass over running text or raw HTML for what may hold code: code spans, comments, tags. Code spans and tags bind
// tighter than anything else in Markdown, so that nothing more has to be known of the text around them.
import type { Range } from '../core/range.ts'
import { indexAt } from '../core/position.ts'

/** A tag of raw HTML, as offsets into the source. */
export interface MarkupTag extends Range {
  /** Lower case. */
  readonly name: string
  readonly closing: boolean
  /** Stands in running text, where Markdown reads on. */
  readonly isInline: boolean
}

/** Scans ranges of the source that follow each other in one text; `spans` says whether backticks mean code. */
export type MarkupScanner = (parts: readonly Range[], ranges: boolean) => void

const STEP = /\\[\s\S]|`+|<|[^\\`<]+/y
const HTML_STEP = /<|[^<]+/y
const TAG =
  /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/y
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y

/** A scanner of one source; it hands over what it finds, and adds tags to `tags`. */
export function createMarkupScanner(
  source: string,
  found: (range: Range, what: 'span' | 'comment') => void,
  tags: MarkupTag[],
): MarkupScanner {
  return (parts, ranges) => {
    const text = parts.map(({ from, to }) => source.slice(from, to)).join('\n')
    if (!text.includes('`') && !text.includes('<')) return
    const toSource = sourceOffsets(parts)
    const closing = ranges ? closingRuns(text) : () => undefined
    const endOfComment = createFinder(text, '-->')
    const step = new RegExp(ranges ? STEP : HTML_STEP)
    for (let next = step.exec(text); next !== null; next = step.exec(text)) {
      const [piece] = next
      const at = next.index
      if (piece[0] === '`') {
        const end = closing(at, piece.length)
        if (end === undefined) continue
        found({ from: toSource(at), to: toSource(end) }, 'span')
        step.lastIndex = end
      } else if (piece === '<') {
        const markup = readMarkup(text, at, endOfComment)
        if (markup === undefined) continue
        const range = { from: toSource(at), to: toSource(markup.to) }
        if (markup.name === '') found(range, 'comment')
        else if (markup.name !== undefined)
          tags.push({ ...range, name: markup.name, closing: markup.closing, isInline: ranges })
        step.lastIndex = markup.to
      }
    }
  }
}

/** What begins at a '<': a tag, a comment (without a name) or an address (name undefined). */
function readMarkup(
  text: string,
  at: number,
  endOfComment: (from: number) => number | undefined,
):
  | { readonly name: string | undefined; readonly closing: boolean; readonly to: number }
  | undefined {
  if (text.startsWith('<!--', at)) {
    const end = endOfComment(at + 4)
    return end === undefined ? undefined : { name: '', closing: false, to: end }
  }
  TAG.lastIndex = at
  const tag = TAG.exec(text)
  if (tag !== null) {
    const [whole, slash, name = ''] = tag
    return { name: name.toLowerCase(), closing: slash === '/', to: at + whole.length }
  }
  AUTOLINK.lastIndex = at
  const address = AUTOLINK.exec(text)?.[0]
  return address === undefined
    ? undefined
    : { name: undefined, closing: false, to: at + address.length }
}

/** Finds the end of the next occurrence; a text is searched to its end in vain only once. */
function createFinder(text: string, what: string): (from: number) => number | undefined {
  let exhausted = false
  return (from) => {
    const found = exhausted ? -1 : text.indexOf(what, from)
    exhausted ||= found < 0
    return found < 0 ? undefined : found + what.length
  }
}

/** For a run of backticks, where the code span that it opens ends. Asked in order of offsets. */
function closingRuns(text: string): (at: number, length: number) => number | undefined {
  const runs = new Map<number, { readonly ats: number[]; next: number }>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length)
    if (known === undefined) runs.set(run.length, { ats: [index], next: 0 })
    else known.ats.push(index)
  }
  return (at, length) => {
    const known = runs.get(length)
    if (known === undefined) return undefined
    while ((known.ats[known.next] ?? Infinity) <= at) known.next += 1
    const found = known.ats[known.next]
    return found === undefined ? undefined : found + length
  }
}

/** Offsets in the joined parts to offsets in the source. */
function sourceOffsets(parts: readonly Range[]): (offset: number) => number {
  const joined: number[] = []
  let length = 0
  for (const { from, to } of parts) {
    joined.push(length)
    length += to - from + 1
  }
  return (offset) => {
    const index = indexAt(joined, offset, (start) => start)
    return (parts[index]?.from ?? 0) + (offset - (joined[index] ?? 0))
  }
}
