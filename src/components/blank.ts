import { type Node, isElement } from '../tree/node.ts'

/** White space and nothing else. */
export function isBlank(node: Node): boolean {
  if (node.kind === 'raw') return node.html.trim() === ''
  return node.kind === 'text' && node.value.trim() === ''
}

/** White space and paragraphs of nothing else: GitBook.com's editor leaves them in blocks that are empty. */
export function saysNothing(nodes: readonly Node[]): boolean {
  return nodes.every(
    (node) => isBlank(node) || (isElement(node, 'p', 'br') && saysNothing(node.children)),
  )
}

/** Nodes without the white space around them, and without breaks of lines that are there for the eye of an author. */
export function trimmed(nodes: readonly Node[]): readonly Node[] {
  let [from, to] = [0, nodes.length]
  while (from < to && breaksNothing(nodes[from] as Node)) from += 1
  while (to > from && breaksNothing(nodes[to - 1] as Node)) to -= 1
  return nodes.slice(from, to)
}

function breaksNothing(node: Node): boolean {
  return isBlank(node) || isElement(node, 'br')
}
