// The only door to the library that draws diagrams of Mermaid. It is loaded with the first of a build.
import { NotLoaded } from '../core/not-loaded.ts'
import { strictClasses } from './classes.ts'
import { strictEntities } from './entities.ts'
import { strictFlowchart } from './flowchart.ts'
import { NotDrawn } from './not-drawn.ts'

interface Library {
  renderMermaidSVG(source: string, options: object): string
}

/** `null` when it was left out when handbook was installed. */
let library: Library | null | undefined

async function loadMermaid(): Promise<void> {
  library ??= (await import('beautiful-mermaid').catch(() => null)) as Library | null
}

/** What the colors of the library are in the theme. */
export const MERMAID_COLORS: { readonly [color: string]: string } = {
  'var(--bg)': 'page',
  'var(--fg)': 'text',
  'var(--_text)': 'text',
  'var(--_text-sec)': 'text',
  'var(--_text-muted)': 'soft',
  'var(--_text-faint)': 'soft',
  'var(--_line)': 'line',
  'var(--_arrow)': 'line',
  'var(--_node-fill)': 'box',
  'var(--_node-stroke)': 'edge',
  'var(--_group-fill)': 'group',
  'var(--_group-hdr)': 'head',
  'var(--_inner-stroke)': 'hair',
  'var(--_key-badge)': 'head',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((part) => [`var(--s${part})`, `s${part}`])),
}

/** Kinds that the library draws, by how their source begins. */
export const MERMAID_KINDS: readonly (readonly [kind: string, begin: RegExp])[] = [
  ['flowchart', /^(?:graph|flowchart)\b/],
  ['class', /^classDiagram\b/],
  ['entities', /^erDiagram\b/],
  ['state', /^stateDiagram\b/],
]

/** The SVG of a diagram without front matter and remarks. Throws when the library cannot read it. */
export function drawMermaid(kind: string, source: string): string {
  if (library === undefined) throw new NotLoaded(loadMermaid)
  if (library === null) throw new NotDrawn({ case: 'not-installed', name: 'beautiful-mermaid' })
  const options = { transparent: true, padding: 8, font: 'Inter' }
  const svg = library.renderMermaidSVG(strict(kind, source), options)
  return withFirstHeads(svg).replaceAll(/<text[^>]*>\(no attributes\)<\/text>/g, '')
}

/** The head at the beginning of an arrow is drawn as it points; the library turns it once more, into its node. */
function withFirstHeads(svg: string): string {
  return svg
    .replaceAll(/(<marker id="arrowhead-start[^>]*\borient=")auto-start-reverse"/g, '$1auto"')
    .replaceAll(/(<marker id="cls-(?:composition|aggregation)"[^>]*\brefX=")0"/g, '$112"')
}

/** The source as the library wants it. */
function strict(kind: string, source: string): string {
  if (kind === 'flowchart') return strictFlowchart(source)
  if (kind === 'state') return strictStates(source)
  if (kind === 'entities') return strictEntities(source)
  return kind === 'class' ? strictClasses(source) : source
}

/** What stands in the place of the name where ways part and meet. */
const SIGNS: { readonly [kind: string]: string } = { choice: '◇', fork: '━━━', join: '━━━' }

function strictStates(source: string): string {
  const named = source.replaceAll(
    /^([ \t]*state[ \t]+)(\w+)[ \t]*(?:<<|\[\[)(choice|fork|join)(?:>>|\]\])/gm,
    (_, state: string, name: string, kind: string) => `${state}"${SIGNS[kind] ?? ''}" as ${name}`,
  )
  return stateNames(named.replaceAll(/[ \t]*-->[ \t]*/g, ' --> '))
}

const STATE =
  /^([ \t]*)([\p{L}_][\p{L}\p{M}\p{N}_]*)(?=[ \t]*(?:-->|:))|(?<=-->[ \t]*)([\p{L}_][\p{L}\p{M}\p{N}_]*)/gmu

/** States whose names are not of Latin letters get such names, and keep theirs as labels. */
function stateNames(source: string): string {
  const names = new Map<string, string>()
  const renamed = source.replaceAll(STATE, (whole, before = '', left = '', right = '') => {
    const name = left + right
    if (/^\w+$/.test(name)) return whole
    const known = names.get(name) ?? `s_${names.size}`
    names.set(name, known)
    return `${before}${known}`
  })
  if (names.size === 0) return source
  const [first = '', ...rest] = renamed.split('\n')
  return [first, ...[...names].map(([name, id]) => `state "${name}" as ${id}`), ...rest].join('\n')
}
