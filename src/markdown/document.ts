// The structure of a Markdown text as plain data, for files that are read rather than rendered: SUMMARY, GLOSSARY,
// LANGS. CommonMark decides what is a list and what is a heading; what they mean is the caller's business.
import type { Token } from 'markdown-it'
import { lineStarts, positionAt } from '../core/position.ts'
import { decodeValue } from '../tree/parse.ts'
import { createStructureEngine } from './engine.ts'
import { attributeOf, scanTags } from '../tree/scan.ts'
import { plainText, textContent } from './plain-text.ts'
import { createPlacer } from './positions.ts'
import { origins, ranges } from './remarks.ts'

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
interface Spot {
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
    /** A block of raw HTML, comments included. */
    | { readonly kind: 'html'; readonly html: string }
    /** Quotes, code, tables: nothing that a structure file means anything by. */
    | { readonly kind: 'other' }
  )

/** The top-level blocks of a Markdown text. Line ends must be '\n'. Never fails. */
export function parseBlocks(text: string): readonly Block[] {
  const engine = createStructureEngine()
  const tokens = engine.parse(text, {})
  const placer = createPlacer(text, 1)
  const reader: Reader = { tokens, starts: lineStarts(text), text, placer }
  return readBlocks(reader, 0, tokens.length)
}

interface Reader {
  readonly tokens: readonly Token[]
  readonly starts: readonly number[]
  readonly text: string
  readonly placer: ReturnType<typeof createPlacer>
}

/** The blocks between two indexes of the token list. */
function readBlocks(reader: Reader, from: number, to: number): readonly Block[] {
  const blocks: Block[] = []
  for (let index = from; index < to;) {
    const close = closingOf(reader.tokens, index)
    const block = readBlock(reader, index, close)
    if (block !== undefined) blocks.push(block)
    index = close + 1
  }
  return blocks
}

/** The index of the token that ends the block at an index; the same index for a block of one token. */
function closingOf(tokens: readonly Token[], index: number): number {
  const open = tokens[index]
  if (open?.nesting !== 1) return index
  let close = index + 1
  while (close < tokens.length && tokens[close]?.level !== open.level) close++
  return close
}

function readBlock(reader: Reader, index: number, close: number): Block | undefined {
  const token = reader.tokens[index]
  if (token === undefined) return undefined
  const inline = reader.tokens[index + 1]
  switch (token.type) {
    case 'heading_open': {
      const level = Number(token.tag.slice(1))
      return {
        kind: 'heading',
        level,
        inline: readInline(reader, inline),
        ...spotOf(reader, token),
      }
    }
    case 'paragraph_open':
      return {
        kind: 'paragraph',
        inline: readInline(reader, inline),
        ...spotOf(reader, inline ?? token),
      }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const items = readItems(reader, index + 1, close)
      const ordered = token.type === 'ordered_list_open'
      return { kind: 'list', ordered, items, ...spotOf(reader, inline ?? token) }
    }
    case 'hr':
      return { kind: 'rule', ...spotOf(reader, token) }
    case 'html_block':
      return { kind: 'html', html: token.content, ...spotOf(reader, token) }
    default:
      return { kind: 'other', ...spotOf(reader, token) }
  }
}

function readItems(reader: Reader, from: number, to: number): readonly ListItem[] {
  const items: ListItem[] = []
  for (let index = from; index < to;) {
    const close = closingOf(reader.tokens, index)
    const token = reader.tokens[index]
    if (token !== undefined)
      items.push({ blocks: readBlocks(reader, index + 1, close), ...spotOf(reader, token) })
    index = close + 1
  }
  return items
}

/** Where a block begins: exact when the parser noted it, else the first character of its line. */
function spotOf(reader: Reader, token: Token): Spot {
  const noted = origins.of(token)?.[0]
  if (noted !== undefined) return positionAt(reader.starts, noted)
  const line = token.map?.[0] ?? 0
  const start = reader.starts[line] ?? 0
  const indent = /^[ \t]*/.exec(reader.text.slice(start, start + 100))?.[0].length ?? 0
  return { line: line + 1, column: indent + 1 }
}

/** A link of which the end has not been seen yet. */
interface OpenLink {
  readonly href: string
  readonly title?: string
  readonly offset: number
  readonly from: number
  readonly to: number
}

function readInline(reader: Reader, block: Token | undefined): Inline {
  if (block === undefined || block.children === null) return { text: '', links: [] }
  const { placer } = reader
  const links: InlineLink[] = []
  let text = ''
  let open: OpenLink | undefined
  const finish = (): void => {
    if (open === undefined) return
    const { href, title, offset } = open
    const { line = 1, column = 1 } = placer.place(block, open).start ?? {}
    const named = title === undefined ? {} : { title }
    links.push({ text: text.slice(offset), href, ...named, line, column, offset })
    open = undefined
  }
  for (const token of block.children) {
    const opened = openedLink(token)
    if (opened !== undefined || token.type === 'link_close' || /^<\/a\s*>/i.test(token.content))
      finish()
    if (opened !== undefined) open = { ...opened, offset: text.length }
    if (token.type === 'image') text += plainText(token.children ?? [])
    else text += textContent([token])
  }
  finish()
  return { text, links }
}

/** The link that a token opens: Markdown's or a raw `<a href>`. */
function openedLink(token: Token): Omit<OpenLink, 'offset'> | undefined {
  const { from, to } = ranges.of(token) ?? { from: 0, to: 0 }
  if (token.type === 'link_open') {
    const title = token.attrGet('title')
    const named = title === null ? {} : { title: String(title) }
    return { href: String(token.attrGet('href') ?? ''), ...named, from, to }
  }
  if (token.type !== 'html_inline') return undefined
  const [tag] = scanTags(token.content)
  const href = tag?.name === 'a' && !tag.closing ? attributeOf(tag, 'href') : undefined
  if (href === undefined) return undefined
  return {
    href: decodeValue(href.value.trim()),
    from: from + href.valueStart,
    to: from + href.valueEnd,
  }
}
