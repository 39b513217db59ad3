// Blocks of a page as content.
import {
  type Block as TreeBlock,
  type Element,
  type Node,
  hasClass,
  headingLevel,
  isElement,
  isFormula,
  valueOf,
} from '../../tree/node.ts'
import type { Block, Inline, Item, Note } from '../content.ts'
import { codeBlock, preformatted, titledCode, verse } from './code.ts'
import { drawing } from './drawing.ts'
import { isInLine } from './formulas.ts'
import { formulaLine, idOf, lineOf, speechOf } from './inlines.ts'
import { isBlank, tidy } from './lines.ts'
import { definitions, listOf } from './lists.ts'
import { BLOCKS, HIDDEN } from './names.ts'
import { type Reading, opened } from './reading.ts'
import { alignOf, tableOf } from './tables.ts'

/** The blocks of nodes; lines between blocks are paragraphs. */
export function blocksOf(nodes: readonly Node[], reading: Reading): readonly Block[] {
  const blocks: Block[] = []
  let line: Node[] = []
  const flush = (): void => {
    blocks.push(...paragraph(line, reading))
    line = []
  }
  for (const node of opened(nodes)) {
    if (node.kind === 'text' || isInline(node)) line.push(node)
    else {
      flush()
      blocks.push(...(node.kind === 'block' ? treeBlock(node, reading) : blockOf(node, reading)))
    }
  }
  flush()
  return blocks
}

/** An element of a line with nothing in it that would end the line. */
function isInline(node: Element | TreeBlock): boolean {
  if (node.kind === 'block') return isInLine(node)
  if (BLOCKS.has(node.name)) return false
  return node.name === 'svg' ? false : !holdsBlocks(node.children)
}

function holdsBlocks(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      (node.kind === 'block' && !isInLine(node)) ||
      (node.kind === 'element' && (BLOCKS.has(node.name) || holdsBlocks(node.children))),
  )
}

/** A drawing that stands alone in a line is a block; one among words is words. */
function isDrawing({ children }: Element): boolean {
  const shown = [...opened(children)].filter(
    (node) => node.kind !== 'text' || node.value.trim() !== '',
  )
  return shown.length > 0 && shown.every((node) => isElement(node, 'svg'))
}

function paragraph(nodes: readonly Node[], reading: Reading, more: object = {}): readonly Block[] {
  const children = lineOf(nodes, reading)
  const anchors = children.filter((one) => typeof one !== 'string' && one.kind === 'anchor')
  if (isBlank(children) && anchors.length === 0) return []
  return [{ kind: 'paragraph', children, ...more }]
}

function treeBlock(node: TreeBlock, reading: Reading): readonly Block[] {
  if (node.block === 'code') {
    const code = codeBlock(node, node.children)
    return code === undefined ? [] : [code]
  }
  if (isFormula(node))
    return [{ kind: 'paragraph', align: 'center', children: formulaLine(node, reading) }]
  return blocksOf(node.children, reading)
}

const isCaption = (child: Node): boolean => isElement(child, 'figcaption')
const isPanelTitle = (child: Node): boolean => isElement(child) && hasClass(child, 'tab-title')
const isSummary = (child: Node): boolean => isElement(child, 'summary')
const isNotes = (node: Node): node is Element =>
  isElement(node, 'section') && hasClass(node, 'footnotes')

/** Paragraphs that say what follows them. */
const LEADS = ['block-title', 'update-head', 'api-part', 'api-example', 'api-response']

type Make = (node: Element, reading: Reading) => readonly Block[]

const one = (block: Block | undefined): readonly Block[] => (block === undefined ? [] : [block])

const MAKERS: { readonly [name: string]: Make } = {
  p: (node, reading) => {
    if (holdsBlocks(node.children) || isDrawing(node)) return group(node, reading)
    const align = alignOf(node)
    const isTitle = hasClass(node, 'block-title') ? ({ isTitle: true } as const) : {}
    const leads = LEADS.some((name) => hasClass(node, name)) ? ({ leads: true } as const) : {}
    return paragraph(node.children, reading, {
      ...withId(node),
      ...(align && { align }),
      ...isTitle,
      ...leads,
    })
  },
  ul: (node, reading) => one(listOf(node, reading, itemBlocks)),
  ol: (node, reading) => one(listOf(node, reading, itemBlocks)),
  menu: (node, reading) => one(listOf(node, reading, itemBlocks)),
  dir: (node, reading) => one(listOf(node, reading, itemBlocks)),
  dl: (node, reading) => one(definitions(node, reading, blocksOf)),
  pre: (node) => one(preformatted(node)),
  blockquote: (node, reading) => {
    const poem = node.children.find((child): child is Element => isElement(child, 'pre'))
    const isVerse = hasClass(node, 'verse') && poem !== undefined
    const rest = isVerse ? node.children.filter((child) => child !== poem) : node.children
    const lines: readonly Block[] = isVerse
      ? [{ kind: 'paragraph', children: verse(poem, reading) }]
      : []
    const blocks = [...lines, ...blocksOf(rest, reading)]
    return blocks.length === 0 ? [] : [{ kind: 'quote', blocks, ...withId(node) }]
  },
  table: (node, reading) => one(tableOf(node, reading, blocksOf)),
  hr: () => [{ kind: 'rule' }],
  figure: (node, reading) => figure(node, reading),
  svg: (node, reading) => one(drawing(node, reading)),
  details: (node, reading) => folded(node, reading),
  center: (node, reading) =>
    blocksOf(node.children, reading).map((block) =>
      block.kind === 'paragraph' ? { ...block, align: 'center' as const } : block,
    ),
}

