// `<div data-gb-custom-block data-tag="hint" data-style="warning">`: blocks as GitBook.com's editor writes them where its
// Markdown has no room for tags.
import { type Attribute, type Element, type Node, isElement, valueOf } from '../tree/node.ts'
import type { ComponentBlock } from './define.ts'
import { knownTag } from './table.ts'

/** Makes components of such elements. One without content is a mark that was left of something. */
export function readCustomBlocks(nodes: Node[]): void {
  for (const [index, node] of nodes.entries()) {
    if (!('children' in node)) continue
    readCustomBlocks(node.children)
    if (isElement(node, 'div')) nodes[index] = blockOf(node) ?? node
  }
}

function blockOf(node: Element): ComponentBlock | undefined {
  const tag = valueOf(node, 'data-tag')
  const isCustom = node.attributes.some(({ name }) => name === 'data-gb-custom-block')
  const known = isCustom && tag !== undefined ? knownTag(tag) : undefined
  if (tag === undefined || known === undefined || known.isVerbatim === true) return undefined
  if (known.kind === 'paired' && node.children.length === 0) return undefined
  return {
    kind: 'block',
    block: 'component',
    name: known.component.name,
    tag,
    attributes: node.attributes.filter(isOwn).map(({ name, value, at }) => ({
      name: name.slice('data-'.length),
      value,
      at,
    })),
    content: [],
    children: node.children,
    at: node.at,
  }
}

function isOwn({ name }: Attribute): boolean {
  return name.startsWith('data-') && name !== 'data-tag' && name !== 'data-gb-custom-block'
}
