// Tables stand in a box in which they scroll, so that a narrow page never does. Tables of a dialect are made so; those that
// an author wrote as HTML get their box here.
import { type Element, type Node, element, hasClass, valueOf } from './node.ts'
import { replaceNodes } from './replace.ts'

/** The attributes of such a box; what scrolls is reached by keyboard. */
export const TABLE_BOX = [
  ['class', 'table-wrap'],
  ['tabindex', '0'],
] as const

/** Puts a box around every table that stands in none, and not beside text. */
export function boxTables(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (node.kind !== 'element') return undefined
    if (node.name === 'table') return isBeside(node) ? node : element('div', TABLE_BOX, [node])
    return node.name === 'div' && hasClass(node, 'table-wrap') ? node : undefined
  })
}

/** Text flows around it. */
function isBeside(table: Element): boolean {
  return /^(?:left|right)$/i.test(valueOf(table, 'align') ?? '')
}
