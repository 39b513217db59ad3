// The tree as HTML, and where in it texts, ids and addresses stand: whoever changes them later (the glossary, the page
// that holds the whole book) need not read HTML again.
import { escapeHtml } from '../core/html.ts'
import { addressFact } from './addresses.ts'
import { VOID } from './names.ts'
import { type Attribute, type Element, type Node, headingLevel, valueOf } from './node.ts'

/** What a marked part of HTML is. */
export const MARK = {
  /** Text in which terms may be marked. */
  text: 0,
  /** An attribute: ids, separated by spaces. */
  ids: 1,
  /** An attribute: a name that must be told from the same name on other pages. */
  name: 2,
  /** An attribute: `#` and an id, also inside `url(#…)`. */
  fragment: 3,
  /** An attribute: an address. */
  address: 4,
  /** An attribute: candidates. */
  addresses: 5,
  /** The attributes of a landmark. */
  landmark: 6,
  /** A heading of the first level, one of the second, and any below. */
  h1: 7,
  h2: 8,
  h3: 10,
  /** The title with what stands around it. */
  head: 9,
} as const

/** Marked parts in order: kind, from, to, kind, from, to … Parts may hold others. */
export type Marks = readonly number[]

/** HTML with its marks. */
export interface MarkedHtml {
  readonly html: string
  readonly marks: Marks
}

/** Elements in whose text no term is marked. */
const WITHOUT_TERMS = new Set(
  'a abbr button code pre kbd samp script style textarea select svg math h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
const IDS = new Set(
  'id for list form headers aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-errormessage'.split(
    ' ',
  ),
)
const NAMED = new Set(['a', 'input', 'details', 'map'])

/** Writes a tree. */
export function writeHtml(nodes: readonly Node[]): MarkedHtml {
  const writer = new Writer()
  writer.nodes(nodes)
  return { html: writer.html(), marks: writer.marks }
}

class Writer {
  readonly marks: number[] = []
  /** One long text is made at the end: to add to it again and again costs more than twice the time. */
  readonly #parts: string[] = []
  #length = 0
  /** How many elements around hold no terms. */
  #closed = 0
  /** Where the last marked text ended. */
  #textEnd = -1

  html(): string {
    return this.#parts.join('')
  }

  nodes(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.kind === 'element') this.#element(node)
      else if (node.kind === 'text') this.#text(node.written ?? escapeHtml(node.value))
      else if (node.kind === 'raw') this.#add(node.html)
      else this.nodes(node.children)
    }
  }

  #add(html: string): void {
    this.#parts.push(html)
    this.#length += html.length
  }

  #text(written: string): void {
    const from = this.#length
    this.#add(written)
    if (this.#closed > 0 || written === '') return
    if (this.#textEnd === from) this.marks[this.marks.length - 1] = this.#length
    else if (written.trim() === '') return
    else this.marks.push(MARK.text, from, this.#length)
    this.#textEnd = this.#length
  }

  #element(node: Element): void {
    const { name, tags, children } = node
    const heading = this.#heading(node)
    this.#add(tags === undefined ? `<${name}` : tags.open)
    for (const attribute of node.attributes) this.#attribute(name, attribute)
    this.#add(tags === undefined ? '>' : tags.tail)
    const isClosed = holdsNoTerms(node)
    if (isClosed) this.#closed += 1
    if (children.length > 0) this.nodes(children)
    if (isClosed) this.#closed -= 1
    if (tags !== undefined) this.#add(tags.close)
    else if (!VOID.has(name)) this.#add(`</${name}>`)
    if (heading >= 0) this.marks[heading + 2] = this.#length
  }

  /** The mark of a heading or of the head, to be ended with it; -1 for other elements. */
  #heading(node: Element): number {
    if (node.name[0] !== 'h') return -1
    if (node.name === 'header' && node.tags === undefined)
      return this.marks.push(MARK.head, this.#length, 0) - 3
    const level = headingLevel(node)
    if (level === 0) return -1
    const kind = level === 1 ? MARK.h1 : level === 2 ? MARK.h2 : MARK.h3
    return this.marks.push(kind, this.#length, 0) - 3
  }

  #attribute(element: string, { name, value, written }: Attribute): void {
    const before = this.#length
    const kind = value === '' ? undefined : markOf(element, name, value)
    if (element === 'section' && name === 'aria-label')
      this.marks.push(MARK.landmark, before, before)
    const spelled = written ?? ` ${name}="${escapeHtml(value)}"`
    this.#add(spelled)
    if (kind === undefined) return
    // As we spell it: a space, the name, and the value in quotes.
    const from = written === undefined ? name.length + 3 : valueStart(spelled, name.length)
    const quote = spelled[from - 1]
    const end = this.#length - (quote === '"' || quote === "'" ? 1 : 0)
    this.marks.push(kind, before + from, end)
  }
}

function holdsNoTerms(node: Element): boolean {
  if (WITHOUT_TERMS.has(node.name)) return true
  return node.attributes.length > 0 && valueOf(node, 'class')?.includes('no-glossary') === true
}

/** Where the value begins in an attribute as written. */
function valueStart(written: string, nameLength: number): number {
  const lead = /^[\s/]*/.exec(written)?.[0].length ?? 0
  const rest = written.slice(lead + nameLength)
  return lead + nameLength + (/^\s*=\s*["']?/.exec(rest)?.[0].length ?? 0)
}

function markOf(element: string, name: string, value: string): number | undefined {
  if (IDS.has(name)) return MARK.ids
  const fact = addressFact(element, name)
  if (fact !== undefined) return fact.isList ? MARK.addresses : MARK.address
  // Anchors of old, and choices of which one holds: they must not hold across pages.
  if (name === 'name') return NAMED.has(element) ? MARK.name : undefined
  return name === 'usemap' || value.includes('url(#') ? MARK.fragment : undefined
}

/** A marked part. */
export interface Mark {
  readonly kind: number
  readonly from: number
  readonly to: number
}

/** The marked parts of a page in order. */
export function* marksOf({ marks }: MarkedHtml): Generator<Mark> {
  for (let at = 0; at < marks.length; at += 3)
    yield { kind: marks[at] ?? 0, from: marks[at + 1] ?? 0, to: marks[at + 2] ?? 0 }
}

/** Where the title ends that a page begins with, a heading marked like that; 0 when it begins with something else. */
export function titleEnd(page: MarkedHtml, kinds: readonly number[]): number {
  for (const { kind, from, to } of marksOf(page))
    if (kinds.includes(kind)) return page.html.slice(0, from).trim() === '' ? to : 0
  return 0
}

/** HTML put in place of a part of a text, or between two of its characters. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly by: MarkedHtml
}

/** A page with edits made, in their order and outside of marked attributes. Its texts are not marked any more. */
export function edited(page: MarkedHtml, edits: readonly Edit[]): MarkedHtml {
  let html = ''
  let done = 0
  const marks: number[] = []
  const rest = [...marksOf(page)].filter(({ kind }) => kind !== MARK.text)
  let next = 0
  const keepUntil = (end: number): void => {
    for (let mark = rest[next]; mark !== undefined && mark.from < end; mark = rest[next]) {
      const shift = html.length - done
      marks.push(mark.kind, mark.from + shift, mark.to + shift)
      next += 1
    }
  }
  for (const { from, to, by } of edits) {
    keepUntil(from)
    html += page.html.slice(done, from)
    for (const { kind, from: start, to: end } of marksOf(by))
      if (kind !== MARK.text) marks.push(kind, html.length + start, html.length + end)
    html += by.html
    done = to
  }
  keepUntil(Infinity)
  return { html: html + page.html.slice(done), marks }
}
