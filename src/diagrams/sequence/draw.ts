// Sequences of Mermaid: who takes part stands side by side, and what happens below, in as much room as its words need.
import { drawing, shape, text } from '../charts/draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'
import { Places, brokenUp, widest } from './places.ts'
import { type Event, type Frame, readSequence } from './read.ts'
import { frameShapes, headShapes, noteShapes, personShapes } from './shapes.ts'

const LINE = 16
const MARGIN = 12
/** Below the last event the names stand once more, when the first ones are out of sight. */
const TALL = 480

type Message = Extract<Event, { is: 'message' }>
type Note = Extract<Event, { is: 'note' }>

/** Draws a sequence. */
export function drawSequence(lines: readonly string[]): string {
  const { people, companies, events } = readSequence(lines)
  if (people.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const places = new Places(people, events)
  const top = companies.some((one) => one.lines.length > 0) ? MARGIN + LINE + 8 : MARGIN
  const isPlain = companies.length === 0 && !events.some(hasGround)
  const sheet = new Sheet(places, top, isPlain)
  sheet.all(events)
  const grounds = companies.flatMap(({ ids, lines: named }) => {
    const at = ids.map((id) => places.at(id))
    if (at.length === 0) return []
    const left = Math.min(...at.map(({ x, width }) => x - width / 2)) - 8
    const right = Math.max(...at.map(({ x, width }) => x + width / 2)) + 8
    const area = { x: left, y: 4, width: right - left, height: sheet.bottom + 4 }
    const look = { rx: 4, fill: 'var(--_group-fill)', stroke: 'var(--_node-stroke)' }
    const head = { x: (left + right) / 2, y: 20, 'text-anchor': 'middle', 'font-weight': 600 }
    return [shape('rect', { ...area, ...look }), text(named.join(' '), head)]
  })
  return sheet.drawing(grounds)
}

/** Does something stand on a ground of its own color? */
function hasGround(event: Event): boolean {
  if (event.is !== 'frame') return false
  return event.type === 'rect' || event.parts.some(({ events }) => events.some(hasGround))
}

interface Extent {
  left: number
  right: number
}

/** What is drawn, from above to below. */
class Sheet {
  readonly #places: Places
  readonly #top: number
  /** Words may have the ground of the page. */
  readonly #isPlain: boolean
  readonly #behind: string[] = []
  readonly #frames: string[] = []
  readonly #active: string[] = []
  readonly #said: string[] = []
  readonly #busy = new Map<string, number[]>()
  readonly #gone = new Map<string, number>()
  readonly #leaving = new Set<string>()
  readonly #extent: Extent = { left: 0, right: 0 }
  #y: number
  /** Where the arrow of the last message is. */
  #last: number

  constructor(places: Places, top: number, isPlain: boolean) {
    this.#places = places
    this.#isPlain = isPlain
    this.#top = top
    this.#y = top + places.height + 14
    this.#last = this.#y
    for (const { x, width } of places.all) this.#widen(this.#extent, x - width / 2, x + width / 2)
  }

  all(events: readonly Event[]): void {
    this.#events(events, { left: Infinity, right: -Infinity })
    for (const [id, begun] of this.#busy) for (const y of begun) this.#activation(id, y, this.#y, 0)
    this.#y += 10
  }

  get bottom(): number {
    return this.#y + (this.#isTall ? this.#places.height : 0)
  }

  get #isTall(): boolean {
    return this.#y > TALL
  }

  #widen(extent: Extent, left: number, right: number): void {
    extent.left = Math.min(extent.left, left)
    extent.right = Math.max(extent.right, right)
    if (extent !== this.#extent) this.#widen(this.#extent, left, right)
  }

  #events(events: readonly Event[], extent: Extent): void {
    for (const event of events) {
      if (event.is === 'message') this.#message(event, extent)
      else if (event.is === 'note') this.#note(event, extent)
      else if (event.is === 'frame') this.#frame(event, extent)
      else if (event.is === 'goes') this.#leaving.add(event.id)
      else if (event.is === 'begins')
        this.#busy.set(event.id, [...(this.#busy.get(event.id) ?? []), this.#last])
      else this.#rest(event.id)
    }
  }

  #rest(id: string): void {
    const begun = this.#busy.get(id) ?? []
    const y = begun.pop()
    if (y !== undefined) this.#activation(id, y, this.#last, begun.length)
  }

  #activation(id: string, from: number, to: number, depth: number): void {
    const area = { x: this.#places.at(id).x - 5 + depth * 4, y: from, width: 10, height: to - from }
    this.#active.push(
      shape('rect', { ...area, fill: 'var(--_node-fill)', stroke: 'var(--_node-stroke)' }),
    )
  }

  #message(message: Message, extent: Extent): void {
    const lines = brokenUp(message.lines)
    const [from, to] = [this.#places.at(message.from).x, this.#places.at(message.to).x]
    const isSelf = from === to
    const line = {
      stroke: 'var(--_line)',
      fill: 'none',
      ...(message.isDashed ? { 'stroke-dasharray': '6 4' } : {}),
    }
    if (isSelf) {
      const height = Math.max(22, lines.length * LINE)
      this.#words(lines, from + 44, this.#y + height / 2 + 4, 'start')
      const path = `M${from} ${this.#y + 4}h34v${height}h${-34}`
      this.#said.push(
        shape('path', { d: path, ...line }),
        ...headShapes(message.head, from, this.#y + 4 + height, -1),
      )
      this.#widen(extent, from - 16, from + 44 + widest(lines))
      this.#last = this.#y + 4 + height
    } else {
      this.#y += lines.length * LINE
      this.#words(lines, (from + to) / 2, this.#y - (lines.length * LINE) / 2, 'middle')
      this.#y += 6
      const way = Math.sign(to - from)
      const ends = { x1: from, y1: this.#y, x2: to, y2: this.#y }
      this.#said.push(
        shape('line', { ...ends, ...line }),
        ...headShapes(message.head, to, this.#y, way),
      )
      if (message.hasTail) this.#said.push(...headShapes(message.head, from, this.#y, -way))
      this.#widen(extent, Math.min(from, to) - 16, Math.max(from, to) + 16)
      this.#last = this.#y
    }
    this.#y = this.#last + 16
    for (const id of [message.from, message.to]) if (this.#leaving.delete(id)) this.#leave(id)
  }

  #leave(id: string): void {
    const { x } = this.#places.at(id)
    this.#gone.set(id, this.#last)
    this.#said.push(...headShapes('cross', x + 8, this.#last, 1))
  }

  /** Words on a ground of the page, so that lines behind them end before them. */
  #words(lines: readonly string[], x: number, y: number, anchor: 'start' | 'middle'): void {
    if (lines.length === 0) return
    const width = widest(lines)
    const left = anchor === 'start' ? x : x - width / 2
    const area = {
      x: left - 2,
      y: y - (lines.length * LINE) / 2,
      width: width + 4,
      height: lines.length * LINE,
    }
    if (this.#isPlain) this.#said.push(shape('rect', { ...area, fill: 'var(--bg)' }))
    lines.forEach((line, index) => {
      const at = y + (index - (lines.length - 1) / 2) * LINE
      this.#said.push(text(line, { x, y: at, dy: '0.35em', 'text-anchor': anchor }))
    })
  }

  #note(note: Note, extent: Extent): void {
    const lines = brokenUp(note.lines)
    const at = note.ids.map((id) => this.#places.at(id).x)
    const [first, last] = [Math.min(...at), Math.max(...at)]
    const width = Math.max(
      widest(lines) + 20,
      note.side === 'over' && first < last ? last - first + 40 : 40,
    )
    const height = Math.max(1, lines.length) * LINE + 10
    const left = {
      left: first - width - 12,
      right: first + 12,
      over: (first + last) / 2 - width / 2,
    }
    const x = left[note.side]
    this.#said.push(noteShapes(lines, { x, y: this.#y, width, height }))
    this.#widen(extent, x - 6, x + width + 6)
    this.#y += height + 12
  }

  #frame(frame: Frame, around: Extent): void {
    const top = this.#y
    const isGround = frame.type === 'rect'
    const extent: Extent = { left: Infinity, right: -Infinity }
    const dividers: { readonly y: number; readonly lines: readonly string[] }[] = []
    const at = this.#frames.push('') - 1
    frame.parts.forEach(({ lines, events }, index) => {
      const said = brokenUp(lines, 320)
      if (index > 0) dividers.push({ y: this.#y, lines: said })
      this.#y += isGround ? 6 : Math.max(index === 0 ? 1 : 0, said.length) * LINE + 12
      this.#events(events, extent)
      this.#y += 4
    })
    if (extent.left > extent.right) this.#widen(extent, 0, 40)
    const [left, right] = [extent.left - 10, extent.right + 10]
    const area = { x: left, y: top, width: right - left, height: this.#y - top }
    const head = brokenUp(frame.parts[0]?.lines ?? [], 320)
    if (isGround) this.#behind.push(shape('rect', { ...area, fill: 'var(--_group-hdr)' }))
    else {
      const { shapes, width } = frameShapes(
        { type: frame.type, head, dividers },
        area,
        this.#isPlain,
      )
      this.#frames[at] = shapes
      extent.right = Math.max(extent.right, left + width)
    }
    this.#widen(around, left, Math.max(right, extent.right))
    this.#y += 10
  }

  drawing(grounds: readonly string[]): string {
    const { left, right } = this.#extent
    const end = this.#y
    const people = this.#places.all.flatMap((place) => [
      ...personShapes(place, this.#top, this.#places.height),
      ...(this.#isTall ? personShapes(place, end, this.#places.height) : []),
    ])
    const lives = this.#places.entries.map(([id, { x }]) =>
      shape('line', {
        x1: x,
        y1: this.#top + this.#places.height,
        x2: x,
        y2: this.#gone.get(id) ?? end,
        stroke: 'var(--_line)',
        'stroke-dasharray': '6 4',
      }),
    )
    const all = [
      ...grounds,
      ...this.#behind,
      ...lives,
      ...this.#active,
      ...this.#frames,
      ...this.#said,
      ...people,
    ]
    const moved = `<g transform="translate(${Math.ceil(MARGIN - left)} 0)">${all.join('')}</g>`
    return drawing(right - left + 2 * MARGIN, this.bottom + MARGIN, [moved])
  }
}
