// Blocks in Typst.
import {
  MANY,
  type Block,
  type BlockOf,
  type Cell,
  type Code,
  type Entry,
  type Inline,
  type List,
  type PerBlock,
  type Row,
  type Speech,
  type Table,
  forBlock,
} from '../content.ts'
import { guttersOf } from '../code-gutter.ts'
import { codeKind } from '../code-kinds.ts'
import { bareBlocks, walkInlines } from '../walk.ts'
import { image, languageOf, writeLine, writeRuns } from './inlines.ts'
import type { PageWriter } from './page-writer.ts'
import { call, joined, list as values, text } from './values.ts'

/** Blocks, one below the other. */
export function writeBlocks(blocks: readonly Block[], writer: PageWriter): string {
  return joined(blocks.map((block) => writeBlock(block, writer)))
}

/** A block behind its anchor. */
export function writeBlock(block: Block, writer: PageWriter): string {
  const hasOwn = block.kind === 'heading'
  const anchor = block.id === undefined || hasOwn ? '' : writer.anchor(block.id)
  const written = writer.nested(
    COSTS[block.kind] ?? 0,
    () => forBlock(WRITERS, block, writer),
    () => writeBlocks(bareBlocks(block), writer),
  )
  return [anchor, written].filter((value) => value !== '').join(';')
}

/** How many rules of the compiler a box is followed by. */
const COSTS: { readonly [kind in Block['kind']]?: number } = {
  table: 6,
  terms: 4,
  list: 3,
  quote: 3,
  callout: 4,
  group: 1,
  figure: 2,
}

const titled =
  (name: string) =>
  (
    { title, blocks }: { readonly title?: readonly Inline[]; readonly blocks: readonly Block[] },
    writer: PageWriter,
  ): string =>
    call(name, { title: titleOf(title ?? [], writer) }, writeBlocks(blocks, writer))

const WRITERS: PerBlock<[writer: PageWriter], string> = {
  paragraph,
  heading,
  list,
  terms: ({ entries }, writer) => call('terms', {}, ...entries.map((entry) => term(entry, writer))),
  quote: ({ blocks }, writer) => call('poem', {}, writeBlocks(blocks, writer)),
  code,
  callout: titled('callout'),
  group: (block, writer) => spoken(block, titled('group')(block, writer)),
  table,
  figure: ({ caption, blocks }, writer) =>
    call('figured', { caption: titleOf(caption, writer) }, writeBlocks(blocks, writer)),
  rule: () => 'rule()',
  drawing(block, writer) {
    const { name, width } = writer.drawing(block)
    return call('align', {}, 'center', image(name, width, block.alt))
  },
}

/** Words in a language or a direction of their own: lists and tables follow them. */
function spoken({ lang, dir }: Speech, body: string): string {
  const named = { lang: languageOf(lang), dir }
  return lang === undefined && dir === undefined ? body : call('text', named, body)
}

function titleOf(title: readonly Inline[], writer: PageWriter): string | undefined {
  return title.length === 0 ? undefined : writeLine(title, writer)
}

/** A heading stands in the contents and at the top of pages too: what can be there only once stands before it. */
function heading({ id, level, children }: BlockOf<'heading'>, writer: PageWriter): string {
  const { depth, isListed } = writer.level(level)
  const pageBreak = writer.beginsPage(level) ? 'pagebreak(weak: true)' : ''
  const own = id === undefined ? '' : writer.label(id)
  const anchors: string[] = []
  walkInlines(children, {
    inline(inline) {
      if (typeof inline !== 'string' && 'id' in inline && inline.kind !== 'call' && inline.id)
        anchors.push(writer.anchor(inline.id))
    },
  })
  const quiet = { ...writer, anchor: () => '', ...(isListed && { note: () => '' }) }
  const shown = call(
    'heading',
    { level: depth, outlined: isListed, bookmarked: true },
    writeLine(children, quiet),
  )
  const labeled = own === '' ? shown : `[#${shown}#${own}]`
  return [pageBreak, ...anchors, labeled].filter((value) => value !== '').join(';')
}

