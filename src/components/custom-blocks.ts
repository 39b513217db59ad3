// `<div data-gb-custom-block data-tag="hint" data-style="warning">`: blocks as GitBook.com's editor writes them where its
// Markdown has no room for tags.
import { type Attribute, type Element, type Node, isElement, valueOf } from '../tree/node.ts'
import { isBlank } from './blank.ts'
import type { ComponentBlock } from './define.ts'
import { knownTag } from './table.ts'

/**
 * Makes components of such elements. Older exports left marks without content: what follows the mark of a panel is in it, up
 * to the next mark or heading. Tells whether there were any.
 */
export function readCustomBlocks(nodes: Node[]): boolean {
  let isChanged = nodes.some(isMark)
  if (isChanged) readMarks(nodes)
  for (const [index, node] of nodes.entries()) {
    if (!('children' in node)) continue
    const isInner = readCustomBlocks(node.children)
    const block = isElement(node, 'div') ? blockOf(node) : undefined
    // What its author wrote is not what the alternate says.
    if (isInner) node.verbatim = undefined
    nodes[index] = block ?? node
    isChanged ||= isInner || block !== undefined
  }
  return isChanged
}

/** Where a block begins or ends, and nothing else. */
function isMark(node: Node): node is Element {
  if (!isElement(node, 'div') || !node.children.every(isBlank)) return false
  const tag = tagOf(node)
  return tag !== undefined && (tag.startsWith('end') || knownTag(tag)?.kind === 'paired')
}

function tagOf(node: Element): string | undefined {
  const isCustom = node.attributes.some(({ name }) => name === 'data-gb-custom-block')
  return isCustom ? valueOf(node, 'data-tag') : undefined
}

function readMarks(nodes: Node[]): void {
  const read: Node[] = []
  let open: Node[] | undefined
  for (const node of nodes) {
    if (!isMark(node)) {
      const isEnd = isElement(node, 'h1', 'h2')
      if (isEnd) open = undefined
      ;(open ?? read).push(node)
      continue
    }
    open = undefined
    const tag = tagOf(node) ?? ''
    const isPart = knownTag(tag)?.component.within !== undefined
    const made = isPart ? componentOf(node, tag) : undefined
    if (made === undefined) continue
    read.push(made)
    open = made.children
  }
  nodes.splice(0, nodes.length, ...read)
}

function blockOf(node: Element): ComponentBlock | undefined {
  const tag = tagOf(node)
  const known = tag === undefined ? undefined : knownTag(tag)
  if (tag === undefined || known === undefined || known.isVerbatim === true) return undefined
  return componentOf(node, tag)
}

function componentOf(node: Element, tag: string): ComponentBlock | undefined {
  const known = knownTag(tag)
  if (known === undefined) return undefined
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
