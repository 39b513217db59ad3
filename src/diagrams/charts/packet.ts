// `packet`: the fields of a packet in rows of 32 bits.
import { NotDrawn, noSense } from '../not-drawn.ts'
import { box, drawing, text, widthOf, wrapped } from './draw-svg.ts'

const ROW_BITS = 32
const BIT = 26
const HEIGHT = 40
const ROW = HEIGHT + 20

interface Field {
  readonly from: number
  readonly to: number
  readonly name: string
}

/** Draws fields one after the other; one that does not fit into a row goes on in the next. */
export function drawPacket(lines: readonly string[]): string {
  const fields = fieldsOf(lines)
  const last = fields.at(-1)
  if (last === undefined) throw new NotDrawn({ case: 'nothing-to-draw' })
  if (last.to > 4096) throw new NotDrawn({ case: 'long-diagram' })
  const parts = fields.flatMap(piecesOf).map((field) => piece(field))
  const rows = Math.floor(last.to / ROW_BITS) + 1
  return drawing(16 + Math.min(last.to + 1, ROW_BITS) * BIT, 8 + rows * ROW, parts)
}

/** `0-15: "Port"`, `16: "Flag"`, `+8: "Type"`. */
function fieldsOf(lines: readonly string[]): readonly Field[] {
  const fields: Field[] = []
  for (const line of lines)
    if (!/^(?:packet|title)\b/.test(line)) fields.push(fieldOf(line, (fields.at(-1)?.to ?? -1) + 1))
  return fields
}

function fieldOf(line: string, next: number): Field {
  const found = /^(\+)?(\d+)(?:\s*-\s*(\d+))?\s*:\s*"?(.*?)"?$/.exec(line)
  if (found === null) throw noSense(line)
  const [, plus, begin = '', end = begin, name = ''] = found
  const field =
    plus === undefined
      ? { from: Number(begin), to: Number(end), name }
      : { from: next, to: next + Number(begin) - 1, name }
  if (field.to < field.from) throw noSense(line)
  return field
}

function piecesOf({ from, to, name }: Field): readonly Field[] {
  const pieces: Field[] = []
  for (let begin = from; begin <= to;) {
    const end = Math.min(to, begin - (begin % ROW_BITS) + ROW_BITS - 1)
    pieces.push({ from: begin, to: end, name })
    begin = end + 1
  }
  return pieces
}

function piece({ from, to, name }: Field): string {
  const x = 8 + (from % ROW_BITS) * BIT
  const y = 22 + Math.floor(from / ROW_BITS) * ROW
  const width = (to - from + 1) * BIT
  const bit = { y: y - 5, 'font-size': 10, fill: 'var(--_text-muted)' }
  const numbers =
    from === to
      ? [text(String(from), { x: x + width / 2, 'text-anchor': 'middle', ...bit })]
      : [
          text(String(from), { x: x + 2, ...bit }),
          text(String(to), { x: x + width - 2, 'text-anchor': 'end', ...bit }),
        ]
  const size = widthOf(name) > width * 2 ? 10 : 13
  const words = wrapped(name, Math.max(width - 6, 20), size).slice(0, 2)
  return numbers.join('') + box(words, { x, y, width, height: HEIGHT }, { rx: 0 })
}
