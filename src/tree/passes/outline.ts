// Ids, headings and sections: gives every heading its id and the link to itself, and notes the words below it.
import { foldSpace } from '../../core/text.ts'
import type { Heading, Section } from '../../core/book.ts'
import type { Place } from '../../core/diagnostic.ts'
import { type BookPath, baseName, decodeReference } from '../../core/path.ts'
import { splitReference } from '../../core/reference.ts'
import { shorten } from '../description.ts'
import { fragment } from '../fragment.ts'
import { elementsIn } from '../listed.ts'
import {
  type Attribute,
  type Element,
  type Node,
  added,
  attributeOf,
  hasClass,
  headingLevel,
  isElement,
  isFormula,
  setAttribute,
  textContent,
  valueOf,
} from '../node.ts'
import { withAsides } from './asides.ts'
import { slugOfGitbookCom } from '../slug-gitbook-com.ts'
import { slugOfMdbook } from '../slug-mdbook.ts'
import { type IdPool, createIdPool, slug } from '../slug.ts'
import { spokenText } from '../spoken-text.ts'
import { addOtherIds, wordsOf } from './other-ids.ts'
import { Words } from './section-words.ts'
import { settleIds } from './settle-ids.ts'

/** What a page tells of itself. */
export interface Outline {
  readonly headings: readonly Heading[]
  /** Every id that a link can point to. */
  readonly ids: readonly string[]
  readonly sections: readonly Section[]
  /** Text of the first heading of the first level. */
  readonly title?: string
  /** Text of the first paragraph, shortened. */
  readonly description?: string
}

/** What differs between dialects. */
export interface OutlineOptions {
  /** Did the dialect make this element? Its headings get links to themselves. */
  readonly isOwn: (node: Element) => boolean
  readonly onDuplicate?: (id: string, at: Place, first: Place) => void
  /** Headings get the ids of GitBook.com; links by other ids lead there, too. */
  readonly isOfGitbookCom?: boolean
  readonly isOfMdbook?: boolean
  /** The page: links to itself may name its file. */
  readonly path?: BookPath
}

/** The outline of a page. */
export function outline(nodes: readonly Node[], options: OutlineOptions): Outline {
  const written = elementsIn(nodes)
  const elements = settleIds(written) ? elementsIn(nodes) : written
  const { pool, lost, wanted } = reserveIds(elements, options)
  const walk = new OutlineWalk(options, pool, lost)
  walk.visit(nodes, false)
  let ids = idsIn(elements)
  if (options.isOfGitbookCom === true || [...wanted].some((id) => !ids.has(id))) {
    walk.addOtherIds(wanted)
    ids = idsIn(elementsIn(nodes))
  }
  const headings = withAsides(walk.headings, elements, options.isOfGitbookCom)
  const title = headings.find(({ level, text }) => level === 1 && text !== '')?.text
  return {
    headings,
    ids: [...ids],
    sections: walk.words.sections(),
    ...(title === undefined ? {} : { title }),
    ...(walk.description === '' ? {} : { description: walk.description }),
  }
}

function idsIn(elements: readonly Element[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const node of elements) {
    if (node.attributes.length === 0) continue
    const id = valueOf(node, 'id')
    const name = node.name === 'a' ? valueOf(node, 'name') : undefined
    if (id) ids.add(id)
    if (name) ids.add(name)
  }
  return ids
}

/** What authors wrote about ids. */
interface WrittenIds {
  readonly pool: IdPool
  /** Attributes whose id was taken before. */
  readonly lost: ReadonlySet<Attribute>
  /** Ids to which links of the page lead. */
  readonly wanted: ReadonlySet<string>
}

/** Takes the ids that authors gave, before any heading gets one. */
function reserveIds(
  elements: readonly Element[],
  { onDuplicate, path }: OutlineOptions,
): WrittenIds {
  const pool = createIdPool()
  const ownNames = ['', ...(path === undefined ? [] : [baseName(path)])]
  const first = new Map<string, Place>()
  const lost = new Set<Attribute>()
  const wanted = new Set<string>()
  for (const node of elements) {
    if (node.attributes.length === 0) continue
    const meant = partOf(node, ownNames)
    if (meant !== undefined) wanted.add(meant)
    const attribute = attributeOf(node, 'id')
    if (attribute?.at === undefined || attribute.value === '') continue
    const { value, at } = attribute
    const isFree = pool.reserve(value)
    if (!isFree) lost.add(attribute)
    if (onDuplicate === undefined) continue
    const place = at.source.place(at.from, at.to)
    if (isFree) first.set(value, place)
    else onDuplicate(value, place, first.get(value) ?? place)
  }
  return { pool, lost, wanted }
}

/** The part of its own page that a link leads to. */
function partOf(node: Element, ownNames: readonly string[]): string | undefined {
  const href = node.name === 'a' ? valueOf(node, 'href') : undefined
  if (href?.includes('#') !== true) return undefined
  const { path, hash } = splitReference(href)
  const isOwn = ownNames.includes(path.replace(/^(?:\.\/)+/, ''))
  return isOwn ? decodeReference(hash.slice(1)) : undefined
}

