// `<div class="warning">`, which mdBook's own theme shows as a callout, is one.
import { addClass } from '../tree/made.ts'
import {
  type Node,
  added,
  forEachElement,
  hasClass,
  raw,
  setAttribute,
  words,
} from '../tree/node.ts'

/** Makes callouts with this title of them, in place. */
export function callWarnings(nodes: readonly Node[], title: string): void {
  forEachElement(nodes, (node) => {
    if (node.name !== 'div' || !hasClass(node, 'warning') || hasClass(node, 'callout')) return
    addClass(node, 'callout')
    addClass(node, 'callout-warning')
    setAttribute(node, 'role', 'note')
    node.children.unshift(
      raw('\n'),
      added('p', [['class', 'callout-title']], [words(title)]),
      raw('\n'),
    )
  })
}
