// A component that a book shows in its own way. The layout gets attributes and a mark where the content belongs; its HTML is
// read like any HTML of the book's author, and the content is put there as it is: nodes, not text.
import { replaceAt } from '../core/list.ts'
import type { Source } from '../tree/facts.ts'
import type { Node } from '../tree/node.ts'
import { htmlTree } from '../tree/parse.ts'
import type { Component, ComponentBlock, ComponentKit } from './define.ts'

const MARK = '<!--content-->'

/** What the book's layout for a component gives; undefined when the book has none. */
export function ownLayout(
  block: ComponentBlock,
  kit: ComponentKit,
  component: Component | undefined,
): Node[] | undefined {
  const { layouts } = kit
  if (layouts === undefined) return undefined
  const name = [block.tag, block.name].find((one) => layouts.has(one))
  if (name === undefined) return undefined
  const told = Object.fromEntries(block.attributes.map((one) => [one.name || 'value', one.value]))
  const values = component?.values?.(block, kit) ?? {}
  const view = { ...told, ...values, tag: block.tag, page: kit.page, content: MARK }
  const html = layouts.html(name, view)
  const { at } = block
  const source: Source = {
    kind: 'html',
    place: () => at?.source.place(at.from, at.to) ?? kit.page.place,
  }
  const nodes = htmlTree(html.trim(), source, (found) => kit.report(found))
  put(nodes, block.text === undefined ? block.content : [codeOf(block, kit)])
  return nodes
}

function codeOf({ text = '', source }: ComponentBlock, kit: ComponentKit): Node {
  return kit.code({ text, language: '', source })
}

/** Puts content at the mark. */
function put(nodes: Node[], content: readonly Node[]): boolean {
  for (const [index, node] of nodes.entries()) {
    if (node.kind === 'raw' && node.html === MARK) {
      replaceAt(nodes, index, content)
      return true
    }
    if ('children' in node && put(node.children, content)) return true
  }
  return false
}
