// `kanban`: columns of cards.
import { NotDrawn } from '../not-drawn.ts'
import { box, drawing, part, shape, text, wrapped } from './draw-svg.ts'

const COLUMN = 180
const INSIDE = COLUMN - 44
const LINE = 16

interface Column {
  readonly name: string
  readonly cards: (readonly string[])[]
}

/** Draws a board; what is indented below a column is a card of it. */
export function drawKanban(lines: readonly string[]): string {
  const columns = columnsOf(lines)
  if (columns.length === 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const heads = columns.map(({ name }) => wrapped(name, COLUMN - 24))
  const top = 20 + Math.max(...heads.map(({ length }) => length)) * LINE
  const bottoms: number[] = []
  const parts = columns.flatMap(({ cards }, index) => {
    const x = 8 + index * COLUMN
    let y = top + 8
    const drawn = cards.map((card) => {
      const height = card.length * LINE + 16
      const place = { x: x + 8, y, width: COLUMN - 28, height }
      y += height + 8
      return box(card, place, { stroke: part(index) })
    })
    bottoms.push(y)
    const head = (heads[index] ?? []).map((line, row) =>
      text(line, { x: x + 12, y: 24 + row * LINE, 'font-weight': 700 }),
    )
    return [...head, ...drawn]
  })
  const bottom = Math.max(...bottoms, top + 24)
  const grounds = columns.map((_, index) =>
    shape('rect', {
      x: 8 + index * COLUMN,
      y: 4,
      width: COLUMN - 12,
      height: bottom - 4,
      rx: 6,
      fill: 'var(--_group-fill)',
      stroke: part(index),
    }),
  )
  return drawing(4 + columns.length * COLUMN, bottom + 8, [...grounds, ...parts])
}

function columnsOf(lines: readonly string[]): readonly Column[] {
  const written = lines.slice(1).filter((line) => line.trim() !== '')
  const least = Math.min(...written.map(indentOf))
  const columns: Column[] = []
  for (const line of written) {
    const [, name = '', facts = ''] = /^\s*(.*?)\s*(?:@\{(.*)\})?\s*$/.exec(line) ?? []
    if (indentOf(line) === least) columns.push({ name: titleOf(name), cards: [] })
    else columns.at(-1)?.cards.push([...wrapped(titleOf(name), INSIDE), ...factsOf(facts)])
  }
  return columns
}

function indentOf(line: string): number {
  return line.search(/\S/)
}

/** `id[Words]`, or the words alone. */
function titleOf(written: string): string {
  return /^[\w-]*\[\s*"?(.*?)"?\s*\]$/.exec(written)?.[1] ?? written
}

/** `assigned: 'Li', ticket: G-1, priority: 'High'` in a line of their own. */
function factsOf(written: string): readonly string[] {
  const values = [...written.matchAll(/(\w+)\s*:\s*(?:'([^']*)'|"([^"]*)"|([^,]*))/g)].map(
    ([, , one, other, bare]) => (one ?? other ?? bare ?? '').trim(),
  )
  return values.length === 0 ? [] : wrapped(values.join(' · '), INSIDE)
}
