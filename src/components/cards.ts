// `<table data-view="cards">` of GitBook.com's editor: a row is a card. Columns say by their attributes what they are: the
// target, the cover, or words to be shown. Whole cards lead to their target by the link in their first line.
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  childOf,
  element,
  forEachElement,
  isElement,
  raw,
  textContent,
  valueOf,
  words,
} from '../tree/node.ts'
import { isOfDeleted } from '../core/reference.ts'
import type { Listed } from '../tree/listed.ts'
import { replaceNodes } from '../tree/replace.ts'
import { cellsOf, rowsOf } from '../tree/table.ts'
import { isBlank, saysNothing, trimmed } from './blank.ts'
import { isOwnLine } from './card-list.ts'
import { type ComponentKit, hrefIn } from './define.ts'
import { takeAnchors } from './own-anchors.ts'
import { type Kind, kindOf, showCells } from './typed-tables.ts'

const NEW_LINE = raw('\n')

/** Puts lists of cards in the place of tables that mean them. */
export function showCards(
  nodes: Node[],
  { elements }: Pick<Listed, 'elements'>,
  kit: ComponentKit,
): void {
  if (!elements.some(meansCards)) return
  replaceNodes(nodes, (node) =>
    node.kind === 'element' && meansCards(node) ? (cardsOf(node, kit) ?? node) : undefined,
  )
}

function meansCards(node: Element): boolean {
  return node.name === 'table' && valueOf(node, 'data-view') === 'cards'
}

/** The rows of a part of a table as their cells. */
function rowsIn(table: Element, name: string): readonly (readonly Element[])[] {
  const part = childOf(table.children, name)
  return part === undefined ? [] : rowsOf(part).map(cellsOf)
}

function cardsOf(table: Element, kit: ComponentKit): Element | undefined {
  const [columns = []] = rowsIn(table, 'thead')
  const rows = rowsIn(table, 'tbody')
  if (rows.length === 0) return undefined
  const isRow = valueOf(table, 'data-card-wrap') === 'false'
  const classes = [
    'cards',
    ...(valueOf(table, 'data-card-size') === 'large' ? ['cards-large'] : []),
    ...(isRow ? ['cards-row'] : []),
  ]
  const kinds = columns.map((column) => kindOf(column))
  const hasLabels = attributeOf(table, 'data-column-title-hidden') === undefined
  const cards = rows.flatMap((cells) => {
    // The editor leaves rows without a word.
    if (cells.every(({ children }) => children.every(isBlank))) return []
    showCells(cells, kinds.map(withoutFiles), kit)
    return [cardOf(cells, columns, { ...kit, hasLabels })]
  })
  return element(
    'ul',
    // What scrolls is reached by keyboard.
    [['class', classes.join(' ')], ...(isRow ? [['tabindex', 0] as const] : [])],
    [...cards.flatMap((card) => [NEW_LINE, card]), NEW_LINE],
  )
}

/** Covers are looked for among the files as they are written. */
function withoutFiles(kind: Kind): Kind {
  return kind.type === 'files' || kind.type === 'image' ? { ...kind, type: 'text' } : kind
}

/** The label of a column that says what its values are. */
function labelOf(column: Element | undefined, { hasLabels }: CardKit): readonly Node[] {
  const text = hasLabels && column !== undefined ? textContent(column.children).trim() : ''
  return text === '' ? [] : [element('span', [['class', 'card-label']], [words(text)]), words(' ')]
}

interface CardKit extends ComponentKit {
  readonly hasLabels: boolean
}

function cardOf(cells: readonly Element[], columns: readonly Element[], kit: CardKit): Element {
  const has = (index: number, name: string): boolean => {
    const column = columns[index]
    return column !== undefined && attributeOf(column, name) !== undefined
  }
  const hrefOf = (role: string): Attribute | undefined => {
    const cell = cells.find((_, index) => has(index, role))
    return cell === undefined ? undefined : hrefIn([cell])
  }
  const cover = hrefOf('data-card-cover')
  const shown = cells.filter((cell, index) => {
    const isCover = has(index, 'data-card-cover') || has(index, 'data-card-cover-dark')
    const isHidden = has(index, 'data-hidden') || (isCover && hrefIn([cell]) !== undefined)
    return !isHidden && !cell.children.every(isBlank)
  })
  const lines = shown.flatMap((cell, index) => {
    if (index === 0) return linesOf(cell.children).map(lineOf)
    return [lineOf([...labelOf(columns[cells.indexOf(cell)], kit), ...trimmed(cell.children)], 1)]
  })
  // An anchor of a heading is no link.
  takeAnchors(lines)
  link(lines, hrefOf('data-card-target'), kit)
  return element(
    'li',
    [['class', 'card']],
    [
      ...(cover === undefined ? [] : [coverOf(cover, hrefOf('data-card-cover-dark')), NEW_LINE]),
      ...lines.flatMap((line) => [line, NEW_LINE]),
    ],
  )
}

