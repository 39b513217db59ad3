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
  const isSaid = textContent(node.children).trim() !== ''
  const label = isSaid ? node.children : [words(valueOf(node, 'data-query') ?? '')]
  const children = icon === undefined ? label : [icon, ...label]
  return actionOf(node, { classes, children }) ?? linkOf(node, { classes, children })
}

/** What a button looks like. */
interface Looks {
  readonly classes: string
  readonly children: Node[]
}

function actionOf(node: Element, { classes, children }: Looks): Element | undefined {
  const action = valueOf(node, 'data-action')
  // Whoever asks searches; an address with a question opens the search of every page.
  if (action === 'ask' || action === 'search') {
    const query = encodeURIComponent(valueOf(node, 'data-query') ?? '')
    return element(
      'a',
      [
        ['class', classes],
        ['href', `?q=${query}`],
      ],
      children,
    )
  }
  const [choice] = ['data-value', 'data-slug', 'value'].flatMap((name) => valueOf(node, name) ?? [])
  if (action !== 'select' || choice === undefined) return undefined
  const attributes = [
    ['type', 'button'],
    ['class', `${classes} needs-js`],
    ['data-select', choice],
  ] as const
  return element('button', attributes, children)
}

function linkOf(node: Element, { classes, children }: Looks): Element {
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
