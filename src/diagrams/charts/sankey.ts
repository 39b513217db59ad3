// `sankey-beta`: how much flows from where to where, in columns from the sources to the ends.
import { drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const BAR = 12
const GAP = 14
const HEIGHT = 320
const COLUMN = 190

interface Flow {
  readonly from: string
  readonly to: string
  readonly value: number
}

interface Stock {
  readonly name: string
  readonly column: number
  readonly value: number
  y: number
  /** How much of it has left and arrived so far. */
  out: number
  in: number
}

const xOf = ({ column }: Stock): number => 8 + column * COLUMN

/** Draws bars in columns and ribbons between them. */
export function drawSankey(lines: readonly string[]): string {
  const flows = lines.slice(1).flatMap((line) => flowOf(line) ?? [])
  if (flows.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const stocks = stocksOf(flows)
  const columns = Math.max(...[...stocks.values()].map(({ column }) => column)) + 1
  const scale = scaleOf(stocks, columns)
  for (let column = 0; column < columns; column++) stack(stocks, column, scale)
  const ribbons = flows.map((flow) => ribbon(flow, { stocks, scale }))
  const bars = [...stocks.values()].map((stock, index) => {
    const height = Math.max(stock.value * scale, 1)
    const words = `${stock.name} · ${Number(stock.value.toPrecision(6))}`
    return (
      shape('rect', { x: xOf(stock), y: stock.y, width: BAR, height, fill: part(index) }) +
      text(words, {
        x: xOf(stock) + BAR + 6,
        y: stock.y + height / 2,
        dy: '0.35em',
        'font-size': 12,
      })
    )
  })
  const widths = [...stocks.values()].map(
    (stock) => xOf(stock) + BAR + 70 + widthOf(stock.name, 12),
  )
  const lowest = Math.max(...[...stocks.values()].map(({ y, value }) => y + value * scale))
  return drawing(Math.max(...widths), lowest + 12, [...ribbons, ...bars])
}

/** `from,to,value`; names may stand in quotes. */
function flowOf(line: string): Flow | undefined {
  const cells = [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, bare = '']) =>
    (quoted?.replaceAll('""', '"') ?? bare).trim(),
  )
  const [from = '', to = '', amount = ''] = cells
  const value = Number(amount)
  return from === '' || to === '' || from === to || !(value > 0) ? undefined : { from, to, value }
}

function stocksOf(flows: readonly Flow[]): ReadonlyMap<string, Stock> {
  const columns = new Map<string, number>()
  for (const { from, to } of flows) {
    columns.set(from, columns.get(from) ?? 0)
    columns.set(to, columns.get(to) ?? 0)
  }
  // What goes round would go on for ever: there are no more columns than names.
  for (let round = 0; round < columns.size; round++)
    for (const { from, to } of flows)
      columns.set(
        to,
        Math.min(columns.size - 1, Math.max(columns.get(to) ?? 0, (columns.get(from) ?? 0) + 1)),
      )
  return new Map(
    [...columns].map(([name, column]) => {
      const sum = (side: 'from' | 'to'): number =>
        flows.filter((flow) => flow[side] === name).reduce((all, { value }) => all + value, 0)
      return [name, { name, column, value: Math.max(sum('from'), sum('to')), y: 0, out: 0, in: 0 }]
    }),
  )
}

function inColumn(stocks: ReadonlyMap<string, Stock>, column: number): readonly Stock[] {
  return [...stocks.values()].filter((stock) => stock.column === column)
}

/** The fullest column is as high as there is room. */
function scaleOf(stocks: ReadonlyMap<string, Stock>, columns: number): number {
  const fits = Array.from({ length: columns }, (_, column) => {
    const own = inColumn(stocks, column)
    const value = own.reduce((sum, stock) => sum + stock.value, 0)
    return value === 0 ? Infinity : Math.max(HEIGHT - GAP * own.length, HEIGHT / 4) / value
  })
  return Math.min(...fits)
}

function stack(stocks: ReadonlyMap<string, Stock>, column: number, scale: number): void {
  let y = 12
  for (const stock of inColumn(stocks, column)) {
    stock.y = y
    y += Math.max(stock.value * scale, 1) + GAP
  }
}

function ribbon(
  { from, to, value }: Flow,
  { stocks, scale }: { readonly stocks: ReadonlyMap<string, Stock>; readonly scale: number },
): string {
  const [source, target] = [stocks.get(from), stocks.get(to)]
  if (source === undefined || target === undefined) return ''
  const width = value * scale
  const [x1, x2] = [xOf(source) + BAR, xOf(target)]
  const [y1, y2] = [source.y + source.out + width / 2, target.y + target.in + width / 2]
  source.out += width
  target.in += width
  const middle = (x1 + x2) / 2
  const d = `M${[x1, y1].map(Math.round).join(' ')}C${[middle, y1, middle, y2, x2, y2].map(Math.round).join(' ')}`
  return shape('path', {
    d,
    fill: 'none',
    stroke: 'var(--_line)',
    opacity: 0.25,
    'stroke-width': Math.max(width, 1),
  })
}
