// Blocks beyond AsciiDoc in the spellings of the field: tabs as asciidoctor-tabs has them, `[tabs]` around a list of terms, and
// lists and blocks with the roles `steps`, `cards` and `columns`. They become what the same blocks are on a page in Markdown.
import {
  type Element,
  type Node,
  classesOf,
  element,
  hasClass,
  isBlank,
  isElement,
  raw,
  textContent,
} from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'

const NEW_LINE = raw('\n')

/** Puts such blocks in the place of the elements that mean them, from the inside out. */
export function showComponents(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    const made = isElement(node) ? componentOf(node) : undefined
    if (made !== undefined) showComponents(made.children)
    return made
  })
}

function componentOf(node: Element): Element | undefined {
  if (node.name === 'ol' && hasClass(node, 'steps')) return own(node, node.children)
  if (node.name === 'ul' && hasClass(node, 'cards')) return cards(node)
  if (node.name !== 'div') return undefined
  if (hasClass(node, 'tabs')) return tabs(node)
  return hasClass(node, 'columns') ? columns(node) : undefined
}

/** An element of handbook's own with the id and the classes of what stood there. */
function own(node: Element, children: Node[], name = node.name): Element {
  const kept = node.attributes.filter((one) => one.name === 'id' || one.name === 'class')
  return { kind: 'element', name, attributes: kept, children, at: node.at }
}

/** A list of terms: each is the title of a panel, and what is said of it the panel. */
function tabs(node: Element): Element {
  const list = node.children.find((child): child is Element => isElement(child, 'dl'))
  if (list === undefined) return element('div', [['class', 'example']], node.children)
  const panels: Element[] = []
  for (const part of list.children) {
    if (isElement(part, 'dt')) {
      const title = element('p', [['class', 'tab-title']], part.children)
      panels.push(element('div', [['class', 'tab']], [NEW_LINE, title, NEW_LINE]))
    }
    if (isElement(part, 'dd')) panels.at(-1)?.children.push(...part.children)
  }
  const children = panels.flatMap((panel) => [NEW_LINE, panel])
  return { ...element('div', [['class', 'tabs']], [...children, NEW_LINE]), at: node.at }
}

/** Blocks side by side. */
function columns(node: Element): Element {
  const parts = node.children.filter((child): child is Element => isElement(child))
  const width = Math.max(2, Math.floor(12 / Math.max(1, parts.length)))
  return own(
    node,
    node.children.map((child) =>
      isElement(child) ? element('div', [['class', `column of-12-${width}`]], [child]) : child,
    ),
  )
}

/** Each item is a card; one whose first line is a link and nothing else leads there with all of it. */
function cards(node: Element): Element {
  const items = node.children.map((item) => {
    if (!isElement(item, 'li')) return item
    const inside = item.children.filter((child) => !isBlank(child))
    const lines = inside.map((child, index) => cardLine(child, index === 0))
    return element('li', [['class', 'card']], lines)
  })
  return own(node, items)
}

function cardLine(child: Node, isFirst: boolean): Element {
  const [link, ...others] = isElement(child, 'p')
    ? child.children.filter((one) => !isBlank(one))
    : []
  if (isFirst && isElement(link, 'a') && others.length === 0 && textContent([link]).trim() !== '')
    link.attributes.push({ name: 'class', value: [...classesOf(link), 'card-link'].join(' ') })
  const inside = isElement(child, 'p') ? child.children : [child]
  return element('div', [['class', isFirst ? 'card-title' : 'card-line']], inside)
}
