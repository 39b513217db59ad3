// Nodes put in the place of others: what most passes do.
import type { Block, Element, Node } from './node.ts'

/**
 * Asks for every element and block, from the outside in, what is to stand in its place: nothing leaves it and goes into
 * it, and what is put there is not asked for again.
 */
export function replaceNodes(
  nodes: Node[],
  replace: (node: Element | Block) => Node | undefined,
): void {
  // Pages have tens of thousands of nodes, and passes are many: an index costs less than an iterator.
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined || node.kind === 'text' || node.kind === 'raw') continue
    const other = replace(node)
    if (other !== undefined) nodes[index] = other
    else if (node.children.length > 0) replaceNodes(node.children, replace)
  }
}

/**
 * Asks for every element and block, from the inside out, to change itself. What holds something that changed is not what
 * its author wrote any longer, and its lines are not kept in the alternate. Tells whether anything changed.
 */
export function changeNodes(
  nodes: readonly Node[],
  change: (node: Element | Block) => boolean,
): boolean {
  let isChanged = false
  for (const node of nodes) {
    if (!('children' in node)) continue
    const isInner = changeNodes(node.children, change)
    const isOuter = change(node)
    if (isInner || isOuter) node.verbatim = undefined
    isChanged ||= isInner || isOuter
  }
  return isChanged
}
