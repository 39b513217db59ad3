// `treemap-beta`: rectangles whose areas are their values, in those of what they are parts of.
import { drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const WIDTH = 640
const HEIGHT = 400
const GAP = 6
/** The line with the name of a group. */
const HEAD = 24

interface Item {
  readonly name: string
  /** Of an item without parts. */
  readonly own: number
  readonly depth: number
  readonly parts: Item[]
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws items, which the indents of lines put into each other. */
export function drawTreemap(lines: readonly string[]): string {
  const root: Item = { name: '', own: 0, depth: -1, parts: [] }
  const open = [root]
  for (const line of lines.slice(1)) {
    const item = itemOf(line)
    if (item === undefined) continue
    while ((open.at(-1)?.depth ?? -1) >= item.depth) open.pop()
    open.at(-1)?.parts.push(item)
    open.push(item)
  }
  if (valueOf(root) <= 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const place = { x: 1, y: 1, width: WIDTH - 2, height: HEIGHT - 2 }
  return drawing(
    WIDTH,
    HEIGHT,
    laidOut(root.parts, place).flatMap(({ item, at }, index) =>
      shown(item, at, index, root.parts.length === 1),
    ),
  )
}

/** `"Name": 12`, `"Name"`, with a class of Mermaid behind it. */
function itemOf(line: string): Item | undefined {
  const [, indent = '', quoted, bare = '', value] =
    /^(\s*)(?:"([^"]*)"|([^":,\s][^":,]*?))\s*(?:[:,]\s*([\d.,]+))?\s*(?::::\w+)?\s*$/.exec(line) ??
    []
  const name = quoted ?? bare
  if (name === '' || /^(?:classDef|accTitle|accDescr|title)\b/.test(bare)) return undefined
  const own = value === undefined ? 0 : Number(value.replaceAll(',', ''))
  return { name, own: Number.isFinite(own) ? own : 0, depth: indent.length, parts: [] }
}

function valueOf({ own, parts }: Item): number {
  return parts.length === 0 ? own : parts.reduce((sum, one) => sum + valueOf(one), 0)
}

/** Items in a place, the larger first, in halves of about the same value that lie along its longer side. */
function laidOut(items: readonly Item[], at: Place): readonly { item: Item; at: Place }[] {
  const known = items.filter((item) => valueOf(item) > 0)
  const sorted = known.toSorted((one, other) => valueOf(other) - valueOf(one))
  return halved(sorted, at)
}

function halved(items: readonly Item[], at: Place): readonly { item: Item; at: Place }[] {
  const [first] = items
  if (first === undefined) return []
  if (items.length === 1) return [{ item: first, at }]
  const whole = items.reduce((sum, item) => sum + valueOf(item), 0)
  let count = 1
  let before = valueOf(first)
  while (count < items.length - 1 && before + valueOf(items[count] ?? first) / 2 < whole / 2) {
    before += valueOf(items[count] ?? first)
    count += 1
  }
  const share = before / whole
  const isWide = at.width >= at.height
  const cut = (isWide ? at.width : at.height) * share
  const one = isWide ? { ...at, width: cut } : { ...at, height: cut }
  const other = isWide
    ? { ...at, x: at.x + cut, width: at.width - cut }
    : { ...at, y: at.y + cut, height: at.height - cut }
  return [...halved(items.slice(0, count), one), ...halved(items.slice(count), other)]
}

/** A group with its parts, in the color of the outermost of several; or what has a value. */
function shown(item: Item, at: Place, color: number, isOnly: boolean): readonly string[] {
  const inner = inset(at, GAP / 2)
  if (inner.width <= 1 || inner.height <= 1) return []
  const isGroup = item.parts.length > 0
  const box = shape('rect', {
    ...inner,
    rx: 4,
    fill: isGroup ? 'var(--_group-fill)' : part(color),
    ...(isGroup ? { stroke: part(color) } : { 'fill-opacity': 0.3, stroke: part(color) }),
  })
  if (!isGroup) return [box, ...leafWords(item, inner)]
  const rest = {
    ...inset(inner, GAP / 2),
    y: inner.y + HEAD,
    height: inner.height - HEAD - GAP / 2,
  }
  return [
    box,
    ...headWords(item, inner),
    ...laidOut(item.parts, rest).flatMap(({ item: one, at: place }, index) =>
      shown(one, place, isOnly ? index : color, isOnly && item.parts.length === 1),
    ),
  ]
}

function inset({ x, y, width, height }: Place, by: number): Place {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}

function headWords(item: Item, { x, y, width }: Place): readonly string[] {
  const value = String(rounded(valueOf(item)))
  const hasBoth = widthOf(item.name) + widthOf(value) + 24 < width
  const look = { y: y + HEAD / 2, dy: '0.35em' }
  return [
    text(fitting(item.name, width - 16), { x: x + 8, ...look }),
    ...(hasBoth
      ? [
          text(value, {
            x: x + width - 8,
            ...look,
            'text-anchor': 'end',
            fill: 'var(--_text-muted)',
          }),
        ]
      : []),
  ]
}

function leafWords(item: Item, { x, y, width, height }: Place): readonly string[] {
  const middle = { x: x + width / 2, dy: '0.35em', 'text-anchor': 'middle' }
  const name = fitting(item.name, width - 8)
  if (name === '' || height < 18) return []
  const value = String(rounded(item.own))
  if (height < 40 || widthOf(value) > width - 8)
    return [text(name, { ...middle, y: y + height / 2 })]
  return [
    text(name, { ...middle, y: y + height / 2 - 9 }),
    text(value, { ...middle, y: y + height / 2 + 9, fill: 'var(--_text-muted)' }),
  ]
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** As much of a name as there is room for; nothing where that is next to nothing. */
function fitting(name: string, width: number): string {
  if (widthOf(name) <= width) return name
  const signs = Array.from(name)
  while (signs.length > 0 && widthOf(`${signs.join('')}…`) > width) signs.pop()
  return signs.length < 2 ? '' : `${signs.join('').trimEnd()}…`
}
