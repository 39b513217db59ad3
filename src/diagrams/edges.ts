// How many edges a diagram has. One line names them by the million: `a & b & c --> d & e & f` and `{a b c} -> {d e f}` join
// each with each, and the time of those who draw them
// grows faster than that.

/** Edges of a graph: more than anybody can follow. */
export const MOST_EDGES = 2000
/** Edges of a diagram of Mermaid beyond those that a tree of its nodes has: its layout takes the cube of them. */
export const MOST_CROSSINGS = 200

/** How many more edges than nodes the text of a diagram of Mermaid has; an upper bound. */
export function crossingsOf(source: string): number {
  const nodes = new Set<string>()
  let edges = 0
  for (const statement of source.split(/[\n;]/)) {
    const groups = statement.split(LINK).map((group) => group.split('&'))
    if (groups.length < 2) continue
    edges += joined(groups.map(({ length }) => length))
    for (const node of groups.flat()) nodes.add(/[\p{L}\p{N}_.]+/u.exec(node)?.[0] ?? '')
  }
  return edges - nodes.size
}

/** A line between nodes, with any ends. */
const LINK = /[<xo]?(?:--+|==+|-\.+-?|~~~+)[>xo]?/

/** Each of a group with each of the next. */
function joined(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, size, index) => sum + size * (sizes[index] ?? 0), 0)
}

/** What stands between braces in the text of a graph, while it is read. */
interface Group {
  /** Nodes that it names. */
  nodes: number
  /** The numbers of nodes that a chain of edges joins. */
  chain: number[]
  /** What was named last is joined with what comes. */
  isOpen: boolean
  readonly name: string | undefined
}

/** The way through the text of a graph. */
interface Reading {
  edges: number
  readonly open: Group[]
  readonly named: Map<string, number>
  /** The name of a subgraph that begins; '' before it is known. */
  subgraph: string | undefined
}

const TOKEN =
  /"(?:[^"\\]|\\.)*"|\/\*[^]*?\*\/|\/\/.*|^#.*|\[(?:"(?:[^"\\]|\\.)*"|[^\]"])*\]|->|--|[{};,=]|[^\s{};,=[\]"]+?(?=->|--|[\s{};,=[\]"]|$)/gm

/** How many edges the text of a graph in the language of Graphviz has; an upper bound. */
export function graphEdges(source: string): number {
  const reading: Reading = { edges: 0, open: [], named: new Map(), subgraph: undefined }
  begin(reading)
  for (const [token] of source.matchAll(TOKEN)) {
    const group = reading.open.at(-1)
    if (group === undefined) break
    if (token === 'subgraph') reading.subgraph = ''
    else if (token === '{') begin(reading)
    else if (token === '}') close(reading, group)
    else if (token === '->' || token === '--') group.isOpen = true
    else if (token === ';' || token === ',') end(reading, group)
    else if (!/^(?:\[|\/[/*]|#|=)/.test(token)) name(reading, group, token)
  }
  for (const group of reading.open) end(reading, group)
  return reading.edges
}

function begin(reading: Reading): void {
  reading.open.push({ nodes: 0, chain: [], isOpen: false, name: reading.subgraph })
  reading.subgraph = undefined
}

function close(reading: Reading, group: Group): void {
  end(reading, group)
  reading.open.pop()
  if (group.name) reading.named.set(group.name, group.nodes)
  const outer = reading.open.at(-1)
  if (outer !== undefined) add(reading, outer, group.nodes)
}

/** A node, or the name of a subgraph: it stands for what that held. */
function name(reading: Reading, group: Group, token: string): void {
  const isSubgraph = reading.subgraph === ''
  reading.subgraph = isSubgraph ? token : undefined
  const nodes = isSubgraph ? reading.named.get(token) : 1
  if (nodes !== undefined) add(reading, group, nodes)
}

function add(reading: Reading, group: Group, nodes: number): void {
  if (!group.isOpen) end(reading, group)
  group.chain.push(nodes)
  group.nodes += nodes
  group.isOpen = false
}

/** Ends a chain of edges. */
function end(reading: Reading, group: Group): void {
  reading.edges += joined(group.chain)
  group.chain = []
  group.isOpen = false
}
