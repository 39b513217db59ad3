// Components in Markdown: `{% hint %}` … `{% endhint %}` and `::: tip` … `:::` are blocks wherever a block may stand, and hold
// blocks. Their content is parsed in place, as that of quotes and lists is: indented or not, beside its tags or on lines of
// its own. Which tags belong together is known before (`components/pair.ts`).
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { type Opening, type Scan, scanComponents, scanProblems } from '../../components/pair.ts'
import { type KnownTag, knownTag } from '../../components/table.ts'
import { type Tag, readTag } from '../../components/tag.ts'
import { indexAt, lineStarts } from '../../core/position.ts'
import type { ComponentFacts } from '../../tree/node.ts'
import { pageOf } from '../page.ts'
import { type Remark, createRemark, ranges } from '../remarks.ts'
import type { Maker, Makers, Making } from '../to-tree.ts'

/** What a page knows of its components. */
interface Known {
  readonly scan: Scan
  readonly starts: readonly number[]
}

/** On the token that opens a component. */
export interface Opened {
  readonly tag: Tag
  readonly known: KnownTag
  readonly isInline?: true
  /** Content that is code, and where it begins. */
  readonly text?: string
  readonly from?: number
}

/** On tokens that open components. */
export const opened: Remark<Opened> = createRemark()

const pages = new WeakMap<object, Known>()
/** Lines that end before the line of the text does. */
const cuts = new WeakMap<StateBlock, Set<number>>()

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
  md.inline.ruler.before('backticks', 'component', inline)
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
      const isCut = keepLastLF && text !== '' && cuts.get(this)?.has(end - 1) === true
      return isCut ? `${text.slice(0, -1)}\n` : text
    }
  }
}

/** The lines of a page that hold a tag, from 0 and in order. */
export function componentLines(env: object): readonly number[] {
  const known = pages.get(env)
  if (known === undefined) return []
  const { scan, starts } = known
  const tags = [...scan.ends.values(), ...scan.stray.values()]
  for (const { tag } of scan.openings.values()) tags.push(tag)
  const lines = tags.flatMap(({ from, to }) =>
    [from, to].map((at) => indexAt(starts, at, (start) => start)),
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}

const MARKERS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/

/** A tag ends a paragraph however far it is indented; markdown-it looks at what stands less than four columns in. */
function endParagraphs(state: StateBlock, { scan, starts }: Known): void {
  for (const at of [...scan.openings.keys(), ...scan.ends.keys()]) {
    const line = indexAt(starts, at, (start) => start)
    const isFirst = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) === at
    if (line === 0 || !isFirst || state.isEmpty(line - 1)) continue
    const before = state.src.slice(state.bMarks[line - 1], state.eMarks[line - 1])
    const most = (MARKERS.exec(before)?.[0].length ?? 0) + 3
    state.sCount[line] = Math.min(state.sCount[line] ?? 0, most)
  }
}

function block(state: StateBlock, first: number, last: number, silent: boolean): boolean {
  const at = (state.bMarks[first] ?? 0) + (state.tShift[first] ?? 0)
  const sign = state.src.charCodeAt(at)
  if (sign !== 0x7b /* { */ && sign !== 0x3a /* : */) return false
  const known = state.env && pages.get(state.env)
  if (known === undefined || !isTag(known.scan, at)) return false
  if (!silent) new BlockReader(state, known, last).read(first)
  return true
}

/** Does a block begin or end here? */
function isTag({ openings, ends, stray }: Scan, at: number): boolean {
  const opening = openings.get(at)
  if (opening === undefined) return ends.has(at) || stray.has(at)
  return opening.where === 'block' && !opening.isOfLine
}

/** Is there a tag at the beginning of a line? Whoever reads raw HTML ends before it. */
export function beginsComponent(state: StateBlock, line: number): boolean {
  const at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const known = state.env && pages.get(state.env)
  return known !== undefined && isTag(known.scan, at)
}

/** A spot: an offset, and the line that holds it. */
interface Spot {
  readonly at: number
  readonly line: number
}

class BlockReader {
  readonly #state: StateBlock
  readonly #known: Known
  /** The line after the last of the container. */
  readonly #last: number

