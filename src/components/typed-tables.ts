// Tables of GitBook.com's editor, whose columns say what is in them: choices, marks out of five, boxes that are checked, pages.
import { extensionOf, isPicturePath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'
import {
  type Element,
  type Node,
  type SourceRange,
  attributeOf,
  childOf,
  classesOf,
  element,
  forEachElement,
  isBlank,
  isElement,
  setAttribute,
  textContent,
  valueOf,
  words,
} from '../tree/node.ts'
import { cellsOf, rowsOf } from '../tree/table.ts'
import { saysNothing, trimmed } from './blank.ts'
import type { ComponentKit } from './define.ts'
import { paintOf } from '../tree/paint.ts'
import { nameLinks } from './reference.ts'

/** Shows the cells of such tables as what they are. */
export function showTypedTables(nodes: readonly Node[], kit: ComponentKit): void {
  forEachElement(nodes, (node) => {
    if (node.name !== 'table') return
    if (node.tags !== undefined) showTable(node, kit)
    else dropUnsaidHead(node)
  })
}

/** Markdown asks for a head, and the editor leaves it empty. */
function dropUnsaidHead(table: Element): void {
  const head = childOf(table.children, 'thead')
  if (head !== undefined && isUnsaid(head))
    table.children = table.children.filter((child) => child !== head)
}

function showTable(table: Element, kit: ComponentKit): void {
  const head = childOf(table.children, 'thead')
  const [first] = head === undefined ? [] : rowsOf(head)
  const columns = first === undefined ? [] : cellsOf(first)
  if (head === undefined || columns.length === 0) return
  showManners(table, kit)
  const rows = rowsOf(table)
  const kinds = columns.map((column) => kindOf(column))
  // Cells that span others have no column of their own.
  if (rows.some((row) => cellsOf(row).some((cell) => attributeOf(cell, 'colspan')))) return
  for (const row of rows) showCells(cellsOf(row), kinds, kit)
  for (const row of rows) dropHidden(row, kinds)
  if (first !== undefined) emptyCells(first)
  if (isUnsaid(head)) table.children = table.children.filter((child) => child !== head)
}

/** Shows the cells of a row as what their columns hold. */
export function showCells(
  cells: readonly Element[],
  kinds: readonly Kind[],
  kit: ComponentKit,
): void {
  for (const [index, cell] of cells.entries()) {
    const kind = kinds[index]
    if (kind !== undefined) showCell(cell, kind, kit)
  }
}

/** What a table says of itself. */
const MANNERS: readonly (readonly [name: string, looks: string])[] = [
  ['data-header-hidden', 'head-hidden'],
  ['data-header-sticky', 'head-sticky'],
  ['data-first-column-sticky', 'column-sticky'],
]

function showManners(table: Element, { words: { find } }: ComponentKit): void {
  const isSet = (name: string): boolean => (valueOf(table, name) ?? 'false') !== 'false'
  const looks = MANNERS.filter(([name]) => isSet(name)).map(([, one]) => one)
  if (looks.length > 0) setAttribute(table, 'class', [...classesOf(table), ...looks].join(' '))
  // A script puts a field above it.
  if (isSet('data-search')) setAttribute(table, 'data-find', find)
}

/** What a column holds. */
export interface Kind {
  readonly type: string
  readonly isHidden: boolean
  readonly most: number
  /** The choices by their names. */
  readonly choices: ReadonlyMap<string, Choice>
}

interface Choice {
  readonly label: string
  readonly color: string
}

/** Reads what a column holds; the choices in its head are for the editor. */
export function kindOf(column: Element): Kind {
  const choices = new Map<string, Choice>()
  const select = childOf(column.children, 'select')
  forEachElement(select?.children ?? [], (option) =>
    choices.set(valueOf(option, 'value') ?? '', {
      label: valueOf(option, 'label') ?? textContent(option.children).trim(),
      color: valueOf(option, 'color') ?? '',
    }),
  )
  column.children = column.children.filter((child) => child !== select)
  const hidden = valueOf(column, 'data-hidden')
  return {
    type: select === undefined ? (valueOf(column, 'data-type') ?? 'text') : 'select',
    isHidden: hidden !== undefined && hidden !== 'false',
    most: Math.min(10, Math.max(1, Number(valueOf(column, 'data-max')) || 5)),
    choices,
  }
}

function showCell(cell: Element, kind: Kind, kit: ComponentKit): void {
  if (kind.type === 'number') setAttribute(cell, 'class', 'cell-number')
  if (cell.name === 'td' && Object.hasOwn(SHOWN, kind.type)) SHOWN[kind.type]?.(cell, kind, kit)
}

const SHOWN: {
  readonly [type: string]: (cell: Element, kind: Kind, kit: ComponentKit) => void
} = {
  'content-ref': (cell, _, kit) => nameLinks(cell, kit),
  files: showFiles,
  image: showFiles,
  select: showChoices,
  number: dropNone,
  users(cell) {
    // Numbers of accounts say nothing to readers; a link says who it is.
    const isNamed = childOf(cell.children, 'a') !== undefined
    if (!isNamed && /^[\w\s,-]*$/.test(textContent(cell.children))) cell.children = []
  },
  checkbox(cell) {
    const said = textContent(cell.children).trim().toLowerCase()
    if (!['', 'true', 'false'].includes(said)) return
    cell.children = [words(said === 'true' ? '✓' : '–', cell.at?.source)]
  },
  rating(cell, { most }) {
    dropNone(cell)
    cell.children = ratingOf(textContent(cell.children).trim(), most, cell.at)
  },
}

/** The editor writes a word for none. */
function dropNone(cell: Element): void {
  if (textContent(cell.children).trim() === 'null') cell.children = []
}

/** Pictures are seen, and other files are saved. The editor puts no space between them. */
function showFiles(cell: Element): void {
  cell.children = cell.children.flatMap((node, index) =>
    index > 0 && isElement(node, 'a') ? [words(' '), node] : [node],
  )
  forEachElement(cell.children, (link) => {
    const href = link.name === 'a' ? attributeOf(link, 'href') : undefined
    if (href === undefined) return
    const { path } = splitReference(href.value)
    if (!isPicturePath(path)) {
      if (!/^[a-z]+:/i.test(href.value)) setAttribute(link, 'download', '')
      return
    }
    const image = element('img', [])
    const name = textContent(link.children)
    const alt = isPicturePath(name) ? name.slice(0, -extensionOf(name).length) : name
    image.attributes.push(
      { name: 'src', value: href.value, at: href.at },
      { name: 'alt', value: alt },
    )
    link.children = [{ ...image, tags: { open: '<img', tail: '>', close: '' } }]
    setAttribute(link, 'class', 'thumb')
  })
}

function ratingOf(text: string, most: number, at: SourceRange | undefined): Node[] {
  const value = Math.min(most, Math.round(Number(text)))
  if (text === '' || !(value >= 0)) return [words(text, at?.source)]
  const stars = '★'.repeat(value) + '☆'.repeat(most - value)
  const attributes = [
    ['class', 'stars'],
    ['role', 'img'],
    ['aria-label', `${value} / ${most}`],
  ] as const
  // It stands in HTML, and is HTML in the alternate in Markdown too.
  const tags = { open: '<span', tail: '>', close: '</span>' }
  return [{ ...element('span', attributes, [words(stars, at?.source)]), tags, at }]
}

function showChoices(cell: Element, { choices }: Kind): void {
  const pills = cell.children.flatMap((node): readonly Node[] => {
    if (isElement(node, 'span')) return pillOf(node, choices)
    // The comma between choices stands in them, or between.
    return node.kind === 'text' && /^[\s,]*$/.test(node.value) ? [] : [node]
  })
  cell.children = [...trimmed(pills)]
}

function pillOf(node: Element, choices: Kind['choices']): readonly Node[] {
  const id = valueOf(node, 'data-option') ?? ''
  const { label, color } = choices.get(id) ?? { label: '', color: '' }
  const paint = paintOf(color)
  const classes = paint === undefined ? 'pill' : `pill paint-on-${paint}`
  const children = labelOf(node, id, label)
  if (children.length === 0) return []
  return [{ ...node, attributes: [{ name: 'class', value: classes }], children }, words(' ')]
}

/** What a choice is called where it is made; the editor may leave it to the head of the column. */
function labelOf(node: Element, id: string, label: string): Node[] {
  const said = textContent(node.children).trim()
  const isSaid = !saysNothing(node.children) && (said !== id || label === '')
  if (isSaid && !said.endsWith(',')) return node.children
  const text = isSaid ? said.slice(0, -1) : label
  return text === '' ? [] : [words(text, node.at?.source)]
}

function dropHidden(row: Element, kinds: readonly Kind[]): void {
  const hidden = new Set<Node>(cellsOf(row).filter((_, index) => kinds[index]?.isHidden === true))
  if (hidden.size > 0) row.children = row.children.filter((child) => !hidden.has(child))
}

/** A cell of the head without a word is the head of nothing. */
function emptyCells(row: Element): void {
  row.children = row.children.map((cell) =>
    isElement(cell, 'th') && cell.children.every(isBlank)
      ? { ...cell, name: 'td', tags: { open: '<td', tail: '>', close: '</td>' } }
      : cell,
  )
}

/** A head without a word says nothing. */
function isUnsaid(head: Element): boolean {
  let hasPicture = false
  forEachElement(head.children, ({ name }) => (hasPicture ||= name === 'img'))
  return !hasPicture && textContent(head.children).trim() === ''
}
