// Lists, headings and links of AsciiDoc, as far as tables of contents and glossaries use them, as the blocks that the
// same thing in Markdown would give.
import type { Block, Inline, InlineLink, ListItem } from '../markdown/document.ts'

interface OpenItem {
  readonly marker: string
  readonly line: number
  readonly column: number
  readonly inline: Inline
  readonly children: OpenItem[]
}

interface State {
  readonly blocks: Block[]
  /** The items of the list being read, and those that are open below it. */
  roots: OpenItem[]
  open: OpenItem[]
  /** Lines of the paragraph being read. */
  paragraph: string[]
  paragraphLine: number
}

const HEADING = /^(={1,6})[ \t]+(.*?)(?:[ \t]+=+)?$/
const ITEM = /^([ \t]*)(\*{1,5}|\.{1,5}|-|\d+\.)[ \t]+(.*)$/
const RULE = /^(?:'{3,}|-{3}|\*{3})$/
/** Comments, attributes and block attributes say nothing about the structure. */
const SILENT = /^(?:\/\/(?!\/)|:[^:\s][^:]*:|\[[^\]]*\]$)/

/** The blocks of an AsciiDoc text. */
export function asciidocBlocks(text: string): readonly Block[] {
  const state: State = { blocks: [], roots: [], open: [], paragraph: [], paragraphLine: 1 }
  let inComment = false
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\/{4,}$/.test(line.trimEnd())) inComment = !inComment
    else if (!inComment) readLine(state, line.trimEnd(), index + 1)
  }
  endParagraph(state)
  endList(state)
  return state.blocks
}

function readLine(state: State, text: string, line: number): void {
  if (text.trim() === '') endParagraph(state)
  if (text.trim() === '' || SILENT.test(text)) return
  const heading = HEADING.exec(text)
  const item = ITEM.exec(text)
  if (heading !== null) {
    endAll(state)
    const [, marks = '', title = ''] = heading
    const inline = readInline(title, line, marks.length + 2)
    state.blocks.push({ kind: 'heading', level: marks.length, inline, line, column: 1 })
  } else if (RULE.test(text)) {
    endAll(state)
    state.blocks.push({ kind: 'rule', line, column: 1 })
  } else if (item !== null) {
    endParagraph(state)
    addItem(state, toItem(item, line))
  } else {
    if (state.paragraph.length === 0) endList(state)
    if (state.paragraph.push(text) === 1) state.paragraphLine = line
  }
}

function toItem([text, indent = '', marker = '', content = '']: RegExpExecArray, line: number): OpenItem {
  return {
    marker: marker.replace(/\d+/, ''),
    line,
    column: indent.length + 1,
    inline: readInline(content, line, text.length - content.length + 1),
    children: [],
  }
}

/** A marker that is open already continues its list; any other opens a list below. */
function addItem(state: State, item: OpenItem): void {
  const level = state.open.findIndex(({ marker }) => marker === item.marker)
  const parents = level < 0 ? state.open : state.open.slice(0, level)
  const parent = parents.at(-1)
  ;(parent?.children ?? state.roots).push(item)
  state.open = [...parents, item]
}

function endAll(state: State): void {
  endParagraph(state)
  endList(state)
}

function endList(state: State): void {
  const [first] = state.roots
  if (first !== undefined) state.blocks.push(listOf(state.roots, first))
  state.roots = []
  state.open = []
}

function endParagraph(state: State): void {
  const [first] = state.paragraph
  if (first === undefined) return
  const inline = readInline(state.paragraph.join('\n'), state.paragraphLine, 1)
  state.blocks.push({ kind: 'paragraph', inline, line: state.paragraphLine, column: 1 })
  state.paragraph = []
}

function listOf(items: readonly OpenItem[], { marker, line, column }: OpenItem): Block {
  return { kind: 'list', ordered: marker.startsWith('.'), items: items.map(itemOf), line, column }
}

function itemOf({ inline, children, line, column }: OpenItem): ListItem {
  const [first] = children
  const paragraph: Block = { kind: 'paragraph', inline, line, column }
  return {
    blocks: first === undefined ? [paragraph] : [paragraph, listOf(children, first)],
    line,
    column,
  }
}

const LINK =
  /(?:link|xref):(?<target>[^\s[\]]+)\[(?<text>[^\]]*)\]|<<(?<cross>[^,>]+)(?:,(?<label>[^>]*))?>>|(?<url>https?:\/\/[^\s[\]]+)(?:\[(?<name>[^\]]*)\])?/g

/** Text with `link:`, `xref:`, `<<…>>` and addresses; the rest of the markup is taken away. */
function readInline(source: string, line: number, column: number): Inline {
  const links: InlineLink[] = []
  let text = ''
  let done = 0
  for (const match of source.matchAll(LINK)) {
    const { target, text: shown, cross, label, url, name } = match.groups ?? {}
    const href = (target ?? cross ?? url ?? '').trim()
    text += plain(source.slice(done, match.index))
    const start = column + match.index + match[0].indexOf(href)
    const linkText = plain(shown ?? label ?? name ?? '').trim() || href
    links.push({ text: linkText, href, line, column: start, offset: text.length })
    text += linkText
    done = match.index + match[0].length
  }
  return { text: text + plain(source.slice(done)), links }
}

/** Bold, italic, monospace and highlighted text without its marks. */
function plain(source: string): string {
  return source.replaceAll(/(\*{1,2}|_{1,2}|`{1,2}|#{1,2})(?=\S)(.+?)(?<=\S)\1/g, '$2')
}
