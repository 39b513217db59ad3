// A tree as a list. Passes that look for what few pages have go through a list of a page's elements in a fraction of the time
// that it takes to visit all nodes: so they share one, as long as the elements stay the same.
import type { Block, Element, Node } from './node.ts'

/** The elements below nodes, in the order of the page. */
export function elementsIn(nodes: readonly Node[]): readonly Element[] {
  return listed(nodes).elements
}

/** The blocks and elements below nodes, each kind in the order of the page. */
export function listed(nodes: readonly Node[]): Listed {
  const found = { elements: [], blocks: [] }
  addAll(nodes, found)
  return found
}

/** What stands in a tree. */
export interface Listed {
  readonly elements: readonly Element[]
  readonly blocks: readonly Block[]
}

function addAll(nodes: readonly Node[], found: { elements: Element[]; blocks: Block[] }): void {
  for (const node of nodes) {
    if (node.kind === 'text' || node.kind === 'raw') continue
    if (node.kind === 'element') found.elements.push(node)
    else found.blocks.push(node)
    if (node.children.length > 0) addAll(node.children, found)
  }
}
