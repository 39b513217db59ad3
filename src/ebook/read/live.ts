// What only works in a browser: an address or its words are left of it, and its author is told.
import { type Element, attributeOf, valueOf } from '../../tree/node.ts'
import type { Inline } from '../content.ts'
import { LIVE } from './names.ts'
import { type Reading, findElement, writtenAt } from './reading.ts'

/** What is left of an element that only works in a browser. */
export function liveInline(
  node: Element,
  reading: Reading,
  inside: () => readonly Inline[],
): readonly Inline[] {
  const { name } = node
  if (name === 'input' && valueOf(node, 'type')?.toLowerCase() === 'checkbox') return [box(node)]
  if (name === 'input' && valueOf(node, 'type')?.toLowerCase() === 'hidden') return []
  const what = LIVE[name as keyof typeof LIVE]
  const at = writtenAt(node, reading)
  // What handbook adds for readers of the site is nothing that an author would miss.
  if (at !== undefined) reading.unshown(what, at)
  if (name === 'button') return inside()
  if (what === 'form' || what === 'script') return []
  return address(node)
}

function box(node: Element): Inline {
  return attributeOf(node, 'checked') === undefined ? '☐ ' : '☑ '
}

/** A link to what cannot be shown. */
function address(node: Element): readonly Inline[] {
  const source = findElement(node.children, 'source')
  const to = (
    valueOf(node, 'src') ??
    valueOf(node, 'data') ??
    (source && valueOf(source, 'src')) ??
    ''
  ).trim()
  if (to === '') return []
  const words = valueOf(node, 'title')?.trim() || to
  return [{ kind: 'link', to: to.replace(/^\/\//, 'https://'), children: [words] }]
}
