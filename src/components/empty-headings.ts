// Headings that say nothing: GitBook.com's editor leaves them, and screen readers stumble over them. What stands in one without
// being a word, a symbol or the place of a link, stays.
import { type Node, element, headingLevel, isElement, raw, valueOf } from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import { spokenText } from '../tree/spoken-text.ts'

/** Takes the headings away that have no words. */
export function dropEmptyHeadings(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (!isElement(node) || headingLevel(node) === 0 || spokenText(node.children).trim() !== '')
      return undefined
    const place = valueOf(node, 'id')
    if (place === undefined && node.children.length === 0) return raw('')
    return element('div', place === undefined ? [] : [['id', place]], node.children)
  })
}
