// Classes that mean something in mdBook's own theme: `<div class="warning">` is a callout, and what is `hidden` is not shown.
import { addClass } from '../tree/made.ts'
import {
  type Element,
  type Node,
  added,
  forEachElement,
  hasClass,
  raw,
  setAttribute,
  words,
} from '../tree/node.ts'

/** Makes callouts with this title of warnings and hides what is hidden, in place. */
export function showMdbookClasses(nodes: readonly Node[], title: string): void {
  forEachElement(nodes, (node) => {
    if (hasClass(node, 'hidden')) setAttribute(node, 'hidden', '')
    if (node.name === 'div' && hasClass(node, 'warning')) call(node, title)
  })
}

function call(node: Element, title: string): void {
  if (hasClass(node, 'callout')) return
  addClass(node, 'callout')
  addClass(node, 'callout-warning')
  setAttribute(node, 'role', 'note')
  node.children.unshift(
    raw('\n'),
    added('p', [['class', 'callout-title']], [words(title)]),
    raw('\n'),
  )
}
