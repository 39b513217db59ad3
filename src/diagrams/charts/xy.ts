// `xychart-beta`: bars and lines over an axis of names or numbers.
import { drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const WIDTH = 520
const HEIGHT = 280
const TOP = 12

interface Series {
  readonly kind: 'bar' | 'line'
  readonly name: string
  readonly values: readonly number[]
}

/** Draws the chart with its axes; names of series stand below it. */
export function drawXy(lines: readonly string[]): string {
  const series = lines.flatMap((line) => seriesOf(line) ?? [])
  const count = Math.max(0, ...series.map(({ values }) => values.length))
  if (count === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const x = axisOf(lines, 'x-axis')
  const y = axisOf(lines, 'y-axis')
  const all = series.flatMap(({ values }) => values)
  const [low, high] = y.range ?? [Math.min(0, ...all), Math.max(...all)]
  const ticks = ticksBetween(low, high === low ? low + 1 : high)
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)]
  const left =
    20 + Math.max(...ticks.map((tick) => widthOf(String(tick), 12))) + (y.title === '' ? 0 : 22)
  const yOf = (value: number): number => TOP + HEIGHT - ((value - least) / (most - least)) * HEIGHT
  const step = WIDTH / count
  const labels = x.names ?? numbersAlong(x.range, count)
  const bars = series.filter(({ kind }) => kind === 'bar')
  return drawing(
    left + WIDTH + 12,
    TOP + HEIGHT + 30 + (x.title === '' ? 0 : 20) + legendHeight(series),
    [
      ...ticks.map((tick) => gridLine(tick, yOf(tick), left)),
      ...labels.map((label, index) =>
        text(label, {
          x: left + (index + 0.5) * step,
          y: TOP + HEIGHT + 20,
          'text-anchor': 'middle',
          'font-size': 12,
        }),
      ),
      // A line before a bar of a later series is seen, too.
      ...[...series.entries()]
        .toSorted(
          ([, one], [, other]) => Number(one.kind === 'line') - Number(other.kind === 'line'),
        )
        .map(([index, one]) =>
          seriesShape(one, {
            color: part(index),
            left,
            step,
            yOf,
            bottom: yOf(Math.max(least, 0)),
            slot: { index: bars.indexOf(one), count: bars.length },
          }),
        ),
      text(x.title, { x: left + WIDTH / 2, y: TOP + HEIGHT + 40, 'text-anchor': 'middle' }),
      text(y.title, {
        x: 14,
        y: TOP + HEIGHT / 2,
        transform: `rotate(-90 14 ${TOP + HEIGHT / 2})`,
        'text-anchor': 'middle',
      }),
      ...legend(series, left, TOP + HEIGHT + 40 + (x.title === '' ? 0 : 20)),
    ],
  )
}

function seriesOf(line: string): Series | undefined {
  const [, kind, name = '', list = ''] =
    /^(bar|line)\s*(?:"([^"]*)"|[^[]*)?\s*\[([^\]]*)\]/.exec(line) ?? []
  if (kind === undefined) return undefined
  const values = list
    .split(',')
    .filter((value) => value.trim() !== '')
    .map(Number)
    .filter(Number.isFinite)
  return { kind: kind === 'bar' ? 'bar' : 'line', name, values }
}

interface Axis {
  readonly title: string
  readonly names?: readonly string[]
  readonly range?: readonly [number, number]
}

/** `x-axis "Months" [jan, feb]` or `y-axis "mm" 0 --> 100`. */
function axisOf(lines: readonly string[], word: string): Axis {
  const said =
    lines
      .find((line) => line.startsWith(word))
      ?.slice(word.length)
      .trim() ?? ''
  const [, list] = /\[([^\]]*)\]$/.exec(said) ?? []
  const [, from, to] = /(-?[\d.]+)\s*-->\s*(-?[\d.]+)$/.exec(said) ?? []
  const title = said
    .replace(/\[[^\]]*\]$|-?[\d.]+\s*-->\s*-?[\d.]+$/, '')
    .replaceAll('"', '')
    .trim()
  return {
    title,
    ...(list === undefined
      ? {}
      : { names: list.split(',').map((name) => name.replaceAll('"', '').trim()) }),
    ...(from === undefined ? {} : { range: [Number(from), Number(to)] as const }),
  }
}

/** A few round numbers that hold both ends. */
function ticksBetween(low: number, high: number): readonly number[] {
  const rough = (high - low) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough
  const first = Math.floor(low / step)
  const count = Math.ceil(high / step) - first
  return Array.from({ length: Math.min(count, 20) + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

function numbersAlong(range: Axis['range'], count: number): readonly string[] {
  const [from, to] = range ?? [1, count]
  return Array.from({ length: count }, (_, index) =>
    String(Number((from + ((to - from) * index) / Math.max(count - 1, 1)).toPrecision(4))),
  )
}

function gridLine(tick: number, y: number, left: number): string {
  const line = shape('line', {
    x1: left,
    y1: y,
    x2: left + WIDTH,
    y2: y,
    stroke: 'var(--_inner-stroke)',
  })
  return (
    line +
    text(String(tick), { x: left - 8, y, dy: '0.35em', 'text-anchor': 'end', 'font-size': 12 })
  )
}

interface Place {
  readonly color: string
  readonly left: number
  readonly step: number
  readonly yOf: (value: number) => number
  readonly bottom: number
  /** Bars over one name stand beside each other. */
  readonly slot: { readonly index: number; readonly count: number }
}

function seriesShape({ kind, values }: Series, place: Place): string {
  const { color, left, step, yOf, bottom, slot } = place
  const width = (step * 0.6) / Math.max(slot.count, 1)
  if (kind === 'bar')
    return values
      .map((value, index) => {
        const y = Math.min(yOf(value), bottom)
        const height = Math.abs(yOf(value) - bottom)
        return shape('rect', {
          x: left + (index + 0.2) * step + slot.index * width,
          y,
          width,
          height,
          fill: color,
        })
      })
      .join('')
  const points = values.map(
    (value, index) => `${Math.round(left + (index + 0.5) * step)},${Math.round(yOf(value))}`,
  )
  // On bars of another color a line is seen by its edge.
  const line = { points: points.join(' '), fill: 'none' }
  return (
    shape('polyline', { ...line, stroke: 'var(--bg)', 'stroke-width': 6 }) +
    shape('polyline', { ...line, stroke: color, 'stroke-width': 2.5 })
  )
}

function legendHeight(series: readonly Series[]): number {
  return series.some(({ name }) => name !== '') ? 24 : 0
}

function legend(series: readonly Series[], left: number, y: number): readonly string[] {
  let x = left
  return series.flatMap(({ name }, index) => {
    if (name === '') return []
    const at = x
    x += 34 + widthOf(name)
    return [
      shape('rect', { x: at, y: y - 10, width: 12, height: 12, rx: 2, fill: part(index) }),
      text(name, { x: at + 18, y }),
    ]
  })
}
