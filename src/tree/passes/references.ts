// Asks the host what the addresses of a page mean, and puts its answers into the tree: of Markdown, AsciiDoc and raw HTML
// alike, by the one table of attributes.
import { replaceAt } from '../../core/list.ts'
import type { Place } from '../../core/diagnostic.ts'
import { decodeReference } from '../../core/path.ts'
import { lineEnds } from '../../core/position.ts'
import { pixelsOf } from '../../core/width.ts'
import { type AddressFact, addressFact, addressesIn } from '../addresses.ts'
import type { Reference, ReferenceHost, ResolvedImage } from '../host.ts'
import {
  type Attribute,
  type Block,
  type Element,
  type Node,
  attributeOf,
  element,
  hasClass,
  isElement,
  setAttribute,
  textContent,
  valueOf,
} from '../node.ts'
import { arePicturesAlone } from '../spoken-text.ts'

/** The end of an address that says in which theme an image is shown: the ways of Material for MkDocs and of GitHub. */
const ONE_THEME = /#(?:only|gh)-(?:dark|light)(?:-mode-only)?$/

const OF_LINKS = /^(?:target|download|ping|rel|hreflang|type|referrerpolicy)$/

/** How references are resolved. */
export interface ResolveContext {
  readonly host: ReferenceHost
  /** Percent-encodes what an address must not hold; what is encoded stays as it is. */
  readonly encode: (url: string) => string
  /** References to a place of the same page that are written as HTML are the dialect's own. */
  readonly ownFragments?: boolean
}

/** Letters that fill a screen below the title, and those of a line. */
const FIRST_SCREEN = 2000
const LINE = 40

/** What handbook added has no references to resolve. */
function isLookedAt(node: Node | undefined): node is Element | Block {
  return node?.kind === 'block' || (node?.kind === 'element' && node.added !== true)
}

/** Of a node itself. A line of code takes one, however short it is, and so does what stands between blocks. */
function lettersOf(node: Node | undefined): number {
  if (node?.kind === 'text') return node.value.length
  return node?.kind === 'raw' ? LINE * lineEnds(node.html) : 0
}

/** Resolves every reference of a page. True when a link became words: what holds it is not what its author wrote. */
export function resolveReferences(nodes: Node[], resolving: ResolveContext): boolean {
  return new Resolver(resolving).visit(nodes)
}

class Resolver {
  readonly #resolving: ResolveContext
  /** Images seen so far. */
  #images = 0
  readonly #missing = new Set<Node>()
  /** Letters before what is looked at, as an image of the first screen has them. */
  #letters = 0

  constructor(resolving: ResolveContext) {
    this.#resolving = resolving
  }

  visit(nodes: Node[]): boolean {
    let isUnlinked = false
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]
      if (this.#letters < FIRST_SCREEN) this.#letters += lettersOf(node)
      if (!isLookedAt(node)) continue
      nodes[index] = this.#resolved(node)
      if (node.children.length > 0 && this.visit(node.children)) {
        node.verbatim = undefined
        isUnlinked = true
      }
      if (isCover(node) && this.#isCleared(node)) nodes.splice(index--, 1)
      if (!isWordsAlone(node)) continue
      replaceAt(nodes, index, node.children)
      index += node.children.length - 1
      isUnlinked = true
    }
    return isUnlinked
  }

  /** The element, or what stands for it where dark themes show another image. */
  #resolved(node: Element | Block): Node {
    const dark = node.kind === 'element' ? this.#element(node) : undefined
    return dark === undefined || node.kind === 'block' ? node : withDark(node, dark)
  }

  /** Resolves the attributes of an element; gives the variant of an image for dark themes. */
  #element(node: Element): string | undefined {
    let dark: string | undefined
    // What is added on the way needs no answer.
    for (let index = 0, { length } = node.attributes; index < length; index++) {
      const attribute = node.attributes[index]
      const fact = attribute && addressFact(node.name, attribute.name)
      if (attribute === undefined || fact === undefined) continue
      if (fact.use === 'link') this.#link(node, attribute)
      else if (fact.use === 'image') dark = this.#image(node, attribute)
      else this.#files(attribute, fact)
    }
    return dark
  }

  /** Above its title a page has no frame around nothing. */
  #isCleared(cover: Element): boolean {
    cover.children = cover.children.filter((child) => !this.#missing.has(child))
    return cover.children.length === 0
  }

  #link(node: Element, attribute: Attribute): void {
    const { host, ownFragments } = this.#resolving
    const reference = referenceOf(attribute)
    if (ownFragments && reference.html && reference.written.startsWith('#')) return
    const { href, attributes } = host.link(withUse(reference, node, attribute))
    if (href === undefined) return unlink(node, attribute)
    this.#replace(attribute, reference.written, href)
    if (attribute.name !== 'href') return
    for (const [name, value] of Object.entries(attributes ?? {})) addAttribute(node, name, value)
    if (isNameless(node))
      addAttribute(node, 'aria-label', host.title?.(reference) ?? nameOf(reference.written))
  }

  #image(node: Element, attribute: Attribute): string | undefined {
    const reference = referenceOf(attribute)
    const image = this.#resolving.host.image(reference)
    if (image.isMissing === true) this.#missing.add(node)
    this.#replace(attribute, reference.written, image.src)
    for (const [name, value] of sizeOf(node, image)) addAttribute(node, name, value)
    const isOneTheme = ONE_THEME.test(reference.written)
    if (!isOneTheme) this.#images += 1
    // The first is fetched at once, unless it stands where nobody looks at first: it would take the line from the page.
    const isFirst = this.#images === 1 && this.#letters < FIRST_SCREEN
    if (isOneTheme || !isFirst) addAttribute(node, 'loading', 'lazy')
    addAttribute(node, 'decoding', 'async')
    return reference.html ? undefined : image.dark && this.#resolving.encode(image.dark)
  }

  #files(attribute: Attribute, fact: AddressFact): void {
    const { value } = attribute
    let result = ''
    let done = 0
    for (const { address, from, to } of addressesIn(value, fact)) {
      const isExact = attribute.at && attribute.at.to - attribute.at.from === value.length
      const place = placeOf(attribute, isExact ? [from, to] : undefined)
      const found = this.#resolving.host.file({ written: address, at: place, html: true })
      const isKept = attribute.written !== undefined && isAsWritten(address, found)
      const shown = isKept ? address : this.#resolving.encode(found)
      result += value.slice(done, from) + shown
      done = to
    }
    if (result + value.slice(done) !== value || attribute.written === undefined)
      change(attribute, result + value.slice(done))
  }

  /** What an author wrote as HTML stays as it is spelled. */
  #replace(attribute: Attribute, written: string, url: string): void {
    if (attribute.written === undefined || !isAsWritten(written, url))
      change(attribute, this.#resolving.encode(url))
  }
}

