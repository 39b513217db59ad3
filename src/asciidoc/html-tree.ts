// The finished HTML of a page as a tree, for those who make something else of it. Unbalanced tags of raw HTML do no harm:
// one that closes nothing is passed over, one that is never closed ends with what it stands in.
import { scanTags } from '../markdown/html-tags.ts'
import { decodeEntities } from './entities.ts'

/** A text with its entities decoded, or an element. */
export type HtmlNode = string | HtmlElement

/** An element with what is in it. */
export interface HtmlElement {
  /** Lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly HtmlNode[]
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** What holds no text for readers. */
const SILENT = new Set(['script', 'style', 'template'])

interface Open {
  readonly name: string
  readonly children: HtmlNode[]
}

/** The nodes of some HTML. */
export function parseHtml(html: string): readonly HtmlNode[] {
  const top: Open = { name: '', children: [] }
  const open: Open[] = [top]
  let at = 0
  const addText = (to: number): void => {
    const text = html.slice(at, to).replaceAll(/<!--[^]*?(?:-->|$)/g, '')
    const parent = open.at(-1)
    if (text !== '' && !SILENT.has(parent?.name ?? '')) parent?.children.push(decodeEntities(text))
  }
  for (const tag of scanTags(html)) {
    addText(tag.start)
    at = tag.end
    if (tag.closing) {
      const index = open.findLastIndex(({ name }) => name === tag.name)
      if (index > 0) open.length = index
      continue
    }
    const children: HtmlNode[] = []
    const attributes = new Map(
      tag.attributes.map(({ name, value }) => [name, decodeEntities(value)]),
    )
    open.at(-1)?.children.push({ name: tag.name, attributes, children })
    if (!VOID.has(tag.name)) open.push({ name: tag.name, children })
  }
  addText(html.length)
  return top.children
}

/** True for an element of one of these names. */
export function isElement(node: HtmlNode, ...names: readonly string[]): node is HtmlElement {
  return typeof node !== 'string' && (names.length === 0 || names.includes(node.name))
}

/** The first element of that name among nodes. */
export function childOf(nodes: readonly HtmlNode[], name: string): HtmlElement | undefined {
  return nodes.find((node) => isElement(node, name))
}

/** Does an element have this class? */
export function hasClass(element: HtmlElement, name: string): boolean {
  return classesOf(element).includes(name)
}

/** The classes of an element. */
export function classesOf({ attributes }: HtmlElement): readonly string[] {
  return (attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '')
}

/** The text of nodes, white space as it is. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}