  constructor(state: StateBlock, known: Known, last: number) {
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
      restore.push(this.#begin(next, state.sCount[line] ?? state.blkIndent))
      if (isTag(this.#known.scan, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0))) continue
      state.md.block.tokenize(state, line, line + 1)
      break
    }
    for (const undo of restore.reverse()) undo()
    state.line = line + 1
  }

  #restOf({ at, line }: Spot): string {
    return this.#state.src.slice(at, this.#state.eMarks[line]).trim()
  }

  /** Lets a line begin at an offset. */
  #begin({ at, line }: Spot, column: number): () => void {
    const { bMarks, tShift, sCount, bsCount, src, eMarks } = this.#state
    const before = [bMarks[line], tShift[line], sCount[line], bsCount[line]] as const
    const spaces = /^[ \t]*/.exec(src.slice(at, eMarks[line]))?.[0].length ?? 0
    bMarks[line] = at
    tShift[line] = spaces
    sCount[line] = column
    bsCount[line] = 0
    return () => {
      ;[bMarks[line], tShift[line], sCount[line], bsCount[line]] = before as [
        number,
        number,
        number,
        number,
      ]
    }
  }

  /** Reads one tag with what belongs to it; tells where it ends. */
  #one(line: number): Spot {
    const state = this.#state
    const at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
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
    if (until === undefined) {
      const token = state.push('component', '', 0)
      token.map = [line, this.#spot(tag.to).line + 1]
      opened.set(token, { tag, known })
      return this.#spot(tag.to)
    }
    const close = this.#spot(until)
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
    return this.#spot(end?.to ?? until)
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
    const { eMarks, sCount } = state
    const open = this.#spot(tag.to)
    const isBeside =
      state.src.slice(tag.to, Math.min(close.at, eMarks[open.line] ?? close.at)).trim() !== ''
    const first = isBeside ? open.line : open.line + 1
    const lastSpot = close.line < this.#last ? close : { at: close.at, line: this.#last }
    const hasTail = lastSpot.line === close.line && this.#isText(lastSpot, first, open)
    const last = Math.min(lastSpot.line + (hasTail ? 1 : 0), this.#last)
    if (first >= last) return
    const undo: (() => void)[] = []
    const column = sCount[openLine] ?? 0
    if (isBeside) undo.push(this.#begin(open, column))
    if (hasTail) undo.push(this.#cut(close))
    const indent = this.#indent(isBeside ? first + 1 : first, last, column, undo)
    this.#parse(first, last, isBeside ? Math.min(indent, column) : indent)
    for (const one of undo.reverse()) one()
  }

  /** Does text stand before the end tag on its line? */
  #isText({ at, line }: Spot, first: number, open: Spot): boolean {
    if (line < first) return false
    const { bMarks, tShift, src } = this.#state
    const from = line === open.line ? open.at : (bMarks[line] ?? 0) + (tShift[line] ?? 0)
    return src.slice(from, at).trim() !== ''
  }

  /** Lets a line end at an offset. */
  #cut({ at, line }: Spot): () => void {
    const state = this.#state
    const { eMarks } = state
    const before = eMarks[line] ?? at
    const known = cuts.get(state) ?? new Set()
    cuts.set(state, known)
    eMarks[line] = at
    known.add(line)
    return () => {
      eMarks[line] = before
      known.delete(line)
    }
  }

  /**
   * How far the content is indented, whatever its tag is. Lines that stand further left than the tag, while others do
   * not, are moved to it; so is code in fences that stands further left than its fence.
   */
  #indent(first: number, last: number, column: number, undo: (() => void)[]): number {
    const state = this.#state
    const { sCount } = state
    let [least, most] = [Infinity, 0]
    const fenced = new FenceWatch(state)
    const low: number[] = []
    for (let line = first; line < last; line++) {
      if (fenced.isInside(line) || state.isEmpty(line)) continue
      const count = sCount[line] ?? 0
      least = Math.min(least, count)
      if (!beginsComponent(state, line)) most = Math.max(most, count)
    }
    if (least === Infinity) return column
    const isMixed = least < column && most >= column
    let indent = isMixed ? column : least
    if (indent - column > 3 && !this.#isMarked(first, last)) indent = column
    for (let line = first; line < last; line++)
      if ((sCount[line] ?? 0) < indent && !state.isEmpty(line)) low.push(line)
    for (const line of low) {
      const before = sCount[line] ?? 0
      sCount[line] = indent
      undo.push(() => (sCount[line] = before))
    }
    return indent
  }

  /** Does content that is indented like code begin with what is none? */
  #isMarked(first: number, last: number): boolean {
    const state = this.#state
    for (let line = first; line < last; line++) {
      if (state.isEmpty(line)) continue
      const at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
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

/** Tells of line after line whether it is code in a fence. */
class FenceWatch {
  readonly #state: StateBlock
  #mark: string | undefined

  constructor(state: StateBlock) {
    this.#state = state
  }

  isInside(line: number): boolean {
    const { src, bMarks, tShift, eMarks } = this.#state
    const at = (bMarks[line] ?? 0) + (tShift[line] ?? 0)
    const sign = src[at]
    const mark =
      sign === '`' || sign === '~'
        ? /^(?:`{3,}|~{3,})/.exec(src.slice(at, eMarks[line]))?.[0]
        : undefined
    const wasInside = this.#mark !== undefined
    if (mark === undefined) return wasInside
    if (this.#mark === undefined) this.#mark = mark
    else if (mark.startsWith(this.#mark) && src.slice(at + mark.length, eMarks[line]).trim() === '')
      this.#mark = undefined
    return wasInside
  }
}

/** Lines without blank ones around them and without the indent that they share. */
function withoutIndent(lines: readonly string[]): string {
  const isBlank = (line: string): boolean => line.trim() === ''
  const first = lines.findIndex((line) => !isBlank(line))
  if (first < 0) return ''
  const shown = lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1)
  const indents = shown
    .filter((line) => !isBlank(line))
    .map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return shown.map((line) => line.slice(shared)).join('\n')
}

/** Ends that a line of text does not have: nobody looks twice. */
const absent = new WeakMap<StateInline, Set<string>>()

/** A component in a line of text. */
function inline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== 0x7b /* { */ || src.charCodeAt(pos + 1) !== 0x25 /* % */) return false
  if (state.env === undefined || !pages.has(state.env)) return false
  const tag = readTag(src, pos)
  const known = tag && knownTag(tag.name)
  if (tag === undefined || tag.to > posMax || known === undefined) return false
  const isPaired = known.kind === 'paired'
  if (isPaired && known.isInline !== true) return false
  const end = known.kind === 'void' ? undefined : endIn(state, tag)
  if (end === undefined && isPaired) return false
  if (!silent) addInline(state, tag, known, end)
  state.pos = end?.to ?? tag.to
  return true
}

function endIn(
  state: StateInline,
  tag: Tag,
): { readonly from: number; readonly to: number } | undefined {
  const known = absent.get(state) ?? new Set()
  absent.set(state, known)
  if (known.has(tag.name)) return undefined
  const pattern = new RegExp(
    `\\{%-?\\s*end${tag.name.replaceAll(/[^\w-]/g, '\\$&')}\\s*-?%\\}`,
    'g',
  )
  pattern.lastIndex = tag.to
  const found = pattern.exec(state.src)
  if (found !== null && pattern.lastIndex <= state.posMax)
    return { from: found.index, to: pattern.lastIndex }
  known.add(tag.name)
  return undefined
}

function addInline(
  state: StateInline,
  tag: Tag,
  known: KnownTag,
  end: { readonly from: number } | undefined,
): void {
  const open = state.push(
    end === undefined ? 'component' : 'component_open',
    '',
    end === undefined ? 0 : 1,
  )
  ranges.set(open, { from: tag.from, to: tag.to })
  if (end === undefined) return void opened.set(open, { tag, known, isInline: true })
  if (known.isVerbatim === true) {
    opened.set(open, {
      tag,
      known,
      isInline: true,
      text: state.src.slice(tag.to, end.from),
      from: tag.to,
    })
  } else {
    opened.set(open, { tag, known, isInline: true })
    const { posMax } = state
    state.pos = tag.to
    state.posMax = end.from
    state.md.inline.tokenize(state)
    state.posMax = posMax
  }
  state.push('component_close', '', -1)
}

/** The block of the tree for a token. */
function factsOf(
  making: Making,
  token: Token,
): (ComponentFacts & { readonly isInline?: true }) | undefined {
  const found = opened.of(token)
  if (found === undefined) return undefined
  const { tag, known, isInline, text } = found
  const source = isInline === true ? making.sourceOf(making.block) : making.page
  return {
    block: 'component',
    name: known.component.name,
    tag: tag.name,
    attributes: tag.given.map(({ name, value, from, to }) => ({
      name,
      value,
      at: { source, from, to },
    })),
    ...(isInline === true ? { isInline } : {}),
    content: [],
    ...(text === undefined
      ? {}
      : { text, source: { kind: 'code', place: () => source.place(tag.from, tag.to) } }),
  }
}

const open: Maker = (making, token) => {
  const facts = factsOf(making, token)
  const tag = opened.of(token)?.tag ?? { from: 0, to: 0 }
  const source = facts?.isInline === true ? making.sourceOf(making.block) : making.page
  if (facts !== undefined)
    making.builder.open({
      kind: 'block',
      children: [],
      at: { source, from: tag.from, to: tag.to },
      ...facts,
    })
}

/** What puts components into the tree. */
export const componentMakers: Makers = {
  component_open: open,
  component_close: ({ builder }) => builder.close(),
  component(making, token, index) {
    open(making, token, index)
    making.builder.close()
  },
}
