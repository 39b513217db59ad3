// Finds the tags of raw HTML and where their attributes are, in one pass and in linear time. It follows the HTML
// tokenizer where authors can tell the difference: quotes, comments, and elements whose content is not markup.

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

/** Elements whose content is text, whatever it looks like. */
const RAW_TEXT = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])
const TAG_NAME = /[a-zA-Z][^\s/>]*/y
const SPACE = /[\s/]*/y
const NAME = /=?[^\s/>=]*/y
const EQUALS = /\s*=\s*/y
const UNQUOTED = /[^\s>]*/y

/** The tags of a piece of HTML in order, without those inside comments, scripts, styles and other raw text. */
export function scanTags(html: string): readonly Tag[] {
  const tags: Tag[] = []
  let at = html.indexOf('<')
  while (at >= 0) {
    let next = skipMarkup(html, at)
    if (next === undefined) {
      const tag = readTag(html, at)
      // A tag that never ends swallows the rest, as in a browser.
      if (tag === 'unfinished') break
      if (tag === undefined) next = at + 1
      else {
        tags.push(tag)
        next = !tag.closing && RAW_TEXT.has(tag.name) ? endOfRawText(html, tag) : tag.end
      }
    }
    if (next < 0) break
    at = html.indexOf('<', next)
  }
  return tags
}

/** After a comment, declaration or instruction at `at`; -1 when it never ends, undefined when there is none. */
function skipMarkup(html: string, at: number): number | undefined {
  const second = html[at + 1]
  if (second !== '!' && second !== '?') return undefined
  if (!html.startsWith('<!--', at)) return after(html, '>', at)
  if (html.startsWith('>', at + 4) || html.startsWith('->', at + 4)) return after(html, '>', at)
  return after(html, '-->', at + 4)
}

function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from)
  return found < 0 ? -1 : found + what.length
}

/** Where the closing tag of a raw text element begins; -1 when there is none. */
function endOfRawText(html: string, tag: Tag): number {
  const closing = new RegExp(`</${tag.name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = tag.end
  return closing.exec(html)?.index ?? -1
}

function match(pattern: RegExp, html: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(html)?.[0] ?? ''
}

function readTag(html: string, start: number): Tag | 'unfinished' | undefined {
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
    const attribute = readAttribute(html, at)
    if (attribute === undefined) return 'unfinished'
    attributes.push(attribute)
    at = attribute.end
  }
}

/** The attribute at `start`; undefined when its quote never closes. */
function readAttribute(html: string, start: number): Attribute | undefined {
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
    const close = html.indexOf(quote, open + 1)
    if (close < 0) return undefined
    const value = html.slice(open + 1, close)
    return { name, value, valueStart: open + 1, valueEnd: close, start, end: close + 1, quote }
  }
  const value = match(UNQUOTED, html, open)
  const end = open + value.length
  return { name, value, valueStart: open, valueEnd: end, start, end, quote: '' }
}

/** The attribute of a tag by its lower-case name. */
export function attributeOf(tag: Tag, name: string): Attribute | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)
}

/** A replacement of part of a text. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A text with edits made; they must be in order and apart from each other. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  let result = ''
  let done = 0
  for (const edit of edits) {
    result += text.slice(done, edit.from) + edit.text
    done = edit.to
  }
  return result + text.slice(done)
}

/** Elements inside running text: their tags separate no words. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)

/** A part of some HTML: its tags, and from where to where. */
export interface HtmlPart {
  readonly html: string
  readonly tags: readonly Tag[]
  readonly from: number
  readonly to: number
}

/** The text content of a part, entities kept: without comments, scripts and styles. */
export function textBetweenTags({ html, tags, from, to }: HtmlPart, separator = ''): string {
  let result = ''
  let at = from
  let hidden = false
  for (const tag of tags) {
    if (tag.start < from || tag.start >= to) continue
    if (!hidden) result += withoutComments(html.slice(at, tag.start))
    if (!INLINE.has(tag.name)) result += separator
    hidden = !tag.closing && (tag.name === 'script' || tag.name === 'style')
    at = tag.end
  }
  return hidden ? result : result + withoutComments(html.slice(at, to))
}

/** The same for people who read or search: blocks and line breaks are set apart by spaces. */
export function readableText(part: HtmlPart): string {
  return textBetweenTags(part, ' ')
}

function withoutComments(text: string): string {
  if (!text.includes('<!')) return text
  let result = ''
  let at = 0
  for (;;) {
    const open = text.indexOf('<!--', at)
    if (open < 0) return result + text.slice(at)
    result += text.slice(at, open)
    const close = text.indexOf('-->', open + 4)
    if (close < 0) return result
    at = close + 3
  }
}
