// Paragraphs that hold a box of raw HTML (`see <div>…</div> there`): browsers end a paragraph where a box begins, and take
// its end tag for another, empty one. What was written is told apart here, as it will be shown.
import { ENDS_PARAGRAPH } from './names.ts'
import { type Element, type Node, elementOf, isBlank } from './node.ts'

/** The list that a node is the last of: this one, or that of a cell that was put around it. */
export function listWith(node: Node, children: Node[]): Node[] {
  let list = children
  for (let last = list.at(-1); last !== node && last?.kind === 'element'; last = list.at(-1))
    list = last.children
  return list.at(-1) === node ? list : children
}

/** A paragraph, of the dialect or of HTML. */
export function isParagraph(node: Node): node is Element {
  return node.kind === 'element' && node.name === 'p'
}

/** The paragraph without its boxes, and those beside it, in their order. Whitespace alone is no paragraph. */
export function withoutBoxes(paragraph: Element): readonly Node[] {
  const nodes: Node[] = []
  let words: Node[] = []
  let attributes = [...paragraph.attributes]
  const endParagraph = (): void => {
    if (!words.every(isBlank)) {
      nodes.push(elementOf('p', attributes, words, { at: paragraph.at }))
      // An id stands once.
      attributes = attributes.filter(({ name }) => name !== 'id')
    }
    words = []
  }
  for (const node of paragraph.children)
    if (holdsBox(node)) {
      endParagraph()
      nodes.push(node)
    } else words.push(node)
  endParagraph()
  return nodes
}

/** It is a box of an author, or has one in it. */
function holdsBox(node: Node): boolean {
  if (node.kind !== 'element') return false
  return (node.tags !== undefined && ENDS_PARAGRAPH.has(node.name)) || node.children.some(holdsBox)
}
