// `pie`: parts of a whole.
import { drawing, part, shape, text, widthOf } from './draw-svg.ts'
import { NotDrawn } from '../not-drawn.ts'

const RADIUS = 110
const ROW = 26

/** Draws a pie with its legend. */
export function drawPie(lines: readonly string[]): string {
  const parts = lines.flatMap((line) => {
    const [, label = '', value = ''] = /^"([^"]*)"\s*:\s*([\d.]+)$/.exec(line) ?? []
    return value === '' ? [] : [{ label, value: Number(value) }]
  })
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  if (total <= 0) throw new NotDrawn({ case: 'nothing-to-draw' })
  const height = Math.max(RADIUS * 2, parts.length * ROW) + 16
  const center = { x: RADIUS + 8, y: height / 2 }
  const left = RADIUS * 2 + 40
  const showsValues = /\bshowData\b/.test(lines[0] ?? '')
  let before = 0
  let width = 0
  const shapes = parts.map(({ label, value }, index) => {
    const slice = sector(center, before / total, (before + value) / total, part(index))
    before += value
    const share = `${Math.round((value / total) * 1000) / 10}%`
    const words = `${label} · ${showsValues ? `${value} · ` : ''}${share}`
    width = Math.max(width, left + 24 + widthOf(words))
    const y = height / 2 + (index - (parts.length - 1) / 2) * ROW
    const sign = shape('rect', {
      x: left,
      y: y - 7,
      width: 14,
      height: 14,
      rx: 2,
      fill: part(index),
    })
    return slice + sign + text(words, { x: left + 24, y, dy: '0.35em' })
  })
  return drawing(width + 8, height, shapes)
}

function sector(
  { x, y }: { readonly x: number; readonly y: number },
  from: number,
  to: number,
  fill: string,
): string {
  const look = { fill, stroke: 'var(--bg)', 'stroke-width': 2 }
  if (to - from > 0.9999) return shape('circle', { cx: x, cy: y, r: RADIUS, ...look })
  const at = (share: number): string => {
    const angle = share * 2 * Math.PI
    return `${(x + RADIUS * Math.sin(angle)).toFixed(2)} ${(y - RADIUS * Math.cos(angle)).toFixed(2)}`
  }
  const far = to - from > 0.5 ? 1 : 0
  return shape('path', {
    d: `M${x} ${y}L${at(from)}A${RADIUS} ${RADIUS} 0 ${far} 1 ${at(to)}Z`,
    ...look,
  })
}
