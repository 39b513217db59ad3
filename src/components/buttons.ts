// Buttons of GitBook.com's editor: links that look like one, and actions of its site, which a site of files does not have.
import {
  type Element,
  type Node,
  attributeOf,
  element,
  hasClass,
  isElement,
  textContent,
  valueOf,
  words,
} from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import { symbol } from '../tree/passes/head.ts'

/** Makes buttons of the elements that mean them. */
export function showButtons(nodes: Node[]): void {
  replaceNodes(nodes, (node) =>
    isElement(node, 'a', 'button') && hasClass(node, 'button') ? buttonOf(node) : undefined,
  )
}

function buttonOf(node: Element): Element {
  const classes = hasClass(node, 'primary') ? 'action action-primary' : 'action'
  const icon = symbol(valueOf(node, 'data-icon'))
  const label =
    textContent(node.children).trim() === ''
      ? [words(valueOf(node, 'data-query') ?? '')]
      : node.children
  const children = icon === undefined ? label : [icon, ...label]
  const href = node.name === 'a' ? attributeOf(node, 'href') : undefined
  // It leads nowhere: its words stay.
  if (href === undefined) return element('span', [['class', `${classes} action-off`]], children)
  const link = element('a', [['class', classes]], children)
  return { ...link, at: node.at, attributes: [...link.attributes, href] }
}

/** `<span data-gb-custom-inline data-tag="emoji" data-code="1f6a9">`: the sign itself. */
export function showSigns(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (!isElement(node, 'span') || valueOf(node, 'data-tag') !== 'emoji') return undefined
    const sign = textContent(node.children).trim() || signOf(valueOf(node, 'data-code'))
    return words(sign, node.at?.source)
  })
}

function signOf(code = ''): string {
  const points = code.split('-').map((one) => Number.parseInt(one, 16))
  return points.every((one) => one > 31 && one <= 0x10ffff) ? String.fromCodePoint(...points) : ''
}
