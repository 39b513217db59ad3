// Headings that say nothing: GitBook.com's editor leaves them, and screen readers stumble over them. What stands in one without
// being a word, a symbol or the place of a link, stays.
import {
  type Node,
  element,
  forEachElement,
  headingLevel,
  isElement,
  raw,
  textContent,
  valueOf,
} from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'

/** Takes the headings away that have no words. */
export function dropEmptyHeadings(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (!isElement(node) || headingLevel(node) === 0 || saysSomething(node.children))
      return undefined
    const place = valueOf(node, 'id')
    if (place === undefined && node.children.length === 0) return raw('')
    return element('div', place === undefined ? [] : [['id', place]], node.children)
  })
}

function saysSomething(nodes: readonly Node[]): boolean {
  let text = textContent(nodes)
  forEachElement(nodes, (node) => {
    if (node.name === 'img') text += valueOf(node, 'alt') ?? ''
  })
  return text.trim() !== ''
}
