// Headings that say nothing: GitBook.com's editor leaves them, and screen readers stumble over them. What stands in one without
// being a word, a symbol or the place of a link, stays.
import { INVISIBLE } from '../core/text.ts'
import { type Node, element, headingLevel, isElement, raw, valueOf } from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import { spokenText } from '../tree/spoken-text.ts'

/** What no one sees, a joiner or a space of no width, is no word either. */
function saysSomething(nodes: readonly Node[]): boolean {
  return spokenText(nodes).replaceAll(INVISIBLE, '').trim() !== ''
}

/** Takes the headings away that have no words. */
export function dropEmptyHeadings(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (!isElement(node) || headingLevel(node) === 0 || saysSomething(node.children))
      return undefined
    const place = valueOf(node, 'id')
    if (place === undefined && !node.children.some((child) => isElement(child))) return raw('')
    return element('div', place === undefined ? [] : [['id', place]], node.children)
  })
}
