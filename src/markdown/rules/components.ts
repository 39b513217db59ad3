// Components in Markdown: `{% hint %}` … `{% endhint %}` and `::: tip` … `:::` are blocks wherever a block may stand, and hold
// blocks. Their content is parsed in place, as that of quotes and lists is: indented or not, beside its tags or on lines of
// its own. Which tags belong together is known before (`components/pair.ts`).
import { startOf } from './state-lines.ts'
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'
import type { Opening } from '../../components/opening.ts'
import { scanComponents } from '../../components/pair.ts'
import { scanProblems } from '../../components/problems.ts'
import type { Tag } from '../../components/tag.ts'
import { indexAt, lineStarts } from '../../core/position.ts'
import { pageOf } from '../page.ts'
import { inlineComponent } from './component-inline.ts'
import {
  FenceWatch,
  beginLine,
  cutLine,
  isCut,
  raiseLines,
  withoutIndent,
} from './component-lines.ts'
import { type PageComponents, beginsComponent, isTag, opened, pages } from './component-page.ts'

/** markdown-it leaves out what is nested deeper than 100. */
const DEEPEST = 80

/** Adds the rules. */
export function components(md: MarkdownIt): void {
  md.core.ruler.before('block', 'scan_components', (state: StateCore) => {
    const page = pageOf(state.env)
    const isDefined = page?.isDefined
    const scan = scanComponents(state.src, page)
    if (scan.openings.size + scan.ends.size + scan.stray.size === 0) return
    page?.diagnostics.push(
      ...scanProblems(scan, (from, to) => page.placeAt(from, to - from), isDefined),
    )
    pages.set(state.env ?? {}, { scan, starts: lineStarts(state.src) })
  })
  md.block.ruler.before('table', 'component', block, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.inline.ruler.before('backticks', 'component', inlineComponent)
  const { State } = md.block
  md.block.State = class extends State {
    constructor(...given: ConstructorParameters<typeof State>) {
      super(...given)
      const known = this.env && pages.get(this.env)
      if (known !== undefined) endParagraphs(this, known)
    }

    /** markdown-it takes the character behind a line for a line break. */
    override getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
      const text = super.getLines(begin, end, indent, keepLastLF)
      return keepLastLF && text !== '' && isCut(this, end - 1) ? `${text.slice(0, -1)}\n` : text
    }
  }
}

const MARKERS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/

/** A tag ends a paragraph however far it is indented; markdown-it looks at what stands less than four columns in. */
function endParagraphs(state: StateBlock, { scan, starts }: PageComponents): void {
  for (const at of [...scan.openings.keys(), ...scan.ends.keys()]) {
    const line = indexAt(starts, at, (start) => start)
    const isFirst = startOf(state, line) === at
    if (line === 0 || !isFirst || state.isEmpty(line - 1)) continue
    const before = state.src.slice(state.bMarks[line - 1], state.eMarks[line - 1])
    const most = (MARKERS.exec(before)?.[0].length ?? 0) + 3
    state.sCount[line] = Math.min(state.sCount[line] ?? 0, most)
  }
}

function block(state: StateBlock, first: number, last: number, silent: boolean): boolean {
  const at = startOf(state, first)
  const sign = state.src.charCodeAt(at)
  if (sign !== 0x7b /* { */ && sign !== 0x3a /* : */) return false
  const known = state.env && pages.get(state.env)
  if (known === undefined || !isTag(known.scan, at)) return false
  if (!silent) new BlockReader(state, known, last).read(first)
  return true
}

/** A spot: an offset, and the line that holds it. */
interface Spot {
  readonly at: number
  readonly line: number
}

class BlockReader {
  readonly #state: StateBlock
  readonly #known: PageComponents
  /** The line after the last of the container. */
  readonly #last: number

  constructor(state: StateBlock, known: PageComponents, last: number) {
    this.#state = state
    this.#known = known
    this.#last = last
  }

