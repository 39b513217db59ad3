import type { Place } from '../core/diagnostic.ts'
import type { MarkdownHost, ResolvedImage } from '../markdown/host.ts'
import { type Attribute, type Edit, type Tag, attributeOf } from '../markdown/html-tags.ts'
import { decodeEntities, escapeHtml } from './entities.ts'
import { MARK, type Noted, type Notebook, type Places } from './references.ts'

/** What it takes to settle the references of a page. */
export interface Settling {
  readonly host: MarkdownHost
  readonly notebook: Notebook
  readonly places: Places
  /** Name of a heading's link to itself. */
  readonly anchor: string
  /** Images seen so far: the first is fetched at once. */
  images: number
  /** What was asked for which attribute, for those who look at the page again. */
  readonly asked?: Map<Attribute, Asked>
}

/** A reference with its place. */
export interface Asked {
  readonly written: string
  readonly at: Place
  readonly html: boolean
  readonly picture?: boolean
}

/** The edits that put answers into a tag. */
export function resolveTag(settling: Settling, tag: Tag): readonly Edit[] {
  if (tag.closing) return []
  return [...withoutMark(tag), ...resolve(settling, tag)]
}

/** What a converter left here for checks is not for readers. */
function withoutMark(tag: Tag): readonly Edit[] {
  const mark = attributeOf(tag, MARK)
  return mark === undefined ? [] : [{ from: mark.start - 1, to: mark.end, text: '' }]
}

function resolve(settling: Settling, tag: Tag): readonly Edit[] {
  switch (tag.name) {
    case 'a':
      return link(settling, tag)
    case 'img':
      return image(settling, tag)
    case 'video':
    case 'audio':
      return ['src', 'poster'].flatMap((name) => noted(settling, attributeOf(tag, name)))
    case 'iframe': {
      // Asciidoctor's frames have a border attribute that HTML no longer knows.
      const border = attributeOf(tag, 'frameborder')
      return border === undefined
        ? []
        : [{ from: border.start, to: border.end, text: 'loading="lazy"' }]
    }
    default:
      return []
  }
}

function link(settling: Settling, tag: Tag): readonly Edit[] {
  const attribute = attributeOf(tag, 'href')
  if (attribute === undefined) return []
  const asked = ask(settling, attribute)
  // The page's own tables of contents and footnotes.
  if (asked.html && asked.written.startsWith('#')) return []
  const { href, attributes } = settling.host.link(asked)
  return [replace(attribute, href), ...add(tag, Object.entries(attributes ?? {}))]
}

function image(settling: Settling, tag: Tag): readonly Edit[] {
  const attribute = attributeOf(tag, 'src')
  if (attribute === undefined) return []
  const resolved = settling.host.image(ask(settling, attribute))
  settling.images += 1
  const lazy = settling.images > 1 ? [['loading', 'lazy'] as const] : []
  return [
    replace(attribute, resolved.src),
    ...add(tag, [...sizeOf(tag, resolved), ...lazy, ['decoding', 'async']]),
  ]
}

/** The size of the file; an author who gives one side gets the other in proportion. */
function sizeOf(tag: Tag, { width, height }: ResolvedImage): [string, string][] {
  if (width === undefined || height === undefined || attributeOf(tag, 'style') !== undefined)
    return []
  const [wide, high] = ['width', 'height'].map((name) => attributeOf(tag, name)?.value)
  if (wide !== undefined && high !== undefined) return []
  if (wide !== undefined) return [['height', String(Math.round((Number(wide) * height) / width))]]
  if (high !== undefined) return [['width', String(Math.round((Number(high) * width) / height))]]
  return [
    ['width', String(width)],
    ['height', String(height)],
  ]
}

function noted(settling: Settling, attribute: Attribute | undefined): readonly Edit[] {
  if (attribute === undefined || settling.notebook.find(attribute.value) === undefined) return []
  return [replace(attribute, settling.host.link(ask(settling, attribute)).href)]
}

function ask(settling: Settling, attribute: Attribute): Asked {
  const asked = read(settling, attribute)
  settling.asked?.set(attribute, asked)
  return asked
}

/** The reference behind an attribute: noted, or written as HTML by the author. */
function read({ notebook, places }: Settling, attribute: Attribute): Asked {
  const note = notebook.find(attribute.value)
  if (note === undefined) {
    const written = decodeEntities(attribute.value.trim())
    const at = places.anywhere([attribute.value, written])
    return { written, at, html: true }
  }
  const found = places.search(note.spot, note.spellings)
  return {
    written: spelledOut(note, found?.spelling),
    at: found?.at ?? places.line(note.spot),
    html: false,
    ...(note.picture ? { picture: true } : {}),
  }
}

/** A cross reference with the extension that stands in the source. */
function spelledOut({ written, stem }: Noted, spelling: string | undefined): string {
  if (stem === undefined || spelling === undefined || spelling === stem.path) return written
  return spelling
}

function replace(attribute: Attribute, value: string): Edit {
  const text = `${attribute.name}="${escapeHtml(encode(value))}"`
  return { from: attribute.start, to: attribute.end, text }
}

function add(tag: Tag, attributes: readonly (readonly [string, string])[]): readonly Edit[] {
  const missing = attributes.filter(([name]) => attributeOf(tag, name) === undefined)
  if (missing.length === 0) return []
  const text = missing.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  return [{ from: tag.attributesEnd, to: tag.attributesEnd, text }]
}

/** Percent-encodes what an address must not hold; what is encoded stays as it is. */
function encode(url: string): string {
  return url.replaceAll(/[\s"<>`{}|\\^]|[^\0-\u007F]/gu, (character) =>
    /\p{Surrogate}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  )
}
