// The head of a page: what its front matter says beside the title. It is part of the page as if its author had written it
// there, so that references, print, ebooks and search need not know where it came from.
import { foldSpace } from '../../core/text.ts'
import { symbolClass } from '../../core/symbol.ts'
import type { Source } from '../facts.ts'
import {
  type Element,
  type Node,
  added,
  attributeOf,
  element,
  headingLevel,
  isBlank,
  isElement,
  raw,
  setAttribute,
  textContent,
  words,
} from '../node.ts'

/** What stands around the title of a page. */
export interface PageHead {
  /** The first paragraph, in larger type: plain text. */
  readonly lead?: string
  /** The name of a symbol before the title. */
  readonly icon?: string
  readonly cover?: Cover
  readonly tags?: readonly Tag[]
  /** The title is there for screen readers only. */
  readonly hidesTitle?: true
  /** Where it was written. */
  readonly source: Source
}

/** A picture above the title. */
export interface Cover {
  readonly src: CoverPicture
  readonly dark?: CoverPicture
  /** The part of the picture that stays when it is cut. */
  readonly part: 'top' | 'upper' | 'middle' | 'lower' | 'bottom'
}

/** A reference, as written, and where. */
export interface CoverPicture {
  readonly written: string
  readonly source: Source
}

/** A word that a page is filed under. */
export interface Tag {
  readonly label: string
  readonly icon?: string
  /** Where it leads: a reference. */
  readonly href?: string
}

/** Puts the head where it belongs: around the title that the page begins with, else before everything. */
export function putHead(nodes: Node[], head: PageHead): void {
  const first = nodes.findIndex((node) => !isBlank(node))
  const node = nodes[first]
  const title = isElement(node) && headingLevel(node) === 1 ? node : undefined
  if (title !== undefined) dress(title, head)
  const after = nodes.slice(title === undefined ? 0 : first + 1)
  const above = head.cover === undefined ? [] : [cover(head.cover)]
  const below = [...leadOf(head, after), ...tagList(head)]
  if (above.length + below.length === 0) return
  const parts = [...above, ...(title === undefined ? [] : [title]), ...below]
  const inner = parts.flatMap((part): Node[] => [part, raw('\n')])
  const header = element('header', [['class', 'page-head']], [raw('\n'), ...inner])
  const [from, count] = title === undefined ? [0, 0] : [first, 1]
  nodes.splice(from, count, header, raw('\n'))
}

/** Nothing when the text begins with the same words. */
function leadOf({ lead, source }: PageHead, after: readonly Node[]): readonly Element[] {
  if (lead === undefined || lead === firstWords(after)) return []
  return [element('p', [['class', 'lead']], [words(lead, source)])]
}

/** The words of the paragraph that the text begins with. */
function firstWords(nodes: readonly Node[]): string {
  const first = nodes.find((node) => !isBlank(node))
  return isElement(first, 'p') ? foldSpace(textContent(first.children)) : ''
}

function dress(title: Element, { icon, hidesTitle }: PageHead): void {
  const shown = symbol(icon)
  if (shown !== undefined) title.children.unshift(shown)
  if (hidesTitle === true) {
    const own = attributeOf(title, 'class')?.value ?? ''
    setAttribute(title, 'class', `${own} sr`.trim())
  }
}

/** A symbol as an element; undefined when the name is none. */
export function symbol(name: string | undefined): Element | undefined {
  const classes = symbolClass(name)
  if (classes === undefined) return undefined
  return added('span', [
    ['class', classes],
    ['aria-hidden', 'true'],
  ])
}

function cover({ src, dark, part }: Cover): Element {
  const shown =
    dark === undefined
      ? [coverImage(src)]
      : [coverImage(src, '#only-light'), coverImage(dark, '#only-dark')]
  return element('div', [['class', part === 'middle' ? 'cover' : `cover cover-${part}`]], shown)
}

function coverImage({ written, source }: CoverPicture, scheme = ''): Element {
  const node = element('img', [
    ['src', written + scheme],
    ['alt', ''],
  ])
  const at = { source, from: 0, to: 0 }
  return { ...node, attributes: node.attributes.map((one) => ({ ...one, at })), at }
}

function tagList({ tags = [], source }: PageHead): readonly Element[] {
  if (tags.length === 0) return []
  const at = { source, from: 0, to: 0 }
  const items = tags.map(({ label, icon, href }) => {
    const shown = symbol(icon)
    const content = [...(shown === undefined ? [] : [shown]), words(label)]
    if (href === undefined) return element('li', [], content)
    const link = {
      ...element('a', [], content),
      at,
      attributes: [{ name: 'href', value: href, at }],
    }
    return element('li', [], [link])
  })
  return [element('ul', [['class', 'tags']], items)]
}

/**
 * A page of GitBook.com is called by the heading that it begins with, else by SUMMARY. One that begins with words gets its
 * title above them: headings of that level below make room for it. Tells whether there were any.
 */
export function lowerHeadings(nodes: Node[]): boolean {
  const first = nodes.find((node) => textContent([node]).trim() !== '')
  if (isElement(first) && headingLevel(first) === 1) return false
  return hasTitle(nodes) && lower(nodes)
}

/** What an author wrote as HTML keeps its name. */
function levelOf(node: Node): number {
  return isElement(node) && node.tags === undefined ? headingLevel(node) : 0
}

function hasTitle(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) => levelOf(node) === 1 || ('children' in node && hasTitle(node.children)),
  )
}

function lower(nodes: Node[]): boolean {
  let isLowered = false
  for (const [index, node] of nodes.entries()) {
    if (!('children' in node)) continue
    const level = levelOf(node)
    if (level > 0) nodes[index] = lowered(node as Element, level)
    else if (lower(node.children)) node.verbatim = undefined
    else continue
    isLowered = true
  }
  return isLowered
}

function lowered(heading: Element, level: number): Element {
  return { ...heading, name: `h${Math.min(6, level + 1)}`, verbatim: undefined }
}
