// What authors wrote and every reader takes in one way only, though HTML says it in another. What could be meant in two
// ways stays.
import { pixelsOf, shareOf } from '../../core/width.ts'
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  isBlank,
  setAttribute,
  valueOf,
} from '../node.ts'
import { boxTables } from '../boxes.ts'
import { elementsIn } from '../listed.ts'
import { paintOf } from '../paint.ts'
import { replaceNodes } from '../replace.ts'
import { closeLevels } from './heading-levels.ts'

/** Have a width and a height that are numbers of pixels. */
const SIZED = new Set('canvas embed iframe img input object source video'.split(' '))

/** What a link has that is not to be led to, nor drawn by a style of the book. */
const OF_BARE_LINKS = new Set(['href', 'rel', 'target'])

/** Puts it as HTML does. */
export function mendHtml(nodes: Node[]): void {
  const elements = elementsIn(nodes)
  closeLevels(elements)
  for (const node of elements) {
    if (node.name === 'a') hideUnseen(node)
    if (node.tags === undefined) continue
    if (node.name === 'img') mendImage(node)
    if (SIZED.has(node.name)) for (const attribute of node.attributes) mendSize(attribute)
  }
  if (elements.some(isFont)) mendFonts(nodes)
  if (elements.some(({ name }) => name === 'table')) boxTables(nodes)
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
  const pixels = pixelsOf(attribute.value)
  if (pixels === undefined || attribute.value === String(pixels)) return
  attribute.value = String(pixels)
  attribute.written = undefined
}

function mendImage(image: Element): void {
  mendShare(image)
  mendName(image)
}

/** A share of the line is a class: so the size of the file can tell how high the picture will be before it is there. */
function mendShare(image: Element): void {
  const sides = [valueOf(image, 'width') ?? '', valueOf(image, 'height') ?? '']
  if (!sides.some((side) => side.trim().endsWith('%'))) return
  const share = shareOf(sides[0] ?? '')
  // A share of a height that nobody has given is none.
  const kept = image.attributes.filter(
    ({ name, value }) => !/^(?:width|height)$/.test(name) || !value.trim().endsWith('%'),
  )
  image.attributes.splice(0, image.attributes.length, ...kept)
  if (share !== undefined) addClasses(image, share)
  const { fileSize } = image
  if (fileSize === undefined || kept.some(({ name }) => /^(?:width|height)$/.test(name))) return
  setAttribute(image, 'width', String(fileSize[0]))
  setAttribute(image, 'height', String(fileSize[1]))
}

function addClasses(node: Element, classes: string): void {
  const own = valueOf(node, 'class') ?? ''
  setAttribute(node, 'class', own === '' ? classes : `${own} ${classes}`)
}

/** A picture without words would be called by the name of its file. Checks tell its author. */
function mendName(image: Element): void {
  const isNamed = ['alt', 'aria-label', 'aria-labelledby', 'role'].some(
    (name) => attributeOf(image, name) !== undefined,
  )
  if (!isNamed) setAttribute(image, 'alt', valueOf(image, 'title') ?? '')
}

const OF_FONTS = new Set(['color', 'face', 'size'])
const GRAYS = /^(?:dim|dark|light|slate)?gr[ae]y$|^silver$/i

function isFont({ name, tags }: Element): boolean {
  return name === 'font' && tags !== undefined
}

/** An element of HTML 4 whose looks are classes now: every theme shows them, so that its words can be read in it. */
function mendFonts(nodes: Node[]): void {
  replaceNodes(nodes, (node) => {
    if (node.kind !== 'element' || node.tags === undefined || !isFont(node)) return undefined
    mendFonts(node.children)
    const others = node.attributes.filter(({ name }) => !OF_FONTS.has(name))
    const tags = { open: '<span', tail: node.tags.tail, close: '</span>' }
    const span: Element = { ...node, name: 'span', attributes: others, tags }
    const classes = [...sizeClasses(valueOf(node, 'size')), ...colorClasses(valueOf(node, 'color'))]
    if (classes.length > 0) addClasses(span, classes.join(' '))
    return span
  })
}

/** `2`, or `-1` from the 3 that words have. */
function sizeClasses(written: string | undefined): readonly string[] {
  const [, sign, digits] = /^\s*([+-]?)(\d+)/.exec(written ?? '') ?? []
  if (digits === undefined) return []
  const step = sign === '' ? Number(digits) : 3 + Number(`${sign}${digits}`)
  const size = Math.min(7, Math.max(1, step))
  return size === 3 ? [] : [`font-size-${size}`]
}

function colorClasses(written: string | undefined): readonly string[] {
  if (written === undefined) return []
  const paint = GRAYS.test(written.trim()) ? 'gray' : paintOf(written)
  return paint === undefined ? [] : [`paint-${paint}`]
}
