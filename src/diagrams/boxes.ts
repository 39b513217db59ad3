// Requirements, and services of an architecture, as flowcharts: both are boxes, groups and arrows.
import { wrapped } from './charts/draw-svg.ts'
import { noSense } from './not-drawn.ts'

const WIDEST = 220

const linesOf = (source: string): readonly string[] =>
  source
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Names of the source may hold anything; those of a flowchart are letters. */
class Names {
  readonly #ids = new Map<string, string>()

  of(written: string): string {
    const name = written.trim().replaceAll('"', '')
    const known = this.#ids.get(name) ?? `n${this.#ids.size}`
    this.#ids.set(name, known)
    return known
  }
}

function label(parts: readonly string[]): string {
  return parts.flatMap((part) => wrapped(part.replaceAll('"', "'"), WIDEST)).join('<br/>')
}

const BEGIN = /^(\w*[rR]equirement|element|designConstraint)\s+("[^"]*"|[^\s{:]+)(?::::?\w+)?\s*\{$/
const FACT = /^(id|text|risk|verify[mM]ethod|type|doc[rR]ef)\s*:\s*(.*?)\s*$/

/** `requirementDiagram`: what is asked for, what does it, and how they belong together. */
export function flowchartOfRequirements(source: string): string {
  const names = new Names()
  const drawn: string[] = []
  let open: { readonly id: string; readonly parts: string[] } | undefined
  for (const line of linesOf(source)) {
    const [, kind, name = ''] = BEGIN.exec(line) ?? []
    const [, key, value = ''] = FACT.exec(line) ?? []
    if (kind !== undefined)
      open = { id: names.of(name), parts: [`«${spaced(kind)}»`, name.replaceAll('"', '')] }
    else if (open !== undefined && line === '}') {
      drawn.push(`${open.id}["${label(open.parts)}"]`)
      open = undefined
    } else if (open !== undefined && key !== undefined)
      open.parts.push(`${spaced(key)}: ${value.replaceAll('"', '')}`)
    else if (!/^(?:direction|style|classDef|class)\b/.test(line)) drawn.push(relation(line, names))
  }
  return ['flowchart TB', ...drawn].join('\n')
}

function relation(line: string, names: Names): string {
  const [, from, kind, to] = /^(\S.*?)\s+-\s*(\w+)\s*->\s+(\S.*)$/.exec(line) ?? []
  if (from !== undefined && to !== undefined)
    return `${names.of(from)} -.->|${kind}| ${names.of(to)}`
  const [, end, said, begin] = /^(\S.*?)\s+<-\s*(\w+)\s*-\s+(\S.*)$/.exec(line) ?? []
  if (end === undefined || begin === undefined) throw noSense(line)
  return `${names.of(begin)} -.->|${said}| ${names.of(end)}`
}

/** `functionalRequirement` as words. */
function spaced(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

const SHAPES: { readonly [icon: string]: readonly [string, string] } = {
  database: ['[(', ')]'],
  disk: ['[(', ')]'],
  internet: ['((', '))'],
  cloud: ['([', '])'],
}
const THING =
  /^(group|service|junction)\s+([\w-]+)(?:\(([^)]*)\))?(?:\[([^\]]*)\])?(?:\s+in\s+([\w-]+))?$/
const EDGE =
  /^([\w-]+)(?:\{group\})?\s*:\s*[LRTB]\s*(<)?--(?:\[([^\]]*)\]-)?(>)?\s*[LRTB]\s*:\s*([\w-]+)(?:\{group\})?$/

interface Thing {
  readonly is: string
  readonly id: string
  readonly written: string
  readonly above: string
}

/** `architecture-beta`: services in groups, and what connects them. */
export function flowchartOfServices(source: string): string {
  const names = new Names()
  const things: Thing[] = []
  const edges: string[] = []
  for (const line of linesOf(source)) {
    const [, is, id = '', icon = '', title = id, above = ''] = THING.exec(line) ?? []
    if (is !== undefined) things.push({ is, id, above, written: shapeOf(is, icon, title) })
    else edges.push(edge(line, names))
  }
  const inside = (above: string): readonly string[] =>
    things
      .filter((thing) => thing.above === above)
      .flatMap(({ is, id, written: shown }) =>
        is === 'group'
          ? [`subgraph ${names.of(id)} ${shown}`, ...inside(id), 'end']
          : [`${names.of(id)}${shown}`],
      )
  return ['flowchart LR', ...inside(''), ...edges].join('\n')
}

function shapeOf(is: string, icon: string, title: string): string {
  if (is === 'junction') return '(("+"))'
  const [open, close] = (is === 'group' ? undefined : SHAPES[icon]) ?? ['[', ']']
  return `${open}"${label([title])}"${close}`
}

function edge(line: string, names: Names): string {
  const found = EDGE.exec(line)
  if (found === null) throw noSense(line)
  const [, from = '', back = '', said = '', on = '', to = ''] = found
  return `${names.of(from)} ${back}--${on === '' ? '-' : '>'}${said === '' ? '' : `|"${said}"|`} ${names.of(to)}`
}
