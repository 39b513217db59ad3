// Where those who take part in a sequence stand.
import { widthOf, wrapped } from '../charts/draw-svg.ts'
import type { Event, Participant } from './read.ts'

const LINE = 16
const WIDEST = 260
const LEAST_GAP = 110

/** Lines that are broken where they are too long. */
export function brokenUp(lines: readonly string[], width: number = WIDEST): readonly string[] {
  return lines.flatMap((line) => wrapped(line, width))
}

/** How wide the widest of them is. */
export function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => widthOf(line)))
}

/** Somebody, by the middle of their name. */
export interface Place {
  readonly lines: readonly string[]
  readonly isPerson: boolean
  readonly width: number
  x: number
}

/** Where everybody stands: as far apart as what is said between them needs. */
export class Places {
  readonly height: number
  readonly #places = new Map<string, Place>()
  readonly #order: readonly string[]

  constructor(people: readonly Participant[], events: readonly Event[]) {
    for (const { id, lines, isPerson } of people) {
      const broken = brokenUp(lines.length === 0 ? [id] : lines, 180)
      this.#places.set(id, {
        lines: broken,
        isPerson,
        width: Math.max(widest(broken) + 28, 72),
        x: 0,
      })
    }
    this.#order = people.map(({ id }) => id)
    const most = Math.max(...[...this.#places.values()].map(({ lines }) => lines.length))
    this.height = most * LINE + 22 + (people.some(({ isPerson }) => isPerson) ? 24 : 0)
    this.#spread(wishesOf(events, (id) => this.indexOf(id)))
  }

  #spread(wishes: readonly Wish[]): void {
    const widths = this.#order.map((id) => this.at(id).width)
    const gaps = widths
      .slice(1)
      .map((width, index) => Math.max(LEAST_GAP, (width + (widths[index] ?? 0)) / 2 + 24))
    for (const { from, to, width } of wishes.toSorted((a, b) => a.to - a.from - (b.to - b.from))) {
      const has = gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0)
      const more = Math.max(0, width - has) / (to - from)
      for (let gap = from; gap < to; gap++) gaps[gap] = (gaps[gap] ?? 0) + more
    }
    let x = (widths[0] ?? 0) / 2
    this.#order.forEach((id, index) => {
      this.at(id).x = x
      x += gaps[index] ?? 0
    })
  }

  at(id: string): Place {
    return this.#places.get(id) ?? { lines: [id], isPerson: false, width: 0, x: 0 }
  }

  indexOf(id: string): number {
    return this.#order.indexOf(id)
  }

  get all(): readonly Place[] {
    return [...this.#places.values()]
  }

  get entries(): readonly (readonly [id: string, place: Place])[] {
    return [...this.#places]
  }
}

/** How far apart two of them want to be. */
interface Wish {
  readonly from: number
  readonly to: number
  readonly width: number
}

function wishesOf(events: readonly Event[], indexOf: (id: string) => number): readonly Wish[] {
  return events.flatMap((event): readonly Wish[] => {
    if (event.is === 'frame') return event.parts.flatMap((one) => wishesOf(one.events, indexOf))
    if (event.is !== 'message' && event.is !== 'note') return []
    const at = (event.is === 'message' ? [event.from, event.to] : event.ids).map(indexOf)
    const [from, to] = [Math.min(...at), Math.max(...at)]
    const width = widest(brokenUp(event.lines)) + 32
    if (from < to) return [{ from, to, width }]
    if (event.is === 'message') return [{ from, to: from + 1, width: width + 40 }]
    if (event.side === 'left')
      return from === 0 ? [] : [{ from: from - 1, to: from, width: width + 16 }]
    if (event.side === 'right') return [{ from, to: from + 1, width: width + 16 }]
    const half = width / 2 + 16
    return [
      { from, to: from + 1, width: half },
      ...(from === 0 ? [] : [{ from: from - 1, to: from, width: half }]),
    ]
  })
}
