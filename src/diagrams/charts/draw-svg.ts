// Shapes of charts as SVG, in the names of colors that `mermaid.ts` knows.
import { escapeHtml } from '../../core/html.ts'

/** Attributes of a shape. */
export type Look = { readonly [name: string]: string | number }

/** A shape without content. */
export function shape(name: string, look: Look): string {
  return `<${name}${attributes(look)}/>`
}

/** Words at a place. */
export function text(words: string, look: Look): string {
  const all = { 'font-size': 13, fill: 'var(--_text)', ...look }
  return `<text${attributes(all)}>${escapeHtml(words)}</text>`
}

/** A whole drawing. */
export function drawing(width: number, height: number, parts: readonly string[]): string {
  const [right, bottom] = [Math.ceil(width), Math.ceil(height)]
  const look = { viewBox: `0 0 ${right} ${bottom}`, width: right, height: bottom }
  return `<svg${attributes(look)}>${parts.join('')}</svg>`
}

function attributes(look: Look): string {
  return Object.entries(look)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(rounded(value)))}"`)
    .join('')
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}

/** About how wide words are. */
export function widthOf(words: string, size = 13): number {
  let width = 0
  for (const sign of words)
    width += /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(sign)
      ? 1
      : 0.62
  return width * size
}

/** The color of a part, by its number from 0. */
export function part(index: number): string {
  return `var(--s${(index % 6) + 1})`
}

/** Words in lines that are no wider than this. */
export function wrapped(words: string, width: number, size = 13): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of words.match(
    /[\u2e80-\u9fff\uac00-\ud7af]|[^\s\u2e80-\u9fff\uac00-\ud7af]+\s*|\s+/g,
  ) ?? []) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trim()]
}

/** Words in a box, centered. */
export function box(
  lines: readonly string[],
  place: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  },
  look: Look = {},
): string {
  const { x, y, width, height } = place
  const first = y + height / 2 - ((lines.length - 1) * 16) / 2
  return `<g>${[
    shape('rect', {
      x,
      y,
      width,
      height,
      rx: 5,
      fill: 'var(--_node-fill)',
      stroke: 'var(--_node-stroke)',
      ...look,
    }),
    ...lines.map((line, index) =>
      text(line, {
        x: x + width / 2,
        y: first + index * 16,
        dy: '0.35em',
        'text-anchor': 'middle',
      }),
    ),
  ].join('')}</g>`
}
