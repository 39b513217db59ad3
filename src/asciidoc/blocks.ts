// The structure of an AsciiDoc text as plain data, for files that are read rather than rendered: SUMMARY and GLOSSARY.
// It knows titles, lists, separators and paragraphs; everything else is passed over. It needs no Asciidoctor, so that
// reading the structure of a book is quick and stays synchronous.
import type { Block, Inline, ListItem } from '../markdown/structure.ts'
import { parseInline } from './inline.ts'
import { type TitleLine, titleLine } from './title-line.ts'

const ITEM = /^[ \t]*(\*{1,5}|-|\.{1,5}|\d+\.)[ \t]+(\S.*)$/
const RULE = /^(?:'{3,}|-{3}|\*{3}|- - -|\* \* \*)[ \t]*$/
const FENCE = /^(?:(-{4,}|={4,}|\.{4,}|\*{4,}|_{4,}|\+{4,}|\/{4,})|(\|={3,}|--|`{3,}.*))[ \t]*$/
const PASSED_OVER = /^(?:\/\/(?!\/)|:[^\s:][^:]*:(?:\s|$)|\[[^\]]*\][ \t]*$|\.[^\s.])/

interface OpenItem {
  readonly marker: string
  readonly blocks: Block[]
}

/** A list being read, with the item that the next lines belong to. */
interface OpenList {
  readonly marker: string
  readonly items: ListItem[]
  item: OpenItem
}

interface Line {
  readonly text: string
  /** 1-based. */
  readonly number: number
}

/** The reader on its way through the lines. */
interface ReaderState {
  readonly lines: readonly Line[]
  readonly blocks: Block[]
  /** From the outermost to the one that an item was added to last. */
  lists: readonly OpenList[]
}

/** The top-level blocks of an AsciiDoc text, in the form that `parseBlocks` gives for Markdown. Never fails. */
export function asciidocBlocks(text: string): readonly Block[] {
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ text: line, number: index + 1 }))
  const reading: ReaderState = { lines, blocks: [], lists: [] }
  for (let at = 0; at < lines.length;) at = readBlock(reading, at)
  return reading.blocks
}

/** Reads what begins at a line; gives the line after it. */
function readBlock(reading: ReaderState, at: number): number {
  const { lines, blocks } = reading
  const line = lines[at]
  if (line === undefined || isBlank(line)) return at + 1
  const item = ITEM.exec(line.text)
  if (item !== null) {
    const end = paragraphEnd(lines, at + 1)
    const added = { marker: markerOf(item[1] ?? ''), lines: lines.slice(at, end) }
    reading.lists = addItem(blocks, reading.lists, added)
    return end
  }
  const title = titleLine(line.text)
  if (title !== undefined) return addBlock(reading, heading(line, title), at + 1)
  const here = { line: line.number, column: 1 }
  if (RULE.test(line.text)) return addBlock(reading, { kind: 'rule', ...here }, at + 1)
  if (FENCE.test(line.text)) {
    const end = fenceEnd(lines, at)
    // A block of comments is not there.
    return line.text.startsWith('////') ? end : addBlock(reading, { kind: 'other', ...here }, end)
  }
  return PASSED_OVER.test(line.text) ? at + 1 : readParagraph(reading, at)
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '' || text.trim() === '+'
}

/** Adds a block that ends all lists. */
function addBlock(reading: ReaderState, block: Block, next: number): number {
  reading.lists = []
  reading.blocks.push(block)
  return next
}

/** A paragraph after a line with a plus sign belongs to the item before. */
function readParagraph(reading: ReaderState, at: number): number {
  const { lines, lists } = reading
  const end = paragraphEnd(lines, at + 1)
  const block = paragraph(lines.slice(at, end))
  const item = lines[at - 1]?.text.trim() === '+' ? lists.at(-1)?.item : undefined
  if (item === undefined) return addBlock(reading, block, end)
  item.blocks.push(block)
  return end
}

function heading(line: Line, { marks, text, from }: TitleLine): Block {
  const inline = parseInline(text, { line: line.number, column: from + 1 })
  return { kind: 'heading', level: marks.length, inline, line: line.number, column: 1 }
}

function paragraph(lines: readonly Line[]): Block {
  const [first] = lines
  const inline = inlineOf(lines, 0)
  return { kind: 'paragraph', inline, line: first?.number ?? 1, column: 1 }
}

/** The text of lines; the first is read from an offset. */
function inlineOf(lines: readonly Line[], offset: number): Inline {
  const [first] = lines
  const text = lines.map((line, index) => (index === 0 ? line.text.slice(offset) : line.text))
  return parseInline(text.join('\n'), { line: first?.number ?? 1, column: offset + 1 })
}

/** Numbers are all the same marker. */
function markerOf(written: string): string {
  return /^\d/.test(written) ? '1.' : written
}

/** Where a paragraph ends: before a blank line, an item, a separator or a line that stands for itself. */
function paragraphEnd(lines: readonly Line[], from: number): number {
  let end = from
  while (end < lines.length && !endsParagraph(lines[end])) end += 1
  return end
}

function endsParagraph(line: Line | undefined): boolean {
  if (line === undefined || isBlank(line)) return true
  const { text } = line
  return [ITEM, RULE, FENCE, /^(?:\/\/|\[[^\]]*\][ \t]*$)/].some((pattern) => pattern.test(text))
}

/** After the line that closes the block opened at `at`. */
function fenceEnd(lines: readonly Line[], at: number): number {
  const opener = lines[at]?.text.trimEnd() ?? ''
  const closer = opener.startsWith('```') ? '```' : opener
  let end = at + 1
  while (end < lines.length && lines[end]?.text.trimEnd() !== closer) end += 1
  return end + 1
}

interface NewItem {
  readonly marker: string
  readonly lines: readonly Line[]
}

/** Puts an item into the list with its marker, or into a new list inside the current item; gives the open lists. */
function addItem(
  blocks: Block[],
  open: readonly OpenList[],
  { marker, lines }: NewItem,
): OpenList[] {
  const [first] = lines
  const source = first?.text ?? ''
  const [, sign = '', content = ''] = ITEM.exec(source) ?? []
  const position = { line: first?.number ?? 1, column: source.indexOf(sign) + 1 }
  const inline = inlineOf(lines, source.indexOf(content, position.column - 1 + sign.length))
  const items: Block[] = [{ kind: 'paragraph', inline, ...position }]
  const item = { marker, blocks: items }
  const known = open.findIndex((list) => list.marker === marker)
  const list = open[known]
  if (list !== undefined) {
    list.items.push({ blocks: items, ...position })
    list.item = item
    return open.slice(0, known + 1)
  }
  const entries: ListItem[] = [{ blocks: items, ...position }]
  const block: Block = { kind: 'list', ordered: /^[.\d]/.test(marker), items: entries, ...position }
  const parent = open.at(-1)
  if (parent === undefined) blocks.push(block)
  else parent.item.blocks.push(block)
  return [...open, { marker, items: entries, item }]
}
