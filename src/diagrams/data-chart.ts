// Charts of data as the plugin chart drew them, by C3 or by Highcharts (`{% chart format="yaml" %}`), as Mermaid.
import { type Json, objectOf } from '../core/json.ts'
import { readYaml } from '../files/yaml.ts'
import { NotDrawn } from './not-drawn.ts'

interface Series {
  readonly name: string
  readonly kind: string
  readonly values: readonly Json[]
}

interface DataChart {
  readonly names: readonly string[]
  readonly x: string
  readonly y: string
  readonly series: readonly Series[]
}

const BARS = new Set(['bar', 'column'])
const LINES = new Set(['line', 'spline', 'area', 'area-spline', 'areaspline', 'step', 'area-step'])
const PIES = new Set(['pie', 'donut', 'doughnut'])

/** The source of a chart in words of Mermaid. Throws when it is of another kind. */
export function mermaidOfChart(source: string): string {
  // Which JSON is, too.
  const read = readYaml(source)
  const data = objectOf('value' in read ? read.value : null)
  const chart = Array.isArray(data['series']) ? ofHighcharts(data) : ofC3(data)
  const { names, x, y, series } = chart
  const title = words(objectOf(data['title'])['text'])
  const other = series.find(({ kind }) => !BARS.has(kind) && !LINES.has(kind))
  const head = title === '' ? [] : [`title "${title}"`]
  if (series.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  if (series.every(({ kind }) => PIES.has(kind)))
    return ['pie', ...head, ...series.map(slice)].join('\n')
  if (other !== undefined) throw new NotDrawn({ case: 'unknown-diagram', kind: other.kind })
  return [
    'xychart',
    ...head,
    `x-axis "${x}"${names.length === 0 ? '' : ` [${names.map(inList).join(', ')}]`}`,
    `y-axis "${y}"`,
    ...series.map(
      ({ name, kind, values }) =>
        `${BARS.has(kind) ? 'bar' : 'line'} "${name}" [${values.map(numberOf).join(', ')}]`,
    ),
  ].join('\n')
}

function slice({ name, values }: Series): string {
  return `"${name}": ${values.reduce<number>((sum, value) => sum + numberOf(value), 0)}`
}

/** Columns that begin with their names; one of them may be what the others stand over. */
function ofC3(all: { readonly [key: string]: Json }): DataChart {
  const data = objectOf(all['data'])
  const columns = listOf(data['columns']).map(listOf)
  const axis = objectOf(all['axis'])
  const [over] = columns.filter(([name]) => name === data['x'])
  const types = objectOf(data['types'])
  return {
    names: (over?.slice(1) ?? listOf(objectOf(axis['x'])['categories'])).map(words),
    x: labelOf(axis['x']),
    y: labelOf(axis['y']),
    series: columns
      .filter((column) => column !== over)
      .map(([name, ...values]) => ({
        name: words(name),
        kind: words(types[words(name)] ?? data['type'] ?? 'line'),
        values,
      })),
  }
}

function labelOf(axis: Json | undefined): string {
  const { label } = objectOf(axis)
  return words(objectOf(label)['text'] ?? label)
}

function ofHighcharts(all: { readonly [key: string]: Json }): DataChart {
  const usual = objectOf(all['chart'])['type'] ?? 'line'
  const titled = (name: string): string => words(objectOf(objectOf(all[name])['title'])['text'])
  const series = listOf(all['series']).map((one): Series => {
    const { name, type, data } = objectOf(one)
    return { name: words(name), kind: words(type ?? usual), values: listOf(data) }
  })
  const [first] = series
  return {
    names: listOf(objectOf(all['xAxis'])['categories']).map(words),
    x: titled('xAxis'),
    y: titled('yAxis'),
    // The parts of a pie are the values of its only series.
    series:
      first !== undefined && PIES.has(first.kind)
        ? first.values.map((value) => ({
            name: words(objectOf(value)['name'] ?? listOf(value)[0]),
            kind: first.kind,
            values: [value],
          }))
        : series,
  }
}

/** A value, as itself, as `[name, value]` or as an object with `y`. */
function numberOf(value: Json): number {
  const plain = Array.isArray(value) ? value.at(-1) : (objectOf(value)['y'] ?? value)
  const number = typeof plain === 'string' ? Number(plain) : plain
  return typeof number === 'number' && Number.isFinite(number) ? number : 0
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** A text that ends no quotes and no line. */
function words(value: Json | undefined): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text
    .replaceAll('"', "'")
    .replaceAll(/[\s[\]]+/g, ' ')
    .trim()
}

const inList = (name: string): string => name.replaceAll(',', ' ')
