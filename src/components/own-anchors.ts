// Anchors that people and GitBook.com's editor write beside words: `## Title <a href="#title" id="title"></a>`. The heading gets
// the id, so that its link to itself is the one that readers see. An empty link that leads to itself would be a stop of the
// Tab key that says nothing. The editor left the `#` out for a while: `<a href="title" id="title"></a>` leads nowhere else.
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  element,
  headingLevel,
  isElement,
  textContent,
  valueOf,
} from '../tree/node.ts'

/** Gives headings the ids of the anchors in them, and takes what leads to itself from all others. */
export function takeAnchors(nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (!('children' in node)) continue
    takeAnchors(node.children)
    if (isElement(node) && headingLevel(node) > 0) takeFrom(node)
    else if (isElement(node, 'a') && isEmptyLink(node)) dropHref(node)
  }
}

function takeFrom(heading: Element): void {
  const found: Attribute[] = []
  heading.children = withoutAnchors(heading.children, found)
  if (found.length === 0) return
  const [first, ...others] =
    attributeOf(heading, 'id') === undefined ? found : [undefined, ...found]
  if (first !== undefined) heading.attributes.push({ name: 'id', value: first.value, at: first.at })
  heading.children.unshift(...others.flatMap((one) => (one === undefined ? [] : [placeOf(one)])))
  trim(heading.children)
}

function placeOf({ value, at }: Attribute): Element {
  const place = element('span', [])
  return { ...place, attributes: [{ name: 'id', value, at }] }
}

/** The nodes without anchors; the words in one stay. */
function withoutAnchors(nodes: readonly Node[], found: Attribute[]): Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (!isElement(node, 'a')) return [node]
    const id = idOf(node)
    if (id === undefined || (valueOf(node, 'href') !== undefined && !isEmpty(node))) return [node]
    found.push(id)
    return node.children
  })
}

/** Where links lead to: an id, or what was one before. */
function idOf(anchor: Element): Attribute | undefined {
  const href = valueOf(anchor, 'href')
  const id = attributeOf(anchor, 'id') ?? attributeOf(anchor, 'name')
  if (id === undefined || id.value.trim() === '') return undefined
  const isItself =
    href === undefined || href.startsWith('#') || (href === id.value && isEmpty(anchor))
  return isItself ? id : undefined
}

function isEmptyLink(node: Element): boolean {
  return isEmpty(node) && idOf(node) !== undefined
}

function isEmpty({ children }: Element): boolean {
  return textContent(children).trim() === '' && !children.some((child) => isElement(child))
}

function dropHref({ attributes }: Element): void {
  const index = attributes.findIndex(({ name }) => name === 'href')
  if (index >= 0) attributes.splice(index, 1)
}

/** No blanks where an anchor stood. */
function trim(nodes: Node[]): void {
  const first = nodes.find((node) => !(isElement(node, 'span') && attributeOf(node, 'id')))
  if (first?.kind === 'text') first.value = first.value.trimStart()
  const last = nodes.at(-1)
  if (last?.kind === 'text') last.value = last.value.trimEnd()
}
