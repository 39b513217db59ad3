// `timeline` and `journey`: what happened when, a column a period or a task.
import { box, drawing, part, shape, text, wrapped } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const COLUMN = 130
const INSIDE = COLUMN - 24
const LINE = 16

interface Period {
  readonly name: string
  readonly section: string
  readonly events: string[]
}

/** Draws periods beside each other, and below each what happened then. */
export function drawTimeline(lines: readonly string[]): string {
  const periods: Period[] = []
  let section = ''
  for (const line of lines) {
    const named = /^section\s+(.*)$/.exec(line)?.[1]
    const [name = '', ...events] = line.split(':').map((word) => word.trim())
    if (named !== undefined) section = named
    else if (/^(?:timeline|title)\b/.test(line)) continue
    else if (name === '') periods.at(-1)?.events.push(...events)
    else periods.push({ name, section, events })
  }
  if (periods.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const sections = [...new Set(periods.map((period) => period.section))]
  const heads = sections.some((one) => one !== '') ? 28 : 0
  const tallest = Math.max(...periods.map(({ name }) => wrapped(name, INSIDE).length))
  const top = 8 + heads
  const base = top + tallest * LINE + 20
  let bottom = base
  const parts = periods.flatMap((period, index) => {
    const x = 8 + index * COLUMN
    const color = part(sections.indexOf(period.section))
    const isFirst = periods.findIndex((one) => one.section === period.section) === index
    const head =
      heads > 0 && isFirst ? [text(period.section, { x: x + 4, y: 22, 'font-weight': 700 })] : []
    const named = box(
      wrapped(period.name, INSIDE),
      { x, y: top, width: COLUMN - 12, height: base - top },
      { stroke: color, 'stroke-width': 2 },
    )
    let y = base + 16
    const events = period.events.map((event) => {
      const words = wrapped(event, INSIDE)
      const height = words.length * LINE + 14
      const drawn = box(words, { x, y, width: COLUMN - 12, height }, { fill: 'var(--_group-hdr)' })
      y += height + 8
      return drawn
    })
    bottom = Math.max(bottom, y)
    const middle = x + (COLUMN - 12) / 2
    const stem = {
      x1: middle,
      x2: middle,
      y1: base,
      y2: y - 8,
      stroke: 'var(--_line)',
      'stroke-dasharray': '4 4',
    }
    return [...head, ...(events.length > 0 ? [shape('line', stem)] : []), named, ...events]
  })
  return drawing(8 + periods.length * COLUMN, bottom + 4, parts)
}

/** Where a score is drawn. */
function heightOf(score: number): number {
  return 54 + (5 - score) * 20
}

/** Draws the tasks of a journey, each as high as it was pleasant. */
export function drawJourney(lines: readonly string[]): string {
  const tasks: {
    readonly name: string
    readonly section: string
    readonly score: number
    readonly who: string
  }[] = []
  let section = ''
  for (const line of lines) {
    const named = /^section\s+(.*)$/.exec(line)?.[1]
    const [name = '', score = '', who = ''] = line.split(':').map((word) => word.trim())
    if (named !== undefined) section = named
    else if (/^\d+$/.test(score))
      tasks.push({ name, section, score: Math.min(5, Number(score)), who })
  }
  if (tasks.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const sections = [...new Set(tasks.map((task) => task.section))]
  const points = tasks
    .map(({ score }, index) => `${8 + index * COLUMN + 59},${heightOf(score)}`)
    .join(' ')
  const line = shape('polyline', {
    points,
    fill: 'none',
    stroke: 'var(--_line)',
    'stroke-width': 1.5,
  })
  const parts = tasks.flatMap(({ name, score, who, section: own }, index) => {
    const x = 8 + index * COLUMN
    const isFirst = tasks.findIndex((task) => task.section === own) === index
    const words = wrapped(name, INSIDE)
    const color = part(sections.indexOf(own))
    return [
      ...(isFirst ? [text(own, { x: x + 4, y: 20, 'font-weight': 700 })] : []),
      shape('circle', { cx: x + 59, cy: heightOf(score), r: 6, fill: color }),
      text(String(score), {
        x: x + 59,
        y: heightOf(score) - 11,
        'text-anchor': 'middle',
        'font-size': 11,
      }),
      box(
        words,
        { x, y: 160, width: COLUMN - 12, height: words.length * LINE + 14 },
        { stroke: color },
      ),
      text(who, {
        x: x + 59,
        y: 160 + words.length * LINE + 32,
        'text-anchor': 'middle',
        'font-size': 11,
        fill: 'var(--_text-muted)',
      }),
    ]
  })
  return drawing(8 + tasks.length * COLUMN, 240, [line, ...parts])
}
