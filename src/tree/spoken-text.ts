// What a screen reader says of nodes.
import { type Node, forEachElement, hasClass, textContent, valueOf } from './node.ts'

/** The text of nodes, and where these have none the alternative texts of their pictures. */
export function spokenText(nodes: readonly Node[]): string {
  const text = textContent(nodes)
  return text.trim() === '' ? text + alternatives(nodes) : text
}

function alternatives(nodes: readonly Node[]): string {
  let result = ''
  forEachElement(nodes, (node) => {
    if (node.name === 'img') result += valueOf(node, 'alt') ?? ''
  })
  return result
}

/** Are there pictures or symbols, and nothing that is said? */
export function arePicturesAlone(nodes: readonly Node[]): boolean {
  if (spokenText(nodes).trim() !== '') return false
  let hasPicture = false
  forEachElement(nodes, (node) => {
    hasPicture ||= node.name === 'img' || (node.name === 'span' && hasClass(node, 'symbol'))
  })
  return hasPicture
}