function paragraph(
  { children, align, isTitle, leads }: BlockOf<'paragraph'>,
  writer: PageWriter,
): string {
  const line = writeLine(children, writer)
  if (children.some(isDisplay)) return line
  const set = call('par', {}, isTitle === true ? call('strong', {}, line) : line)
  if (leads === true) return call('lead', {}, set)
  return align === undefined ? set : call('align', {}, align, set)
}

/** A formula on a line of its own is a block to Typst, which no paragraph holds. */
function isDisplay(inline: Inline): boolean {
  return typeof inline !== 'string' && inline.kind === 'formula' && inline.isDisplay === true
}

function list({ isOrdered, start, marker, items }: List, writer: PageWriter): string {
  const bodies = items.map(({ id, blocks }) => {
    const anchor = id === undefined ? '' : writer.anchor(id)
    const [only, ...others] = blocks
    // Items of one line each stand close to each other.
    if (only?.kind === 'paragraph' && others.length === 0)
      return joined([anchor, writeLine(only.children, writer)])
    return joined([anchor, writeBlocks(blocks, writer)])
  })
  if (items.some(({ isDone }) => isDone !== undefined)) {
    const marks = items.map(({ isDone }) =>
      isDone === true ? '"☑"' : isDone === false ? '"☐"' : '"•"',
    )
    return call('tasks', {}, ...bodies.flatMap((body, index) => [marks[index] ?? '', body]))
  }
  const isTight = items.every(({ blocks }) => blocks.length < 2 || blocks[1]?.kind === 'list')
  if (!isOrdered) return call('list', { tight: isTight }, ...bodies)
  const numbering = marker === undefined ? undefined : text(`${marker}.`)
  return call('enum', { tight: isTight, start, numbering }, ...bodies)
}

function term({ terms, details }: Entry, writer: PageWriter): string {
  const names = terms.map(({ id, children }) =>
    joined([id === undefined ? '' : writer.anchor(id), writeLine(children, writer)]),
  )
  const name = names.flatMap((one, index) => (index === 0 ? [one] : ['linebreak()', one]))
  const said = joined(details.map((blocks) => writeBlocks(blocks, writer)))
  return call('terms.item', {}, joined(name), said)
}

function code(block: Code, writer: PageWriter): string {
  const { title, lines } = block
  const gutters = guttersOf(block)
  const rows = lines.map((runs, index) => {
    const line = writeRuns(runs, codeKind)
    const gutter = gutters[index]?.replaceAll(' ', '\u00A0') ?? ''
    return gutter === '' ? line : joined([`text(fill: gray, ${text(gutter)})`, line])
  })
  const named = { title: title === undefined ? undefined : writeLine(title, writer) }
  return call('codeblock', named, values(rows))
}

function table({ caption, columns, head, body }: Table, writer: PageWriter): string {
  const inner = writer.inColumns(columns)
  const cells = (rows: readonly Row[]): readonly string[] =>
    rows.flatMap((row) => row.map((one) => cell(one, inner)))
  const header = head.length === 0 ? [] : [call('table.header', {}, ...cells(head))]
  const set = call('table', { columns }, ...header, ...cells(body))
  const size = `${Math.max(0.45, MANY / columns).toFixed(2)}em`
  const fitting = columns > MANY ? call('text', { size }, set) : set
  return call('tabled', { caption: titleOf(caption, writer) }, fitting)
}

function cell({ isHeader, align, columns, rows, blocks }: Cell, writer: PageWriter): string {
  const [only, ...others] = blocks
  const inside =
    only?.kind === 'paragraph' && others.length === 0 && only.id === undefined
      ? writeLine(only.children, writer)
      : writeBlocks(blocks, writer)
  const named = {
    colspan: columns > 1 ? columns : undefined,
    rowspan: rows > 1 ? rows : undefined,
    align,
  }
  return call('table.cell', named, isHeader ? call('strong', {}, inside) : inside)
}
