// `radar-beta`: values on axes that begin in one point.
import { type Look, drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const RADIUS = 140
const ROW = 26

interface Named {
  readonly id: string
  readonly name: string
}

interface Curve extends Named {
  /** By axis; an axis that nobody gave a value has the least. */
  readonly values: readonly number[]
}

interface Scale {
  readonly least: number
  readonly most: number
  readonly rings: number
  readonly isRound: boolean
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Draws the axes, the rings across them, the curves and their legend. */
export function drawRadar(lines: readonly string[]): string {
  const axes = lines.flatMap((line) => (/^axis\s/.test(line) ? namesIn(line.slice(5)) : []))
  const written = lines.flatMap((line) => (/^curve\s/.test(line) ? curvesIn(line.slice(6)) : []))
  const curves = written.map((curve) => ({ ...curve, values: byAxis(curve.text, axes) }))
  if (axes.length < 2 || curves.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const scale = scaleOf(lines, curves)
  const side = Math.max(...axes.map(({ name }) => widthOf(name))) + 20
  const center = { x: side + RADIUS, y: RADIUS + 32 }
  const hasLegend = setting(lines, 'showLegend') !== 'false'
  const left = center.x + RADIUS + side
  const widest = hasLegend ? Math.max(...curves.map(({ name }) => widthOf(name))) + 32 : 0
  return drawing(left + widest, center.y + RADIUS + 32, [
    ...grid(center, axes, scale),
    ...curves.map((curve, index) => area(center, curve, scale, index)),
    ...(hasLegend ? curves.map(({ name }, index) => key(name, { x: left, y: 24 }, index)) : []),
  ])
}

/** `a["Words"], b`. */
function namesIn(list: string): readonly Named[] {
  return [...list.matchAll(/([\p{L}\p{N}_-]+)\s*(?:\[\s*(?:"([^"]*)"|([^\]]*))\s*\])?/gu)].map(
    ([, id = '', quoted, bare]) => ({ id, name: quoted ?? bare?.trim() ?? id }),
  )
}

/** `a["Words"]{1, 2}, b{ x: 1, y: 2 }`. */
function curvesIn(list: string): readonly (Named & { readonly text: string })[] {
  return [...list.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, head = '', values = '']) => {
    const [named] = namesIn(head.replace(/^\s*,/, ''))
    return named === undefined ? [] : [{ ...named, text: values }]
  })
}

/** Values in the order of the axes, or by their names. */
function byAxis(written: string, axes: readonly Named[]): readonly number[] {
  const items = written.split(',').map((item) => item.trim())
  const named = new Map(
    items.flatMap((item): readonly [string, number][] => {
      const [name = '', value] = item.split(':')
      return value === undefined ? [] : [[name.trim(), Number(value)]]
    }),
  )
  const values =
    named.size > 0 ? axes.map(({ id }) => named.get(id) ?? Number.NaN) : items.map(Number)
  return axes.map((_, index) => values[index] ?? Number.NaN)
}

function setting(lines: readonly string[], name: string): string | undefined {
  return lines
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length)
    .trim()
}

function scaleOf(lines: readonly string[], curves: readonly Curve[]): Scale {
  const number = (name: string): number | undefined => {
    const value = Number(setting(lines, name) ?? Number.NaN)
    return Number.isFinite(value) ? value : undefined
  }
  const all = curves.flatMap(({ values }) => values.filter(Number.isFinite))
  const least = number('min') ?? 0
  const most = number('max') ?? Math.max(...all)
  const rings = Math.min(Math.max(Math.round(number('ticks') ?? 5), 1), 20)
  if (!(most > least)) throw new NotDrawn({ case: 'nothing-to-draw' })
  return { least, most, rings, isRound: setting(lines, 'graticule') !== 'polygon' }
}

/** The place on an axis, from 0 in the middle to 1 at its end. */
function onAxis({ x, y }: Point, index: number, count: number, share: number): Point {
  const angle = (index / count) * 2 * Math.PI
  return { x: x + RADIUS * share * Math.sin(angle), y: y - RADIUS * share * Math.cos(angle) }
}

function grid(center: Point, axes: readonly Named[], scale: Scale): readonly string[] {
  const line = { fill: 'none', stroke: 'var(--_inner-stroke)' }
  const rings = Array.from({ length: scale.rings }, (_, index) => {
    const share = (index + 1) / scale.rings
    if (scale.isRound)
      return shape('circle', { cx: center.x, cy: center.y, r: RADIUS * share, ...line })
    return outline(
      axes.map((__, axis) => onAxis(center, axis, axes.length, share)),
      line,
    )
  })
  const spokes = axes.map(({ name }, index) => {
    const end = onAxis(center, index, axes.length, 1)
    const words = onAxis(center, index, axes.length, 1 + 14 / RADIUS)
    const aside = Math.sign(Math.round(words.x - center.x))
    return (
      shape('line', { x1: center.x, y1: center.y, x2: end.x, y2: end.y, stroke: 'var(--_line)' }) +
      text(name, {
        ...words,
        dy: '0.35em',
        'text-anchor': aside === 0 ? 'middle' : aside > 0 ? 'start' : 'end',
      })
    )
  })
  return [...rings, ...spokes]
}

function area(center: Point, { values }: Curve, { least, most }: Scale, index: number): string {
  const points = values.map((value, axis) => {
    const share = Number.isFinite(value) ? (value - least) / (most - least) : 0
    return onAxis(center, axis, values.length, Math.min(Math.max(share, 0), 1))
  })
  const color = part(index)
  const dots = points.map(({ x, y }) => shape('circle', { cx: x, cy: y, r: 3, fill: color }))
  const look = { fill: color, 'fill-opacity': 0.18, stroke: color, 'stroke-width': 2 }
  return outline(points, look) + dots.join('')
}

function outline(points: readonly Point[], look: Look): string {
  const places = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
  return shape('path', { d: `M${places.join('L')}Z`, ...look })
}

function key(name: string, { x, y }: Point, index: number): string {
  const at = y + index * ROW
  const sign = { x, y: at - 7, width: 14, height: 14, rx: 2, fill: part(index) }
  return shape('rect', sign) + text(name, { x: x + 24, y: at, dy: '0.35em' })
}
