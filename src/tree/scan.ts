// The one reader of HTML: tags with the places of their attributes, comments, and the text between them, in one pass and
// in linear time. It follows the HTML tokenizer where authors can tell the difference: quotes, comments, and elements
// whose content is not markup. What never ends (a comment, a quote, a script) is no markup: it is told of, and read as
// text.
import { lineEnd } from '../core/position.ts'
import { RAW_TEXT } from './names.ts'

/** An attribute, as offsets into the HTML. */
export interface Attribute {
  /** Lower case. */
  readonly name: string
  /** As written, entities and all; '' when there is no value. */
  readonly value: string
  /** The first character of the value, after a quote. Equal to `valueEnd` when there is no value. */
  readonly valueStart: number
  readonly valueEnd: number
  /** From the first character of the name to after the closing quote. */
  readonly start: number
  readonly end: number
  readonly quote: '"' | "'" | ''
}

/** A tag, as offsets into the HTML. */
export interface Tag {
  /** Lower case. */
  readonly name: string
  readonly closing: boolean
  readonly start: number
  /** After the '>'. */
  readonly end: number
  /** Where another attribute can be put: before '>' or '/>'. */
  readonly attributesEnd: number
  readonly attributes: readonly Attribute[]
}

const TAG_NAME = /[a-zA-Z][^\s/>]*/y
const SPACE = /[\s/]*/y
const NAME = /=?[^\s/>=]*/y
const EQUALS = /\s*=\s*/y
const UNQUOTED = /[^\s>]*/y

/** What never ends. */
export type UnendedKind = 'comment' | 'declaration' | 'instruction' | 'cdata' | 'tag'

/** What is told of a piece of HTML, in order. */
export interface HtmlReader {
  /** Text with its entities. */
  text(from: number, to: number): void
  /** A comment, declaration, instruction, or the content of a raw text element. */
  slice(from: number, to: number): void
  tag(tag: Tag): void
  /** The start tag of a raw text element that is never closed; what follows it is read as HTML. */
  unclosed(tag: Tag): void
  /** Markup that begins here and never ends; it is told as text next. */
  unended(what: UnendedKind, from: number, to: number): void
}

/** A piece that holds so many tags without an end is no HTML. */
const MOST_UNENDED = 20

/** Reads a piece of HTML. */
export function readHtml(html: string, reader: HtmlReader): void {
  const find = createFinder(html)
  let done = 0
  let unended = 0
  const textUntil = (to: number): void => {
    if (to > done) reader.text(done, to)
    done = to
  }
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const special = readSpecial(html, at, find)
    if (special === undefined) {
      const tag = readTag(html, at, find)
      if (tag === undefined) at += 1
      else if (tag !== 'unfinished' && isWritten(html, tag)) at = tag.end
      else if (tag === 'unfinished') {
        textUntil(at)
        reader.unended('tag', at, lineEnd(html, at))
        unended += 1
        if (unended > MOST_UNENDED || html.indexOf('>', at) < 0) break
        at += 1
      } else {
        textUntil(at)
        done = at = tagWithText(tag, find, reader)
      }
    } else {
      textUntil(at)
      if (special.end < 0) {
        reader.unended(special.what, at, lineEnd(html, at))
        at += 1
      } else {
        reader.slice(at, special.end)
        done = at = special.end
      }
    }
  }
  textUntil(html.length)
}

/** Between backticks, a tag that would hide what follows it is written about: they are code for its author. */
function isWritten(html: string, { name, start, end }: Tag): boolean {
  return RAW_TEXT.has(name) && html[start - 1] === '`' && html[end] === '`'
}

/** Tells of a tag, and of the content of one that holds text; gives the offset after it. */
function tagWithText(tag: Tag, find: Finder, reader: HtmlReader): number {
  if (tag.closing || !RAW_TEXT.has(tag.name)) {
    reader.tag(tag)
    return tag.end
  }
  const end = find.endOfRawText(tag)
  if (end < 0) {
    reader.unclosed(tag)
    return tag.end
  }
  reader.tag(tag)
  if (end > tag.end) reader.slice(tag.end, end)
  return end
}

