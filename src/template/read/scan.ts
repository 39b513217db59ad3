// Finds the tags of a text outside its code, in one pass. What a tag means, and whether it means anything, is decided
// later: here only `{% raw %}` and comments have a meaning, because nothing is looked for inside them.

import type { Range } from '../../core/range.ts'
import { type CodeRange, codeFinder } from './code.ts'

/** A tag in a text. */
export interface Tag extends Range {
  /** `removed` is a comment, `{% raw %}` or `{% endraw %}`: it is left out and means nothing else. */
  readonly kind: 'print' | 'statement' | 'removed'
  /** What stands between the delimiters, without the dashes of whitespace control. */
  readonly inner: string
  /** The first word of a statement; '' otherwise. */
  readonly name: string
  readonly trimBefore: boolean
  readonly trimAfter: boolean
  /** The code that it stands in: only what the book itself defines is a tag there. */
  readonly code?: CodeRange
}

/** Something that looks like a tag and is none. */
export interface Stray extends Range {
  readonly why: 'unclosed' | 'foreign' | 'unclosed-raw' | 'unopened'
}

/** What was found, in order. */
export interface Scan {
  readonly tags: readonly Tag[]
  readonly strays: readonly Stray[]
}

const OPENING = /\{\{|\{%|\{###/g
const MAY_HAVE_TAGS = /\{\{|\{%|\{###/
const LONGEST_TAG = 8000
const LONGEST_TRIPLE = 500
const RAW = /\{%-?\s*(end)?(raw|verbatim)\s*-?%\}/g

/** False when a text has nothing that the template engine could be interested in. */
export function mayHaveTags(text: string): boolean {
  return MAY_HAVE_TAGS.test(text)
}

/** The tags of a text. Nothing is one in code that is kept, and in other code what is none needs no word. */
export function scanTags(text: string, code: readonly CodeRange[]): Scan {
  const inCode = codeFinder(code)
  const tags: Tag[] = []
  const strays = scanFrom({ text, from: 0, inCode, tags }, (covering) => {
    if (covering.kind !== 'kept') tags.push(...tagsInCode(text, covering))
  })
  return { tags, strays }
}

/** The tags of a range of code; they end where it does. */
function tagsInCode(text: string, code: CodeRange): readonly Tag[] {
  const tags: Tag[] = []
  const inside = text.slice(0, code.to)
  const strays = scanFrom({ text: inside, from: code.from, inCode: () => undefined, tags })
  // Raw text without an end is a sample.
  if (strays.some(({ why }) => why === 'unclosed-raw')) tags.pop()
  return tags.map((tag) => ({ ...(tag.kind === 'removed' ? wholeLine(inside, tag) : tag), code }))
}

interface Scanner {
  readonly text: string
  readonly from: number
  readonly inCode: (offset: number) => CodeRange | undefined
  readonly tags: Tag[]
}

function scanFrom(
  { text, from, inCode, tags }: Scanner,
  onCode: (code: CodeRange) => void = () => {},
): readonly Stray[] {
  const strays: Stray[] = []
  const opening = new RegExp(OPENING)
  opening.lastIndex = from
  const next = {
    print: createFinder(text, '}}', from),
    statement: createFinder(text, '%}', from),
    comment: createFinder(text, '###}', from),
  }
  let found = opening.exec(text)
  while (found !== null) {
    const at = found.index
    const covering = inCode(at)
    if (covering !== undefined) {
      onCode(covering)
      opening.lastIndex = covering.to
    } else if (isEscaped(text, at)) opening.lastIndex = at + 2
    else opening.lastIndex = readAt({ text, at, inCode, next, tags, strays })
    found = opening.exec(text)
  }
  return strays
}

/** A tag that is left out, with the whole of its line when it stands alone on it. */
function wholeLine(text: string, tag: Tag): Tag {
  const from = text.lastIndexOf('\n', tag.from - 1) + 1
  const end = text.indexOf('\n', tag.to)
  const isAlone =
    end >= 0 && `${text.slice(from, tag.from)}${text.slice(tag.to, end)}`.trim() === ''
  return isAlone && from > 0 ? { ...tag, from, to: end + 1 } : tag
}

/** A backslash says that the brace is meant for readers; Markdown takes it away. */
function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}

interface Reading {
  readonly text: string
  readonly at: number
  readonly inCode: (offset: number) => CodeRange | undefined
  /** Where the next closing delimiter of each kind is; -1 when there is none. */
  readonly next: Readonly<Record<'print' | 'statement' | 'comment', (from: number) => number>>
  readonly tags: Tag[]
  readonly strays: Stray[]
}

/** Reads what begins at an opening delimiter, and says where to go on. */
function readAt(reading: Reading): number {
  const { text, at, next, tags, strays } = reading
  if (text.startsWith('{###', at)) return readComment(reading)
  if (text.startsWith('{{{', at)) return readTriple(reading)
  const print = text[at + 1] === '{'
  const first = (print ? next.print : next.statement)(at + 2)
  const end = closingOf(text, at, first)
  if (end === undefined || (reading.inCode(end)?.from ?? at) > at) {
    // A percent sign that ends a line is a comment of TeX.
    if (print || !/^\{%[ \t]*\n/.test(text.slice(at, at + 80)))
      strays.push({ from: at, to: at + 2, why: 'unclosed' })
    return at + 2
  }
  const tag = tagOf(text, at, end + 2, print)
  if (tag.name === 'raw' || tag.name === 'verbatim') return readRaw(reading, tag)
  tags.push(tag)
  return tag.to
}

function readComment({ at, next, tags }: Reading): number {
  const close = next.comment(at + 4)
  if (close < 0) return at + 4
  tags.push(removed(at, close + 4))
  return close + 4
}

/** Three braces are another language's. */
function readTriple({ text, at, strays }: Reading): number {
  const end = /\}{2,}|\n[ \t]*\n/.exec(text.slice(at, at + LONGEST_TRIPLE))
  const to = at + (end?.[0].startsWith('}') ? end.index + end[0].length : 3)
  strays.push({ from: at, to, why: 'foreign' })
  return to
}

/** A tag that means nothing. */
export function removed(from: number, to: number): Tag {
  return { kind: 'removed', from, to, inner: '', name: '', trimBefore: false, trimAfter: false }
}

function tagOf(text: string, from: number, to: number, print: boolean): Tag {
  let inner = text.slice(from + 2, to - 2)
  const trimBefore = inner.startsWith('-')
  if (trimBefore) inner = inner.slice(1)
  const trimAfter = inner.endsWith('-')
  if (trimAfter) inner = inner.slice(0, -1)
  const name = print ? '' : (/^\s*([A-Za-z_]\w*(?:-\w+)*)/.exec(inner)?.[1] ?? '')
  const kind = print ? 'print' : 'statement'
  return { kind, from, to, inner, name, trimBefore, trimAfter }
}

/** The offset of the closing delimiter; undefined when there is none before a blank line or the next opening. */
function closingOf(text: string, at: number, first: number): number | undefined {
  if (first < 0 || first - at > LONGEST_TAG) return undefined
  const quoted = closingOutsideStrings(text, at + 2, text.slice(first, first + 2))
  if (quoted !== undefined) return quoted
  // An apostrophe of running text opens no string: take the first delimiter as it comes.
  return /\{\{|\{%|\n[ \t]*\n/.test(text.slice(at + 2, first)) ? undefined : first
}

// A string, a blank line, another opening, a closing: whatever comes first.
const INSIDE = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\n[ \t]*\n|\{[{%]|["']|\}\}|%\}/g

function closingOutsideStrings(text: string, from: number, close: string): number | undefined {
  const tag = text.slice(from, from + LONGEST_TAG)
  for (const { 0: found, index } of tag.matchAll(INSIDE)) {
    if (found === close) return from + index
    const isString = found.length > 1 && /^["']/.test(found)
    const isOtherClosing = found === '}}' || found === '%}'
    if (isString ? /\n[ \t]*\n/.test(found) : !isOtherClosing) return undefined
  }
  return undefined
}

/** Everything up to the matching `{% endraw %}` is left alone; the two tags go. */
function readRaw({ text, at, tags, strays, inCode }: Reading, open: Tag): number {
  const close = closingRaw(text, open, inCode) ?? closingRaw(text, open, () => undefined)
  if (close === undefined) {
    strays.push({ from: at, to: open.to, why: 'unclosed-raw' })
    tags.push({ ...open, kind: 'removed' })
    return text.length
  }
  const [opening, closing] = aloneAroundCode(text, inCode, open, close)
  tags.push({ ...open, ...opening, kind: 'removed' }, { ...close, ...closing, kind: 'removed' })
  return close.to
}

function closingRaw(
  text: string,
  open: Tag,
  inCode: (offset: number) => CodeRange | undefined,
): Tag | undefined {
  const pattern = new RegExp(RAW)
  pattern.lastIndex = open.to
  let depth = 1
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (found[2] !== open.name || inCode(found.index) !== undefined) continue
    depth += found[1] === undefined ? 1 : -1
    if (depth === 0) return tagOf(text, found.index, pattern.lastIndex, false)
  }
  return undefined
}

/**
 * What goes with the two tags: the line of one that stands alone directly before (after) a fenced block. The blank lines
 * that would be left make a list around the block a loose one.
 */
function aloneAroundCode(
  text: string,
  inCode: Reading['inCode'],
  open: Tag,
  close: Tag,
): readonly [Range, Range] {
  const openLine = blankLineBefore(text, open.from)
  const start = open.to + 1
  const fenceFollows =
    openLine !== undefined && text[open.to] === '\n' && inCode(start)?.from === start
  const closeLine = blankLineBefore(text, close.from)
  const fenceEnds =
    closeLine !== undefined &&
    /^[ \t]*(?:\n|$)/.test(text.slice(close.to, close.to + 80)) &&
    inCode(closeLine - 1)?.to === closeLine
  // The line break after the block stays: it ends the block's last line.
  return [
    fenceFollows ? { from: openLine, to: start } : { from: open.from, to: open.to },
    { from: fenceEnds ? closeLine - 1 : close.from, to: close.to },
  ]
}

/** Where the line begins that has nothing before a place but blanks; undefined when it has more. */
function blankLineBefore(text: string, at: number): number | undefined {
  let from = at
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from -= 1
  return from === 0 || text[from - 1] === '\n' ? from : undefined
}

/** Finds occurrences for growing offsets; every part of the text is searched once. */
function createFinder(text: string, what: string, start = 0): (from: number) => number {
  let known = text.indexOf(what, start)
  return (from) => {
    if (known >= 0 && known < from) known = text.indexOf(what, from)
    return known
  }
}