/** No author wrote it, or nobody sees it; what a browser opens for who looks for it is seen. */
function isUnread(node: Element): boolean {
  return node.added === true || (valueOf(node, 'hidden') ?? 'until-found') !== 'until-found'
}

class OutlineWalk {
  readonly headings: Heading[] = []
  readonly words = new Words()
  readonly #options: OutlineOptions
  readonly #pool: IdPool
  readonly #lost: ReadonlySet<Attribute>
  /** Headings whose id was made of their text, and those that were given one. */
  readonly #named: Element[] = []
  readonly #given: Element[] = []
  /** What else has a title: panels and details. */
  readonly #boxes: (readonly [box: Element, title: Element])[] = []
  description = ''

  constructor(options: OutlineOptions, pool: IdPool, lost: ReadonlySet<Attribute>) {
    this.#options = options
    this.#pool = pool
    this.#lost = lost
  }

  /** `isInside` something that the dialect made. */
  visit(nodes: readonly Node[], isInside: boolean): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.words.add(node.value, node.source)
      else if (node.kind === 'element') this.#element(node, isInside)
      else if (node.kind === 'block' && node.block === 'code')
        this.words.add(node.text, node.source)
      else if (isFormula(node)) this.words.add(node.tex, node.source)
      else if (node.kind === 'block' && node.block === 'diagram')
        this.words.add(node.words.join('\n'), node.source)
      else if (node.kind === 'block') this.visit(node.children, true)
    }
  }

  #element(node: Element, isInside: boolean): void {
    if (isUnread(node)) return
    const isOwn = this.#options.isOwn(node)
    if (headingLevel(node) > 0) this.#heading(node, isOwn)
    else if (node.name === 'img') this.#image(node)
    else if (node.name !== 'nav' || !isOwn) {
      this.words.tag(node.name)
      if (this.#options.isOfGitbookCom === true) this.#box(node)
      if (isOwn && !isInside) this.#paragraph(node)
      // What is in an interface has names of its own.
      const boxes = this.#boxes.length
      this.visit(node.children, isInside || isOwn)
      if (node.name === 'section' && hasClass(node, 'api')) this.#boxes.length = boxes
      this.words.tag(node.name)
    }
  }

  #box(node: Element): void {
    const isBox = node.name === 'details' || (node.name === 'div' && hasClass(node, 'tab'))
    if (!isBox || attributeOf(node, 'id') !== undefined) return
    const title = node.children.find((one) => isElement(one, 'summary', 'p'))
    if (isElement(title, node.name === 'details' ? 'summary' : 'p')) this.#boxes.push([node, title])
  }

  #image(node: Element): void {
    if (node.tags === undefined) this.words.add(valueOf(node, 'alt') ?? '', node.at?.source)
  }

  #paragraph(node: Element): void {
    if (node.name === 'p' && this.description === '' && attributeOf(node, 'class') === undefined)
      this.description = shorten(foldSpace(textContent(node.children)))
  }

  /** An id that its author gave in HTML stays, whoever else has it; one that was made is one among others. */
  #isKept(given: Attribute | undefined): boolean {
    if (given === undefined || given.value === '') return false
    return given.written !== undefined || (given.at !== undefined && !this.#lost.has(given))
  }

  #heading(node: Element, isOwn: boolean): void {
    const text = foldSpace(spokenText(node.children))
    const given = attributeOf(node, 'id')
    const own = given?.value ?? ''
    const id = this.#isKept(given) ? own : this.#pool.claim(own || this.#slugOf(node))
    if (own === '') this.#named.push(node)
    else if (given?.at !== undefined) this.#given.push(node)
    if (id !== given?.value) setAttribute(node, 'id', id)
    this.headings.push({ level: headingLevel(node), id, text })
    this.words.begin(id, text)
    if (isOwn) addAnchor(node, id)
  }

  #slugOf(node: Element): string {
    const text = wordsOf(node)
    if (this.#options.isOfMdbook === true) return slugOfMdbook(text)
    return this.#options.isOfGitbookCom === true ? slugOfGitbookCom(text) : slug(text)
  }

  /** Empty places in headings, by other ids that links may have. */
  addOtherIds(wanted: ReadonlySet<string>): void {
    addOtherIds(
      { named: this.#named, given: this.#given, boxes: this.#boxes },
      { pool: this.#pool, wanted, isOfGitbookCom: this.#options.isOfGitbookCom === true },
    )
  }
}

/**
 * The link of a heading to itself. What is in a heading belongs to its name, so nobody hears of the link; the scripts of
 * the theme give both a name and let keys reach it.
 */
function addAnchor(heading: Element, id: string): void {
  heading.children.push(
    added('a', [
      ['class', 'heading-anchor'],
      ['href', fragment(id)],
      ['aria-hidden', 'true'],
      ['tabindex', '-1'],
    ]),
  )
}
