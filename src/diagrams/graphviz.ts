// The only door to Graphviz, compiled for JavaScript. It is loaded with the first graph of a build.
interface Engine {
  renderString(source: string, options: object): string
}

let engine: Engine | undefined

/** Loads the engine, unless it was left out when handbook was installed. */
export async function loadGraphviz(): Promise<void> {
  if (engine !== undefined) return
  const library = await import('@viz-js/viz').catch(() => undefined)
  engine = await library?.instance()
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
  if (engine === undefined) throw new Error('the package @viz-js/viz is not installed')
  const svg = engine.renderString(source, {
    format: 'svg',
    engine: 'dot',
    graphAttributes: { bgcolor: 'transparent' },
    nodeAttributes: { fontname: 'Helvetica' },
    edgeAttributes: { fontname: 'Helvetica' },
  })
  // Points are not pixels of a page.
  return svg.replace(
    /(<svg )width="([\d.]+)pt" height="([\d.]+)pt"/,
    (_, begin, width, height) =>
      `${begin}width="${Math.round(Number(width) * 1.25)}" height="${Math.round(Number(height) * 1.25)}"`,
  )
}