  /** Reads what begins at a line, and what follows it on its last one. */
  read(first: number): void {
    const state = this.#state
    let line = first
    const restore: (() => void)[] = []
    for (;;) {
      const next = this.#one(line)
      line = Math.min(next.line, this.#last - 1)
      if (next.line >= this.#last || this.#restOf(next) === '') break
      restore.push(beginLine(state, next.line, next.at, state.sCount[line] ?? state.blkIndent))
      if (isTag(this.#known.scan, startOf(state, line))) continue
      state.md.block.tokenize(state, line, line + 1)
      break
    }
    for (const undo of restore.reverse()) undo()
    state.line = line + 1
  }

  #restOf({ at, line }: Spot): string {
    return this.#state.src.slice(at, this.#state.eMarks[line]).trim()
  }

  /** Reads one tag with what belongs to it; tells where it ends. */
  #one(line: number): Spot {
    const state = this.#state
    const at = startOf(state, line)
    const opening = this.#known.scan.openings.get(at)
    if (opening === undefined) {
      const end = this.#known.scan.ends.get(at) ?? this.#known.scan.stray.get(at)
      return this.#spot(end?.to ?? at + 1)
    }
    return this.#opening(opening, line)
  }

  #spot(at: number): Spot {
    return { at, line: indexAt(this.#known.starts, at, (start) => start) }
  }

  #opening(opening: Opening, line: number): Spot {
    const state = this.#state
    const { tag, known, until, end } = opening
    // Deeper than anybody reads: the content goes on without the block.
    if (state.level > DEEPEST) return this.#spot(tag.to)
    if (until === undefined) {
      const token = state.push('component', '', 0)
      token.map = [line, this.#spot(tag.to).line + 1]
      opened.set(token, { tag, known })
      return this.#spot(tag.to)
    }
    const close = this.#closeOf(opening, until, line)
    const token = state.push('component_open', '', 1)
    token.map = [line, Math.min(close.line + 1, this.#last)]
    token.block = true
    if (known.isVerbatim === true) this.#verbatim(opening, token, close)
    else {
      opened.set(token, { tag, known })
      this.#content(tag, close, line)
    }
    state.push('component_close', '', -1).block = true
    if (close.line >= this.#last) return { at: until, line: this.#last }
    return end === undefined ? close : this.#spot(end.to)
  }

  /** Where content ends. What nothing ends leaves the lines behind the item of a list that it stands in to others. */
  #closeOf({ known, end, children }: Opening, until: number, line: number): Spot {
    const close = this.#spot(until)
    if (end !== undefined) return close
    // Words may go on without the indent of their item, code does not.
    const isCode = known.isVerbatim === true && children.length === 0
    const last = Math.min(close.line + 1, this.#last)
    for (let next = isCode ? line + 1 : Math.max(line + 1, close.line); next < last; next++)
      if (this.#isBehindItem(next))
        return { at: this.#state.eMarks[next - 1] ?? until, line: next - 1 }
    return close
  }

  #isBehindItem(line: number): boolean {
    const state = this.#state
    return !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent
  }

  /** Content that is code, up to the first part of it; the parts follow. */
  #verbatim(opening: Opening, token: Token, close: Spot): void {
    const { tag, known, children } = opening
    const to = children[0]?.tag.from ?? close.at
    const text = this.#code(tag.to, to)
    opened.set(token, { tag, known, text, from: tag.to })
    for (const child of children) this.#opening(child, this.#spot(child.tag.from).line)
  }

  /** Code between two offsets, without what its containers put before its lines. */
  #code(from: number, to: number): string {
    const state = this.#state
    const [first, last] = [this.#spot(from).line, this.#spot(to).line]
    const lines: string[] = []
    for (let line = first; line <= last && line < this.#last; line++) {
      const start = line === first ? from : (this.#known.starts[line] ?? 0)
      const end = line === last ? to : (state.eMarks[line] ?? to)
      const before = /^[ \t]*>[ \t>]*/.exec(state.src.slice(start, end))?.[0] ?? ''
      const isQuoted = line !== first && state.bMarks[line] !== this.#known.starts[line]
      lines.push(state.src.slice(start + (isQuoted ? before.length : 0), end))
    }
    return withoutIndent(lines)
  }

  /** Parses content where it stands. */
  #content(tag: Tag, close: Spot, openLine: number): void {
    const state = this.#state
    const open = this.#spot(tag.to)
    const isBeside = this.#isBeside(open, close)
    const first = isBeside ? open.line : open.line + 1
    const hasTail = close.line < this.#last && this.#isText(close, first, open)
    const last = Math.min(close.line + (hasTail ? 1 : 0), this.#last)
    if (first >= last) return
    const column = state.sCount[openLine] ?? 0
    const undo = isBeside ? [beginLine(state, open.line, open.at, column)] : []
    if (hasTail) undo.push(cutLine(state, close.line, close.at))
    const own = isBeside ? first + 1 : first
    const indent = this.#indent(own, last, column)
    undo.push(raiseLines(state, [own, last], indent))
    this.#parse(first, last, isBeside ? Math.min(indent, column) : indent)
    for (const one of undo.reverse()) one()
  }

  /** Does content stand beside its tag? */
  #isBeside({ at, line }: Spot, close: Spot): boolean {
    const { src, eMarks } = this.#state
    return src.slice(at, Math.min(close.at, eMarks[line] ?? close.at)).trim() !== ''
  }

  /** Does text stand before the end tag on its line? */
  #isText({ at, line }: Spot, first: number, open: Spot): boolean {
    if (line < first) return false
    const from = line === open.line ? open.at : startOf(this.#state, line)
    return this.#state.src.slice(from, at).trim() !== ''
  }

  /** How far the content is indented, whatever its tag is. Lines left of the tag do not count when others are not. */
  #indent(first: number, last: number, column: number): number {
    const state = this.#state
    let [least, most] = [Infinity, 0]
    const fenced = new FenceWatch(state)
    for (let line = first; line < last; line++) {
      if (fenced.isInside(line) || state.isEmpty(line)) continue
      const count = state.sCount[line] ?? 0
      least = Math.min(least, count)
      if (!beginsComponent(state, line)) most = Math.max(most, count)
    }
    if (least === Infinity || (least < column && most >= column)) return column
    return least - column > 3 && !this.#isMarked(first, last) ? column : least
  }

  /** Does content that is indented like code begin with what is none? */
  #isMarked(first: number, last: number): boolean {
    const state = this.#state
    for (let line = first; line < last; line++) {
      if (state.isEmpty(line)) continue
      const at = startOf(state, line)
      return (
        isTag(this.#known.scan, at) ||
        /^(?:[-*+][ \t]|\d+[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|<|!\[|\|)/.test(
          state.src.slice(at, at + 12),
        )
      )
    }
    return false
  }

  #parse(first: number, last: number, indent: number): void {
    const state = this.#state
    const { blkIndent, lineMax, parentType } = state
    state.blkIndent = indent
    state.lineMax = last
    state.parentType = 'root'
    state.md.block.tokenize(state, first, last)
    state.blkIndent = blkIndent
    state.lineMax = lineMax
    state.parentType = parentType
  }
}
