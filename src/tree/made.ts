// Nodes that are made as a whole: blocks of the dialect, and elements that no author wrote, beside those that one did, so
// that a browser reads the others as they were meant.
import type { CalloutFacts } from './facts.ts'
import {
  type Block,
  type Element,
  type Node,
  type SourceRange,
  classesOf,
  elementOf,
  setAttribute,
} from './node.ts'

/** Puts the last of what stands in a table, or in a row, into a cell. */
export function putInCell(children: Node[], isRow: boolean): void {
  let inside = children.pop()
  for (const name of isRow ? ['td'] : ['td', 'tr']) {
    if (inside === undefined) return
    inside = { ...made(name), children: [inside] }
  }
  if (inside !== undefined) children.push(inside)
}

/** An element that no author wrote, beside those that one did. */
export function made(name: string): Element {
  const tags = { open: `<${name}`, tail: '>', close: '' }
  return elementOf(name, [], [], { tags })
}

/** A block with nothing in it yet. */
export function block(facts: CalloutFacts, at?: SourceRange): Block {
  return { kind: 'block', children: [], at, ...facts }
}

/** Gives an element a class more. */
export function addClass(node: Element, name: string): void {
  setAttribute(node, 'class', [...new Set([...classesOf(node), name])].join(' '))
}