/** Does an address stay? Not where it leads elsewhere, nor with spaces, which none may hold. Browsers drop line breaks. */
function isAsWritten(written: string, url: string): boolean {
  return url === written && (!url.includes(' ') || /[\t\n\r]/.test(url))
}

/** Without an address, what says more about the link goes, too (HTML Living Standard, 4.5.1). */
function unlink(node: Element, href: Attribute): void {
  removeAttribute(node, href)
  const others = node.attributes.filter(({ name }) => OF_LINKS.test(name))
  for (const other of others) removeAttribute(node, other)
}

/** The picture above a title, as the front matter of a page asks for it. */
function isCover(node: Node): node is Element {
  return isElement(node, 'div') && node.tags === undefined && hasClass(node, 'cover')
}

/** A link of Markdown that leads nowhere. */
function isWordsAlone(node: Element | Block): boolean {
  if (node.kind === 'block' || node.name !== 'a') return false
  return node.tags === undefined && node.attributes.length === 0
}

/** Does its author say that a link leads to a file, to be saved or of another type than a page? */
function wantsFile(node: Element): boolean {
  if (node.attributes.length === 1) return false
  const type = attributeOf(node, 'type')?.value.trim().toLowerCase() ?? ''
  return attributeOf(node, 'download') !== undefined || (type !== '' && type !== 'text/html')
}

function change(attribute: Attribute, value: string): void {
  attribute.value = value
  attribute.written = undefined
}

function referenceOf(attribute: Attribute): Reference {
  const { value, written } = attribute
  const isHtml = written !== undefined
  return { written: isHtml ? value.trim() : value, at: placeOf(attribute), html: isHtml }
}

/** Where an attribute was written, or a part of its value. */
function placeOf({ at }: Attribute, part?: readonly [number, number]): Place {
  if (at === undefined) return NOWHERE
  const { source, from, to } = at
  return part === undefined ? source.place(from, to) : source.place(from + part[0], from + part[1])
}

const NOWHERE = { file: '' } as unknown as Place

/** A reference with what the link around it says of its use. */
function withUse(reference: Reference, node: Element, attribute: Attribute): Reference {
  const picture = !reference.html && isAroundPicture(node, attribute)
  const download = wantsFile(node)
  const bare = saysItsAddress(node, reference.written)
  if (!picture && !download && !bare) return reference
  return {
    ...reference,
    ...(picture && { picture }),
    ...(download && { download }),
    ...(bare && { bare }),
  }
}

function isAroundPicture(node: Element, { note }: Attribute): boolean {
  return note?.picture === true || isElement(node.children[0], 'img', 'picture', 'svg')
}

/** A link around pictures without words: for who does not see them it has no name (WCAG 2.4.4). */
function isNameless(node: Element): boolean {
  const isNamed = ['title', 'aria-label', 'aria-labelledby'].some((name) => valueOf(node, name))
  return !isNamed && arePicturesAlone(node.children)
}

/** An address as one reads it out. */
function nameOf(address: string): string {
  return decodeReference(bareAddress(address))
}

/** Are the words of a link its address? */
function saysItsAddress({ children }: Element, href: string): boolean {
  return bareAddress(textContent(children)) === bareAddress(href)
}

function bareAddress(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
}

/** Words alone are left of a link. */
function removeAttribute(node: Element, attribute: Attribute): void {
  node.attributes.splice(node.attributes.indexOf(attribute), 1)
}

function addAttribute(node: Element, name: string, value: string): void {
  if (attributeOf(node, name) === undefined) setAttribute(node, name, value)
}

/** The size of the file, unless a style says another. Of an image that has one side, the other follows. */
function sizeOf(
  node: Element,
  { width, height }: ResolvedImage,
): readonly (readonly [string, string])[] {
  if (width === undefined || height === undefined || attributeOf(node, 'style') !== undefined)
    return []
  const [wide, high] = ['width', 'height'].map((name) => valueOf(node, name))
  if (wide === undefined && high === undefined)
    return [
      ['width', String(width)],
      ['height', String(height)],
    ]
  if ([wide, high].some((side) => side?.includes('%'))) node.fileSize = [width, height]
  if (wide !== undefined && high !== undefined) return []
  const [side, other] =
    wide === undefined ? [pixelsOf(high), width / height] : [pixelsOf(wide), height / width]
  if (side === undefined) return []
  return [[wide === undefined ? 'width' : 'height', String(Math.round(side * other))]]
}

function withDark(image: Element, dark: string): Element {
  const source = element('source', [
    ['srcset', dark],
    ['media', '(prefers-color-scheme: dark)'],
  ])
  return element('picture', [], [source, image])
}
