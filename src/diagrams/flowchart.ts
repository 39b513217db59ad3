// Flowcharts as people write them, in the strict form that the library reads: a statement a line, names of Latin letters,
// labels in quotes, space around arrows.

import { widthOf, wrapped } from './charts/draw-svg.ts'
import { hidden } from './signs.ts'
import { noSense } from './not-drawn.ts'

/** What a piece of a statement says of a node. */
interface NodeText {
  readonly id: string
  readonly written: string
}

const SHAPES: readonly (readonly [open: string, close: string])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['[/', '\\]'],
  ['[/', '/]'],
  ['[\\', '/]'],
  ['[\\', '\\]'],
  ['{{', '}}'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['>', ']'],
]
const LEANING: { readonly [shape: string]: string } = { '[//]': '\\]', '[\\\\]': '/]' }
const ID = /^\s*([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.:/]|-(?=[\p{L}\p{N}_]))*)/u
const PLAIN = /^\s*([<xo]?)(-{2,}|={2,}|-\.+-|~{3,})(>|[xo](?=[\s|\p{Lu}]))?(?:\s*\|([^|]*)\|)?/u
const WORDED =
  /^\s*([<xo]?)(--|==|-\.)(?![->=.])\s*(?:"([^"]*)"|(.+?))\s*(-{2,}|={2,}|\.+-)(>|[xo](?=[\s|\p{Lu}]))?/u

/** A node in a line, before it is known how it is written; by signs of the private part of Unicode. */
const NODE = /\ue020(\w+)\ue021/g

class Flowchart {
  readonly #ids = new Map<string, string>()
  /** What is written of each node, once all of it is read: its shape may be told behind the first arrow to it. */
  readonly #texts = new Map<string, string>()
  readonly #lines: string[] = []

  /** The lines; each node is written out where it stands first. */
  lines(): readonly string[] {
    const shown = new Set<string>()
    return this.#lines.map((line) =>
      line.replaceAll(NODE, (_, name: string) => {
        const isShown = shown.has(name)
        shown.add(name)
        return isShown ? name : name + (this.#texts.get(name) ?? '')
      }),
    )
  }

  statement(text: string): void {
    const line = text.trim()
    if (line === '' || /^(?:click|linkStyle|href|accTitle|accDescr)\b/.test(line)) return
    const group = /^subgraph\b\s*(.*)$/.exec(line)
    if (group !== null) this.#group(group[1] ?? '')
    else if (/^(?:end|direction\s+\w+)$/.test(line)) this.#lines.push(line)
    else if (/^(?:classDef|class|style)\b/.test(line)) this.#look(line)
    else this.#chain(line)
  }

  #group(written: string): void {
    const [, id = '', title] = /^([^\s["]*)\s*(?:\["?(.*?)"?\])?$/.exec(written) ?? []
    const name = title ?? (id === '' || written.includes(' ') ? written.replaceAll('"', '') : id)
    this.#lines.push(`subgraph ${this.#name(id === '' ? written : id)} [${label(name)}]`)
  }

  /** Names in lists of styles are the author's. */
  #look(line: string): void {
    const [, command = '', names = '', rest = ''] = /^(\w+)\s+(\S+)\s*(.*)$/.exec(line) ?? []
    const known =
      command === 'classDef'
        ? names
        : names
            .split(',')
            .map((name) => this.#name(name))
            .join(',')
    this.#lines.push(`${command} ${known} ${rest.replace(/;$/, '')}`)
  }

  #name(id: string): string {
    const before = this.#ids.get(id)
    if (before !== undefined) return before
    const name = `n${this.#ids.size}`
    this.#ids.set(id, name)
    return name
  }

  #chain(line: string): void {
    let [nodes, rest] = this.#nodes(line)
    if (nodes.length === 0) throw noSense(line)
    if (rest.trim() === '') this.#lines.push(...nodes.map(({ written }) => written))
    while (rest.trim() !== '') {
      const link = linkOf(rest)
      if (link === undefined) throw noSense(rest.trim())
      const [next, after] = this.#nodes(rest.slice(link.length))
      if (next.length === 0) throw noSense(rest.trim())
      for (const from of nodes)
        for (const to of next)
          if (link.arrow === '') this.#lines.push(from.written, to.written)
          else this.#lines.push(`${from.written} ${link.arrow} ${to.written}`)
      nodes = next.map(({ id }) => ({ id, written: id }))
      rest = after
    }
  }

  /** Nodes with `&` between them. */
  #nodes(text: string): [nodes: readonly NodeText[], rest: string] {
    const nodes: NodeText[] = []
    let rest = text
    for (;;) {
      const [, id] = ID.exec(rest) ?? []
      if (id === undefined) return [nodes, rest]
      rest = rest.slice(rest.indexOf(id) + id.length)
      const [node, after] = this.#node(id.replace(/:::?.*$/, ''), rest)
      const named = /^:::([\w-]+)/.exec(after) ?? /^:::([\w-]+)/.exec(id.slice(id.search(/:::|$/)))
      nodes.push(named === null ? node : { ...node, written: `${node.written}:::${named[1]}` })
      rest = after.replace(/^:::[\w-]+/, '')
      const more = /^\s*&/.exec(rest)
      if (more === null) return [nodes, rest]
      rest = rest.slice(more[0].length)
    }
  }

  #node(id: string, text: string): readonly [NodeText, string] {
    const name = this.#name(id)
    const node = { id: name, written: `\ue020${name}\ue021` }
    const written = /^@\{([^}]*)\}/.exec(text)
    if (written !== null) {
      const said = /\blabel\s*:\s*"?([^",}]*)/.exec(written[1] ?? '')?.[1] ?? id
      this.#texts.set(name, `[${label(said)}]`)
      return [node, text.slice(written[0].length)]
    }
    const shape = shapeOf(text)
    if (shape === undefined) {
      if (!this.#texts.has(name)) this.#texts.set(name, `[${label(id)}]`)
      return [node, text]
    }
    const { open, content, length } = shape
    // The library leans nothing, and what leans is near enough to a trapezoid.
    const close = LEANING[open + shape.close] ?? shape.close
    this.#texts.set(name, `${open}${label(content)}${close}`)
    return [node, text.slice(length)]
  }
}