function blockOf(node: Element, reading: Reading): readonly Block[] {
  const { name } = node
  if (HIDDEN.has(name) || isForSite(node)) return []
  if (headingLevel(node) > 0) return heading(node, reading)
  if (hasClass(node, 'callout')) return callout(node, reading)
  const code = titledCode(node, reading)
  if (code !== undefined) return [code]
  const make = MAKERS[name]
  if (make !== undefined) return make(node, reading)
  if (name === 'a') return linked(node, reading)
  return group(node, reading)
}

/** Contents of a page, of which an ebook has its own, and the source below a diagram. */
function isForSite(node: Element): boolean {
  if (hasClass(node, 'diagram-source')) return true
  return node.name === 'nav' && hasClass(node, 'toc')
}

function heading(node: Element, reading: Reading): readonly Block[] {
  const children = lineOf(node.children, reading)
  if (isBlank(children)) return idOf(node) === undefined ? [] : anchored(node)
  return [{ kind: 'heading', level: headingLevel(node), children, ...withId(node) }]
}

function anchored(node: Element): readonly Block[] {
  return [{ kind: 'group', blocks: [], ...withId(node) }]
}

function withId(node: Element): { readonly id?: string } {
  const id = idOf(node)
  return id === undefined ? {} : { id }
}

/** A box: it stays where something holds on to it. */
function group(node: Element, reading: Reading): readonly Block[] {
  const speech = speechOf(node)
  const id = withId(node)
  const title = node.children.find(isPanelTitle)
  if (title !== undefined) {
    const rest = node.children.filter((child) => child !== title)
    const blocks = blocksOf(rest, reading)
    return [{ kind: 'group', title: lineOf([title], reading), blocks, ...speech, ...id }]
  }
  const blocks = blocksOf(node.children, reading)
  if (speech === undefined && id.id === undefined) return blocks
  return [{ kind: 'group', blocks, ...speech, ...id }]
}

function callout(node: Element, reading: Reading): readonly Block[] {
  const title = node.children.find(
    (child): child is Element => isElement(child) && hasClass(child, 'callout-title'),
  )
  const kind = /callout-(\w+)/.exec(valueOf(node, 'class') ?? '')?.[1] ?? 'note'
  return [
    {
      kind: 'callout',
      callout: kind,
      title: title === undefined ? [] : lineOf(title.children, reading),
      blocks: blocksOf(
        node.children.filter((child) => child !== title),
        reading,
      ),
      ...withId(node),
    },
  ]
}

function figure(node: Element, reading: Reading): readonly Block[] {
  const captions = node.children.filter(isCaption)
  const blocks = blocksOf(
    node.children.filter((child) => !isCaption(child)),
    reading,
  )
  const caption = lineOf(captions, reading)
  return blocks.length === 0 ? [] : [{ kind: 'figure', blocks, caption, ...withId(node) }]
}

/** What unfolds on a screen is open on paper. */
function folded(node: Element, reading: Reading): readonly Block[] {
  const title = lineOf(node.children.filter(isSummary), reading)
  const rest = node.children.filter((child) => !isSummary(child))
  return [{ kind: 'group', title, blocks: blocksOf(rest, reading), ...withId(node) }]
}

/** A link around blocks is one around each of their lines. */
function linked(node: Element, reading: Reading): readonly Block[] {
  const to = valueOf(node, 'href')
  const blocks = group(node, reading)
  if (to === undefined) return blocks
  return blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'heading'
      ? { ...block, children: [{ kind: 'link' as const, to, children: block.children }] }
      : block,
  )
}

/** An item of a list; the box of a task is what it says. */
function itemBlocks(node: Element, reading: Reading): Item {
  const blocks = blocksOf(node.children, reading)
  const [first, ...rest] = blocks
  if (!hasClass(node, 'task-list-item') || first?.kind !== 'paragraph')
    return { blocks, ...withId(node) }
  const [box, ...others] = first.children
  const [, mark, text] = typeof box === 'string' ? (/^([☐☑])\s*(.*)$/su.exec(box) ?? []) : []
  if (mark === undefined) return { blocks, ...withId(node) }
  const children: readonly Inline[] = tidy([text ?? '', ...others])
  return { blocks: [{ ...first, children }, ...rest], isDone: mark === '☑', ...withId(node) }
}

/** The list of footnotes that ends a page, taken out of its nodes. */
export function takeNotes(
  nodes: readonly Node[],
  reading: Reading,
): { readonly rest: readonly Node[]; readonly notes: readonly Note[] } {
  const lists = nodes.filter(isNotes).flatMap(({ children }) => children)
  const items = lists
    .filter((node): node is Element => isElement(node, 'ol'))
    .flatMap(({ children }) => children)
    .filter((node): node is Element => isElement(node, 'li'))
  return {
    rest: nodes.filter((node) => !isNotes(node)),
    notes: items.map((item, index) => ({
      id: idOf(item) ?? `note-${index + 1}`,
      number: String(index + 1),
      blocks: blocksOf(item.children, reading),
    })),
  }
}
