// The shapes of sequences: people, heads of arrows, notes, and the frames of loops and choices.
import { box, shape, text, widthOf } from '../charts/draw-svg.ts'
import type { Head } from './read.ts'

const LINE = 16

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The end of an arrow at a place; `way` is -1 for one that points to the left. */
export function headShapes(head: Head, x: number, y: number, way: number): readonly string[] {
  const line = { stroke: 'var(--_arrow)', fill: 'none' }
  if (head === 'none') return []
  if (head === 'filled')
    return [
      shape('polygon', {
        points: `${x},${y} ${x - way * 9},${y - 4} ${x - way * 9},${y + 4}`,
        fill: 'var(--_arrow)',
      }),
    ]
  if (head === 'open')
    return [
      shape('polyline', {
        points: `${x - way * 8},${y - 5} ${x},${y} ${x - way * 8},${y + 5}`,
        ...line,
      }),
    ]
  const [left, right] = [x - way * 8 - 5, x - way * 8 + 5]
  return [
    shape('line', { x1: left, y1: y - 5, x2: right, y2: y + 5, ...line }),
    shape('line', { x1: left, y1: y + 5, x2: right, y2: y - 5, ...line }),
  ]
}

/** A note, with its corner folded. */
export function noteShapes(lines: readonly string[], area: Area): string {
  const { x, y, width } = area
  const corner = `M${x + width - 8} ${y}v8h8`
  return (
    box(lines, area, { rx: 0, fill: 'var(--_group-hdr)' }) +
    shape('path', { d: corner, fill: 'none', stroke: 'var(--_node-stroke)' })
  )
}

/** Somebody with their name, in a box or below a figure. */
export function personShapes(
  {
    lines,
    isPerson,
    width,
    x,
  }: {
    readonly lines: readonly string[]
    readonly isPerson: boolean
    readonly width: number
    readonly x: number
  },
  y: number,
  height: number,
): readonly string[] {
  if (!isPerson) return [box(lines, { x: x - width / 2, y, width, height }, { rx: 4 })]
  const line = { fill: 'var(--_node-fill)', stroke: 'var(--_node-stroke)' }
  return [
    shape('circle', { cx: x, cy: y + 7, r: 6, ...line }),
    shape('path', { d: `M${x - 12} ${y + 26}a12 11 0 0 1 24 0z`, ...line }),
    ...lines.map((words, index) =>
      text(words, { x, y: y + 40 + index * LINE, 'text-anchor': 'middle' }),
    ),
  ]
}

interface Divider {
  readonly y: number
  readonly lines: readonly string[]
}

/** What the frame of a loop or a choice says. */
interface FrameWords {
  readonly type: string
  readonly head: readonly string[]
  readonly dividers: readonly Divider[]
}

/** A frame around what happens, with what it is called; its head tells how wide it is at least. */
export function frameShapes(
  { type, head, dividers }: FrameWords,
  { x, y, width, height }: Area,
  isPlain: boolean,
): { readonly shapes: string; readonly width: number } {
  const tab = widthOf(type) + 14
  const words = Math.max(0, ...head.map((line) => widthOf(`[${line}]`)))
  const parts = dividers.map(({ lines }) =>
    Math.max(0, ...lines.map((line) => widthOf(`[${line}]`) + 16)),
  )
  const wide = Math.max(width, tab + words + 16, ...parts)
  const edge = { fill: 'none', stroke: 'var(--_node-stroke)' }
  return {
    width: wide,
    shapes: [
      shape('rect', { x, y, width: wide, height, ...edge }),
      shape('rect', {
        x,
        y,
        width: tab,
        height: 20,
        fill: 'var(--_group-hdr)',
        stroke: 'var(--_node-stroke)',
      }),
      text(type, { x: x + 7, y: y + 10, dy: '0.35em', 'font-weight': 600 }),
      ...bracketed(head, x + tab + 6, y + 10, isPlain),
      ...dividers.flatMap(({ y: at, lines }) => [
        shape('line', {
          x1: x,
          y1: at,
          x2: x + wide,
          y2: at,
          stroke: 'var(--_line)',
          'stroke-dasharray': '6 4',
        }),
        ...bracketed(lines, x + 8, at + 12, isPlain),
      ]),
    ].join(''),
  }
}

function bracketed(
  lines: readonly string[],
  x: number,
  y: number,
  isPlain: boolean,
): readonly string[] {
  return lines.flatMap((line, index) => {
    const words = (index === 0 ? '[' : '') + line + (index === lines.length - 1 ? ']' : '')
    const at = y + index * LINE
    const ground = { x: x - 2, y: at - 8, width: widthOf(words) + 4, height: LINE }
    return [
      ...(isPlain ? [shape('rect', { ...ground, fill: 'var(--bg)' })] : []),
      text(words, { x, y: at, dy: '0.35em' }),
    ]
  })
}
