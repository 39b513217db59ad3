// Links in highlighted code. A link is put in as a mark before lines are wrapped, with the spans around it closed and opened
// again, so that everything nests; then marks become elements, whose addresses other passes see.
import { type Element, type Node, isElement, raw } from '../../tree/node.ts'

/** A stretch of code that is a link, as offsets in its text. */
export interface LinkedText {
  readonly from: number
  readonly to: number
  readonly link: Element
}

const PIECES = /<span[^>]*>|<\/span>|&[#\w]+;|[^<&]/gu
const MARKS = /<a (\d+)>|<\/a>/

/** Highlighted code with marks where links begin and end. They are in the order of the text and not in each other. */
export function markLinks(html: string, links: readonly LinkedText[]): string {
  if (links.length === 0) return html
  const marker = new Marker(links)
  for (const [piece] of html.matchAll(PIECES)) marker.add(piece)
  return marker.finish()
}

class Marker {
  readonly #links: readonly LinkedText[]
  /** Spans that are open. */
  readonly #open: string[] = []
  #marked = ''
  /** In the text. */
  #at = 0
  /** The link that comes next, or that is being written. */
  #next = 0
  #isInside = false

  constructor(links: readonly LinkedText[]) {
    this.#links = links
  }

  add(piece: string): void {
    if (piece === '</span>') this.#open.pop()
    else if (piece.startsWith('<')) this.#open.push(piece)
    else this.#word(piece.startsWith('&') ? 1 : piece.length)
    this.#marked += piece
  }

  #word(length: number): void {
    if (this.#isInside && this.#at >= (this.#links[this.#next]?.to ?? 0)) {
      this.#mark('</a>')
      this.#next += 1
    }
    const from = this.#links[this.#next]?.from ?? Infinity
    if (!this.#isInside && this.#at >= from) this.#mark(`<a ${this.#next}>`)
    this.#at += length
  }

  #mark(sign: string): void {
    this.#marked += '</span>'.repeat(this.#open.length) + sign + this.#open.join('')
    this.#isInside = !this.#isInside
  }

  finish(): string {
    return this.#isInside ? `${this.#marked}</a>` : this.#marked
  }
}

/** The slice of HTML in a `<pre>` as nodes, its marks as links. */
export function setLinks(pre: Element, links: readonly LinkedText[]): Element {
  const [code] = pre.children
  if (links.length === 0 || !isElement(code)) return pre
  code.children = code.children.flatMap((node) =>
    node.kind === 'raw' ? withLinks(node.html, links) : [node],
  )
  return pre
}

function withLinks(html: string, links: readonly LinkedText[]): Node[] {
  const [before = '', ...rest] = html.split(MARKS)
  const nodes: Node[] = [raw(before)]
  // What is split off comes in turns: the number of a link or nothing, and what follows the mark.
  for (let index = 0; index < rest.length; index += 2) {
    const number = rest[index]
    const inside = raw(rest[index + 1] ?? '')
    const link = number === undefined ? undefined : links[Number(number)]?.link
    nodes.push(link === undefined ? inside : { ...link, children: [inside] })
  }
  return nodes
}
