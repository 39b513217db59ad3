// Notes of class and state diagrams, which the library passes over: they stand below the drawing, each with the name of
// what it is about.
import { box, widthOf, wrapped } from './charts/draw-svg.ts'

/** A source without its notes. */
export interface Noted {
  readonly source: string
  readonly notes: readonly string[]
}

const OF_CLASS = /^\s*note\s+(?:for\s+(\S+)\s+)?"([^"]*)"\s*$/
const OF_STATE = /^\s*note\s+(?:left|right)\s+of\s+(\S+)\s*(?::\s*(.*))?$/
const END = /^\s*end\s+note\s*$/

/** Takes the notes out of a source. Those of states may have several lines. */
export function takeNotes(written: string): Noted {
  const rest: string[] = []
  const notes: string[] = []
  let open: { readonly about: string; readonly lines: string[] } | undefined
  for (const line of written.split('\n')) {
    const [, about = '', said] = OF_CLASS.exec(line) ?? OF_STATE.exec(line) ?? []
    if (open !== undefined) {
      if (END.test(line)) {
        notes.push(noteOf(open.about, open.lines.join(' ')))
        open = undefined
      } else open.lines.push(line.trim())
    } else if (said !== undefined) notes.push(noteOf(about, said))
    else if (about !== '') open = { about, lines: [] }
    else rest.push(line)
  }
  return { source: rest.join('\n'), notes: notes.filter((note) => note !== '') }
}

function noteOf(about: string, said: string): string {
  const words = said.replaceAll(/<br\s*\/?>|\\n/gi, ' ').trim()
  return about === '' || words === '' ? words : `${about}: ${words}`
}

const LINE = 16
const LEAST = 240

/** The drawing with notes below it. */
export function withNotes(svg: string, notes: readonly string[]): string {
  const [, whole, , height] = /viewBox="([\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+))"/.exec(svg) ?? []
  if (notes.length === 0 || whole === undefined) return svg
  const [left = 0, top = 0, width = 0] = whole.split(' ').map(Number)
  const inside = Math.max(width, LEAST) - 40
  let y = top + Number(height) + 8
  const drawn = notes.map((note) => {
    const lines = wrapped(note, inside)
    const widest = Math.max(...lines.map((line) => widthOf(line))) + 24
    const place = { x: left + 8, y, width: widest, height: lines.length * LINE + 12 }
    y += place.height + 8
    return box(lines, place, { fill: 'var(--_group-hdr)', 'stroke-dasharray': '4 3' })
  })
  const size = { width: Math.ceil(Math.max(width, LEAST)), height: Math.ceil(y - top) }
  return svg
    .replace(/viewBox="[^"]*"/, `viewBox="${left} ${top} ${size.width} ${size.height}"`)
    .replace(/\bwidth="[^"]*"/, `width="${size.width}"`)
    .replace(/\bheight="[^"]*"/, `height="${size.height}"`)
    .replace(/<\/svg>\s*$/, `${drawn.join('')}</svg>`)
}
