// On pages that are written from right to left, what is read from left to right and is no code by its markup keeps the
// order of its signs: `C++`, `--force`, `3.x`, `2026-01-31`.
import { replaceAt } from '../../core/list.ts'
import { leftToRight } from '../../core/bidi.ts'
import type { Section } from '../../core/book.ts'
import { textDirection } from '../../core/text-direction.ts'
import { type Node, type Text, attributeOf, element, words } from '../node.ts'

/** Has a direction of its own, by the theme or by what it is. */
const APART = new Set('bdi bdo code kbd math pre samp script style svg textarea'.split(' '))

/** Puts such words into elements of their own, where the page runs from right to left: by its letters, else as its book. */
export function isolateNames(
  nodes: Node[],
  page: { readonly sections: readonly Section[]; readonly isRightToLeft: boolean },
): void {
  const direction = textDirection(page.sections) ?? (page.isRightToLeft ? 'rtl' : 'ltr')
  if (direction === 'rtl') isolate(nodes)
}

function isolate(nodes: Node[]): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.kind === 'text') {
      const parts = partsOf(node)
      if (parts.length === 0) continue
      replaceAt(nodes, index, parts)
      index += parts.length - 1
    } else if (node?.kind === 'element') {
      if (!APART.has(node.name) && attributeOf(node, 'dir') === undefined) isolate(node.children)
    } else if (node?.kind === 'block') isolate(node.children)
  }
}

/** A text in parts, none where it needs no others. */
function partsOf({ value, source }: Text): readonly Node[] {
  const parts: Node[] = []
  let done = 0
  for (const [from, to] of leftToRight(value)) {
    if (from > done) parts.push(words(value.slice(done, from), source))
    parts.push(element('bdi', [['dir', 'ltr']], [words(value.slice(from, to), source)]))
    done = to
  }
  if (parts.length > 0 && done < value.length) parts.push(words(value.slice(done), source))
  return parts
}
