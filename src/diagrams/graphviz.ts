// The only door to Graphviz, compiled for JavaScript. It is loaded with the first graph of a build.
import { NotLoaded } from '../core/not-loaded.ts'
import { NotDrawn } from './not-drawn.ts'

interface Engine {
  renderString(source: string, options: object): string
}

/** `null` when it was left out when handbook was installed. */
let engine: Engine | null | undefined

async function loadGraphviz(): Promise<void> {
  const library = await import('@viz-js/viz').catch(() => null)
  engine ??= library && (await library.instance())
}

/** What the colors of a graph that says nothing of them are in the theme. */
export const GRAPH_COLORS: { readonly [color: string]: string } = {
  black: 'line',
  white: 'page',
  lightgrey: 'head',
  lightgray: 'head',
}

/** The SVG of a graph. Throws when it is none. */
export function drawGraph(source: string): string {
  if (engine === undefined) throw new NotLoaded(loadGraphviz)
  if (engine === null) throw new NotDrawn({ case: 'not-installed', name: '@viz-js/viz' })
  const svg = rendered(engine, source)
  // Points are not pixels of a page.
  return svg.replace(
    /(<svg )width="([\d.]+)pt" height="([\d.]+)pt"/,
    (_, begin, width, height) =>
      `${begin}width="${Math.round(Number(width) * 1.25)}" height="${Math.round(Number(height) * 1.25)}"`,
  )
}

function rendered(graphviz: Engine, source: string): string {
  try {
    return graphviz.renderString(source, {
      format: 'svg',
      engine: 'dot',
      graphAttributes: { bgcolor: 'transparent' },
      nodeAttributes: { fontname: 'Helvetica' },
      edgeAttributes: { fontname: 'Helvetica' },
    })
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : '')
  }
}

/** What Graphviz says in English, as data. */
function refusal(said: string): NotDrawn {
  const [, line, near = ''] = /^syntax error in line (\d+)(?: near '(.*)')?/.exec(said) ?? []
  if (line !== undefined) return new NotDrawn({ case: 'graph-line', line: Number(line), near })
  return new NotDrawn({ case: said === 'render failed' ? 'nothing-to-draw' : 'no-diagram' })
}
