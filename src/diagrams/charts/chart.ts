// Charts of Mermaid that no library draws without a browser, drawn here.
import { drawBlocks } from './block.ts'
import { drawGantt } from './gantt.ts'
import { drawGit } from './git.ts'
import { drawKanban } from './kanban.ts'
import { drawMindmap } from './mindmap.ts'
import { drawPacket } from './packet.ts'
import { drawPie } from './pie.ts'
import { drawQuadrants } from './quadrant.ts'
import { drawRadar } from './radar.ts'
import { drawSankey } from './sankey.ts'
import { drawSequence } from '../sequence/draw.ts'
import { drawTreemap } from './treemap.ts'
import { drawXy } from './xy.ts'
import { drawJourney, drawTimeline } from './timeline.ts'
import { NotDrawn } from '../not-drawn.ts'

/** A drawing in the colors that `mermaid.ts` names. */
export interface Chart {
  readonly svg: string
  readonly kind: string
  readonly title?: string
}

const CHARTS: { readonly [kind: string]: (lines: readonly string[]) => string } = {
  pie: drawPie,
  gantt: drawGantt,
  timeline: drawTimeline,
  journey: drawJourney,
  gitGraph: drawGit,
  quadrantChart: drawQuadrants,
  xychart: drawXy,
  'xychart-beta': drawXy,
  sankey: drawSankey,
  'sankey-beta': drawSankey,
  block: drawBlocks,
  'block-beta': drawBlocks,
  packet: drawPacket,
  'packet-beta': drawPacket,
  sequenceDiagram: drawSequence,
  radar: drawRadar,
  'radar-beta': drawRadar,
}

/** The chart of a source. Throws when nobody here can draw it. */
export function drawChart(source: string): Chart {
  const [kind = ''] = /^[\w-]+/.exec(source) ?? []
  // Of these, the indent of a line says what it belongs to.
  if (kind === 'mindmap') return { kind, svg: drawMindmap(source.split('\n')) }
  if (kind === 'treemap' || kind === 'treemap-beta')
    return { kind, svg: drawTreemap(source.split('\n')) }
  if (kind === 'kanban') return { kind, svg: drawKanban(source.split('\n')) }
  const draw = Object.hasOwn(CHARTS, kind) ? CHARTS[kind] : undefined
  if (draw === undefined) throw new NotDrawn({ case: 'unknown-diagram', kind })
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const title = /^[ \t]*(?:pie[^\n]*?\s)?title\s+(.+)$/m
    .exec(source)?.[1]
    ?.trim()
    .replace(/^"(.*)"$/, '$1')
  return { kind, svg: draw(lines), ...(title === undefined ? {} : { title }) }
}
