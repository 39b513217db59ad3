// Pictures, tables and boxes of HTML that stand in a line of words. A browser ends the paragraph before them, and what follows
// stands beside all paragraphs; here it is a paragraph again.
import { replaceAt } from '../core/list.ts'
import { ENDS_PARAGRAPH } from '../tree/names.ts'
import type { Listed } from '../tree/listed.ts'
import { type Element, type Node, element, isElement, raw } from '../tree/node.ts'
import { trimmed } from './blank.ts'

/** Divides the paragraphs of the dialect that hold such elements. */
export function splitParagraphs(nodes: Node[], { elements, blocks }: Listed): void {
  if (elements.some(isBox) || blocks.some(isBox)) split(nodes)
}

function split(nodes: Node[]): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Node
    if (!('children' in node)) continue
    if (isElement(node, 'p') && isDivided(node)) {
      const parts = divided(node, node.tags === undefined ? hasBox : isNoWord)
      replaceAt(nodes, index, parts)
      index += parts.length - 1
    } else split(node.children)
  }
}

/** A paragraph of the dialect with a box, or one that an author wrote in HTML around a block. */
function isDivided({ tags, attributes, children }: Element): boolean {
  if (tags === undefined) return children.some(hasBox)
  return attributes.length === 0 && children.some((node) => node.kind === 'block' && isBox(node))
}

function isBox(node: Node): boolean {
  if (node.kind === 'block')
    return node.block === 'callout' || (node.block === 'component' && node.isInline !== true)
  return node.kind === 'element' && node.tags !== undefined && ENDS_PARAGRAPH.has(node.name)
}

/** Within HTML, Markdown has its own paragraphs and lists. */
function isNoWord(node: Node): boolean {
  return hasBox(node) || (isElement(node) && ENDS_PARAGRAPH.has(node.name))
}

/** Is a box, or holds one. */
function hasBox(node: Node): boolean {
  return isBox(node) || (node.kind === 'element' && node.children.some(hasBox))
}

/** What stands apart in a paragraph, and what stands between as paragraphs. */
export function divided(
  { children, at }: Element,
  isApart: (node: Node) => boolean,
): readonly Node[] {
  const parts: Node[] = []
  let line: Node[] = []
  const end = (): void => {
    const words = [...trimmed(line)]
    trimEnds(words)
    if (words.length > 0) parts.push({ ...element('p', [], words), at }, raw('\n'))
    line = []
  }
  for (const node of children)
    if (isApart(node)) {
      end()
      parts.push(node, raw('\n'))
    } else line.push(node)
  end()
  // The end of the line is that of the paragraph.
  parts.pop()
  return parts
}

function trimEnds(line: readonly Node[]): void {
  const [first, last] = [line[0], line.at(-1)]
  if (first?.kind === 'text') first.value = first.value.trimStart()
  if (last?.kind === 'text') last.value = last.value.trimEnd()
}
