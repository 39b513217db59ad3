// The tree of a page as Markdown, for readers that are no browsers. Blocks of a page in Markdown keep their lines where
// these say the same to everybody; what came of templates, plugins and components, and all of AsciiDoc, is written.
import { indexAt, lineStarts } from '../../core/position.ts'
import { marked, readMarks, withoutMarks } from '../../core/marked-text.ts'
import { append } from '../../core/list.ts'
import {
  type Block,
  type Element,
  type Lines,
  type Node,
  type Raw,
  hasClass,
  isBlank,
} from '../node.ts'
import { blockPieces, elementPieces, paragraph } from './blocks.ts'
import type { Brackets } from './escape.ts'
import { authorHtml, endTag, startTag } from './html.ts'
import { destination, inlineMarkdown, isInline } from './inline.ts'
import { type Piece, type Writing, joinPieces } from './writing.ts'

/** A reference in the text of a page, as offsets of its destination. */
export interface Destination {
  readonly from: number
  readonly to: number
}

/** The page that a tree was made of, in Markdown. */
export interface MarkdownPage<Link extends Destination> {
  readonly text: string
  /** The references in it, in order. */
  readonly links: readonly Link[]
}

/** A page in Markdown. */
export interface MarkdownText<Link extends Destination = Destination> {
  readonly text: string
  /** Its references in order: where they stand, and which of the page's they are when they were kept. */
  readonly destinations: readonly (Destination & { readonly link?: Link })[]
}

/** Writes a tree; with the page that it was made of where that is in Markdown. */
export function writeMarkdown<Link extends Destination>(
  nodes: readonly Node[],
  page?: MarkdownPage<Link>,
): MarkdownText<Link> {
  const source = page && createSource(page)
  const writer = new Writer(source, {
    brackets: nodes.some(isDefinition) ? 'defined' : 'some',
    notes: new Set(),
  })
  const { text, marks } = readMarks(joinPieces(inOrder(writer.pieces(nodes))))
  const destinations = marks.map(({ from, to, number }) => {
    const link = page?.links[number - 1]
    return link === undefined ? { from, to } : { from, to, link }
  })
  return { text, destinations }
}

/** Definitions give a meaning to words in brackets. */
function isDefinition(node: Node): boolean {
  if (node.kind === 'block' && node.block === 'definition') return true
  return 'children' in node && node.children.some(isDefinition)
}

/** Notes go back to where they were written. */
function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  let line = -1
  const isSorted = pieces.every(({ lines }) => {
    if (lines === undefined) return true
    const isBehind = lines[0] >= line
    line = lines[0]
    return isBehind
  })
  if (isSorted) return pieces
  line = -1
  const placed = pieces.map((piece) => ({ piece, line: (line = piece.lines?.[0] ?? line) }))
  return placed.sort((a, b) => a.line - b.line).map(({ piece }) => piece)
}

/** The text of a page with its references between marks. */
type PageText = (from: number, to: number) => string

interface PageLines {
  readonly slice: PageText
  readonly starts: readonly number[]
}

function createSource({ text, links }: MarkdownPage<Destination>): PageLines {
  const clean = withoutMarks(text)
  const starts = [...lineStarts(clean), clean.length]
  return {
    starts,
    slice(from, to) {
      let result = ''
      let done = from
      for (let at = indexAt(links, from, (link) => link.from); at < links.length; at++) {
        const link = links[at] as Destination
        if (link.from < done) continue
        if (link.to > to) break
        result += clean.slice(done, link.from) + marked(clean.slice(link.from, link.to), at + 1)
        done = link.to
      }
      return result + clean.slice(done, to)
    },
  }
}

/** What writers of the same page share. */
interface WriterContext {
  readonly brackets: Brackets
  readonly notes: Set<string>
}

class Writer implements Writing {
  readonly #page: PageLines | undefined
  readonly #shared: WriterContext
  /** HTML of authors stays HTML. */
  readonly #keepsHtml: boolean

  constructor(page: PageLines | undefined, shared: WriterContext, keepsHtml = page !== undefined) {
    this.#page = page
    this.#shared = shared
    this.#keepsHtml = keepsHtml
  }

  get notes(): Set<string> {
    return this.#shared.notes
  }

  get brackets(): Brackets {
    return this.#shared.brackets
  }

  get converting(): Writing {
    return this.#keepsHtml ? new Writer(this.#page, this.#shared, false) : this
  }

