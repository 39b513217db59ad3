// What checks want to know of a page that readers never see: where its links, images and headings were written, and what
// a screen reader says of them. Looked at before references are resolved; costs nothing unless somebody asks.
import { foldSpace } from '../../core/text.ts'
import type { Place } from '../../core/diagnostic.ts'
import type { ElementContent, PageElement } from '../../core/element.ts'
import { addressFact, addressesIn } from '../addresses.ts'
import {
  type Attribute,
  type Element,
  type Node,
  type SourceRange,
  type Text,
  attributeOf,
  forEachElement,
  headingLevel,
  valueOf,
} from '../node.ts'
import { countScripts } from '../scripts.ts'

/** Attributes that name other elements of the page. */
const IDS = new Set(['aria-labelledby', 'aria-describedby', 'aria-controls'])
/** Links and images are elements of kinds of their own. */
const OWN_KINDS = new Set(['a href', 'img src'])
const HIDDEN = /^(?:presentation|none)$/
const NOT_PROSE = new Set(['pre', 'code', 'script', 'style', 'nav'])

/** The elements of a page in its order; `onProse` is told its words outside of code. */
export function elementsOf(
  nodes: readonly Node[],
  page: Place,
  onProse?: (words: string) => void,
): readonly PageElement[] {
  const found: PageElement[] = []
  const scripts = new Map<string, number>()
  visit(nodes, false, (node, isQuoted) => {
    if (node.kind === 'text') {
      countScripts(node.value, scripts)
      onProse?.(node.value)
    } else addElement(node, isQuoted, found)
  })
  return [...found, { kind: 'prose', scripts: Object.fromEntries(scripts), at: page }]
}

type See = (node: Element | Text, isQuoted: boolean) => void

/** Every element, and the text that is prose. The headings of a quotation are no part of the page's own tree. */
function visit(nodes: readonly Node[], isQuoted: boolean, see: See): void {
  for (const node of nodes) {
    if (node.kind === 'text') see(node, isQuoted)
    else if (node.kind === 'element') visitElement(node, isQuoted, see)
    else if (node.kind === 'block' && node.block !== 'code') visit(node.children, isQuoted, see)
  }
}

function visitElement(node: Element, isQuoted: boolean, see: See): void {
  if (node.added) return
  see(node, isQuoted)
  const isQuote = node.name === 'blockquote' && node.tags === undefined
  if (NOT_PROSE.has(node.name)) forEachElement(node.children, (inner) => see(inner, isQuoted))
  else visit(node.children, isQuoted || isQuote, see)
}

function addElement(node: Element, isQuoted: boolean, found: PageElement[]): void {
  const level = headingLevel(node)
  if (node.name === 'a') addLink(node, found)
  else if (node.name === 'img') addImage(node, found)
  else if (level > 0) {
    if (!isQuoted && !isHidden(node))
      found.push({ kind: 'heading', level, text: foldSpace(said(node)), at: placeOf(node.at) })
  } else if (node.name === 'table' && node.tags !== undefined && isBare(node))
    found.push({ kind: 'bare-table', at: placeOf(node.at) })
  for (const attribute of node.attributes) addAddresses(node, attribute, found)
}

function addLink(node: Element, found: PageElement[]): void {
  const href = attributeOf(node, 'href')
  if (href === undefined || isHidden(node)) return
  let hasImage = false
  forEachElement(node.children, ({ name }) => (hasImage ||= name === 'img' || name === 'svg'))
  const content: ElementContent = {
    kind: 'link',
    written: writtenOf(href),
    text: foldSpace(said(node)),
    ...(hasImage ? { hasImage } : {}),
    target: placeOf(href.at),
  }
  found.push({ ...content, at: placeOf(node.at ?? href.at) })
}

function addImage(node: Element, found: PageElement[]): void {
  const src = attributeOf(node, 'src')
  const alt = alternative(node)
  const content: ElementContent = {
    kind: 'image',
    written: src === undefined ? '' : writtenOf(src),
    ...(alt === undefined ? {} : { alt: foldSpace(alt) }),
    ...(src?.at === undefined ? {} : { target: placeOf(src.at) }),
    html: (src?.written ?? node.tags) !== undefined && src?.note === undefined,
  }
  found.push({ ...content, at: placeOf(node.at ?? src?.at) })
}

/** What is said of an image: undefined when nothing is, '' when nothing needs to be. */
function alternative(node: Element): string | undefined {
  const written = attributeOf(node, 'alt')
  const alt = written?.value ?? valueOf(node, 'aria-label')
  if (attributeOf(node, 'src')?.note?.unsaid) return undefined
  if (node.tags === undefined) return alt === '' && written?.written === undefined ? undefined : alt
  return alt === undefined && isHidden(node) ? '' : alt
}

/** Files and ids that HTML names, besides the links and images that are elements of their own. */
function addAddresses(node: Element, attribute: Attribute, found: PageElement[]): void {
  const { name, value, at, written } = attribute
  if (written === undefined || at === undefined || value.trim() === '') return
  if (IDS.has(name)) {
    found.push({ kind: 'attribute', tag: node.name, name, value: value.trim(), at: placeOf(at) })
    return
  }
  const fact = addressFact(node.name, name)
  if (fact === undefined || OWN_KINDS.has(`${node.name} ${name}`)) return
  // Entities make the value shorter than what was written: then only the whole of it has a place.
  const isExact = at.to - at.from === value.length
  for (const { address, from, to } of addressesIn(value, fact)) {
    const part = isExact && fact.isList ? { ...at, from: at.from + from, to: at.from + to } : at
    found.push({ kind: 'attribute', tag: node.name, name, value: address, at: placeOf(part) })
  }
}

function writtenOf({ value, written }: Attribute): string {
  return written === undefined ? value : value.trim()
}

function placeOf(range: SourceRange | undefined): Place {
  return range === undefined
    ? ({ file: '' } as unknown as Place)
    : range.source.place(range.from, range.to)
}

/** What a screen reader says of an element: its text, with alternative texts and labels. */
function said(node: Element): string {
  if (node.added) return ''
  const label = node.tags && (valueOf(node, 'aria-label') ?? valueOf(node, 'title'))
  const before = label ? ` ${label} ` : ''
  if (node.name === 'br') return ' '
  return before + (node.name === 'img' ? (alternative(node) ?? '') : saidIn(node.children))
}

function saidIn(nodes: readonly Node[]): string {
  let result = ''
  for (const node of nodes) {
    if (node.kind === 'text') result += node.value
    else if (node.kind === 'raw') result += node.text ?? ''
    else result += node.kind === 'element' ? said(node) : saidIn(node.children)
  }
  return result
}

/** Screen readers pass over it. */
function isHidden(node: Element): boolean {
  return valueOf(node, 'aria-hidden') === 'true' || HIDDEN.test(valueOf(node, 'role') ?? '')
}

/** A table without headers; one of a single row, or without a word, only puts things side by side. */
function isBare(table: Element): boolean {
  let rows = 0
  let hasHeaders = false
  forEachElement(table.children, ({ name }) => {
    if (name === 'tr') rows += 1
    if (name === 'th' || name === 'caption') hasHeaders = true
  })
  return !hasHeaders && rows > 1 && !isHidden(table) && foldSpace(said(table)) !== ''
}
