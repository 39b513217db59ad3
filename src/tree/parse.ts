// Raw HTML into the tree: the one door. The reader was chosen by measure (ARCHITECTURE.md, "One reader of HTML").
import { decodeHTML, decodeHTMLAttribute } from 'entities'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import { createBuilder } from './build.ts'
import type { Builder, Unpaired } from './builder.ts'
import { INLINE, ONCE, TALKED_ABOUT, isHtmlName } from './names.ts'
import type { Source } from './facts.ts'
import { type Attribute, type Node, type SourceRange, textOf } from './node.ts'
import { type Tag, type UnendedKind, readHtml } from './scan.ts'

/** Text with the named and numbered entities of HTML put in place. */
export function decodeText(html: string): string {
  return html.includes('&') ? decodeHTML(html) : html
}

/** The value of an attribute, decoded as browsers do it: `?a=1&copy=2` is what it seems. */
export function decodeValue(html: string): string {
  return html.includes('&') ? decodeHTMLAttribute(html) : html
}

/** Markup that is no element and never ends, as a diagnostic. */
export function unendedMarkup(what: UnendedKind, at: Place): Diagnostic {
  return problem('html/never-ends', at, { case: what })
}

/** Tags without their other half, as diagnostics. */
export function unpairedTags(report: (diagnostic: Diagnostic) => void): Unpaired {
  return {
    start(tag, at, seemsToEnd) {
      const how = seemsToEnd ? 'ends-itself' : INLINE.has(tag) ? 'no-end' : 'no-end-of-box'
      report(problem('html/unclosed-element', placeOf(at), { case: how, tag }))
    },
    end: (tag, at) => report(problem('html/stray-end-tag', placeOf(at), { tag })),
  }
}

function placeOf({ source, from, to }: SourceRange): Place {
  return source.place(from, to)
}

/** What HTML is read for. */
export interface HtmlParser {
  readonly builder: Builder
  readonly report: (diagnostic: Diagnostic) => void
  /** Is there an end tag of this name in the rest of the page? The offset is in the piece that is being read. */
  readonly hasEnd: (name: string, from: number) => boolean
  /** The piece is a start tag in a paragraph, of an element that ends behind it. Absent where it is in none. */
  readonly isLonger?: (() => boolean) | undefined
  /** The piece is a tag among words, and no other tag of this name stands with them. Absent where it is no such piece. */
  readonly isAlone?: ((name: string) => boolean) | undefined
}

/** Reads a piece of HTML that was written as one: a block of it, a tag in running text (at `base` in its source), a page. */
export function parseHtml(html: string, source: Source, parser: HtmlParser, base = 0): void {
  const { builder, report } = parser
  const place = (from: number, to: number): Place => source.place(base + from, base + to)
  const words = (from: number, to: number): void =>
    builder.add(textOf(html.slice(from, to), source, { isTag: true }))
  readHtml(html, {
    text(from, to) {
      const written = html.slice(from, to)
      builder.add(textOf(decodeText(written), source, { written: mended(written) }))
    },
    slice(from, to) {
      const slice = contained(html.slice(from, to), builder.isForeign())
      builder.add({ kind: 'raw', html: slice, text: undefined, source })
    },
    tag(tag) {
      const { name, closing, start, end } = tag
      const how = isNoElement(tag, parser)
        ? 'name'
        : isTalkedAbout(tag, parser)
          ? 'alone'
          : undefined
      if (how !== undefined) {
        words(start, end)
        const written = `${html.slice(start, start + 1 + name.length)}>`
        if (!closing)
          report(problem('html/unknown-element', place(start, end), { case: how, written }))
      } else if (ONCE.has(name) && !builder.isForeign()) return
      else if (closing)
        builder.endTag(name, html.slice(start, end), { source, from: base + start, to: base + end })
      else open(tag)
    },
    unclosed(tag) {
      const isShown = tag.name === 'iframe' && !isTalkedAbout(tag, parser)
      if (isShown || parser.hasEnd(tag.name, tag.end)) return open(tag)
      words(tag.start, tag.end)
      report(problem('html/no-end-tag', place(tag.start, tag.end), { case: 'text', tag: tag.name }))
    },
    unended: (what, from, to) => report(unendedMarkup(what, place(from, to))),
  })

  function open(tag: Tag): void {
    const { name, start, end, attributesEnd } = tag
    const isEnded = builder.startTag({
      name,
      attributes: attributesOf(html, tag, { source, base }),
      open: html.slice(start, start + 1 + name.length),
      tail: html.slice(attributesEnd, end),
      at: { source, from: base + start, to: base + end },
      hasEnd: () => parser.hasEnd(name, end),
      isLonger: parser.isLonger,
    })
    if (!isEnded)
      report(problem('html/no-end-tag', place(start, end), { case: 'element', tag: name }))
  }
}

