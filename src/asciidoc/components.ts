// Blocks beyond AsciiDoc. A block whose style is the name of one (`[hint,style=warning]`) is that component, as it is in
// Markdown; others have spellings of the field: tabs as asciidoctor-tabs has them, `[tabs]` around a list of terms, and lists
// and blocks with the roles `steps`, `cards` and `columns`.
import { cardList } from '../components/card-list.ts'
import { panelsOf, type Panel } from '../components/tabs.ts'
import { knownTag, unknownTag } from '../components/table.ts'
import {
  type Block,
  type Element,
  type Node,
  element,
  hasClass,
  isBlank,
  isElement,
} from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import type { FindComponent } from './notes.ts'

/** Puts such blocks in the place of the elements that mean them, from the inside out. */
export function showComponents(nodes: Node[], named: FindComponent): void {
  replaceNodes(nodes, (node) => {
    const made = isElement(node) ? (namedBlock(node, named) ?? componentOf(node)) : undefined
    if (made !== undefined) showComponents(made.children, named)
    return made
  })
}

/** What a converter noted as a component. */
function namedBlock(node: Element, named: FindComponent): Block | undefined {
  const found = named(node)
  if (found === undefined) return undefined
  const { tag, attributes, at } = found
  const { component } = knownTag(tag) ?? unknownTag(tag)
  return {
    kind: 'block',
    block: 'component',
    name: component.name,
    tag,
    attributes,
    content: [],
    children: node.children,
    at,
  }
}

function componentOf(node: Element): Element | undefined {
  if (node.name === 'ol' && hasClass(node, 'steps')) return own(node, node.children.map(titledStep))
  if (node.name === 'ul' && hasClass(node, 'cards')) return cardList(node)
  if (node.name !== 'div') return undefined
  if (hasClass(node, 'tabs')) return tabs(node)
  return hasClass(node, 'columns') ? columns(node) : undefined
}

/** An element of handbook's own with the id and the classes of what stood there. */
function own(node: Element, children: Node[], name = node.name): Element {
  const kept = node.attributes.filter((one) => one.name === 'id' || one.name === 'class')
  return { kind: 'element', name, attributes: kept, children, at: node.at }
}

/** The line of a step is its title, where more follows. */
function titledStep(item: Node): Node {
  if (!isElement(item, 'li')) return item
  const [first, second] = item.children.filter((child) => !isBlank(child))
  if (!isElement(first, 'p') || second === undefined) return item
  first.attributes.push({ name: 'class', value: 'step-title' })
  return item
}

/** A list of terms: each is the title of a panel, and what is said of it the panel. */
function tabs(node: Element): Element {
  const list = node.children.find((child): child is Element => isElement(child, 'dl'))
  if (list === undefined) return element('div', [['class', 'example']], node.children)
  const panels: (Panel & { readonly content: Node[] })[] = []
  for (const part of list.children) {
    if (isElement(part, 'dt')) panels.push({ title: part.children, content: [] })
    if (isElement(part, 'dd')) panels.at(-1)?.content.push(...part.children)
  }
  const [shown] = panelsOf(panels)
  return isElement(shown) ? { ...shown, at: node.at } : element('div', [])
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
