// Drawings in SVG, in a page or in a file, as XML that stands for itself.
import { escapeHtml } from '../../core/html.ts'
import { xmlText } from '../../site/metadata/xml.ts'
import {
  type Attribute,
  type Element,
  type Node,
  isElement,
  textContent,
  valueOf,
} from '../../tree/node.ts'
import { htmlTree } from '../../tree/parse.ts'
import type { Block, Inline } from '../content.ts'
import { paintOf } from './paint.ts'
import { type Reading, findElement } from './reading.ts'

const SVG = 'http://www.w3.org/2000/svg'
const LINKS = 'http://www.w3.org/1999/xlink'
/** Elements of drawings that run or hold what is no drawing. */
const UNSAFE = new Set('script foreignobject iframe audio video handler metadata'.split(' '))

/** What is said of a drawing beside what it shows: in an ebook it has one name. */
const SPOKEN = /^(?:role|aria-.+|tabindex|focusable)$/

/** An id that XML takes. */
const ID = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u

/** A drawing as a block; undefined for what is none. */
export function drawing(node: Element, { drawn }: Reading): Block | undefined {
  if (node.name !== 'svg') return undefined
  const alt = nameOf(node)
  const attributes = node.attributes.filter(({ name }) => !SPOKEN.test(name))
  const spoken = alt === '' ? ' aria-hidden="true"' : ` role="img" aria-label="${xmlText(alt)}"`
  const before = new Set(drawn)
  const svg = svgText({ ...node, attributes }, drawn, spoken)
  const ids = [...drawn].filter((id) => !before.has(id))
  return { kind: 'drawing', svg, alt, ids, ...sizeOf(node) }
}

/** The size that a drawing names itself. */
function sizeOf(node: Element): { readonly width?: number; readonly height?: number } {
  const box = /^[\d.e+-]+[\s,]+[\d.e+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)$/.exec(
    valueOf(node, 'viewbox') ?? '',
  )
  const side = (name: string, inBox: string | undefined): number =>
    Number(/^([\d.]+)(?:px)?$/.exec(valueOf(node, name) ?? '')?.[1] ?? inBox)
  const [width, height] = [side('width', box?.[1]), side('height', box?.[2])]
  return width > 0 && height > 0 ? { width, height } : {}
}

/** A file with a drawing, without what runs or is loaded; undefined when there is no drawing in it. */
export function drawingFile(text: string): string | undefined {
  const nodes = htmlTree(text, { kind: 'html', place: () => ({ file: '' }) as never })
  const svg = findElement(nodes, 'svg')
  return svg && `<?xml version="1.0" encoding="utf-8"?>\n${svgText(svg, new Set())}\n`
}

/** The words of a drawing or a formula that stands in a line. */
export function drawingAsWords(node: Element): readonly Inline[] {
  return [nameOf(node)]
}

function nameOf(node: Element): string {
  const title = node.children.find((child): child is Element => isElement(child, 'title'))
  return (valueOf(node, 'aria-label') ?? textContent(title?.children ?? node.children)).trim()
}

function svgText(node: Element, ids: Set<string>, more = ''): string {
  const plain = node.attributes.filter(({ name }) => !name.startsWith('xmlns'))
  return elementText(
    { ...node, attributes: plain },
    `${more} xmlns="${SVG}" xmlns:xlink="${LINKS}"`,
    ids,
  )
}

/** An element of another language as XML; `more` are attributes of its own, and no id of `ids` comes again. */
export function elementText(node: Node, more = '', ids: Set<string> = new Set()): string {
  if (node.kind === 'text') return escapeHtml(node.value)
  if (node.kind === 'raw') return ''
  const inner = (): string => node.children.map((child) => elementText(child, '', ids)).join('')
  if (node.kind === 'block') return inner()
  const name = spellingOf(node)
  if (UNSAFE.has(node.name) || !/^[a-z][\w.-]*$/i.test(name)) return ''
  const start = `<${name}${more}${attributesOf(node, ids)}${paintOf(node)}>`
  return `${start}${node.name === 'style' ? styleText(node) : inner()}</${name}>`
}

/** Names of SVG keep their case as they were written. */
function spellingOf(node: Element): string {
  return node.tags?.open.slice(1) ?? node.name
}

/** Styles, whichever way a file hides them from readers of old. */
function styleText({ children }: Element): string {
  return children
    .map((child) => {
      if (child.kind === 'raw') return child.html.replace(/^<!\[CDATA\[|\]\]>$/g, '')
      return child.kind === 'text' ? child.value : ''
    })
    .map((text) =>
      escapeHtml(
        text
          .replaceAll(/@import[^;]*;?/gi, '')
          .replaceAll(/url\(\s*['"]?(?![#'"])[^)]*\)/gi, 'none'),
      ),
    )
    .join('')
}

function attributesOf(node: Element, ids: Set<string>): string {
  const known = new Set<string>()
  return node.attributes
    .map((attribute) => {
      const spelled = /^[\s/]*([^\s=/]+)/.exec(attribute.written ?? '')?.[1] ?? attribute.name
      if (!isDrawn(node, attribute, spelled) || known.has(spelled)) return ''
      known.add(spelled)
      if (spelled === 'id' && !isNewId(attribute.value, ids)) return ''
      return ` ${spelled}="${escapeHtml(attribute.value)}"`
    })
    .join('')
}

/** The first of several with an id is the one that programs take. */
function isNewId(id: string, ids: Set<string>): boolean {
  const isNew = ID.test(id) && !ids.has(id)
  if (isNew) ids.add(id)
  return isNew
}

/** Is this part of a picture, and nothing that runs, loads or belongs to the program that drew it? */
function isDrawn(node: Element, { name, value }: Attribute, spelled: string): boolean {
  if (name.startsWith('on') || name === 'xml:base') return false
  if (/^xml:(?:space|lang)$/.test(spelled)) return true
  if (name === 'href' || name === 'xlink:href') {
    if (node.name === 'a') return /^(?:https?:|#)/i.test(value)
    return /^(?:#|data:image\/)/i.test(value)
  }
  if (/url\(\s*['"]?(?![#'"])/i.test(value)) return false
  return /^[a-z_][\w.-]*$/i.test(spelled) && !name.startsWith('data-')
}
