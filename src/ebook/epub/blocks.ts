// Blocks in XHTML.
import {
  MANY,
  type Block,
  type Cell,
  type Code,
  type Entry,
  type Inline,
  type Item,
  type List,
  type Note,
  type PerBlock,
  type Row,
  type Table,
  forBlock,
} from '../content.ts'
import { guttersOf } from '../code-gutter.ts'
import { walkBlocks } from '../walk.ts'
import type { ChapterWriter } from './chapter-writer.ts'
import { writeLine, writeRuns } from './inlines.ts'
import { type Attributes, tag } from './xml.ts'

/** Blocks, one below the other. */
export function writeBlocks(blocks: readonly Block[], writer: ChapterWriter): string {
  return blocks.map((block) => writeBlock(block, writer)).join('\n')
}

function writeBlock(block: Block, writer: ChapterWriter): string {
  const id = block.id === undefined ? undefined : writer.id(block.id)
  return forBlock(WRITERS, block, id, writer)
}

const WRITERS: PerBlock<[id: string | undefined, writer: ChapterWriter], string> = {
  paragraph: ({ children, align, isTitle, leads }, id, writer) =>
    tag(
      'p',
      { id, class: isTitle === true ? 'title' : leads === true ? 'lead' : align },
      writeLine(children, writer),
    ),
  heading: ({ level, children }, id, writer) =>
    tag(`h${writer.level(level)}`, { id }, writeLine(children, writer)),
  list,
  terms: ({ entries }, id, writer) =>
    tag('dl', { id }, entries.map((entry) => terms(entry, writer)).join('\n')),
  quote: ({ blocks }, id, writer) => tag('blockquote', { id }, writeBlocks(blocks, writer)),
  code,
  callout: (block, id, writer) => titled('callout', { id, role: 'note' }, block, writer),
  group(block, id, writer) {
    const { lang, dir, blocks, title } = block
    if (blocks.length === 0 && title === undefined) return tag('div', { id })
    return titled('group', { id, lang, 'xml:lang': lang, dir }, block, writer)
  },
  table,
  figure({ blocks, caption }, id, writer) {
    const below = captionOf('figcaption', caption, writer)
    return tag('figure', { id }, writeBlocks(blocks, writer) + below)
  },
  rule: () => '<hr/>',
  drawing: (block, id, writer) => tag('figure', { id }, writer.drawing(block)),
}

function titled(
  name: 'callout' | 'group',
  attributes: Attributes,
  { title = [], blocks }: { readonly title?: readonly Inline[]; readonly blocks: readonly Block[] },
  writer: ChapterWriter,
): string {
  const own = name === 'callout' ? 'callout-title' : 'title'
  const head = title.length === 0 ? '' : `${tag('p', { class: own }, writeLine(title, writer))}\n`
  return tag('div', { class: name, ...attributes }, head + writeBlocks(blocks, writer))
}

function captionOf(name: string, caption: readonly Inline[], writer: ChapterWriter): string {
  return caption.length === 0 ? '' : tag(name, {}, writeLine(caption, writer))
}

function list(
  { isOrdered, start, marker, items }: List,
  id: string | undefined,
  writer: ChapterWriter,
): string {
  const isTasks = items.some(({ isDone }) => isDone !== undefined)
  const attributes = { id, start, type: marker, class: isTasks ? 'tasks' : undefined }
  const other = isTasks && !isOrdered ? '• ' : ''
  const inside = items.map((one) => item(one, other, writer)).join('\n')
  return tag(isOrdered ? 'ol' : 'ul', attributes, inside)
}

/** An item; `other` is the mark of one that is no task among tasks. */
function item({ id, blocks, isDone }: Item, other: string, writer: ChapterWriter): string {
  const mark = isDone === undefined ? other : isDone ? '☑ ' : '☐ '
  const own = id === undefined ? undefined : writer.id(id)
  const [first, ...rest] = blocks
  // A line alone needs no paragraph.
  if (first?.kind === 'paragraph' && first.align === undefined && first.id === undefined)
    return tag(
      'li',
      { id: own },
      [mark + writeLine(first.children, writer), writeBlocks(rest, writer)].join(''),
    )
  return tag('li', { id: own }, mark + writeBlocks(blocks, writer))
}

