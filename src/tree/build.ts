// Makes the tree of a page from what opens and closes, in the order of the text. A dialect's own elements are closed by
// the dialect; tags of raw HTML open and close elements beside them. Whatever is not closed ends where its container
// ends, and an end tag closes nothing of another container: so no author can reach into the layout.
import {
  type Builder,
  type Frame,
  type StartTag,
  type Unpaired,
  isParagraph,
  listWith,
  nameOf,
} from './builder.ts'
import {
  type Block,
  type Element,
  type Node,
  type SourceRange,
  elementOf,
  isBlank,
} from './node.ts'
import { made, putInCell } from './made.ts'
import { ENDS, FOREIGN, INLINE, OPTIONAL_END, REACHES, SWALLOWS, VOID } from './names.ts'

/** Deeper than browsers go. What stands in elements beyond follows them, as browsers have it. */
const MOST_OPEN = 500

/** What a table may stand in, or reach. */
const HOLDERS = new Set(['table', 'td', 'th', 'caption'])
const ROWS = new Set(['thead', 'tbody', 'tfoot', 'tr'])

/** A builder of an empty tree. Whoever visits the tree without recursion may let it grow deeper than a page. */
export function createBuilder(unpaired?: Unpaired, mostOpen: number = MOST_OPEN): Builder {
  return new TreeBuilder(unpaired, mostOpen)
}

class TreeBuilder implements Builder {
  readonly #root: Node[] = []
  /** What is open around the innermost, from the outside in. */
  readonly #around: Frame[] = []
  #top: Frame = { node: undefined, children: this.#root, name: '', isRaw: false, dialects: 0 }
  /** The elements of raw HTML that nothing has ended yet, by their names, the innermost last. */
  readonly #unended = new Map<string, Frame[]>()
  readonly #mostOpen: number
  #foreign = 0
  readonly #unpaired: Unpaired | undefined
  /** By name, elements whose end tags may come too late. */
  readonly #late = new Map<string, number>()

  constructor(unpaired: Unpaired | undefined, mostOpen: number) {
    this.#unpaired = unpaired
    this.#mostOpen = mostOpen
  }

