// One tag, read: `{% name key="value" other='value' bare=1 flag %}`, as GitBook.com, GitBook 3 and their editors write it.
// A quote inside a value need not be escaped, a value may go on for lines, and a quote that never closes ends with its tag.
// A tag that never ends is none, or ends with its line.
import { decodeValue } from '../tree/parse.ts'
import { tornTag } from './torn-tag.ts'

/** A tag in a text. */
export interface Tag {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly given: readonly TagAttribute[]
  /** How a tag should be written that ends with its line, without `%}`. */
  readonly meant?: string
}

/** One attribute. */
export interface TagAttribute {
  /** '' for a value without a key. */
  readonly name: string
  /** Entities and backslashes decoded. */
  readonly value: string
  /** Of the value as written. */
  readonly from: number
  readonly to: number
}

const LONGEST = 60_000
/** So many quotes may stand in a value: each is looked at as its end. */
const MOST_QUOTES = 300
/** Letters of any alphabet: who translates a page by machine gets its tags translated. */
const NAME = /\{%-?[ \t\n]*((?:end)?@?\p{L}[\p{L}\p{N}_.-]*(?:\/[\w.-]+)?)/uy
const END = /[-/]?%\}/y
const SPACE = /[\s,]*/y
const KEY = /([\w:.@-]+)[ \t\n]*=[ \t\n]*/y
const BARE = /(?:(?![-/]?%\}|\{%)[^\s,])+/y
const ANGLED = /<[^<>\n]*>/y
/** What may stand behind the quote that ends a value. */
const AFTER_QUOTE =
  /[\s,]*(?:[-/]?%\}|[\w:.@-]+[ \t]*=|["'“”])|[\s,]+[\w-]+[\s,]*(?:[-/]?%\}|[\w:.@-]+=)/y
const CLOSERS: { readonly [quote: string]: RegExp } = {
  '"': /["”]/g,
  "'": /['’]/g,
  '“': /["”“]/g,
  '”': /["”]/g,
  '‘': /['’]/g,
  '«': /»/g,
  '„': /[“”"]/g,
  '「': /」/g,
}
/** Quotes as they stand in HTML and in JSON. */
const ENCODED = /&(?:quot|apos|#34|#39|#x22|#x27);|\\"/iy

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The tag that begins at an offset; undefined when none does. Behind `lastEnd` no tag ends as it should. */
export function readTag(text: string, from: number, lastEnd: number = Infinity): Tag | undefined {
  const torn = text.startsWith('{%', from) ? tornTag(text, from) : undefined
  if (torn === undefined) return from < lastEnd ? readWhole(text, from) : undefined
  const meant = `${torn.words} %}`
  const tag = readWhole(meant, 0)
  const given = tag?.given.map((one) => ({ ...one, from: one.from + from, to: one.to + from }))
  return tag && { ...tag, from, to: torn.to, given: given ?? [], meant }
}

function readWhole(text: string, from: number): Tag | undefined {
  const head = match(NAME, text, from)
  if (head === null) return undefined
  const given: TagAttribute[] = []
  let at = from + head[0].length
  const limit = from + LONGEST
  while (at < limit) {
    at += match(SPACE, text, at)?.[0].length ?? 0
    const end = match(END, text, at)
    if (end !== null) return { from, to: at + end[0].length, name: nameOf(head[1] ?? ''), given }
    const read = readGiven(text, at)
    if (read === undefined) return undefined
    given.push(read.given)
    at = read.next
  }
  return undefined
}

/** `endvendor/block` ends `@vendor/block` as `end@vendor/block` does. */
function nameOf(written: string): string {
  return /^end\w[^/]*\//.test(written) ? `end@${written.slice(3)}` : written
}

/** One attribute, and where it ends. */
function readGiven(
  text: string,
  at: number,
): { readonly given: TagAttribute; readonly next: number } | undefined {
  const key = match(KEY, text, at)
  const from = at + (key?.[0].length ?? 0)
  const value = key !== null && isEmpty(text, from) ? emptyAt(from) : readValue(text, from)
  if (value === undefined) return undefined
  const { start, stop, next, isQuoted } = value
  const written = text.slice(start, stop)
  const range = { from: start, to: stop }
  if (key === null && !isQuoted) return { given: { name: written, value: 'true', ...range }, next }
  const name = key?.[1] ?? ''
  return { given: { name, value: valueOf(name, written), ...range }, next }
}

interface Value {
  readonly start: number
  readonly stop: number
  readonly next: number
  readonly isQuoted: boolean
}

const emptyAt = (at: number): Value => ({ start: at, stop: at, next: at, isQuoted: false })

/** A key with nothing behind its sign: there the tag ends, or after a space the next key begins. */
function isEmpty(text: string, at: number): boolean {
  const isNext = /[ \t\n]/.test(text[at - 1] ?? '') && match(KEY, text, at) !== null
  return isNext || match(END, text, at) !== null
}

function readValue(text: string, at: number): Value | undefined {
  const closers = CLOSERS[text[at] ?? '']
  if (closers !== undefined) return quoted(text, at, closers)
  const sign = match(ENCODED, text, at)?.[0]
  if (sign !== undefined) return encoded(text, at + sign.length, sign)
  const angled = match(ANGLED, text, at)
  if (angled !== null) {
    const next = at + angled[0].length
    return { start: at + 1, stop: next - 1, next, isQuoted: true }
  }
  const bare = match(BARE, text, at)
  if (bare === null) return undefined
  const stop = at + bare[0].length
  return { start: at, stop, next: stop, isQuoted: false }
}

/** A value up to the first quote that may end it; without one, up to the end of the tag. */
function quoted(text: string, at: number, closers: RegExp): Value | undefined {
  const start = at + 1
  const area = text.slice(start, start + LONGEST)
  const closing = new RegExp(closers)
  let tagEnd = area.indexOf('%}')
  if (tagEnd < 0) return undefined
  let quotes = 0
  for (let found = closing.exec(area); found !== null; found = closing.exec(area)) {
    const stop = found.index
    quotes += 1
    if (quotes > MOST_QUOTES) break
    if (area[stop - 1] === '\\') continue
    if (stop > tagEnd && area.slice(tagEnd, stop).includes('{%')) break
    if (match(AFTER_QUOTE, area, stop + 1) === null) continue
    return { start, stop: start + stop, next: start + stop + 1, isQuoted: true }
  }
  if (area.slice(0, tagEnd).includes('{%')) return undefined
  if (area[tagEnd - 1] === '-') tagEnd -= 1
  return { start, stop: start + tagEnd, next: start + tagEnd, isQuoted: true }
}

/** A value between quotes that are written as entities, or escaped. */
function encoded(text: string, start: number, sign: string): Value | undefined {
  const end = text.slice(start, start + LONGEST).search(/[-/]?%\}/)
  if (end < 0) return undefined
  const closing = text.slice(start, start + end).indexOf(sign)
  if (closing < 0) return { start, stop: start + end, next: start + end, isQuoted: true }
  const stop = start + closing
  return { start, stop, next: stop + sign.length, isQuoted: true }
}

const ADDRESSES = /^(?:src|url|href|page|link)$/i

/** Addresses may stand between angles, as in Markdown. */
function valueOf(name: string, written: string): string {
  const value = plain(written)
  return ADDRESSES.test(name) ? value.replace(/^<([^<>]*)>$/, '$1') : value
}

/** What an author meant: entities decoded, and Markdown's backslashes taken away. */
function plain(written: string): string {
  const unescaped = written.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  return decodeValue(unescaped).trim()
}
