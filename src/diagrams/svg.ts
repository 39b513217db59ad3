// The SVG of libraries as elements of a page: no style of its own, no script, no address, ids that are unique in the page,
// and colors that are the theme's.
import { decodeText } from '../tree/parse.ts'
import { shown } from './signs.ts'
import { type Element, type Node, element, isElement, words } from '../tree/node.ts'

/** Colors that a drawing leaves to the theme, by what a library calls them; each is a class for fills and one for lines. */
export type Palette = { readonly [color: string]: string }

const NAMES = new Set(
  'svg g defs marker polygon polyline path line rect circle ellipse text tspan'.split(' '),
)
const ATTRIBUTES = new Set(
  (
    'id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry dx dy d points transform text-anchor dominant-baseline ' +
    'font-size font-weight font-style stroke-width stroke-dasharray stroke-linejoin stroke-linecap marker-start marker-end marker-mid ' +
    'markerWidth markerHeight refX refY orient opacity fill-opacity text-decoration'
  ).split(' '),
)
const TOKEN =
  /<!--[^]*?-->|<[?!][^>]*>|<style>[^]*?<\/style>|<(\/?)([a-z]+)((?:\s+[^\s=>/]+="[^"]*")*)\s*(\/?)>|([^<]+)/gi

/** A drawing, and the words in it. */
export interface Drawing {
  readonly svg: Element
  readonly words: readonly string[]
}

/** How a drawing becomes part of a page. */
export interface PlacedDrawing {
  readonly palette: Palette
  /** Goes before ids. */
  readonly prefix: string
}

/** The elements of an SVG that a library wrote; undefined when it is none. */
export function readSvg(text: string, drawn: PlacedDrawing): Drawing | undefined {
  const reader = new SvgReader(drawn)
  for (const [, closing, name = '', written = '', empty, content] of text.matchAll(TOKEN)) {
    if (content !== undefined) reader.text(content)
    else if (closing === '/') reader.close()
    else if (name !== '') reader.open(name, written, empty === '/')
  }
  const svg = reader.root.find((node): node is Element => isElement(node, 'svg'))
  return svg === undefined ? undefined : { svg, words: reader.words.filter((word) => word !== '') }
}

class SvgReader {
  readonly root: Node[] = []
  readonly words: string[] = []
  readonly #drawn: PlacedDrawing
  readonly #open: { readonly children: Node[]; readonly name: string }[] = []

  constructor(drawn: PlacedDrawing) {
    this.#drawn = drawn
  }

  text(content: string): void {
    const top = this.#open.at(-1)
    if (top === undefined || !/^(?:text|tspan)$/.test(top.name)) return
    const value = shown(decodeText(content))
    this.words.push(value.trim())
    top.children.push(words(value))
  }

  open(name: string, written: string, isEmpty: boolean): void {
    const made = element(name, attributesOf(name, written, this.#drawn))
    const around = this.#open.at(-1)?.children ?? this.root
    if (NAMES.has(name) && !isGround(made)) around.push(made)
    if (!isEmpty) this.#open.push({ children: made.children, name })
  }

  close(): void {
    this.#open.pop()
  }
}

function attributesOf(name: string, written: string, drawn: PlacedDrawing): Pair[] {
  const classes: string[] = []
  const result: Pair[] = []
  for (const [, key = '', quoted = ''] of written.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    const value = decodeText(quoted)
    if (key === 'class' && value === 'mono') classes.push('d-mono')
    const color = /^(?:fill|stroke)$/.test(key) ? drawn.palette[value] : undefined
    if (color !== undefined) classes.push(`d${key.charAt(0)}-${color}`)
    else if (isHarmless(key, value)) result.push([key, withPrefix(key, value, drawn.prefix)])
  }
  if (name === 'text' && !/\bfill="/.test(written)) classes.push('df-text')
  return classes.length === 0 ? result : [...result, ['class', classes.join(' ')]]
}

type Pair = readonly [name: string, value: string]

/** A color, or what tells of a shape. */
function isHarmless(key: string, value: string): boolean {
  if (key === 'fill' || key === 'stroke') return isColor(value)
  return ATTRIBUTES.has(key) && !/javascript|data:|https?:/i.test(value)
}

function withPrefix(key: string, value: string, prefix: string): string {
  if (key === 'id') return `${prefix}-${value}`
  return value.replaceAll(/url\(#/g, `url(#${prefix}-`)
}

function isColor(value: string): boolean {
  return /^(?:none|transparent|#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d.,%\s/]+\)|hsla?\([\d.,%\sdeg/]+\))$/i.test(
    value,
  )
}

/** The sheet of paper that a library draws on. */
function isGround({ attributes }: Element): boolean {
  return attributes.some(({ name, value }) => name === 'class' && value.includes('df-ground'))
}

/** Words on a color that its author chose are dark or light by that color, whatever the theme. */
export function contrastWords(svg: Element): void {
  const visit = (node: Element): void => {
    const children = node.children.filter((child): child is Element => child.kind === 'element')
    const [shape] = children
    const fill = shape?.attributes.find(({ name }) => name === 'fill')?.value
    if (
      node.name === 'g' &&
      fill !== undefined &&
      /^#[0-9a-f]{3,8}$|^[a-z]+$/i.test(fill) &&
      fill !== 'none' &&
      fill !== 'transparent'
    )
      for (const text of children.filter(({ name }) => name === 'text')) setInk(text, fill)
    children.forEach(visit)
  }
  visit(svg)
}

function setInk(text: Element, ground: string): void {
  const own = text.attributes.findIndex(
    ({ name, value }) => name === 'class' && value.includes('df-'),
  )
  if (own < 0) return
  text.attributes.splice(own, 1, { name: 'fill', value: isDark(ground) ? '#fff' : '#111' })
}

const DARK =
  /^(?:black|navy|dark\w+|maroon|purple|indigo|midnightblue|blue|mediumblue|green|teal|brown|firebrick|crimson|red|royalblue|steelblue|seagreen)$/i

function isDark(color: string): boolean {
  if (!color.startsWith('#')) return DARK.test(color)
  const long = color.length < 6 ? color.replaceAll(/[0-9a-f]/gi, '$&$&') : color
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(long.slice(at, at + 2), 16),
  )
  return red * 0.299 + green * 0.587 + blue * 0.114 < 140
}
