// Pictures whose files GitBook.com's editor deleted: it writes `broken-reference` where their address was. Their words stay.
import { isOfDeleted } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import {
  type Element,
  type Node,
  attributeOf,
  isBlank,
  isElement,
  valueOf,
  words,
} from '../tree/node.ts'
import type { ComponentKit } from './define.ts'

/** Puts the descriptions of such pictures in their place. */
export function dropDeletedPictures(nodes: Node[], kit: ComponentKit): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node === undefined || !('children' in node)) continue
    if (isElement(node, 'img') && isDeleted(node)) {
      report(node, kit)
      const alt = valueOf(node, 'alt')?.trim() ?? ''
      nodes.splice(index, 1, ...(alt === '' ? [] : [words(alt)]))
      continue
    }
    const before = node.children.length
    dropDeletedPictures(node.children, kit)
    const isEmptied = node.children.length < before && node.children.every(saysNothing)
    if (isEmptied && isElement(node, 'p', 'figure', 'picture', 'div')) nodes.splice(index, 1)
  }
}

function saysNothing(node: Node): boolean {
  return isBlank(node) || (isElement(node, 'figcaption') && node.children.every(isBlank))
}

function isDeleted(image: Element): boolean {
  return isOfDeleted(valueOf(image, 'src') ?? '')
}

function report(image: Element, kit: ComponentKit): void {
  const at = attributeOf(image, 'src')?.at ?? image.at
  const place = at?.source.place(at.from, at.to) ?? kit.page.place
  kit.report(problem('links/broken-reference', place, { case: 'file' }))
}