/** A comment, declaration or instruction at `at`; its end is -1 when there is none. */
function readSpecial(
  html: string,
  at: number,
  find: Finder,
): { readonly what: UnendedKind; readonly end: number } | undefined {
  const second = html[at + 1]
  if (second === '?') return { what: 'instruction', end: find.after('?>', at + 2) }
  if (second !== '!') return undefined
  if (html.startsWith('<!--', at)) {
    const isEmpty = html.startsWith('>', at + 4) || html.startsWith('->', at + 4)
    return { what: 'comment', end: find.after(isEmpty ? '>' : '-->', isEmpty ? at : at + 4) }
  }
  if (html.startsWith('<![CDATA[', at)) return { what: 'cdata', end: find.after(']]>', at + 9) }
  return { what: 'declaration', end: declarationEnd(html, at) }
}

/** A declaration holds no tag, no empty line, and no mark of a quote. */
const DECLARATION = /<![^<>\n]*(?:\n(?![ \t]*(?:>|\r?\n))[^<>\n]*)*>/y

/** After the declaration that begins at an offset; -1 when it never ends. */
export function declarationEnd(html: string, at: number): number {
  DECLARATION.lastIndex = at
  return DECLARATION.test(html) ? DECLARATION.lastIndex : -1
}

/** Looks for ends; what was looked for in vain is not looked for again. */
interface Finder {
  /** After the next occurrence; -1 when there is none. */
  after(what: string, from: number): number
  /** Where the closing tag of a raw text element begins; -1 when there is none. */
  endOfRawText(tag: Tag): number
}

function createFinder(html: string): Finder {
  const exhausted = new Set<string>()
  const once = (what: string, look: () => number): number => {
    if (exhausted.has(what)) return -1
    const found = look()
    if (found < 0) exhausted.add(what)
    return found
  }
  return {
    after: (what, from) =>
      once(what, () => {
        const found = html.indexOf(what, from)
        return found < 0 ? -1 : found + what.length
      }),
    endOfRawText: ({ name, end }) =>
      once(`</${name}`, () => {
        const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
        closing.lastIndex = end
        return closing.exec(html)?.index ?? -1
      }),
  }
}

function match(pattern: RegExp, html: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0] ?? ''
}

function readTag(html: string, start: number, find: Finder): Tag | 'unfinished' | undefined {
  const closing = html[start + 1] === '/'
  const nameStart = start + (closing ? 2 : 1)
  const name = match(TAG_NAME, html, nameStart)
  if (name === '') return undefined
  const attributes: Attribute[] = []
  let at = nameStart + name.length
  for (;;) {
    const attributesEnd = at
    at += match(SPACE, html, at).length
    if (at >= html.length) return 'unfinished'
    if (html[at] === '>') {
      const tag = { name: name.toLowerCase(), closing, start, end: at + 1 }
      return { ...tag, attributesEnd, attributes }
    }
    // `a<b <c>` is no element `b`.
    if (html[at] === '<' && attributes.every(({ quote }) => quote === '')) return 'unfinished'
    const attribute = readAttribute(html, at, find)
    if (attribute === undefined) return 'unfinished'
    attributes.push(attribute)
    at = attribute.end
  }
}

/** The attribute at `start`; undefined when its quote never closes. */
function readAttribute(html: string, start: number, find: Finder): Attribute | undefined {
  const written = match(NAME, html, start)
  const name = written.toLowerCase()
  const nameEnd = start + written.length
  const equals = match(EQUALS, html, nameEnd)
  if (equals === '')
    return {
      name,
      value: '',
      valueStart: nameEnd,
      valueEnd: nameEnd,
      start,
      end: nameEnd,
      quote: '',
    }
  const open = nameEnd + equals.length
  const quote = html[open]
  if (quote === '"' || quote === "'") {
    const close = find.after(quote, open + 1) - 1
    if (close < 0) return undefined
    const value = html.slice(open + 1, close)
    return { name, value, valueStart: open + 1, valueEnd: close, start, end: close + 1, quote }
  }
  const value = match(UNQUOTED, html, open)
  const end = open + value.length
  return { name, value, valueStart: open, valueEnd: end, start, end, quote: '' }
}
