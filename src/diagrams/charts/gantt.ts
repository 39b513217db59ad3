// `gantt`: tasks over time.
import { readDate, readLength } from './dates.ts'
import { drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn, noSense } from '../not-drawn.ts'

interface Task {
  readonly name: string
  readonly section: number
  readonly from: number
  readonly to: number
  readonly tags: ReadonlySet<string>
}

const ROW = 28
const CHART = 560
const TAGS = new Set(['done', 'active', 'crit', 'milestone', 'vert'])
const SETTING =
  /^(?:gantt|title|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|topAxis|displayMode|click)\b/

/** Draws tasks as bars, a section after the other. */
export function drawGantt(lines: readonly string[]): string {
  const { tasks, sections } = readTasks(lines)
  if (tasks.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const first = Math.min(...tasks.map(({ from }) => from))
  const last = Math.max(...tasks.map(({ to }) => to), first + 1)
  const left =
    24 +
    Math.max(...tasks.map(({ name }) => widthOf(name)), ...sections.map((name) => widthOf(name)))
  const x = (time: number): number => left + ((time - first) / (last - first)) * CHART
  const parts: string[] = []
  let y = 8
  let section = -1
  for (const task of tasks) {
    if (task.section !== section) {
      section = task.section
      const name = sections[section] ?? ''
      if (name !== '') {
        parts.push(text(name, { x: 8, y: y + ROW / 2, dy: '0.35em', 'font-weight': 700 }))
        y += ROW
      }
    }
    parts.push(text(task.name, { x: 8, y: y + ROW / 2, dy: '0.35em' }), bar(task, x, y))
    y += ROW
  }
  return drawing(left + CHART + 40, y + 32, [...axis(first, last, x, y), ...parts])
}

function bar({ from, to, tags, section }: Task, x: (time: number) => number, y: number): string {
  const middle = y + ROW / 2
  if (tags.has('milestone')) {
    const at = x(from)
    const points = `${at},${middle - 9} ${at + 9},${middle} ${at},${middle + 9} ${at - 9},${middle}`
    return shape('polygon', { points, fill: part(4) })
  }
  const color = part(tags.has('crit') ? 4 : section)
  const look = tags.has('done') ? { fill: color, opacity: 0.45 } : { fill: color }
  return shape('rect', {
    x: x(from),
    y: y + 6,
    width: Math.max(3, x(to) - x(from)),
    height: ROW - 12,
    rx: 3,
    ...look,
  })
}

const DAY = 86_400_000

/** Five days or hours, with lines up to the first task. */
function axis(
  first: number,
  last: number,
  x: (time: number) => number,
  y: number,
): readonly string[] {
  const step = (last - first) / 5
  return [0, 1, 2, 3, 4, 5].flatMap((index) => {
    const time = first + (step >= DAY ? Math.round((index * step) / DAY) * DAY : index * step)
    const iso = new Date(time).toISOString()
    const said = step >= DAY ? iso.slice(0, 10) : iso.slice(5, 16).replace('T', ' ')
    const look = { x1: x(time), x2: x(time), y1: 4, y2: y + 4, stroke: 'var(--_inner-stroke)' }
    const words = text(said, {
      x: x(time),
      y: y + 20,
      'text-anchor': 'middle',
      'font-size': 11,
      fill: 'var(--_text-muted)',
    })
    return [shape('line', look), words]
  })
}

function readTasks(lines: readonly string[]): {
  readonly tasks: readonly Task[]
  readonly sections: readonly string[]
} {
  const tasks: Task[] = []
  const sections: string[] = ['']
  const byId = new Map<string, Task>()
  let format = 'YYYY-MM-DD'
  for (const line of lines) {
    const asked = /^dateFormat\s+(.*)$/.exec(line)?.[1]
    const section = /^section\s+(.*)$/.exec(line)?.[1]
    if (asked !== undefined) format = asked.trim()
    else if (section !== undefined) sections.push(section)
    else if (!SETTING.test(line)) {
      const { id, task } = readTask(line, {
        format,
        section: sections.length - 1,
        byId,
        last: tasks.at(-1),
      })
      tasks.push(task)
      if (id !== undefined) byId.set(id, task)
    }
  }
  return { tasks, sections }
}

interface Known {
  readonly format: string
  readonly section: number
  readonly byId: ReadonlyMap<string, Task>
  readonly last: Task | undefined
}

/** `Name : tags, id, start, end`, of which the start may be that of another's end, and the end a length. */
function readTask(line: string, known: Known): { readonly id?: string; readonly task: Task } {
  const [name = '', ...rest] = line.split(':')
  const said = rest
    .join(':')
    .split(',')
    .map((word) => word.trim())
  const tags = new Set(said.filter((word) => TAGS.has(word)))
  const facts = said.filter((word) => !TAGS.has(word) && word !== '')
  const end = facts.pop() ?? ''
  const start = facts.pop()
  const [id] = facts
  const from = start === undefined ? (known.last?.to ?? Number.NaN) : startOf(start, known)
  const to = endOf(end, from, known)
  if (Number.isNaN(from) || Number.isNaN(to)) throw noSense(line)
  const task = { name: name.trim(), section: known.section, from, to: Math.max(from, to), tags }
  return id === undefined ? { task } : { id, task }
}

function startOf(said: string, { format, byId, last }: Known): number {
  const after = /^after\s+(.*)$/.exec(said)?.[1]
  if (after !== undefined)
    return Math.max(...after.split(/\s+/).map((id) => byId.get(id)?.to ?? Number.NaN))
  const date = readDate(said, format)
  // A name alone before a length.
  return Number.isNaN(date) ? (last?.to ?? Number.NaN) : date
}

function endOf(said: string, from: number, { format, byId }: Known): number {
  const until = /^until\s+(\S+)/.exec(said)?.[1]
  if (until !== undefined) return byId.get(until)?.from ?? Number.NaN
  const length = readLength(said)
  return length === undefined ? readDate(said, format) : from + length
}