  get linked(): Writing {
    return new Writer(this.#page, { ...this.#shared, brackets: 'both' }, this.#keepsHtml)
  }

  isOfAuthor(node: Element | Raw): boolean {
    if (!this.#keepsHtml) return false
    return node.kind === 'raw' ? node.source !== undefined : node.tags !== undefined
  }

  readonly destination = destination

  readonly inline = (nodes: readonly Node[]): string => inlineMarkdown(nodes, this)

  readonly blocks = (nodes: readonly Node[]): readonly string[] =>
    this.pieces(nodes).map(({ text }) => text)

  pieces(nodes: readonly Node[]): readonly Piece[] {
    const run = new Run(this)
    this.#addAll(nodes, run)
    return run.finish()
  }

  #addAll(nodes: readonly Node[], run: Run): void {
    for (const node of nodes) {
      const kept = 'children' in node ? this.#verbatim(node) : undefined
      if (kept !== undefined) run.add([kept])
      else if (this.#isHtml(node)) this.#addHtml(node, run)
      else if (isInline(node)) run.text(node)
      else if (node.kind === 'element') run.add(elementPieces(node, this))
      else if (node.kind === 'block') run.add(blockPieces(node, this))
    }
  }

  /** Lines of the page without empty ones at their end. */
  #verbatim(node: Element | Block): Piece | undefined {
    if (this.#page === undefined) return undefined
    const { starts, slice } = this.#page
    if (node.kind === 'block' && node.block === 'definition') return this.#definition(node.lines)
    if (node.verbatim === undefined) return undefined
    const [first, last] = node.verbatim
    const text = slice(starts[first] ?? 0, starts[last] ?? starts.at(-1) ?? 0)
    const { length } = text.trimEnd()
    if (length === 0) return undefined
    const end = text.indexOf('\n', length)
    const spare = end < 0 ? 0 : text.slice(end + 1).split('\n').length - 1
    return { text: end < 0 ? text : text.slice(0, end), lines: [first, last - spare] }
  }

  /** A definition stands on lines of its own, behind the signs of the quotes and lists around it. */
  #definition([first, last]: Lines): Piece | undefined {
    const { starts, slice } = this.#page ?? {}
    const text = slice?.(starts?.[first] ?? 0, starts?.[last] ?? 0) ?? ''
    const from = text.indexOf('[')
    if (from < 0) return undefined
    const own = text
      .slice(from)
      .trimEnd()
      .replaceAll(/\n[ \t>]*/g, '\n  ')
    return /^ {0,3}$/.test(text.slice(0, from))
      ? { text: own, lines: [first, last] }
      : { text: own }
  }

  /** Does this stand on the page as a block of HTML? */
  #isHtml(node: Node): boolean {
    if (!this.#keepsHtml) return false
    if (node.kind === 'element')
      return node.at?.source.kind === 'html' && node.tags !== undefined && !hasMarkdown(node)
    return node.kind !== 'block' && node.source?.kind === 'html'
  }

  #addHtml(node: Node, run: Run): void {
    if (node.kind !== 'element' || this.#isAllHtml(node.children)) run.html(authorHtml([node]))
    else {
      run.html(startTag(node))
      this.#addAll(node.children, run)
      run.html(endTag(node))
    }
  }

  #isAllHtml(nodes: readonly Node[]): boolean {
    return nodes.every(
      (node) => this.#isHtml(node) && (!('children' in node) || this.#isAllHtml(node.children)),
    )
  }
}

/** HTML that pages hold for their looks only, and that says what Markdown says. */
function hasMarkdown(node: Element): boolean {
  if (node.name === 'details' || node.name === 'figure') return true
  return (
    hasClass(node, 'callout') || hasClass(node, 'callout-title') || hasClass(node, 'block-title')
  )
}

/** Blocks on their way: running text and HTML that stand beside each other are one. */
class Run {
  readonly #pieces: Piece[] = []
  readonly #writing: Writing
  #line: Node[] = []
  #html = ''

  constructor(writing: Writing) {
    this.#writing = writing
  }

  text(node: Node): void {
    if (this.#html !== '' && isBlank(node)) return
    this.#endHtml()
    this.#line.push(node)
  }

  html(html: string): void {
    this.#endLine()
    // These hold empty lines where they begin a block.
    if (/^<(?:pre|script|style|textarea)\b/i.test(html)) this.#endHtml()
    this.#html += html
  }

  add(pieces: readonly Piece[]): void {
    this.finish()
    append(this.#pieces, pieces)
  }

  finish(): readonly Piece[] {
    this.#endLine()
    this.#endHtml()
    return this.#pieces
  }

  #endLine(): void {
    const line = this.#line
    this.#line = []
    if (!line.every(isBlank)) append(this.#pieces, paragraph(line, this.#writing))
  }

  #endHtml(): void {
    const text = this.#html.trim()
    this.#html = ''
    // Words alone are no block of HTML.
    const isText = !text.includes('<')
    const shown = isText ? text.replaceAll(/[*_`[\]\\]/g, String.raw`\$&`) : text
    if (text !== '') this.#pieces.push({ text: shown })
  }
}
