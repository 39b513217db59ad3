// Cards that are written as a list: `::: cards` around it, or the role `cards` of AsciiDoc. An item is a card, its first line the
// title; where that is a link and nothing else, all of the card leads there.
import { addClass } from '../tree/made.ts'
import {
  type Element,
  type Node,
  element,
  headingLevel,
  isBlank,
  isElement,
  raw,
  textContent,
} from '../tree/node.ts'
import type { Component } from './define.ts'

const NEW_LINE = raw('\n')
const BLOCKS = /^(?:p|ul|ol|dl|div|pre|table|blockquote|figure|details|hr|section|aside)$/

export const cardsInList: Component = {
  name: 'cards',
  tags: [],
  containers: ['cards'],
  html: ({ content }) =>
    content.map((node) => (isElement(node, 'ul', 'ol') ? cardList(node, 'ul') : node)),
}

/** A list as cards; it keeps its id and its classes. */
export function cardList(list: Element, name: string = list.name): Element {
  const kept = list.attributes.filter((one) => one.name === 'id' || one.name === 'class')
  const cards = list.children.map((item) => (isElement(item, 'li') ? card(item) : item))
  const made = { ...element(name, [], cards), attributes: kept, at: list.at }
  addClass(made, 'cards')
  return made
}

function card(item: Element): Element {
  const [title = [], ...others] = linesOf(item.children)
  leadsThere(title)
  const lines = others.flatMap((line) => [NEW_LINE, element('div', [['class', 'card-line']], line)])
  return element(
    'li',
    [['class', 'card']],
    [element('div', [['class', 'card-title']], title), ...lines],
  )
}

function leadsThere(line: readonly Node[]): void {
  const [link, ...others] = line.filter((node) => !isBlank(node))
  if (isElement(link, 'a') && others.length === 0 && textContent([link]).trim() !== '')
    addClass(link, 'card-link')
}

/** The blocks of an item, and the lines of its words. */
function linesOf(nodes: readonly Node[]): readonly Node[][] {
  const lines: Node[][] = []
  let words: Node[] | undefined
  for (const node of nodes) {
    if (isOwnLine(node)) words = undefined
    else if (words !== undefined) {
      words.push(node)
      continue
    } else if (isBlank(node)) continue
    else words = [node]
    lines.push(words ?? (isElement(node, 'p') ? node.children : [node]))
  }
  return lines.flatMap(withTitle)
}

/** What follows a link that stands alone in its line is another line. */
function withTitle(line: Node[]): readonly Node[][] {
  const [link, next] = line
  const isAlone = isElement(link, 'a') && next !== undefined && breaks(next)
  return isAlone ? [[link], line.slice(2)] : [line]
}

/** Is it a block, that stands in no line of words? */
export function isOwnLine(node: Node): boolean {
  if (node.kind === 'block') return node.isInline !== true
  return node.kind === 'element' && (BLOCKS.test(node.name) || headingLevel(node) > 0)
}

function breaks(node: Node): boolean {
  if (node.kind === 'raw') return node.html.startsWith('\n')
  return node.kind === 'text' && /^\s*\n\s*$/.test(node.value)
}