/** The first line of a card is its title. */
function lineOf(children: Node[], index: number): Element {
  return element('div', [['class', index === 0 ? 'card-title' : 'card-line']], children)
}

/** What the first cell says: signs and the title, one line each, and what is told of it below. */
function linesOf(nodes: readonly Node[]): readonly Node[][] {
  const [line, rest] = firstLine(trimmed(nodes))
  if (saysNothing(rest)) return [line]
  return hasWords(line) ? [line, rest] : [line, ...linesOf(rest)]
}

/** A block, or the words before one or before the end of their line. */
function firstLine(nodes: readonly Node[]): readonly [line: Node[], rest: Node[]] {
  const [first] = nodes
  const end = nodes.findIndex(
    (node, index) => index > 0 && (isElement(node, 'br') || isOwnLine(node)),
  )
  const at = first !== undefined && isOwnLine(first) ? 1 : end < 0 ? nodes.length : end
  const rest = trimmed(nodes.slice(at))
  const start = rest.findIndex((node) => !isElement(node, 'br') && !isBlank(node))
  const line = isElement(first, 'p') ? first.children : nodes.slice(0, at)
  return [line, rest.slice(Math.max(0, start))]
}

/** Does a line say more than a sign does? */
function hasWords(line: readonly Node[]): boolean {
  return /[\p{L}\p{N}]/u.test(textContent(line).replaceAll(/:[\w+-]+:/g, ''))
}

/** Makes the first line of words of a card the link to its target; one that has links gets another below. */
function link(lines: Element[], target: Attribute | undefined, kit: ComponentKit): void {
  if (target === undefined || target.value === '') return
  const to = (children: Node[]): Element => ({
    ...element('a', [['class', 'card-link']], children),
    attributes: [
      { name: 'class', value: 'card-link' },
      { name: 'href', value: target.value, at: target.at },
    ],
  })
  const first =
    lines.find((line) => hasWords([line])) ??
    lines.find((line) => textContent([line]).trim() !== '')
  if (first !== undefined && leadsTo(first, target)) return
  if (first === undefined || hrefIn([first]) !== undefined) {
    const said =
      kit.titleOf(target) ?? (isOfDeleted(target.value) ? kit.words.missing : target.value)
    lines.push(element('div', [['class', 'card-line']], [to([words(said)])]))
  } else first.children = withLink(first.children, to)
}

/** Is there a link to the target already? It becomes that of the whole card. */
function leadsTo(line: Element, target: Attribute): boolean {
  let found = false
  forEachElement([line], (node) => {
    if (found || node.name !== 'a' || valueOf(node, 'href') !== target.value) return
    found = true
    node.attributes.unshift({ name: 'class', value: 'card-link' })
  })
  return found
}

/** A link around the words: inside of a heading or a paragraph where they are one. */
function withLink(nodes: readonly Node[], to: (children: Node[]) => Element): Node[] {
  const [only, ...others] = nodes
  if (others.length > 0 || !isElement(only, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
    return [to([...nodes])]
  only.children = [to(only.children)]
  return [only]
}

function coverOf(cover: Attribute, dark: Attribute | undefined): Element {
  const image: Element = {
    ...element('img', []),
    attributes: [
      { name: 'src', value: cover.value, at: cover.at },
      // It is decoration, as HTML says it and Markdown cannot.
      { name: 'alt', value: '', written: ' alt=""' },
    ],
  }
  if (dark === undefined) return coverBox(image)
  const source: Element = {
    ...element('source', []),
    attributes: [
      { name: 'srcset', value: dark.value.replaceAll(' ', '%20'), at: dark.at },
      { name: 'media', value: '(prefers-color-scheme: dark)' },
    ],
  }
  return coverBox(element('picture', [], [source, image]))
}

function coverBox(inside: Element): Element {
  return element('div', [['class', 'card-cover']], [inside])
}
