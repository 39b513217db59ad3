// `quadrantChart`: points on a field of four parts.
import { drawing, part, shape, text, widthOf, wrapped } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const SIDE = 380
const LEFT = 40
const TOP = 8
const HALF = SIDE / 2

interface Point {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** Draws the field with its axes, parts and points. */
export function drawQuadrants(lines: readonly string[]): string {
  const points = lines.flatMap((line) => pointOf(line) ?? [])
  const names = [1, 2, 3, 4].map((number) => after(lines, `quadrant-${number}`))
  const axes = ['x-axis', 'y-axis'].map((axis) => after(lines, axis).split(/\s*-->\s*/))
  if (points.length === 0 && names.every((name) => name === ''))
    throw new NotDrawn({ case: 'nothing-to-draw' })
  const field = [
    [HALF, 0],
    [0, 0],
    [0, HALF],
    [HALF, HALF],
  ].map(([x = 0, y = 0], index) => quarter(x, y, names[index] ?? ''))
  const [across = [], up = []] = axes
  const ends = [...alongX(across), ...alongY(up)]
  const widest = Math.max(0, ...points.map(({ name, x }) => LEFT + x * SIDE + 12 + widthOf(name)))
  return drawing(Math.max(LEFT + SIDE + 8, widest + 8), TOP + SIDE + 32, [
    ...field,
    ...ends,
    ...points.map(pointShape),
  ])
}

/** `Campaign A: [0.3, 0.6]`, with a class and a look of Mermaid behind it. */
function pointOf(line: string): Point | undefined {
  const [, name = '', x, y] =
    /^(.*?)(?::::\w+)?\s*:\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]/.exec(line) ?? []
  if (x === undefined || y === undefined) return undefined
  return { name: unquoted(name), x: inside(x), y: inside(y) }
}

const inside = (value: string): number => Math.min(Math.max(Number(value), 0), 1)

function after(lines: readonly string[], word: string): string {
  return unquoted(lines.find((line) => line.startsWith(`${word} `))?.slice(word.length) ?? '')
}

function unquoted(written: string): string {
  return written.replaceAll('"', '').trim()
}

function quarter(x: number, y: number, name: string): string {
  const place = { x: LEFT + x, y: TOP + y, width: HALF, height: HALF }
  const box = shape('rect', { ...place, fill: 'var(--_group-fill)', stroke: 'var(--_node-stroke)' })
  const words = wrapped(name, HALF - 16).map((line, index) =>
    text(line, {
      x: place.x + HALF / 2,
      y: place.y + 20 + index * 16,
      'text-anchor': 'middle',
      fill: 'var(--_text-muted)',
    }),
  )
  return [box, ...words].join('')
}

/** Words at the ends of the lower edge. */
function alongX([left = '', right = '']: readonly string[]): readonly string[] {
  const y = TOP + SIDE + 20
  return [text(left, { x: LEFT, y }), text(right, { x: LEFT + SIDE, y, 'text-anchor': 'end' })]
}

const turned = (y: number, words: string, anchor: string): string =>
  text(words, { x: 24, y, transform: `rotate(-90 24 ${y})`, 'text-anchor': anchor })

/** Words at the ends of the left edge, from below to above. */
function alongY([low = '', high = '']: readonly string[]): readonly string[] {
  return [turned(TOP + SIDE, low, 'start'), turned(TOP, high, 'end')]
}

function pointShape({ name, x, y }: Point, index: number): string {
  const [cx, cy] = [LEFT + x * SIDE, TOP + (1 - y) * SIDE]
  return (
    shape('circle', { cx, cy, r: 5, fill: part(index) }) +
    text(name, { x: cx + 10, y: cy, dy: '0.35em' })
  )
}
