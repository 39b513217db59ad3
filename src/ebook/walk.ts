// Everything in a content, once: for those who look for ids, links and pictures.
import { type Block, type Content, type Inline, type PerBlock, forBlock } from './content.ts'

/** What somebody wants to see of a content. */
export interface Visitor {
  readonly block?: (block: Block) => void
  readonly inline?: (inline: Inline) => void
  /** Ids of what is neither: items, terms, notes. */
  readonly id?: (id: string) => void
}

/** Visits blocks, lines and footnotes in the order of the page. */
export function walkContent({ blocks, notes }: Content, visitor: Visitor): void {
  walkBlocks(blocks, visitor)
  for (const note of notes) {
    visitor.id?.(note.id)
    walkBlocks(note.blocks, visitor)
  }
}

/** Visits blocks and what is in them. */
export function walkBlocks(blocks: readonly Block[], visitor: Visitor): void {
  for (const block of blocks) {
    visitor.block?.(block)
    const { lines, inner, ids = [] } = forBlock(PARTS, block)
    for (const id of ids) if (id !== undefined) visitor.id?.(id)
    walkInlines(lines ?? [], visitor)
    for (const blocksInside of inner ?? []) walkBlocks(blocksInside, visitor)
  }
}

/** What a block has in it. */
interface Parts {
  readonly lines?: readonly Inline[]
  readonly inner?: readonly (readonly Block[])[]
  /** Ids of what is neither block nor in a line. */
  readonly ids?: readonly (string | undefined)[]
}

const titled = ({
  title,
  blocks,
}: {
  readonly title?: readonly Inline[]
  readonly blocks: readonly Block[]
}): Parts => ({ lines: title ?? [], inner: [blocks] })

const PARTS: PerBlock<[], Parts> = {
  paragraph: ({ children }) => ({ lines: children }),
  heading: ({ children }) => ({ lines: children }),
  list: ({ items }) => ({
    inner: items.map(({ blocks }) => blocks),
    ids: items.map(({ id }) => id),
  }),
  terms({ entries }) {
    const terms = entries.flatMap((entry) => entry.terms)
    return {
      lines: terms.flatMap(({ children }) => children),
      inner: entries.flatMap(({ details }) => details),
      ids: terms.map(({ id }) => id),
    }
  },
  quote: ({ blocks }) => ({ inner: [blocks] }),
  code: ({ title }) => ({ lines: title ?? [] }),
  callout: titled,
  group: titled,
  table: ({ caption, head, body }) => ({
    lines: caption,
    inner: [...head, ...body].flat().map(({ blocks }) => blocks),
  }),
  figure: ({ blocks, caption }) => ({ lines: caption, inner: [blocks] }),
  rule: () => ({}),
  drawing: () => ({}),
}

/** Visits what is in lines. */
export function walkInlines(inlines: readonly Inline[], visitor: Visitor): void {
  for (const inline of inlines) {
    visitor.inline?.(inline)
    if (typeof inline !== 'string' && 'children' in inline) walkInlines(inline.children, visitor)
  }
}

/** The words of lines alone. */
export function plainWords(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline
      if (inline.kind === 'break') return ' '
      if (inline.kind === 'picture') return inline.alt ?? ''
      if (inline.kind === 'formula') return inline.tex
      return 'children' in inline ? plainWords(inline.children) : ''
    })
    .join('')
}

/** What is in a block, without the boxes around it: what stands in lines as paragraphs, and blocks that hold no others. */
export function bareBlocks(block: Block): readonly Block[] {
  const { lines = [], inner = [] } = forBlock(PARTS, block)
  if (inner.length === 0 && block.kind !== 'terms') return [block]
  const line: readonly Block[] = lines.length === 0 ? [] : [{ kind: 'paragraph', children: lines }]
  return [...line, ...inner.flat().flatMap(bareBlocks)]
}

/** What is in a line, without what sets it apart. */
export function bareInlines(inline: Inline): readonly Inline[] {
  return typeof inline !== 'string' && 'children' in inline
    ? inline.children.flatMap(bareInlines)
    : [inline]
}
