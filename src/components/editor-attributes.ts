// What GitBook.com's editor, and people who edited its files, wrote as attributes of looks. They become classes that every
// theme shows; what only the editor reads is left out, and so are styles: pages of a book have none of their own.
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  classesOf,
  element,
  hasClass,
  isBlank,
  isElement,
  setAttribute,
  valueOf,
} from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import type { ComponentKit } from './define.ts'
import { paintClasses } from '../tree/paint.ts'

/** Means something in the editor alone, or has done its work before. */
const EDITOR =
  /^data-(?:gb-.*|view|type|hidden|card-.*|search|header-.*|first-column-.*|column-.*|full-width|with-frame|size|object-fit|max|multiple|option|overflow|line-numbers|title)$/
/** Looks of old HTML that say nothing in a theme. */
const OLD = new Set(['bgcolor', 'border', 'bordercolor', 'cellpadding', 'cellspacing', 'style'])
const ALIGNED = /^(?:p|div|h[1-6]|t[dhr]|thead|tbody)$/
const SIDES = new Set(['left', 'center', 'right'])
const HEIGHTS = new Set(['top', 'middle', 'bottom'])
/** A column is as wide as a number of steps; a page is about fifteen of them wide. */
const STEP = 50
const WIDEST = 16

/** Puts classes in the place of such attributes. */
export function cleanAttributes(nodes: Node[], kit: ComponentKit): void {
  replaceNodes(nodes, (node) => {
    if (node.kind !== 'element' || node.tags === undefined) return undefined
    // Code is read with its attributes later.
    if (node.name === 'pre') return node
    clean(node)
    if (node.name === 'input') nameBox(node, kit)
    if (isTask(node)) setAttribute(node, 'class', 'task-list-item')
    if (node.name === 'center') return renamed(node, 'div', ['align-center'], kit)
    return node.name === 'font' ? renamed(node, 'span', [], kit) : undefined
  })
}

/** An item that begins with a box, as those of Markdown do. */
function isTask(node: Element): boolean {
  const [first] = node.children.filter((child) => !isBlank(child))
  return (
    node.name === 'li' &&
    isElement(first, 'input') &&
    valueOf(first, 'type')?.toLowerCase() === 'checkbox'
  )
}

/** A box of a list of tasks is to be seen, not used. */
function nameBox(box: Element, { words: { taskDone, taskOpen } }: ComponentKit): void {
  if (valueOf(box, 'type')?.toLowerCase() !== 'checkbox') return
  const isDone = attributeOf(box, 'checked') !== undefined
  setAttribute(box, 'disabled', '')
  setAttribute(box, 'aria-label', isDone ? taskDone : taskOpen)
}

function clean(node: Element): void {
  const classes = node.attributes.flatMap((attribute) => classesFor(node, attribute))
  const kept = node.attributes.filter((attribute) => isKept(node, attribute))
  if (kept.length < node.attributes.length)
    node.attributes.splice(0, node.attributes.length, ...kept)
  if (classes.length === 0) return
  const all = [...new Set([...classesOf(node), ...classes])].join(' ')
  const others = node.attributes.filter(({ name }) => name !== 'class')
  node.attributes.splice(0, node.attributes.length, ...others, { name: 'class', value: all })
}

function classesFor(node: Element, attribute: Attribute): readonly string[] {
  const { name } = node
  const value = attribute.value.trim().toLowerCase()
  switch (attribute.name) {
    case 'align':
      // Boxes of pictures have a class of their own.
      return isAligned(node) && SIDES.has(value) ? [`align-${value}`] : []
    case 'valign':
      return HEIGHTS.has(value) ? [`valign-${value}`] : []
    case 'width':
      return isCell(name) ? widthClasses(value) : []
    case 'style':
      return styleClasses(name, attribute.value)
    case 'color':
      return name === 'font' ? paintClasses(`color:${attribute.value}`) : []
    default:
      return []
  }
}

function isAligned(node: Element): boolean {
  return ALIGNED.test(node.name) && !hasClass(node, 'pictures')
}

function isCell(name: string): boolean {
  return name === 'td' || name === 'th' || name === 'col'
}

function isKept({ name }: Element, attribute: Attribute): boolean {
  if (EDITOR.test(attribute.name) || OLD.has(attribute.name)) return false
  if (attribute.name === 'align') return !ALIGNED.test(name)
  if (attribute.name === 'valign' || name === 'font') return false
  return attribute.name !== 'width' || !isCell(name)
}

function widthClasses(written: string): readonly string[] {
  const width = Number.parseFloat(written) * (written.endsWith('%') ? (STEP * 15) / 100 : 1)
  const steps = Math.min(WIDEST, Math.round(width / STEP))
  return steps >= 1 ? [`cell-${steps}`] : []
}

/** Where words stand, and the colors of words. */
function styleClasses(name: string, style: string): readonly string[] {
  const side = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i.exec(style)?.[1]?.toLowerCase()
  const isOfWords = name === 'span' || name === 'font' || name === 'strong' || name === 'em'
  return [
    ...(side === undefined ? [] : [`align-${side}`]),
    ...(isOfWords ? paintClasses(style) : []),
  ]
}

function renamed(
  node: Element,
  name: string,
  classes: readonly string[],
  kit: ComponentKit,
): Element {
  const own = [...classesOf(node), ...classes].join(' ')
  const made = element(name, own === '' ? [] : [['class', own]], node.children)
  cleanAttributes(made.children, kit)
  return { ...made, tags: { open: `<${name}`, tail: '>', close: `</${name}>` }, at: node.at }
}
