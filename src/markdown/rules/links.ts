// Inline links and images, with the place of their destination. The grammar is CommonMark's, and more that books rely on:
// a destination with plain spaces, when it looks like a file (`[a](my file.md#part "title")`); the size of a picture behind it
// (`![](a.png =300x200)`); and a list of attributes right behind the whole (`[a](b.md){:target="_blank"}`), of which only
// the size of a picture counts, and no reader sees any.
import type { Range } from '../../core/range.ts'
import type { MarkdownIt, StateInline, Token } from 'markdown-it'
import { ranges, wholes } from '../remarks.ts'

/** What follows a label: where it leads and where it ends. */
interface Target {
  readonly href: string
  readonly title: string
  /** After the whole construct. */
  readonly end: number
  /** Of the destination; undefined for a reference, whose destination is elsewhere. */
  readonly range?: Range
  /** Of a picture, in CSS pixels. */
  readonly size?: Size
}

/** Digits, as written. */
interface Size {
  readonly width?: string | undefined
  readonly height?: string | undefined
}

const SPACED_FILE = /^(?:[^"'<>#]*\.\w+)?(?:#[^"'<>]*)?$/
/** An address that an editor broke over two lines: browsers take the break out. */
const BROKEN_ADDRESS = /^(?:https?:|[^\s:]*\/)[^\s"'<>]*\n[ \t]*[^\s"'<>]+\.\w+$/
/** A destination and a title that CommonMark does not read: one with quotes in it, or those of Chinese. */
const TITLED = /^([^"'“”\n]*[^"'“”\s])[ \t]+(?:"([^\n]*)"|'([^\n]*)'|“([^\n”]*)”)$/
/** Beyond this length a destination with spaces is prose. */
const MAX_SPACED = 500

const SIZE = /(?<=[ \t])=(\d{1,4})?%?[xX](?:(\d{1,4})%?|\*)?[ \t]*(?=\))/y
const ATTRIBUTE =
  /(?:[.#][\w-]+|([\w-]+)=(?:"([^"{}\n]{0,200})"|'([^'{}\n]{0,200})'|([^\s"'{},]{1,200})))/
const ATTRIBUTES = new RegExp(
  `\\{:?[ \\t]*${ATTRIBUTE.source}(?:[ \\t,]+${ATTRIBUTE.source})*[ \\t,]*\\}`,
  'y',
)

/** Replaces the rules for links and images. */
export function links(md: MarkdownIt): void {
  md.inline.ruler.at('link', link)
  md.inline.ruler.at('image', image)
}

function link(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (state.src.charCodeAt(start) !== 0x5b /* [ */) return false
  const labelEnd = state.md.helpers.parseLinkLabel(state, start, true)
  if (labelEnd < 0) return false
  const target = parseTarget(state, start + 1, labelEnd)
  if (target === undefined) return false
  if (!silent) {
    const max = state.posMax
    state.pos = start + 1
    state.posMax = labelEnd
    const open = state.push('link_open', 'a', 1)
    open.attrs = [['href', target.href]]
    if (target.title !== '') open.attrs.push(['title', target.title])
    ranges.set(open, target.range ?? { from: start, to: target.end })
    wholes.set(open, { from: start, to: target.end })
    state.linkLevel++
    state.md.inline.tokenize(state)
    state.linkLevel--
    state.push('link_close', 'a', -1)
    state.posMax = max
  }
  state.pos = target.end
  return true
}

function image(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (state.src.charCodeAt(start) !== 0x21 /* ! */) return false
  if (state.src.charCodeAt(start + 1) !== 0x5b /* [ */) return false
  const labelEnd = state.md.helpers.parseLinkLabel(state, start + 1, false)
  if (labelEnd < 0) return false
  const target = parseTarget(state, start + 2, labelEnd)
  if (target === undefined) return false
  if (!silent) {
    const content = state.src.slice(start + 2, labelEnd)
    const children: Token[] = []
    state.md.inline.parse(content, state.md, state.env, children)
    const token = state.push('image', 'img', 0)
    token.attrs = [['src', target.href]]
    if (target.title !== '') token.attrs.push(['title', target.title])
    for (const name of ['width', 'height'] as const) {
      const pixels = target.size?.[name]
      if (pixels !== undefined) token.attrs.push([name, pixels])
    }
    token.children = children
    token.content = content
    ranges.set(token, target.range ?? { from: start, to: target.end })
    wholes.set(token, { from: start, to: target.end })
  }
  state.pos = target.end
  return true
}

/** `(destination "title")`, `[label]`, `[]` or nothing after a label. */
function parseTarget(state: StateInline, labelStart: number, labelEnd: number): Target | undefined {
  const next = state.src.charCodeAt(labelEnd + 1)
  if (labelEnd + 1 < state.posMax && next === 0x28 /* ( */) {
    const target = parseInline(state, labelEnd + 2) ?? parseSpaced(state, labelEnd + 2)
    if (target !== undefined) return withAttributes(state, target)
  }
  return parseReference(state, labelStart, labelEnd)
}

function parseInline(state: StateInline, open: number): Target | undefined {
  const { src, posMax } = state
  const { href, range, end } = destinationAt(state, skipSpace(src, open, posMax))
  const titleStart = skipSpace(src, end, posMax)
  const titled = titleStart === end ? undefined : titleAt(state, titleStart)
  const sizeStart = skipSpace(src, titled?.end ?? end, posMax)
  const sized = sizeAt(src, sizeStart)
  const at = sizeStart + (sized?.length ?? 0)
  if (at >= posMax || src.charCodeAt(at) !== 0x29 /* ) */) return undefined
  const title = titled?.title ?? ''
  return { href, title, end: at + 1, range, ...(sized && { size: sized.size }) }
}

/** A destination, '' where there is none, without its pointed brackets. */
function destinationAt(
  { src, posMax, md }: StateInline,
  start: number,
): { readonly href: string; readonly range: Range; readonly end: number } {
  const found = md.helpers.parseLinkDestination(src, start, posMax)
  if (!found.ok) return { href: '', range: { from: start, to: start }, end: start }
  const pointed = src.charCodeAt(start) === 0x3c /* < */ ? 1 : 0
  const range = { from: start + pointed, to: found.pos - pointed }
  return { href: found.str, range, end: found.pos }
}

function titleAt(
  { src, posMax, md }: StateInline,
  at: number,
): { readonly title: string; readonly end: number } | undefined {
  const parsed = md.helpers.parseLinkTitle(src, at, posMax)
  return at < posMax && parsed.ok ? { title: parsed.str, end: parsed.pos } : undefined
}

/** `=300x200` behind a destination. */
function sizeAt(
  src: string,
  at: number,
): { readonly size: Size; readonly length: number } | undefined {
  if (src.charCodeAt(at) !== 0x3d /* = */) return undefined
  SIZE.lastIndex = at
  const [written, width, height] = SIZE.exec(src) ?? []
  return written === undefined ? undefined : { size: { width, height }, length: written.length }
}

/** What is right behind a link or picture and says only how it is shown. */
function withAttributes({ src, posMax }: StateInline, target: Target): Target {
  const { end } = target
  if (src.charCodeAt(end) !== 0x7b /* { */) return target
  ATTRIBUTES.lastIndex = end
  const [written] = ATTRIBUTES.exec(src) ?? []
  if (written === undefined || end + written.length > posMax) return target
  const size = { width: pixelsIn(written, 'width'), height: pixelsIn(written, 'height') }
  return { ...target, end: end + written.length, size: { ...size, ...target.size } }
}

function pixelsIn(written: string, name: string): string | undefined {
  return new RegExp(`\\b${name}=["']?(\\d{1,4})(?:px)?["']?[\\s,}]`).exec(written)?.[1]
}

function skipSpace(text: string, from: number, max: number): number {
  let at = from
  for (; at < max; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a) break
  }
  return at
}

function parseSpaced(state: StateInline, open: number): Target | undefined {
  const close = closingParenthesis(state, open)
  if (close === undefined) return undefined
  const written = state.src.slice(open, close)
  const text = written.trim()
  const isBroken = text.includes('\n') && BROKEN_ADDRESS.test(text)
  const [, named, ...titles] = TITLED.exec(text) ?? []
  const file = named ?? text
  if (!isBroken && !isFile(file, named !== undefined)) return undefined
  const from = open + written.length - written.trimStart().length
  const { unescapeAll } = state.md.utils
  const href = unescapeAll(isBroken ? text.replace(/\n[ \t]*/, '') : file)
  const title = unescapeAll(titles.find((one) => one !== undefined) ?? '')
  return { href, title, end: close + 1, range: { from, to: from + file.length } }
}

function closingParenthesis({ src, posMax }: StateInline, open: number): number | undefined {
  const max = Math.min(posMax, open + MAX_SPACED)
  let depth = 0
  for (let at = open; at < max; at++) {
    const code = src.charCodeAt(at)
    if (code === 0x28) depth++
    else if (code === 0x29 && --depth < 0) return at
  }
  return undefined
}

/** Does it look like a file with spaces in its name, or, before a title, like any file or address of the web? */
function isFile(text: string, isTitled: boolean): boolean {
  if (!text.includes(' ')) return isTitled && /\.\w/.test(text)
  return !text.includes('\n') && SPACED_FILE.test(text)
}

function parseReference(
  state: StateInline,
  labelStart: number,
  labelEnd: number,
): Target | undefined {
  const { references } = state.env
  if (references === undefined) return undefined
  let end = labelEnd + 1
  let label = ''
  if (end < state.posMax && state.src.charCodeAt(end) === 0x5b /* [ */) {
    const close = state.md.helpers.parseLinkLabel(state, end)
    if (close >= 0) {
      label = state.src.slice(end + 1, close)
      end = close + 1
    }
  }
  if (label === '') label = state.src.slice(labelStart, labelEnd)
  const found = references[state.md.utils.normalizeReference(label)]
  return found && { href: found.href, title: found.title, end }
}
