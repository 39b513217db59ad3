// C4 diagrams (people, systems, containers, components, nodes) as flowcharts: an element is a box that says what it is, a
// boundary a group, a relation an arrow with its words.
import { wrapped } from './charts/draw-svg.ts'
import { noSense } from './not-drawn.ts'

/** How such a source begins. */
export const C4: RegExp = /^C4(?:Context|Container|Component|Dynamic|Deployment)\b/

/** What is said of the look of elements, and of where they are drawn, which is decided here. */
const PASSED = /^(?:Update\w+|Lay_\w+|LAYOUT_\w+|SHOW_\w+|Add\w+|title\b|direction\b|C4\w+)/
const ELEMENT = /^(Person|System|Container|Component)(Db|Queue)?(_Ext)?$/
const BOUNDARY = /^(?:(\w+)_)?(?:Boundary)$/
const NODE = /^(?:Deployment_)?Node(?:_[LR])?$/
const RELATION = /^(Bi)?Rel(?:Index)?(?:_(\w+))?$/
/** Descriptions take several lines. */
const WIDEST = 220

const SHAPES: { readonly [kind: string]: readonly [string, string] } = {
  Person: ['([', '])'],
  Db: ['[(', ')]'],
  Queue: ['[[', ']]'],
}

interface Call {
  readonly name: string
  /** What is written by position; `$name="x"` is not. */
  readonly args: readonly string[]
  readonly named: { readonly [name: string]: string }
  readonly opens: boolean
}

/** A flowchart that says the same. Throws with a line that is none of C4. */
export function flowchartOfC4(source: string): string {
  const [, ...lines] = source.split('\n').map((line) => line.trim())
  const drawn = lines.flatMap((line) => {
    if (line === '' || line === '{' || PASSED.test(line)) return []
    if (/^\}+$/.test(line)) return line.split('').map(() => 'end')
    const call = callIn(line)
    if (call === undefined) throw noSense(line)
    return statement(call) ?? []
  })
  return ['flowchart TB', ...drawn].join('\n')
}

function statement(call: Call): string | undefined {
  const element = ELEMENT.exec(call.name)
  if (element !== null) return boxOf(call, element)
  if (BOUNDARY.test(call.name) || NODE.test(call.name)) return groupOf(call)
  const relation = RELATION.exec(call.name)
  return relation === null ? undefined : arrow(call, relation)
}

function boxOf(call: Call, [, kind = '', form = '', outside]: RegExpExecArray): string {
  const [id = '', title = id] = call.args
  const [technology, description] = factsOf(call, kind)
  const what = `${outside === undefined ? '' : 'external '}${kind.toLowerCase()}`
  const [open, close] = SHAPES[form] ?? SHAPES[kind] ?? ['[', ']']
  return `${id}${open}"${inLines(title, kindOf(what, technology), description)}"${close}`
}

/** Containers and components tell their technology before what they are for. */
function factsOf(
  { args, named }: Call,
  kind: string,
): readonly [technology: string, description: string] {
  const [, , ...rest] = args
  const [technology = '', description = ''] = kind.startsWith('Co') ? rest : ['', ...rest]
  return [named['techn'] ?? technology, named['descr'] ?? description]
}

function groupOf({ name, args, opens }: Call): string {
  const [id = '', title = id, third = ''] = args
  const of = BOUNDARY.exec(name)?.[1] ?? third
  const group = `subgraph ${id} ["${quoted(of === '' ? title : `${title} (${of.toLowerCase()})`)}"]`
  return opens ? group : `${group}\nend`
}

/** `Rel(from, to, words, technology)`; `RelIndex` has its number first, and `Rel_Back` points to where it begins. */
function arrow({ name, args, named }: Call, [, both, way]: RegExpExecArray): string {
  const [number, ...others] = name.startsWith('RelIndex') ? args : ['', ...args]
  const [from = '', to = '', words = '', technology = ''] = others
  const [begin, end] = way === 'Back' ? [to, from] : [from, to]
  const how = named['techn'] ?? technology
  const said = inLines([number, words].filter(Boolean).join(': '), how && `[${how}]`)
  return `${begin} ${both === undefined ? '-->' : '<-->'}${said && `|"${said}"|`} ${end}`
}

function kindOf(what: string, technology: string): string {
  return `[${what}${technology === '' ? '' : `: ${technology}`}]`
}

function inLines(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split(/<br\s*\/?>/i))
    .flatMap((part) => wrapped(part.trim(), WIDEST))
    .map(quoted)
    .join('<br/>')
}

function quoted(words: string): string {
  return words.replaceAll('"', "'")
}

/** `Name(a, "b, c", $d="e") {`. */
function callIn(line: string): Call | undefined {
  const [, name, inside = '', opens] = /^(\w+)\s*\((.*)\)\s*(\{)?\s*$/.exec(line) ?? []
  if (name === undefined) return undefined
  const pieces = inside.match(/(?:"[^"]*"|[^,"])+/g) ?? []
  const args: string[] = []
  const named: Record<string, string> = {}
  for (const piece of pieces) {
    const [, key, value = ''] = /^\s*\$(\w+)\s*=\s*(.*)$/.exec(piece) ?? []
    if (key === undefined) args.push(bare(piece))
    else named[key] = bare(value)
  }
  return { name, args, named, opens: opens !== undefined }
}

function bare(piece: string): string {
  return piece
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
}
