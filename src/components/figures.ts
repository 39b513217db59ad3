// Pictures of GitBook.com's editor: frames, sizes, rows of pictures, and captions that may be empty.
import { shareOf } from '../core/width.ts'
import {
  type Element,
  type Node,
  childOf,
  isBlank,
  isElement,
  setAttribute,
  valueOf,
} from '../tree/node.ts'

const SIDES: ReadonlySet<string> = new Set(['left', 'center', 'right'])

/** Gives figures and what is around them their looks. */
export function showFigures(nodes: Node[]): void {
  for (const node of nodes) {
    if (!('children' in node)) continue
    showFigures(node.children)
    if (isElement(node, 'div')) wrapper(node)
    else if (isElement(node, 'figure')) caption(node)
    else if (isElement(node, 'summary')) unwrap(node)
    else if (isElement(node, 'img')) size(node)
    else if (isElement(node, 'source')) source(node)
  }
}

/** A box around figures or pictures, and nothing else. */
function wrapper(node: Element): void {
  const inside = node.children.filter((child) => !isBlank(child))
  const isOfPictures =
    inside.length > 0 && inside.every((child) => isElement(child, 'figure', 'img', 'picture'))
  if (!isOfPictures || node.tags === undefined) return
  const side = valueOf(node, 'align')?.toLowerCase() ?? ''
  const classes = [
    'pictures',
    ...(isSet(node, 'data-with-frame') ? ['pictures-framed'] : []),
    ...(isSet(node, 'data-full-width') ? ['pictures-wide'] : []),
    ...(SIDES.has(side) ? [`pictures-${side}`] : []),
    ...(inside.length > 1 ? ['pictures-row'] : []),
  ]
  if (classes.length > 1) setAttribute(node, 'class', classes.join(' '))
}

function isSet(node: Element, name: string): boolean {
  const value = valueOf(node, name)
  return value !== undefined && value !== 'false'
}

/** A caption without words is none, and one paragraph of it is no paragraph. */
function caption(figure: Element): void {
  const said = childOf(figure.children, 'figcaption')
  if (said === undefined) return
  unwrap(said)
  if (said.children.every(isBlank))
    figure.children = figure.children.filter((child) => child !== said)
}

/** One paragraph of a line is no paragraph. */
function unwrap(line: Element): void {
  const inside = line.children.filter((child) => !isBlank(child))
  const [only] = inside
  if (inside.length === 1 && isElement(only, 'p')) line.children = only.children
}

function size(image: Element): void {
  const asked = valueOf(image, 'data-size')
  const share = shareOf(valueOf(image, 'width') ?? '')
  if (share !== undefined) setAttribute(image, 'class', share)
  else if (asked === 'line' || asked === 'original')
    setAttribute(image, 'class', `picture-${asked}`)
  const sizes = image.attributes.filter(({ name, value }) => !isShare(name, value))
  if (sizes.length < image.attributes.length)
    image.attributes.splice(0, image.attributes.length, ...sizes)
}

/** A number of pixels is what a size of a picture may be. */
function isShare(name: string, value: string): boolean {
  return (name === 'width' || name === 'height') && value.trim().endsWith('%')
}

/** One address, whose blanks are part of it: a list of addresses has none of them. */
function source(node: Element): void {
  const written = valueOf(node, 'srcset')
  if (written === undefined || !/\s/.test(written) || /\s[\d.]+[wx]\s*(?:,|$)/.test(written)) return
  setAttribute(node, 'srcset', written.trim().replaceAll(/\s+/g, '%20'))
}