/** HTML has no such element, or it can only be a placeholder: `<your-domain>` looks like an element of a program. */
function isNoElement(tag: Tag, { builder, hasEnd }: HtmlParser): boolean {
  const { name, closing, end } = tag
  if (name === 'plaintext') return true
  if (builder.isForeign()) return false
  const isPlaceholder = !closing && isBare(tag) && name.includes('-') && !hasEnd(name, end)
  return isPlaceholder || !isHtmlName(name)
}

/** The words around are about the element: as one it would show nothing. */
function isTalkedAbout(tag: Tag, { builder, hasEnd, isAlone }: HtmlParser): boolean {
  const { name, closing, end } = tag
  if (closing || isAlone === undefined || !TALKED_ABOUT.has(name) || !isBare(tag)) return false
  return !builder.isInBox() && !hasEnd(name, end) && isAlone(name)
}

/** `<a>`, without attributes and without an end of its own. */
function isBare({ attributes, attributesEnd, end }: Tag): boolean {
  return attributes.length === 0 && end - attributesEnd === 1
}

/** Finds the last end tag of a name in some HTML, each name once; -1 when there is none. */
export function endFinder(html: string): (name: string) => number {
  const lower = html.toLowerCase()
  const known = new Map<string, number>()
  return (name) => {
    const found = known.get(name) ?? lower.lastIndexOf(`</${name}`)
    known.set(name, found)
    return found
  }
}

/** The tree of HTML that stands for itself. */
export function htmlTree(
  html: string,
  source: Source,
  report: (diagnostic: Diagnostic) => void = () => {},
): Node[] {
  const builder = createBuilder(unpairedTags(report))
  const lastEnd = endFinder(html)
  const hasEnd = (name: string, from: number): boolean => lastEnd(name) >= from
  parseHtml(html, source, { builder, report, hasEnd })
  return builder.finish()
}

/**
 * A slice that ends for browsers where it ends for its author. They end a comment at `--!>` too, and instructions and
 * CDATA sections, which HTML does not have, at the first `>`; in pictures, where CDATA is known, no element holds raw text.
 */
function contained(slice: string, isForeign: boolean): string {
  if (slice.startsWith('<!--')) return slice.replaceAll('--!>', '--! >')
  const isSpecial = /^<[!?]/.test(slice)
  if (isForeign) return isSpecial ? slice : slice.replaceAll('<', '&lt;')
  if (!isSpecial || slice.indexOf('>') === slice.length - 1) return slice
  return `<!--${slice.slice(1, -1).replaceAll('--', '- -')}-->`
}

/** A `<` that begins nothing that ends must not begin anything in the page around it. */
function mended(written: string): string {
  return written.replaceAll(/<(?=[a-z!?/]|$)/gi, '&lt;')
}

function attributesOf(
  html: string,
  { attributes, start, name }: Tag,
  { source, base }: { readonly source: Source; readonly base: number },
): Attribute[] {
  let before = start + 1 + name.length
  return attributes.map((attribute) => {
    const { valueStart, valueEnd } = attribute
    const written = html.slice(before, attribute.end)
    before = attribute.end
    return {
      name: attribute.name,
      value: decodeValue(attribute.value),
      written,
      at: { source, from: base + valueStart, to: base + valueEnd },
    }
  })
}

const NOTHING = (): void => undefined

/** The tags of a piece of HTML, in order. */
export function tagsIn(html: string): readonly Pick<Tag, 'name' | 'closing'>[] {
  const tags: Tag[] = []
  const tag = (one: Tag): void => void tags.push(one)
  readHtml(html, { tag, unclosed: tag, text: NOTHING, slice: NOTHING, unended: NOTHING })
  return tags
}
