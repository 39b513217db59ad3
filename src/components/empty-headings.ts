// Headings that say nothing: GitBook.com's editor leaves them, and screen readers stumble over them. What stands in one without
// being a word, a symbol or the place of a link, stays.
import { INVISIBLE } from '../core/text.ts'
import {
  type Node,
  element,
  forEachElement,
  headingLevel,
  isElement,
  raw,
  valueOf,
} from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import { spokenText } from '../tree/spoken-text.ts'

/** What no one sees, a joiner or a space of no width, is no word either. */
function saysSomething(nodes: readonly Node[]): boolean {
  return spokenText(nodes).replaceAll(INVISIBLE, '').trim() !== ''
}

/** Takes the headings away that have no words, and leaves their place where no other heading has it. */
export function dropEmptyHeadings(nodes: Node[]): void {
  const taken = new Set<string>()
  let hasEmpty = false
  forEachElement(nodes, (node) => {
    if (headingLevel(node) === 0) return
    if (saysSomething(node.children)) taken.add(valueOf(node, 'id') ?? '')
    else hasEmpty = true
  })
  if (!hasEmpty) return
  replaceNodes(nodes, (node) => {
    if (!isElement(node) || headingLevel(node) === 0 || saysSomething(node.children))
      return undefined
    const place = valueOf(node, 'id')
    const isFree = place !== undefined && !taken.has(place)
    if (isFree) taken.add(place)
    if (!isFree && !node.children.some((child) => isElement(child))) return raw('')
    return element('div', isFree ? [['id', place]] : [], node.children)
  })
}
