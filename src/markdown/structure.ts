// The structure of a text as plain data: headings, paragraphs and lists, read off a tree. What authors wrote as HTML is
// what Markdown would have made of it.
import {
  type Element,
  type Node,
  attributeOf,
  headingLevel,
  isElement,
  valueOf,
} from '../tree/node.ts'

/** A link or an image-less `<a href>` inside running text. */
export interface InlineLink {
  /** Plain text of the link, markup flattened, entities decoded, not trimmed. */
  readonly text: string
  /** The destination as written: entities and escapes decoded, percent codes kept. */
  readonly href: string
  /** What Markdown calls the title of the link. */
  readonly title?: string
  /** Where the destination begins in the given text; both 1-based. Falls back to the start of its block. */
  readonly line: number
  readonly column: number
  /** Where the link's text begins in `Inline.text`. */
  readonly offset: number
}

/** Running text without markup. */
export interface Inline {
  /** Plain text: markup flattened, entities decoded, code and alternative texts kept, line breaks as '\n'. */
  readonly text: string
  /** Every link in order: inline, reference, autolink, bare URL and raw `<a href>`. */
  readonly links: readonly InlineLink[]
}

/** One item of a list. */
export interface ListItem {
  readonly blocks: readonly Block[]
  readonly line: number
  /** The column of its marker. */
  readonly column: number
}

/** Both are 1-based and count in the text given to `parseBlocks`. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** A block of the document or of a list item. */
export type Block = Spot &
  (
    | { readonly kind: 'heading'; readonly level: number; readonly inline: Inline }
    | { readonly kind: 'paragraph'; readonly inline: Inline }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
    | { readonly kind: 'rule' }
    /** Quotes, code, tables: nothing that a structure file means anything by. */
    | { readonly kind: 'other' }
  )

/** Lists in lists: more than a table of contents needs, less than callers fear. */
export const MOST_LISTS = 16

/** The blocks of a tree; `onTooDeep` hears where lists nest deeper than `MOST_LISTS`. */
export function structureOf(
  nodes: readonly Node[],
  onTooDeep: (at: Spot) => void,
): readonly Block[] {
  const reader = new StructureReader(onTooDeep)
  reader.read(nodes)
  return reader.blocks
}

/** An item that is being read. */
interface OpenItem extends Spot {
  readonly node: Node | undefined
  readonly blocks: Block[]
}

/** A list that is being read. */
interface OpenList {
  readonly node: Element
  readonly items: OpenItem[]
  /** What nodes are put into: the last of the items, until it ends. */
  item?: OpenItem | undefined
}

/** Running text that is being read. */
interface OpenText extends Spot {
  readonly level: number
  readonly blocks: Block[]
  readonly links: InlineLink[]
  text: string
}

/** A link of which the end has not been seen yet. */
type OpenLink = Omit<InlineLink, 'text'>

/** Reads the tree from its beginning to its end, so that no nesting is too deep for it. */
class StructureReader {
  readonly blocks: Block[] = []
  readonly #lists: OpenList[] = []
  #text: OpenText | undefined
  #link: OpenLink | undefined
  /** Kept apart: to cut it out of a text of many links takes as long as all that stands before it. */
  #linkText = ''
  readonly #onTooDeep: (at: Spot) => void

  constructor(onTooDeep: (at: Spot) => void) {
    this.#onTooDeep = onTooDeep
  }

