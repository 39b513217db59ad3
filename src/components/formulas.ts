// Formulas where GitBook.com's editor writes HTML: `<span class="math">x^2</span>` in tables and in paragraphs that are aligned.
import { type Node, hasClass, isElement, textContent } from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import { withoutDelimiters } from '../tree/tex.ts'

/** Puts blocks of the tree in the place of formulas. */
export function showFormulas(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (!isElement(node, 'span') || node.at === undefined || !hasClass(node, 'math'))
      return undefined
    return {
      kind: 'block',
      block: 'math',
      tex: withoutDelimiters(textContent(node.children)),
      display: false,
      isInText: true,
      source: node.at.source,
      at: node.at,
      children: [],
    }
  })
}