  add(node: Node): void {
    if (this.#top.only !== undefined && !isBlank(node))
      this.#endNarrow(node.kind === 'element' ? node.name : '')
    this.#top.children.push(node)
  }

  open(node: Element | Block): void {
    this.#endNarrow('')
    if (node.kind === 'element' && node.name === 'table') this.#leaveTable()
    this.#top.children.push(node)
    const dialects = this.#top.dialects + 1
    this.#push({ node, children: node.children, name: '', isRaw: false, dialects })
  }

  close(): void {
    const longer = this.#top.isRaw ? this.#takeLonger() : []
    while (this.#top.isRaw) this.#pop(this.#top.end)
    const { node } = this.#top
    this.#pop()
    const holder = this.#top
    const beside = node === undefined ? holder.children : listWith(node, holder.children)
    // Its lines are not all in it any longer.
    if (longer.length > 0 && node !== undefined) beside.splice(-1, 1, { ...node })
    // What was to end in here ends with it.
    while (this.#top.isRaw && this.#top.end !== undefined) this.#pop(this.#top.end)
    this.#reopen(longer, this.#top === holder ? beside : this.#top.children)
  }

  /** Takes those elements out of a paragraph that begin in it and end behind it; they stay open. */
  #takeLonger(): readonly Frame[] {
    let at = this.#around.length
    while (this.#frame(at).isRaw) at -= 1
    const paragraph = this.#frame(at)
    const longer: Frame[] = []
    if (paragraph.node === undefined || !isParagraph(paragraph.node)) return longer
    const inside = [...this.#around.slice(at + 1), ...(this.#top.isRaw ? [this.#top] : [])]
    for (const frame of inside) {
      if (frame.isLonger?.() !== true) break
      longer.push(frame)
    }
    const last = longer.at(-1)
    if (last === undefined) return longer
    while (this.#top !== last) this.#pop(this.#top.end)
    this.#around.length = at
    this.#top = paragraph
    paragraph.children.pop()
    return longer
  }

  /** Goes on with elements behind the paragraph that they begin in. */
  #reopen(frames: readonly Frame[], beside: Node[]): void {
    const [first] = frames
    if (first?.node === undefined) return
    beside.push(first.node)
    const { dialects } = this.#top
    for (const frame of frames) {
      this.#around.push(this.#top)
      frame.dialects = dialects
      this.#top = frame
    }
  }

  startTag(tag: StartTag): boolean {
    const { attributes, tail, at } = tag
    this.#endBefore(tag.name)
    const { name, open } = this.#placed(tag)
    const tags = { open, tail, close: '' }
    const node = elementOf(name, attributes, [], { tags, at })
    this.#top.children.push(node)
    if (VOID.has(name) || (this.#foreign > 0 && tail.includes('/'))) return true
    const isLost = (name === 'iframe' || SWALLOWS[name] !== undefined) && !tag.hasEnd()
    const only = isLost ? SWALLOWS[name] : undefined
    if (isLost && name === 'iframe') {
      tags.close = `</${name}>`
      return false
    }
    if (FOREIGN.has(name)) this.#foreign += 1
    const { children, dialects } = this.#top
    const isTooDeep = this.#around.length > this.#mostOpen
    const inside = isTooDeep ? children : node.children
    const { isLonger } = tag
    this.#push({ node, children: inside, name, isRaw: true, dialects, only, isLonger })
    return !isLost
  }

  endTag(name: string, written: string, at: SourceRange): void {
    if (VOID.has(name)) {
      // To a browser `</br>` is `<br>`, and every other is nothing.
      if (name === 'br') this.add({ kind: 'raw', html: '<br>' })
      return
    }
    const frame = this.#unended.get(name)?.at(-1)
    if (frame === undefined) {
      this.#strayEnd(name, at)
      return
    }
    if (frame.dialects === this.#top.dialects) {
      while (this.#top !== frame) this.#pop()
      this.#pop(written)
    } else {
      frame.end = written
      this.#unended.get(name)?.pop()
    }
  }

  #push(frame: Frame): void {
    this.#around.push(this.#top)
    this.#top = frame
    if (!frame.isRaw) return
    const sameName = this.#unended.get(frame.name)
    if (sameName === undefined) this.#unended.set(frame.name, [frame])
    else sameName.push(frame)
  }

  /** Ends the innermost element; without an end tag as written, as its name needs it. */
  #pop(written?: string): void {
    const { node, name, isRaw, end } = this.#top
    const outer = this.#around.pop()
    if (outer === undefined) return
    this.#top = outer
    if (isRaw && end === undefined) this.#unended.get(name)?.pop()
    if (isRaw && node?.kind === 'element') this.#end(node, written)
  }

  #end(node: Element, written: string | undefined): void {
    const { name, tags } = node
    if (tags === undefined) return
    if (FOREIGN.has(name)) this.#foreign -= 1
    tags.close = written ?? (OPTIONAL_END.has(name) ? '' : `</${name}>`)
    if (written === undefined) this.#unclosed(node)
  }

  #unclosed({ name, at, tags }: Element): void {
    // An element that hides what follows has a message of its own.
    if (at === undefined || OPTIONAL_END.has(name) || SWALLOWS[name] !== undefined) return
    this.#late.set(name, (this.#late.get(name) ?? 0) + 1)
    this.#unpaired?.start(name, at, tags?.tail.includes('/') === true)
  }

  #strayEnd(name: string, at: SourceRange): void {
    const late = this.#late.get(name) ?? 0
    if (late > 0) this.#late.set(name, late - 1)
    else if (!OPTIONAL_END.has(name)) this.#unpaired?.end(name, at)
  }

  /** Ends what a start tag ends. */
  #endBefore(name: string): void {
    this.#endNarrow(name)
    this.#endSiblings(name)
    if (name === 'table') this.#leaveTable()
  }

  /** Ends elements that hold nothing but certain others. */
  #endNarrow(name: string): void {
    while (this.#top.only !== undefined && !this.#top.only.has(name)) this.#pop()
  }

  /** Ends the siblings before that a start tag ends. */
  #endSiblings(name: string): void {
    while (this.#top.isRaw && ENDS[name]?.has(this.#top.name)) this.#pop()
  }

  /**
   * A browser ends an open item for the next one, with the boxes in it: their end tags would then end boxes of the layout.
   * Elements of authors end so here, too; what is of the dialect does not, and the tag gets a list of its own.
   */
  #placed(tag: StartTag): Pick<StartTag, 'name' | 'open'> {
    const reached = this.#reached(tag.name)
    if (reached === undefined) return tag
    if (reached.dialects === this.#top.dialects && reached.isRaw) {
      while (this.#top !== reached) this.#pop()
      this.#pop()
      return tag
    }
    if (!OPTIONAL_END.has(tag.name)) return { name: 'span', open: '<span' }
    const name = tag.name === 'li' ? 'ul' : 'dl'
    const list = made(name)
    this.#top.children.push(list)
    const { dialects } = this.#top
    this.#push({ node: list, children: list.children, name, isRaw: true, dialects })
    return tag
  }

  /** The element around boxes that a start tag would end. */
  #reached(tag: string): Frame | undefined {
    const within = REACHES[tag]
    if (within === undefined) return undefined
    const ends = ENDS[tag] ?? new Set([tag])
    let hasBox = false
    let frame: Frame | undefined = this.#top
    for (let outer = this.#around.length - 1; frame?.node !== undefined; outer--) {
      const { node } = frame
      const name = node.kind === 'element' ? node.name : 'div'
      if (ends.has(name)) return hasBox ? frame : undefined
      if (within.has(name)) return undefined
      hasBox ||= name === 'div'
      frame = this.#around[outer]
    }
    return undefined
  }

  /**
   * A browser ends a table for one that stands in it but in no cell, and the boxes between them, whose end tags would then
   * end boxes of the layout. One of an author's ends so here, too; if anything of the dialect is open in it, that gets a cell.
   */
  #leaveTable(): void {
    let at = this.#around.length
    while (at > 0 && !HOLDERS.has(nameOf(this.#frame(at)))) at -= 1
    const table = this.#frame(at)
    if (nameOf(table) !== 'table') return
    if (table.isRaw && table.dialects === this.#top.dialects) {
      while (this.#top !== table) this.#pop()
      this.#pop()
      return
    }
    while (ROWS.has(nameOf(this.#frame(at + 1)))) at += 1
    putInCell(this.#frame(at).children, nameOf(this.#frame(at)) === 'tr')
  }

  /** What is open, from the outside in; the last one is the top. */
  #frame(at: number): Frame {
    return this.#around[at] ?? this.#top
  }

  isForeign(): boolean {
    return this.#foreign > 0
  }

  isInBox(): boolean {
    return this.#top.isRaw && !INLINE.has(this.#top.name)
  }

  siblings(): readonly Node[] {
    return this.#top.children
  }

  finish(): Node[] {
    while (this.#around.length > 0) this.#pop(this.#top.end)
    return this.#root
  }
}
