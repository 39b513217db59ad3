// The SVG of libraries as elements of a page: no style of its own, no script, no address, ids that are unique in the page,
// and colors that are the theme's.
import { decodeText } from '../tree/parse.ts'
import { type Element, type Node, element, words } from '../tree/node.ts'

/** Colors that a drawing leaves to the theme, by what a library calls them; each is a class for fills and one for lines. */
export type Palette = { readonly [color: string]: string }

const NAMES = new Set(
  'svg g defs marker polygon polyline path line rect circle ellipse text tspan title'.split(' '),
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
export interface Drawn {
  readonly palette: Palette
  /** Goes before ids. */
  readonly prefix: string
}

/** The elements of an SVG that a library wrote; undefined when it is none. */
export function readSvg(text: string, drawn: Drawn): Drawing | undefined {
  const root: Node[] = []
  const open: { readonly children: Node[]; readonly name: string }[] = [
    { children: root, name: '' },
  ]
  const found: string[] = []
  for (const [, closing, name = '', written = '', empty, content] of text.matchAll(TOKEN)) {
    const top = open.at(-1)
    if (top === undefined) return undefined
    if (content !== undefined) {
      if (!/^(?:text|tspan)$/.test(top.name)) continue
      const value = decodeText(content)
      found.push(value.trim())
      top.children.push(words(value))
    } else if (closing === '/') open.pop()
    else if (name !== '') {
      const made = element(name, attributesOf(name, written, drawn))
      // What a tip over a shape says stands in the shape.
      if (NAMES.has(name) && name !== 'title' && !isGround(made)) top.children.push(made)
      if (empty === '') open.push({ children: made.children, name })
    }
  }
  const svg = root.find((node): node is Element => node.kind === 'element' && node.name === 'svg')
  return svg === undefined ? undefined : { svg, words: found.filter((word) => word !== '') }
}

function attributesOf(name: string, written: string, drawn: Drawn): (readonly [string, string])[] {
  const classes: string[] = []
  const result: [string, string][] = []
  for (const [, key = '', quoted = ''] of written.matchAll(/([^\s=]+)="([^"]*)"/g)) {
    const value = decodeText(quoted)
    if (key === 'fill' || key === 'stroke') {
      const role = drawn.palette[value]
      if (role !== undefined) classes.push(`${key === 'fill' ? 'df' : 'ds'}-${role}`)
      else if (isColor(value)) result.push([key, value])
    } else if (ATTRIBUTES.has(key) && !/javascript|data:|https?:/i.test(value))
      result.push([key, withPrefix(key, value, drawn.prefix)])
    else if (key === 'class' && value === 'mono') classes.push('d-mono')
  }
  if (name === 'text' && !/\bfill="/.test(written)) classes.push('df-text')
  return classes.length === 0 ? result : [...result, ['class', classes.join(' ')]]
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
