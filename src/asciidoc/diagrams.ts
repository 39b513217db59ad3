// Listings of AsciiDoc in a language of diagrams become blocks of code of the tree, which are drawn then.
import { isDiagram } from '../diagrams/draw.ts'
import type { CodeFacts, Source } from '../tree/facts.ts'
import {
  type Block,
  type Element,
  type Node,
  childOf,
  classesOf,
  isElement,
  textContent,
} from '../tree/node.ts'

/** Puts blocks of code in the place of the sources of diagrams. */
export function diagramsAsBlocks(nodes: Node[], source: Source): void {
  for (const [index, node] of nodes.entries()) {
    const language = isElement(node, 'pre') ? languageOf(node) : ''
    if (isElement(node, 'pre') && isDiagram(language)) nodes[index] = codeOf(node, language, source)
    else if ('children' in node) diagramsAsBlocks(node.children, source)
  }
}

function languageOf(node: Element): string {
  const code = childOf(node.children, 'code')
  const name = code && classesOf(code).find((one) => one.startsWith('lang-'))
  return name?.slice('lang-'.length) ?? ''
}

function codeOf(node: Element, language: string, source: Source): Block & CodeFacts {
  const text = textContent(node.children).replace(/\n$/, '')
  return { kind: 'block', block: 'code', language, text, source, children: [node] }
}
