// `mindmap`: a tree by its indents, drawn from the left to the right.
import { box, drawing, part, shape, widthOf, wrapped } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

interface Idea {
  readonly words: readonly string[]
  readonly indent: number
  readonly children: Idea[]
}

const ROW = 40
const GAP = 36
const WIDEST = 180

/** Draws a tree of ideas. Lines keep their indents. */
export function drawMindmap(lines: readonly string[]): string {
  const root = readTree(lines)
  if (root === undefined) throw new NotDrawn({ case: 'nothing-to-draw' })
  const columns: number[] = []
  measure(root, 0, columns)
  const parts: string[] = []
  const height = place(root, { depth: 0, top: 8, branch: 0 }, columns, parts).bottom
  const width = columns.reduce((sum, one) => sum + one + GAP, 0)
  return drawing(width - GAP + 16, height + 8, parts)
}

function readTree(lines: readonly string[]): Idea | undefined {
  const open: Idea[] = []
  let root: Idea | undefined
  for (const line of lines) {
    const written = line.trim()
    if (written === '' || /^(?:mindmap\b|::icon|:::)/.test(written)) continue
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= indent) open.pop()
    const idea: Idea = { words: wrapped(wordsOf(written), WIDEST), indent, children: [] }
    open.at(-1)?.children.push(idea)
    root ??= idea
    open.push(idea)
  }
  return root
}

/** What stands in the shape, else the line. */
function wordsOf(written: string): string {
  const inside =
    /^[\w-]*(?:\(\(|\)\)|\{\{|\(|\)|\[)(.*?)(?:\)\)|\(\(|\}\}|\)|\(|\])$/.exec(written)?.[1] ??
    written
  return inside
    .replaceAll(/^["`\s]+|["`\s]+$/g, '')
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll('**', '')
}

function boxWidth({ words }: Idea): number {
  return Math.max(...words.map((line) => widthOf(line))) + 24
}

function boxHeight({ words }: Idea): number {
  return words.length * 16 + 12
}

function measure(idea: Idea, depth: number, columns: number[]): void {
  columns[depth] = Math.max(columns[depth] ?? 0, boxWidth(idea))
  for (const child of idea.children) measure(child, depth + 1, columns)
}

interface Spot {
  readonly depth: number
  readonly top: number
  readonly branch: number
}

/** Draws an idea beside its children, in their middle. */
function place(
  idea: Idea,
  { depth, top, branch }: Spot,
  columns: readonly number[],
  parts: string[],
): { readonly bottom: number; readonly middle: number } {
  const x = 8 + columns.slice(0, depth).reduce((sum, one) => sum + one + GAP, 0)
  let bottom = top
  const children = idea.children.map((child, index) => {
    const own = depth === 0 ? index : branch
    const placed = place(child, { depth: depth + 1, top: bottom, branch: own }, columns, parts)
    bottom = placed.bottom
    return { middle: placed.middle, own }
  })
  bottom = Math.max(bottom, top + Math.max(ROW, boxHeight(idea) + 8))
  const [first, last] = [children[0]?.middle, children.at(-1)?.middle]
  const middle = first === undefined || last === undefined ? (top + bottom) / 2 : (first + last) / 2
  const right = x + boxWidth(idea)
  const end = x + (columns[depth] ?? 0) + GAP
  for (const child of children) {
    const half = (right + end) / 2
    const d = `M${right} ${middle}C${half} ${middle} ${half} ${child.middle} ${end} ${child.middle}`
    parts.push(shape('path', { d, fill: 'none', stroke: part(child.own), 'stroke-width': 1.5 }))
  }
  const height = boxHeight(idea)
  const look = depth === 0 ? { 'stroke-width': 2 } : { stroke: part(branch) }
  parts.push(box(idea.words, { x, y: middle - height / 2, width: boxWidth(idea), height }, look))
  return { bottom, middle }
}
