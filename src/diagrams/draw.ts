// From the source of a diagram to its drawing: which program draws it, and what is said of those that none can draw.
import { flowchartOfRequirements, flowchartOfServices } from './boxes.ts'
import { C4, flowchartOfC4 } from './c4.ts'
import { type Chart, drawChart } from './charts/chart.ts'
import { MOST_CROSSINGS, MOST_EDGES, crossingsOf, graphEdges } from './edges.ts'
import { GRAPH_COLORS, drawGraph } from './graphviz.ts'
import { MERMAID_COLORS, MERMAID_KINDS, drawMermaid } from './mermaid.ts'
import { mermaidOfChart } from './data-chart.ts'
import { mermaidOfFlow, mermaidOfSequence } from './older.ts'
import { type Drawing, contrastWords, readSvg } from './svg.ts'
import { takeNotes, withNotes } from './notes.ts'
import { NotDrawn } from './not-drawn.ts'

/** A drawing with what its author says of it. */
export interface DrawnDiagram extends Drawing {
  /** What kind of diagram it is: a key of the words of the page, or ''. */
  readonly kind: string
  readonly title?: string
  readonly description?: string
}

/** Kinds of Mermaid that are boxes and arrows: how they begin, and how they are said as flowcharts. */
const AS_FLOWCHARTS: readonly (readonly [begin: RegExp, say: (source: string) => string])[] = [
  [C4, flowchartOfC4],
  [/^requirementDiagram\b/, flowchartOfRequirements],
  [/^architecture(?:-beta)?\b/, flowchartOfServices],
]

/** Kinds whose notes the library passes over. */
const NOTED = new Set(['class', 'state'])

const GRAPHS = new Set(['dot', 'graphviz', 'viz', 'gv'])
/** Drawn by a program that needs Java. */
const SHOWN = new Set(['plantuml', 'puml', 'uml'])
/** What plugins of old books drew, and how it is said in Mermaid. */
const OLDER: ReadonlyMap<string, (source: string) => string> = new Map([
  ['sequence', mermaidOfSequence],
  ['flow', mermaidOfFlow],
  ['chart', mermaidOfChart],
])
/** More than anybody can look at, and minutes of work. */
const LONGEST = 30_000
const MOST_LINES = 600

/** Is a block of code in this language a diagram? */
export function isDiagram(language: string): boolean {
  const name = language.toLowerCase()
  return name === 'mermaid' || GRAPHS.has(name) || SHOWN.has(name) || OLDER.has(name)
}

/** The drawing of a diagram. Throws with a reason when there is none. */
export function drawDiagram(language: string, source: string, prefix: string): DrawnDiagram {
  const name = language.toLowerCase()
  if (SHOWN.has(name)) throw new NotDrawn({ case: 'needs-java' })
  if (source.length > LONGEST || source.split('\n').length > MOST_LINES)
    throw new NotDrawn({ case: 'long-diagram' })
  if (GRAPHS.has(name)) {
    if (graphEdges(source) > MOST_EDGES) throw new NotDrawn({ case: 'too-many-edges' })
    const drawing = readSvg(drawGraph(source), { palette: GRAPH_COLORS, prefix })
    return finished(drawing, { kind: 'graph' })
  }
  const spaced = singleSpaced(source)
  const { svg, ...said } = chartOf(OLDER.get(name)?.(spaced) ?? spaced)
  return finished(readSvg(svg, { palette: MERMAID_COLORS, prefix }), said)
}

/** More than any line is indented. */
const DEEPEST = 200

/**
 * No drawing shows more than one space, and to look for a name between thousands takes minutes: what reads lines, ours and
 * the library, tries each of them as the end of each part.
 */
function singleSpaced(source: string): string {
  return source
    .split('\n')
    .map((line) => {
      const words = line.trim()
      const indent = line.slice(0, Math.min(line.indexOf(words), DEEPEST))
      return indent + words.replaceAll(/(?<=\S)\s{2,}/g, ' ')
    })
    .join('\n')
}

/** The drawing of a source of Mermaid, by the library or by a chart of our own. */
function chartOf(source: string): Chart & { readonly description?: string } {
  const { body: written, ...said } = readMermaid(source)
  const say = AS_FLOWCHARTS.find(([begin]) => begin.test(written))?.[1]
  const body = say?.(written) ?? written
  if (!/^sequence/i.test(body) && crossingsOf(body) > MOST_CROSSINGS)
    throw new NotDrawn({ case: 'too-many-edges' })
  const kind = MERMAID_KINDS.find(([, begin]) => begin.test(body))?.[0]
  if (kind === undefined) return { ...drawChart(body), ...said }
  const { source: drawn, notes } = NOTED.has(kind) ? takeNotes(body) : { source: body, notes: [] }
  const svg = withNotes(drawMermaid(kind, drawn), notes)
  return { svg, kind, ...(say && titleIn(written)), ...said }
}

function finished(
  drawing: Drawing | undefined,
  said: Pick<DrawnDiagram, 'kind' | 'title' | 'description'>,
): DrawnDiagram {
  if (drawing === undefined || drawing.words.length === 0)
    throw new NotDrawn({ case: 'nothing-to-draw' })
  contrastWords(drawing.svg)
  return { ...drawing, ...said }
}

/** A line of its own, in kinds that have one. */
function titleIn(source: string): { readonly title?: string } {
  const title = /^[ \t]*title[ \t]+(.+)$/m.exec(source)?.[1]?.trim()
  return title === undefined ? {} : { title }
}

interface Mermaid {
  readonly body: string
  readonly title?: string
  readonly description?: string
}

/** A source without front matter, settings and remarks, and what it says of itself for those who do not see it. */
function readMermaid(source: string): Mermaid {
  const front = /^\s*---[ \t]*\n([^]*?)\n[ \t]*---[ \t]*\n/.exec(source)
  const rest = (front === null ? source : source.slice(front[0].length))
    .replaceAll(/%%\{[^]*?\}%%/g, '')
    .replaceAll(/^[ \t]*%%.*$/gm, '')
  const title =
    /^[ \t]*title:[ \t]*["']?(.*?)["']?[ \t]*$/m.exec(front?.[1] ?? '')?.[1] ??
    /^[ \t]*accTitle[ \t]*:[ \t]*(.*)$/m.exec(rest)?.[1]
  const description = /^[ \t]*accDescr[ \t]*(?::[ \t]*(.*)$|\{([^}]*)\})/m
    .exec(rest)
    ?.slice(1)
    .find(Boolean)
  const body = rest
    .replaceAll(/^[ \t]*acc(?:Title[ \t]*:.*|Descr[ \t]*(?::.*|\{[^}]*\}))$/gm, '')
    .trim()
  return {
    body,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  }
}
