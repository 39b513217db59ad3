// `block`: boxes in a grid that their author lays out, boxes of boxes, and arrows between them.
import { NotDrawn, noSense } from '../not-drawn.ts'
import { type Block, readBlocks } from './read-block.ts'
import { box, drawing, shape, text, widthOf, wrapped } from './draw-svg.ts'

const GAP = 10
const LINE = 16
const LEAST = 64
const WIDEST = 190

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws the boxes of a source, row by row. */
export function drawBlocks(lines: readonly string[]): string {
  const { blocks, columns, edges } = readBlocks(lines.slice(1))
  if (blocks.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const size = sizeOf({ children: blocks, columns })
  const frames = new Map<string, Frame>()
  const parts = place({ children: blocks, columns }, { x: 8, y: 8, ...size }, frames)
  const arrows = edges.map(({ from, to, words, isOneWay }) => {
    const [begin, end] = [frames.get(from), frames.get(to)]
    if (begin === undefined || end === undefined) throw noSense(`${from} --> ${to}`)
    return arrow(begin, end, words, isOneWay)
  })
  return drawing(size.width + 16, size.height + 16, [...parts, ...arrows])
}

interface Group {
  readonly children: readonly Block[]
  readonly columns?: number | undefined
  readonly title?: string
}

/** Rows of blocks: a block that does not fit into what is left of a row begins the next. */
function rowsOf({ children, columns }: Group): readonly (readonly Block[])[] {
  const most = columns ?? Infinity
  const rows: Block[][] = []
  let used = Infinity
  for (const block of children) {
    if (used + block.span > most || rows.length === 0) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(block)
    used += block.span
  }
  return rows
}

function unitsOf(group: Group): number {
  const widest = Math.max(1, ...rowsOf(group).map((row) => sum(row.map(({ span }) => span))))
  return Math.min(group.columns ?? widest, widest)
}

/** How large a group has to be: all its columns are equally wide, each row is as high as its highest block. */
function sizeOf(group: Group): { readonly width: number; readonly height: number } {
  const rows = rowsOf(group)
  const unit = Math.max(
    LEAST,
    ...rows.flat().map((one) => (widthNeeded(one) + GAP) / one.span - GAP),
  )
  const units = unitsOf(group)
  const heights = rows.map((row) => Math.max(...row.map(heightNeeded)))
  return {
    width: units * (unit + GAP) - GAP,
    height: sum(heights) + (rows.length - 1) * GAP,
  }
}

function widthNeeded(block: Block): number {
  if (block.children.length > 0) return sizeOf(block).width + 2 * GAP
  return Math.max(0, ...labelOf(block).map((line) => widthOf(line))) + 24
}

function heightNeeded(block: Block): number {
  if (block.children.length > 0) return sizeOf(block).height + 2 * GAP + headOf(block)
  return Math.max(1, labelOf(block).length) * LINE + 20
}

function headOf({ title }: Group): number {
  return title === undefined || title === '' ? 0 : LINE + 4
}

function labelOf({ title }: Block): readonly string[] {
  return title.split(/<br\s*\/?>|\\n/).flatMap((line) => wrapped(line, WIDEST))
}

/** Draws a group into its frame, which may be larger than it needs. */
function place(group: Group, frame: Frame, frames: Map<string, Frame>): readonly string[] {
  const rows = rowsOf(group)
  const unit = (frame.width + GAP) / unitsOf(group) - GAP
  const needed = rows.map((row) => Math.max(...row.map(heightNeeded)))
  const spare = (frame.height - sum(needed) - (rows.length - 1) * GAP) / rows.length
  let y = frame.y
  return rows.flatMap((row, index) => {
    const height = (needed[index] ?? 0) + Math.max(0, spare)
    let x = frame.x
    const drawn = row.flatMap((block) => {
      const width = block.span * (unit + GAP) - GAP
      const own = { x, y, width, height }
      x += width + GAP
      frames.set(block.id, own)
      return blockIn(block, own, frames)
    })
    y += height + GAP
    return drawn
  })
}

function blockIn(block: Block, own: Frame, frames: Map<string, Frame>): readonly string[] {
  if (block.isSpace) return []
  if (block.children.length === 0) return [box(labelOf(block), own, lookOf(block, own))]
  const head = headOf(block)
  const ground = shape('rect', {
    ...own,
    rx: 6,
    fill: 'var(--_group-fill)',
    stroke: 'var(--_node-stroke)',
  })
  const title =
    head === 0 ? [] : [text(block.title, { x: own.x + GAP, y: own.y + 20, 'font-weight': 700 })]
  const inside = {
    x: own.x + GAP,
    y: own.y + GAP + head,
    width: own.width - 2 * GAP,
    height: own.height - 2 * GAP - head,
  }
  return [ground, ...title, ...place(block, inside, frames)]
}

function lookOf({ form }: Block, { height }: Frame): { readonly rx: number } {
  return { rx: form === 'round' ? height / 2 : 5 }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

/** From the edge of a box to that of another, along the line between their middles. */
function arrow(from: Frame, to: Frame, words: string, isOneWay: boolean): string {
  const [begin, end] = [edgeTowards(from, to), edgeTowards(to, from)]
  const angle = Math.atan2(end.y - begin.y, end.x - begin.x)
  const line = shape('line', {
    x1: begin.x,
    y1: begin.y,
    x2: end.x,
    y2: end.y,
    stroke: 'var(--_line)',
    'stroke-width': 1.5,
  })
  const corner = (turn: number): string =>
    `${end.x - 9 * Math.cos(angle + turn)},${end.y - 9 * Math.sin(angle + turn)}`
  const head = shape('polygon', {
    points: `${end.x},${end.y} ${corner(0.4)} ${corner(-0.4)}`,
    fill: 'var(--_line)',
  })
  const middle = { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2 - 4 }
  const said =
    words === '' ? '' : text(words, { ...middle, 'text-anchor': 'middle', 'font-size': 11 })
  return `<g>${line}${isOneWay ? head : ''}${said}</g>`
}

function edgeTowards(from: Frame, to: Frame): { readonly x: number; readonly y: number } {
  const center = middleOf(from)
  const other = middleOf(to)
  const [dx, dy] = [other.x - center.x, other.y - center.y]
  const across = Math.abs(dx) === 0 ? Infinity : from.width / 2 / Math.abs(dx)
  const up = Math.abs(dy) === 0 ? Infinity : from.height / 2 / Math.abs(dy)
  const part = Math.min(across, up, 1)
  return { x: center.x + dx * part, y: center.y + dy * part }
}

function middleOf({ x, y, width, height }: Frame): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 }
}
