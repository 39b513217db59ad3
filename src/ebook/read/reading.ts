// What readers of a tree share: where they report what no ebook can show.
import type { Place } from '../../core/diagnostic.ts'
import type { Source } from '../../tree/facts.ts'
import { type Element, type Node, classesOf, isElement, textContent } from '../../tree/node.ts'
import { htmlTree } from '../../tree/parse.ts'

/** What an ebook cannot show. */
export type UnshownKind = 'frame' | 'film' | 'sound' | 'form' | 'script' | 'object'

/** One reading of a page. */
export interface Reading {
  /** Notes what is left out, and where it was written. */
  readonly unshown: (what: UnshownKind, at: Place | undefined) => void
  /** Where the text of the page was written. */
  readonly toSource: (place: Place) => Place
  /** The ids in drawings of the page so far. */
  readonly drawn: Set<string>
}

/** Where an element or an attribute was written; undefined for what handbook made. */
export function writtenAt({ at }: Pick<Element, 'at'>, { toSource }: Reading): Place | undefined {
  if (at === undefined) return undefined
  const place = at.source.place(at.from, at.to)
  return place.file === '' ? undefined : toSource(place)
}

const NOWHERE: Source = { kind: 'html', place: () => ({ file: '' }) as never }

/** Nodes with their slices of HTML opened: highlighted code, boxes of tasks. Comments are gone. */
export function* opened(nodes: readonly Node[]): Generator<Exclude<Node, { kind: 'raw' }>> {
  for (const node of nodes) {
    if (node.kind !== 'raw') yield node
    else if (node.html.trim() === '') yield { kind: 'text', value: node.html }
    else if (!/^\s*<[!?]/.test(node.html)) yield* opened(readSlice(node.html))
  }
}

function readSlice(html: string): readonly Node[] {
  // A slice that the reader of HTML would give back as it is holds nothing to be seen.
  return htmlTree(html, NOWHERE).filter((node) => node.kind !== 'raw' || node.html !== html)
}

/** The words of HTML that is no page: a setting. */
export function wordsOfHtml(html: string): string {
  return textContent(htmlTree(html, NOWHERE)).replaceAll(/\s+/g, ' ').trim()
}

/** The first element of a name, also inside of others. */
export function findElement(nodes: readonly Node[], name: string): Element | undefined {
  for (const node of nodes) {
    if (isElement(node, name)) return node
    const inner = 'children' in node ? findElement(node.children, name) : undefined
    if (inner !== undefined) return inner
  }
  return undefined
}

/** The end of a class that begins so: `right` of `align-right`. */
export function classAfter(node: Element, prefix: string): string | undefined {
  return classesOf(node)
    .find((name) => name.startsWith(prefix))
    ?.slice(prefix.length)
}