function terms({ terms: names, details }: Entry, writer: ChapterWriter): string {
  const dts = names.map(({ id, children }) => {
    const own = id === undefined ? undefined : writer.id(id)
    return tag('dt', { id: own }, writeLine(children, writer))
  })
  const dds = details.map((blocks) => tag('dd', {}, writeBlocks(blocks, writer)))
  // A list of terms has both.
  return [
    ...(dts.length === 0 ? ['<dt></dt>'] : dts),
    ...(dds.length === 0 ? ['<dd></dd>'] : dds),
  ].join('')
}

function code(block: Code, id: string | undefined, writer: ChapterWriter): string {
  const { title, lines } = block
  const gutters = guttersOf(block)
  const text = lines.map((runs, index) => {
    const gutter = gutters[index] ?? ''
    return (gutter === '' ? '' : tag('span', { class: 'ln' }, gutter)) + writeRuns(runs)
  })
  const pre = (own: string | undefined): string =>
    tag('pre', { id: own, dir: 'ltr' }, tag('code', {}, text.join('\n')))
  if (title === undefined) return pre(id)
  const caption = tag('figcaption', {}, writeLine(title, writer))
  return tag('figure', { id, class: 'code' }, caption + pre(undefined))
}

/** More columns than this do not fit a small screen in letters of the text. */
const SOME = 5

function table(
  { caption, columns, head, body }: Table,
  id: string | undefined,
  writer: ChapterWriter,
): string {
  const rows = (part: readonly Row[], scope: 'col' | 'row'): string =>
    part
      .map((row) => row.map((one) => cell(one, columns, scope, writer)).join(''))
      .map((cells) => tag('tr', {}, cells))
      .join('\n')
  const inside = [
    captionOf('caption', caption, writer),
    head.length === 0 ? '' : tag('thead', {}, rows(head, 'col')),
    body.length === 0 ? '' : tag('tbody', {}, rows(body, 'row')),
  ]
  return tag('table', { id, class: breadth(columns) }, inside.join('\n'))
}

/** How small a table must be set. */
function breadth(columns: number): string | undefined {
  if (columns > MANY) return 'wide'
  return columns > SOME ? 'broad' : undefined
}

/** How many letters stand beside each other in a table on a small screen. */
const LETTERS = 28

/** A cell; words that are longer than its column may part, and no others do. */
function cell(
  { isHeader, align, columns, rows, blocks }: Cell,
  columnsOfTable: number,
  scope: 'col' | 'row',
  writer: ChapterWriter,
): string {
  const long = hasWordsBeyond(blocks, Math.floor((LETTERS * columns) / columnsOfTable))
  const attributes = {
    class: [align ?? [], long ? 'parts' : []].flat().join(' ') || undefined,
    colspan: columns > 1 ? columns : undefined,
    rowspan: rows > 1 ? rows : undefined,
    scope: isHeader ? scope : undefined,
  }
  const [only, ...others] = blocks
  const inside =
    only?.kind === 'paragraph' && others.length === 0 && only.id === undefined
      ? writeLine(only.children, writer)
      : writeBlocks(blocks, writer)
  return tag(isHeader ? 'th' : 'td', attributes, inside)
}

/** Has a line a word of more letters than these? Where a line may end by itself, so does a word. */
function hasWordsBeyond(blocks: readonly Block[], letters: number): boolean {
  const word = new RegExp(
    String.raw`[^\s\u200B\p{Pd}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{${letters + 1}}`,
    'u',
  )
  let found = false
  walkBlocks(blocks, {
    inline(inline) {
      found ||= typeof inline === 'string' && word.test(inline)
    },
  })
  return found
}

/** A footnote: readers show it where it is called. */
export function writeNote(
  { id, number, blocks }: Note,
  writer: ChapterWriter,
  back: string | undefined,
): string {
  const mark =
    back === undefined
      ? `${number}.`
      : tag('a', { href: `#${back}`, role: 'doc-backlink' }, `${number}.`)
  const [first, ...rest] = blocks
  const isLine = first?.kind === 'paragraph'
  const line = isLine ? writeLine(first.children, writer) : ''
  const inside = tag('p', {}, `${mark} ${line}`) + writeBlocks(isLine ? rest : blocks, writer)
  return tag(
    'aside',
    { id: writer.id(id), class: 'note', 'epub:type': 'footnote', role: 'doc-footnote' },
    inside,
  )
}
