// Asks the host what links and images mean, and puts its answers into tokens and into raw HTML.
import type { Token } from 'markdown-it'
import type { Place } from '../core/diagnostic.ts'
import type { MarkdownHost, ResolvedImage } from './host.ts'
import { type Attribute, type Edit, type Tag, attributeOf } from './html-tags.ts'
import { attributes as write, escapeHtml } from './html.ts'
import { darkVariants } from './rules/images.ts'

/** The end of an address that says in which theme an image is shown: the ways of Material for MkDocs and of GitHub. */
const ONE_THEME = /#(?:only|gh)-(?:dark|light)(?:-mode-only)?$/

/** What references need to know of the page they are on. */
export interface Referring {
  readonly host: MarkdownHost
  /** Percent-encodes what an address must not hold; what is encoded stays as it is. */
  readonly encode: (url: string) => string
  readonly decodeEntities: (text: string) => string
  /** Images seen on the page so far: the first is fetched at once. */
  images: number
}

/** Resolves a `link_open` token; `inside` is what stands first in the link. */
export function resolveLink(
  referring: Referring,
  token: Token,
  at: Place,
  inside: Token | undefined,
): void {
  const written = String(token.attrGet('href') ?? '')
  const picture = inside?.type === 'image' || /^<(?:img|picture|svg)\b/i.test(inside?.content ?? '')
  const { href, attributes } = referring.host.link({
    written,
    at,
    html: false,
    ...(picture ? { picture } : {}),
  })
  token.attrSet('href', referring.encode(href))
  for (const [name, value] of Object.entries(attributes ?? {}))
    if (token.attrIndex(name) < 0) token.attrPush([name, value])
}

/** Resolves an `image` token. */
export function resolveImage(referring: Referring, token: Token, at: Place): void {
  const written = String(token.attrGet('src') ?? '')
  const image = referring.host.image({ written, at, html: false })
  token.attrSet('src', referring.encode(image.src))
  for (const attribute of [...sizeOf(image), ...loading(referring, written)])
    token.attrPush(attribute)
  if (image.dark !== undefined) darkVariants.set(token, referring.encode(image.dark))
}

function sizeOf({ width, height }: ResolvedImage): [string, string][] {
  if (width === undefined || height === undefined) return []
  return [
    ['width', String(width)],
    ['height', String(height)],
  ]
}

/** The first image of a page is wanted at once, unless it is shown in one theme only: it may never be. */
function loading(referring: Referring, written: string): [string, string][] {
  const oneTheme = ONE_THEME.test(written)
  if (!oneTheme) referring.images += 1
  return [
    ...(oneTheme || referring.images > 1 ? [['loading', 'lazy'] satisfies [string, string]] : []),
    ['decoding', 'async'],
  ]
}

/** The edits that resolve a raw `<a>` or `<img>`. Everything else of the tag stays as it was written. */
export function resolveTag(
  referring: Referring,
  tag: Tag,
  placeOf: (from: number, to: number) => Place,
): readonly Edit[] {
  if (tag.closing) return []
  if (tag.name === 'a') return resolveAnchor(referring, tag, placeOf)
  return tag.name === 'img' ? resolveImg(referring, tag, placeOf) : []
}

function resolveAnchor(
  referring: Referring,
  tag: Tag,
  placeOf: (from: number, to: number) => Place,
): readonly Edit[] {
  const attribute = attributeOf(tag, 'href')
  if (attribute === undefined) return []
  const written = referring.decodeEntities(attribute.value.trim())
  const at = placeOf(attribute.valueStart, attribute.valueEnd)
  const { href, attributes } = referring.host.link({ written, at, html: true })
  return [
    ...(href === written ? [] : [replaceValue(attribute, referring.encode(href))]),
    ...addAttributes(tag, Object.entries(attributes ?? {})),
  ]
}

function resolveImg(
  referring: Referring,
  tag: Tag,
  placeOf: (from: number, to: number) => Place,
): readonly Edit[] {
  const attribute = attributeOf(tag, 'src')
  if (attribute === undefined) return []
  const written = referring.decodeEntities(attribute.value.trim())
  const at = placeOf(attribute.valueStart, attribute.valueEnd)
  const image = referring.host.image({ written, at, html: true })
  const sized = ['width', 'height', 'style'].some((name) => attributeOf(tag, name) !== undefined)
  return [
    ...(image.src === written ? [] : [replaceValue(attribute, referring.encode(image.src))]),
    ...addAttributes(tag, [...(sized ? [] : sizeOf(image)), ...loading(referring, written)]),
  ]
}

function replaceValue({ name, start, end }: Attribute, value: string): Edit {
  return { from: start, to: end, text: `${name}="${escapeHtml(value)}"` }
}

function addAttributes(
  tag: Tag,
  attributes: readonly (readonly [string, string])[],
): readonly Edit[] {
  const missing = attributes.filter(([name]) => attributeOf(tag, name) === undefined)
  if (missing.length === 0) return []
  return [{ from: tag.attributesEnd, to: tag.attributesEnd, text: write(missing) }]
}
