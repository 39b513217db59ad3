import type { ElementContent } from '../core/element.ts'
import { type Tag, attributeOf, scanTags } from './html-tags.ts'
import { foldSpace } from './plain-text.ts'

/** A piece of a block: HTML with its offset, or what Markdown made of the text between two tags. */
export type HtmlText = { readonly html: string; readonly from: number } | { readonly text: string }

/** An element of raw HTML, as offsets in its block. */
export interface HtmlElement {
  readonly from: number
  readonly to: number
  /** The value of the attribute that leads somewhere. */
  readonly target?: { readonly from: number; readonly to: number }
  readonly content: ElementContent
}

/** Attributes that name a file; those of links and images are resolved while the page is rendered. */
const FILES: { readonly [tag: string]: readonly string[] } = {
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  area: ['href'],
}
/** Attributes that name other elements of the page. */
const IDS = ['aria-labelledby', 'aria-describedby', 'aria-controls']

/** The names of the attributes of a tag that name a file or another element. */
export function fileAttributes(tag: string): readonly string[] {
  return [...(FILES[tag] ?? []), ...IDS]
}

const HIDDEN = /^(?:presentation|none)$/

/** An element that is open. */
interface Open {
  readonly tag: Tag
  readonly base: number
  text: string
  headers: boolean
  hasImage: boolean
  rows: number
}

interface Walk {
  readonly decode: (text: string) => string
  readonly open: Open[]
  readonly found: HtmlElement[]
}

/** The elements of raw HTML that checks look at. Elements that are not closed in the same block are left out. */
export function htmlElements(
  pieces: readonly HtmlText[],
  decode: (text: string) => string,
): readonly HtmlElement[] {
  const walk: Walk = { decode, open: [], found: [] }
  for (const piece of pieces) {
    if ('text' in piece) {
      say(walk, piece.text)
      continue
    }
    let done = 0
    for (const tag of scanTags(piece.html)) {
      say(walk, decode(piece.html.slice(done, tag.start)))
      done = tag.end
      if (tag.closing) close(walk, tag, piece.from)
      else open(walk, tag, piece.from)
    }
    say(walk, decode(piece.html.slice(done)))
  }
  return walk.found.toSorted((a, b) => a.from - b.from)
}

function say(walk: Walk, text: string): void {
  for (const element of walk.open) element.text += text
}

function open(walk: Walk, tag: Tag, base: number): void {
  noteInside(walk, tag)
  if (tag.name === 'img') addImage(walk, tag, base)
  const label = attributeOf(tag, 'aria-label')?.value ?? attributeOf(tag, 'title')?.value ?? ''
  const text = walk.decode(label)
  if (text !== '') say(walk, ` ${text}`)
  if (/^(?:a|table|h[1-6])$/.test(tag.name))
    walk.open.push({ tag, base, text, headers: false, hasImage: false, rows: 0 })
  addAttributes(walk, tag, base)
}

/** What a tag says about the elements that it is in. */
function noteInside({ open: outer }: Walk, { name }: Tag): void {
  for (const element of outer) {
    if (name === 'img' || name === 'svg') element.hasImage = true
    if (name === 'th' || name === 'caption') element.headers = true
    if (name === 'tr') element.rows += 1
  }
}

function addAttributes(walk: Walk, tag: Tag, base: number): void {
  for (const name of fileAttributes(tag.name)) {
    const attribute = attributeOf(tag, name)
    if (attribute === undefined || attribute.value.trim() === '') continue
    const value = walk.decode(attribute.value.trim())
    const range = { from: base + attribute.valueStart, to: base + attribute.valueEnd }
    walk.found.push({ ...range, content: { kind: 'attribute', tag: tag.name, name, value } })
  }
}

function addImage(walk: Walk, tag: Tag, base: number): void {
  const written = walk.decode(attributeOf(tag, 'src')?.value.trim() ?? '')
  const alt = attributeOf(tag, 'alt') ?? attributeOf(tag, 'aria-label')
  const said = alt === undefined && isHidden(tag) ? '' : alt && walk.decode(alt.value)
  if (said !== undefined) say(walk, said)
  const known = said === undefined ? {} : { alt: foldSpace(said) }
  const content = { kind: 'image', written, ...known, html: true } as const
  walk.found.push({
    from: base + tag.start,
    to: base + tag.end,
    ...targetOf(tag, 'src', base),
    content,
  })
}

function targetOf(tag: Tag, name: string, base: number): Pick<HtmlElement, 'target'> {
  const attribute = attributeOf(tag, name)
  if (attribute === undefined) return {}
  return { target: { from: base + attribute.valueStart, to: base + attribute.valueEnd } }
}

/** Screen readers pass over it. */
function isHidden(tag: Tag): boolean {
  const role = attributeOf(tag, 'role')?.value ?? ''
  return attributeOf(tag, 'aria-hidden')?.value === 'true' || HIDDEN.test(role)
}

function close(walk: Walk, tag: Tag, base: number): void {
  const index = walk.open.findLastIndex((element) => element.tag.name === tag.name)
  const element = walk.open[index]
  if (element === undefined) return
  walk.open.splice(index)
  const from = element.base + element.tag.start
  const text = foldSpace(element.text)
  const content = contentOf(walk, element, text)
  const target = element.tag.name === 'a' ? targetOf(element.tag, 'href', element.base) : {}
  if (content !== undefined) walk.found.push({ from, to: base + tag.end, ...target, content })
}

function contentOf(walk: Walk, element: Open, text: string): ElementContent | undefined {
  const { tag } = element
  if (isHidden(tag)) return undefined
  if (tag.name === 'table') {
    // One row, or nothing to read: it only puts things side by side.
    const isLayout = element.rows < 2 || text === ''
    return element.headers || isLayout ? undefined : { kind: 'bare-table' }
  }
  if (tag.name !== 'a') return { kind: 'heading', level: Number(tag.name.slice(1)), text }
  const href = attributeOf(tag, 'href')
  if (href === undefined) return undefined
  const image = element.hasImage ? { hasImage: true } : {}
  return { kind: 'link', written: walk.decode(href.value.trim()), text, ...image }
}
