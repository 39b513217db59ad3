// What a builder of a tree is told, and what it tells.
import type { Attribute, Block, Element, Node, SourceRange } from './node.ts'

/** An element of raw HTML as its start tag says it. */
export interface StartTag {
  readonly name: string
  readonly attributes: Attribute[]
  /** `<` and the name as written. */
  readonly open: string
  /** What stands after the attributes. */
  readonly tail: string
  readonly at?: SourceRange | undefined
  /** There is an end tag of this name somewhere behind. */
  readonly hasEnd: () => boolean
  /** The tag stands in a paragraph, and the one that ends it stands behind that, in what holds the paragraph. */
  readonly isLonger?: (() => boolean) | undefined
}

/** A tree in the making. */
export interface Builder {
  /** Opens an element or a block of the dialect. */
  open(node: Element | Block): void
  /** Closes the innermost element or block of the dialect, and what of raw HTML is still open in it. */
  close(): void
  add(node: Node): void
  /** A start tag of raw HTML; false when the element hides what follows and never ends, so that it was ended here. */
  startTag(tag: StartTag): boolean
  /** An end tag of raw HTML, as written. */
  endTag(name: string, written: string, at: SourceRange): void
  /** Inside a picture or a formula, where tags belong to other languages. */
  isForeign(): boolean
  /** Directly in an element of raw HTML that is more than a piece of a line. */
  isInBox(): boolean
  /** What stands already where the next node comes. */
  siblings(): readonly Node[]
  finish(): Node[]
}

/** Hears of tags that have no other half. */
export interface Unpaired {
  /** An element ended because what it stands in did; its start tag seemed to end it (`<a/>`), or did not. */
  readonly start: (name: string, at: SourceRange, seemsToEnd: boolean) => void
  /** An end tag ends nothing. */
  readonly end: (name: string, at: SourceRange) => void
}

/** What is open: an element of raw HTML, or an element or block of the dialect. */
export interface Frame {
  readonly node: Element | Block | undefined
  readonly children: Node[]
  readonly name: string
  readonly isRaw: boolean
  /** How many elements and blocks of the dialect are open, this one among them. */
  dialects: number
  /** The element ends behind the paragraph that it begins in. */
  readonly isLonger?: (() => boolean) | undefined
  /** The element ends before anything else than these. */
  readonly only?: ReadonlySet<string> | undefined
  /** The end tag of a raw element that came while something of the dialect was open in it. */
  end?: string
}

/** The name of an open element; '' for a block. */
export function nameOf(frame: Frame | undefined): string {
  return frame?.node?.kind === 'element' ? frame.node.name : ''
}

/** The list that a node is the last of: this one, or that of a cell that was put around it. */
export function listWith(node: Node, children: Node[]): Node[] {
  let list = children
  for (let last = list.at(-1); last !== node && last?.kind === 'element'; last = list.at(-1))
    list = last.children
  return list.at(-1) === node ? list : children
}

/** A paragraph, of the dialect or of HTML. */
export function isParagraph(node: Node): node is Element {
  return node.kind === 'element' && node.name === 'p'
}