interface Shape {
  readonly open: string
  readonly close: string
  readonly content: string
  readonly length: number
}

/** The shape that a text begins with; of those that begin alike, the one that ends first. */
function shapeOf(text: string): Shape | undefined {
  const begun = SHAPES.filter(([open]) => text.startsWith(open))
  const longest = Math.max(...begun.map(([open]) => open.length))
  const found = begun.flatMap((shape) => closed(text, shape) ?? [])
  const likely = found.filter(({ open }) => open.length === longest)
  return (likely.length > 0 ? likely : found).toSorted((one, other) => one.length - other.length)[0]
}

function closed(text: string, [open, close]: readonly [string, string]): Shape | undefined {
  const quoted = /^\s*"([^"]*)"\s*/.exec(text.slice(open.length))
  const from = open.length + (quoted?.[0].length ?? 0)
  const end = text.indexOf(close, from)
  if (end < 0 || (quoted !== null && end !== from)) return undefined
  const content = quoted?.[1] ?? text.slice(open.length, end)
  return { open, close, content, length: end + close.length }
}

/** An arrow as the library writes it; '' for one that is not to be seen. */
interface Link {
  readonly arrow: string
  readonly length: number
}

function linkOf(text: string): Link | undefined {
  return plainLink(text) ?? wordedLink(text)
}

function plainLink(text: string): Link | undefined {
  const [whole = '', begin = '', stroke = '', end = '', said] = PLAIN.exec(text) ?? []
  // Two strokes and no head begin a text.
  if (end === '' && stroke.length < 3) return undefined
  if (stroke.startsWith('~')) return { arrow: '', length: whole.length }
  return { arrow: arrowOf(begin, stroke, end) + worded(said), length: whole.length }
}

function wordedLink(text: string): Link | undefined {
  const [whole, begin = '', stroke = '', quoted, bare, , end = ''] = WORDED.exec(text) ?? []
  if (whole === undefined) return undefined
  return { arrow: arrowOf(begin, stroke, end) + worded(quoted ?? bare), length: whole.length }
}

function worded(said: string | undefined): string {
  const text = said === undefined ? '' : inLines(clean(said.replace(/^\s*"([^]*)"\s*$/, '$1')))
  return text === '' ? '' : `|${text.replaceAll('|', '/')}|`
}

function arrowOf(begin: string, stroke: string, end: string): string {
  const head = end === '' ? '' : '>'
  const tail = begin === '<' ? '<' : ''
  if (stroke.startsWith('=')) return `${tail}${head === '' ? '===' : '==>'}`
  if (stroke.startsWith('-.')) return `${tail}${head === '' ? '-.-' : '-.->'}`
  return `${tail}${head === '' ? '---' : '-->'}`
}

/** Words of a label, of which the library takes no quotes and no brackets. */
function label(written: string): string {
  return `"${inLines(clean(written))}"`
}

/** Mermaid breaks what is wider than this. */
const WIDEST = 200

function inLines(text: string): string {
  return text
    .split('<br/>')
    .flatMap((line) => (widthOf(line) > WIDEST * 1.2 ? wrapped(line, WIDEST) : [line]))
    .join('<br/>')
}

/** Text without marks of HTML and Markdown; a line break stays one. */
export function clean(written: string): string {
  return written
    .replaceAll(/<br\s*\/?>|\\n/gi, '\u0001')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/^\s*"?`|`"?\s*$/g, '')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/#quot;|&quot;/g, '"')
    .replaceAll(/&lt;|#lt;/g, '<')
    .replaceAll(/&gt;|#gt;/g, '>')
    .replaceAll(/&amp;|#amp;/g, '&')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/["[\]{}]/g, hidden)
    .replaceAll(/[<>]/g, hidden)
    .replaceAll('\u0001', '<br/>')
    .trim()
}

/** A flowchart in the form that the library reads. Throws with what it cannot make sense of. */
export function strictFlowchart(source: string): string {
  const [first = '', ...rest] = source.split('\n')
  const [, , direction = 'TD', behind = ''] =
    /^\s*(graph|flowchart(?:-elk)?)\s*(TB|TD|BT|LR|RL)?\s*;?(.*)$/.exec(first) ?? []
  const chart = new Flowchart()
  for (const line of [behind, ...rest])
    for (const statement of statementsOf(line)) chart.statement(statement)
  return [`flowchart ${direction}`, ...chart.lines()].join('\n')
}

/** A semicolon ends a statement, outside of quotes and brackets. */
function statementsOf(line: string): readonly string[] {
  return line.match(/(?:"[^"]*"|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|\|[^|]*\||[^;])+/g) ?? []
}
