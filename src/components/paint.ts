// Colors of GitBook.com's editor: `<mark style="color:red;background-color:yellow">`.
import { type Element, type Node, element, isElement, setAttribute, valueOf } from '../tree/node.ts'
import { paintClasses } from '../tree/paint.ts'
import { replaceNodes } from '../tree/replace.ts'

/** Gives marks classes in the place of their styles; one around paragraphs marks the words in each of them. */
export function showPaint(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (!isElement(node, 'mark')) return undefined
    const style = valueOf(node, 'style')
    if (style !== undefined) paint(node, style)
    return node.children.some((child) => isElement(child, 'p')) ? inside(node) : undefined
  })
}

function inside(mark: Element): Element {
  const around = (child: Node): Node =>
    isElement(child, 'p') ? { ...child, children: [{ ...mark, children: child.children }] } : child
  return element('div', [], mark.children.map(around))
}

function paint(mark: Element, style: string): void {
  const others = mark.attributes.filter(({ name }) => name !== 'style')
  mark.attributes.splice(0, mark.attributes.length, ...others)
  setAttribute(mark, 'class', ['paint', ...paintClasses(style)].join(' '))
}
