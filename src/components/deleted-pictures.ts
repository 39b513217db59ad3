// Pictures whose files GitBook.com's editor deleted: it writes `broken-reference` where their address was. Their words stay.
import { replaceAt } from '../core/list.ts'
import { isOfDeleted } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import {
  type Attribute,
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
    const address = isElement(node, 'img', 'source') ? deletedAddress(node) : undefined
    if (address !== undefined) {
      report(address, kit)
      replaceAt(nodes, index, leftOf(node))
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

function deletedAddress(picture: Element): Attribute | undefined {
  const address = attributeOf(picture, picture.name === 'img' ? 'src' : 'srcset')
  return isOfDeleted(address?.value ?? '') ? address : undefined
}

/** The words of a picture; its dark variant has none. */
function leftOf(picture: Node): readonly Node[] {
  const alt = isElement(picture) ? (valueOf(picture, 'alt')?.trim() ?? '') : ''
  return alt === '' ? [] : [words(alt)]
}

function report({ at }: Attribute, kit: ComponentKit): void {
  const place = at?.source.place(at.from, at.to) ?? kit.page.place
  kit.report(problem('links/broken-reference', place, { case: 'file' }))
}
