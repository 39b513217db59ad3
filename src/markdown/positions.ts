// Where things are in the file. markdown-it forgets columns: a block's content loses the markers and indents of its
// containers. Here the block parser notes, for each line of a block's content, the offset of its first visible
// character, and the inline parser notes where links begin. Both together give places; whatever cannot be verified
// against the source falls back to the start of its line.
import type { Range } from '../core/range.ts'
import type { MarkdownIt, StateBlock, Token } from 'markdown-it'
import type { Position } from '../core/diagnostic.ts'
import { lineStarts, positionAt, positionsIn } from '../core/position.ts'
import { origins, ranges } from './remarks.ts'

type Origins = readonly number[]

/** Makes a parser note origins and ranges. */
export function notePositions(md: MarkdownIt): void {
  noteBlocks(md)
  const Inline = md.inline.State
  md.inline.State = class extends Inline {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting)
      if (type === 'html_inline') ranges.set(token, { from: this.pos, to: this.pos })
      else if (type === 'link_open' && this.src.charCodeAt(this.pos) === 0x3c /* < */)
        ranges.set(token, { from: this.pos + 1, to: this.src.indexOf('>', this.pos) })
      return token
    }
  }
}

function noteBlocks(md: MarkdownIt): void {
  const Block = md.block.State
  md.block.State = class extends Block {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting)
      if (type === 'inline') origins.set(token, this.#inlineOrigins())
      else if (type === 'list_item_open')
        origins.set(token, visibleStarts(this, this.line, this.line + 1))
      return token
    }

    override getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
      const token = this.tokens.at(-1)
      // The content of an HTML block is asked for after its token is made, unlike that of a paragraph.
      if (token?.type === 'html_block' && token.content === '' && token.map?.[0] === begin)
        origins.set(token, visibleStarts(this, begin, end))
      return super.getLines(begin, end, indent, keepLastLF)
    }

    #inlineOrigins(): Origins {
      const opener = this.tokens.at(-2)
      if (opener === undefined) return []
      // The rule for tables notes its cells itself.
      if (opener.type === 'td_open' || opener.type === 'th_open') return []
      const [begin, end] = opener.map ?? [0, 0]
      if (opener.type !== 'heading_open' || !opener.markup.startsWith('#'))
        return visibleStarts(this, begin, Math.max(end, begin + 1))
      const [start = 0] = visibleStarts(this, begin, begin + 1)
      return [this.skipSpaces(start + opener.markup.length)]
    }
  }
}

function visibleStarts(state: StateBlock, begin: number, end: number): Origins {
  const found: number[] = []
  for (let line = begin; line < end; line++)
    found.push((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0))
  return found
}

/** A range of the file; nothing is known of one without a start. */
interface FileRange {
  readonly start?: Position
  readonly end?: Position
}

/** Turns ranges of a block's content into spans of the file. */
export interface Placer {
  /** The span of a range, as exact as can be verified. */
  place(block: Token, range: Range): FileRange
  /** The span of an offset in the whole text. */
  at(offset: number, length: number): FileRange
}

/** A placer for one text: `firstLine` is the line of the file at which it begins. */
export function createPlacer(source: string, firstLine: number): Placer {
  const position = positionsIn(source, firstLine)
  let known: { readonly block: Token; readonly lines: readonly number[] } | undefined

  const contentLines = (block: Token): readonly number[] => {
    if (known?.block !== block) known = { block, lines: lineStarts(block.content) }
    return known.lines
  }
  const at = (offset: number, length: number): FileRange => {
    return { start: position(offset), end: position(offset + length) }
  }

  const place = (block: Token, { from, to }: Range): FileRange => {
    const noted = origins.of(block)
    if (noted === undefined || noted.length === 0) return {}
    const lines = contentLines(block)
    const line = positionAt(lines, from).line - 1
    const lineStart = lines[line] ?? 0
    const origin = noted[line]
    if (origin === undefined) return { start: position(noted[0] ?? 0) }
    const lineEnd = (lines[line + 1] ?? block.content.length + 1) - 1
    const text = block.content.slice(from, Math.min(to, lineEnd))
    const content = block.content.slice(lineStart, lineEnd)
    const offset = locate(source, origin, content, from - lineStart)
    return source.startsWith(text, offset) ? at(offset, text.length) : { start: position(origin) }
  }

  return { place, at }
}

/** The source offset of an offset in a line of content; a table cell lost the backslashes before its pipes. */
function locate(source: string, origin: number, line: string, offset: number): number {
  const indent = line.length - line.trimStart().length
  const direct = origin + offset - indent
  if (!line.includes('|')) return direct
  let at = origin
  for (let i = indent; i < offset; i++)
    at += source[at] === '\\' && source[at + 1] === '|' && line[i] === '|' ? 2 : 1
  return at
}
