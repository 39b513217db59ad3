// What authors wrote and every reader takes in one way only, though HTML says it in another. What could be meant in two
// ways stays.
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  forEachElement,
  isBlank,
  setAttribute,
  valueOf,
} from '../node.ts'

/** Have a width and a height that are numbers of pixels. */
const SIZED = new Set('canvas embed iframe img input object source video'.split(' '))

/** What a link has that is not to be led to, nor drawn by a style of the book. */
const OF_BARE_LINKS = new Set(['href', 'rel', 'target'])

/** Puts it as HTML does. */
export function mendHtml(nodes: readonly Node[]): void {
  forEachElement(nodes, (node) => {
    if (node.name === 'a') hideUnseen(node)
    if (node.tags === undefined) return
    if (SIZED.has(node.name)) for (const attribute of node.attributes) mendSize(attribute)
    if (node.name === 'img') mendName(node)
  })
}

/** A link around nothing is not to be seen: keys shall not stop at it, nor anybody hear of it. */
function hideUnseen(link: Element): void {
  const { attributes, children } = link
  if (attributeOf(link, 'href') === undefined || !children.every(isBlank)) return
  if (!attributes.every(({ name }) => OF_BARE_LINKS.has(name))) return
  setAttribute(link, 'aria-hidden', 'true')
  setAttribute(link, 'tabindex', '-1')
}

/** `222px` is 222. */
function mendSize(attribute: Attribute): void {
  if (attribute.name !== 'width' && attribute.name !== 'height') return
  const [, pixels] = /^\s*(\d+)\s*px;?\s*$/i.exec(attribute.value) ?? []
  if (pixels === undefined) return
  attribute.value = pixels
  attribute.written = undefined
}

/** A picture without words would be called by the name of its file. Checks tell its author. */
function mendName(image: Element): void {
  const isNamed = ['alt', 'aria-label', 'aria-labelledby', 'role'].some(
    (name) => attributeOf(image, name) !== undefined,
  )
  if (!isNamed) setAttribute(image, 'alt', valueOf(image, 'title') ?? '')
}