  read(nodes: readonly Node[]): void {
    const steps: (Node | { readonly after: Element })[] = nodes.toReversed()
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('after' in step) this.#leave(step.after)
      else if (step.kind === 'text') this.#add(step.value)
      else if (step.kind === 'element' && this.#enter(step)) {
        steps.push({ after: step })
        for (const child of step.children.toReversed()) steps.push(child)
      }
    }
    this.#endText()
  }

  /** False for an element in which nothing is looked for. */
  #enter(node: Element): boolean {
    const { name } = node
    if (node.tags === undefined && OTHERS.has(name)) {
      this.#addBlock({ kind: 'other', ...spotOf(node) })
      return false
    }
    const level = headingLevel(node)
    if (isElement(node, 'ul', 'ol')) this.#openList(node)
    else if (name === 'li') this.#openItem(node)
    else if (level > 0 || name === 'p') this.#openText(node, level)
    else if (name === 'a') this.#openLink(node)
    else if (name === 'img') this.#add(valueOf(node, 'alt') ?? '')
    else if (name === 'br') this.#add('\n')
    else if (name === 'hr') this.#addBlock({ kind: 'rule', ...spotOf(node) })
    return true
  }

  #leave(node: Element): void {
    const { name } = node
    if (isElement(node, 'ul', 'ol')) this.#endList(node)
    else if (name === 'li') this.#endItem(node)
    else if (name === 'p' || headingLevel(node) > 0) this.#endRun()
    else if (name === 'a') this.#endLink()
  }

  #openList(node: Element): void {
    this.#endText()
    const spot = spotOf(node)
    if (this.#lists.length >= MOST_LISTS) return this.#onTooDeep(spot)
    const list = this.#lists.at(-1)
    // A list directly in a list belongs to the item before it.
    if (list !== undefined && list.item === undefined) {
      list.item = list.items.at(-1) ?? { node: undefined, blocks: [], ...spot }
      if (list.items.length === 0) list.items.push(list.item)
    }
    const items: OpenItem[] = []
    this.#addBlock({ kind: 'list', ordered: node.name === 'ol', items, ...spot })
    this.#lists.push({ node, items })
  }

  #endList(node: Element): void {
    this.#endText()
    const index = this.#lists.findIndex((list) => list.node === node)
    if (index >= 0) this.#lists.splice(index)
  }

  #openItem(node: Element): void {
    this.#endText()
    const list = this.#lists.at(-1)
    if (list === undefined) return
    list.item = { node, blocks: [], ...spotOf(node) }
    list.items.push(list.item)
  }

  #endItem(node: Element): void {
    this.#endText()
    const list = this.#lists.at(-1)
    if (list?.item?.node === node) list.item = undefined
  }

  #openText(node: Element, level: number): void {
    // A block in a link is part of its text.
    if (this.#link !== undefined) return
    this.#endText()
    // A heading of Markdown ends what HTML left open before it.
    if (level > 0 && node.tags === undefined)
      while (this.#lists.at(-1)?.node.tags !== undefined) this.#lists.pop()
    this.#text = { level, blocks: this.#container(), links: [], text: '', ...spotOf(node) }
  }

  #endRun(): void {
    if (this.#link === undefined) this.#endText()
  }

  /** Text in an item needs no element around it. */
  #openBareText(): OpenText | undefined {
    const item = this.#lists.at(-1)?.item
    if (this.#text !== undefined || item === undefined) return this.#text
    const { blocks, line, column } = item
    this.#text = { level: 0, blocks, links: [], text: '', line, column }
    return this.#text
  }

  #add(value: string): void {
    const text = value.trim() === '' ? this.#text : this.#openBareText()
    if (text === undefined) return
    text.text += value
    if (this.#link !== undefined) this.#linkText += value
  }

  #endText(): void {
    this.#endLink()
    const open = this.#text
    this.#text = undefined
    if (open === undefined) return
    const { blocks, level, text, links, line, column } = open
    const inline = { text, links }
    if (level > 0) blocks.push({ kind: 'heading', level, inline, line, column })
    else blocks.push({ kind: 'paragraph', inline, line, column })
  }

  #openLink(node: Element): void {
    this.#endLink()
    const href = attributeOf(node, 'href')
    const text = href && this.#openBareText()
    if (href === undefined || text === undefined) return
    const { line, column } = text
    const start = href.at?.source.place(href.at.from, href.at.to).start
    const title = attributeOf(node, 'title')
    this.#linkText = ''
    this.#link = {
      href: node.tags === undefined ? href.value : href.value.trim(),
      ...(title && { title: title.value }),
      ...(start ?? { line, column }),
      offset: text.text.length,
    }
  }

  #endLink(): void {
    const link = this.#link
    this.#link = undefined
    if (link !== undefined && this.#text !== undefined)
      this.#text.links.push({ text: this.#linkText, ...link })
  }

  #addBlock(block: Block): void {
    this.#endText()
    this.#container().push(block)
  }

  /** Where blocks are put: the item that is open, else the text itself. */
  #container(): Block[] {
    return this.#lists.at(-1)?.item?.blocks ?? this.blocks
  }
}

/** Elements of Markdown that nothing in the structure is meant by. */
const OTHERS = new Set(['blockquote', 'table', 'pre'])

/** Where an element begins. */
function spotOf({ at }: Element): Spot {
  const { line, column } = at?.source.place(at.from, at.to).start ?? { line: 1, column: 1 }
  return { line, column }
}
