// The source of a `block` diagram: blocks with their spans, blocks in blocks, and arrows.
import { noSense } from '../not-drawn.ts'

/** A box, or a group of them. */
export interface Block {
  readonly id: string
  readonly title: string
  /** How many columns it takes. */
  readonly span: number
  readonly form: 'plain' | 'round'
  /** Nothing is drawn here. */
  readonly isSpace: boolean
  readonly children: Block[]
  /** How many columns it has; all in one row when nobody says. */
  columns?: number
}

interface Edge {
  readonly from: string
  readonly to: string
  readonly words: string
  readonly isOneWay: boolean
}

/** What a source says. */
export interface Blocks {
  readonly blocks: readonly Block[]
  readonly columns?: number
  readonly edges: readonly Edge[]
}

const EDGE =
  /^("?[\w-]+"?)\s*(?:--\s*"([^"]*)"\s*)?(-->|---)\s*(?:\|"?([^|]*?)"?\|)?\s*("?[\w-]+"?)$/
/** A block with its label in one of the brackets, and the columns that it takes. */
const BLOCK =
  /^\s*([\p{L}\p{N}_-]+)?(?:<\["([^"]*)"\]>\([^)]*\)|([[({>/\\]+)\s*(?:"([^"]*)"|([^\])}"]*))\s*([\])}/\\]+))?(?::(\d+))?(?=\s|$)/u
const GROUP = /^block(?::([\w-]+))?(?:\["?([^"\]]*)"?\])?(?::(\d+))?$/

/** What is said of looks. */
const LOOK = /^(?:style|classDef|class|title)\s/

/** Reads the lines below the first. */
export function readBlocks(lines: readonly string[]): Blocks {
  const top: Block = blockOf('', '')
  const open: Block[] = [top]
  const edges: Edge[] = []
  for (const line of lines) {
    const inner = open.at(-1) ?? top
    const [, columns] = /^columns\s+(\d+|auto)$/.exec(line) ?? []
    const edge = EDGE.exec(line)
    if (columns !== undefined) setColumns(inner, columns)
    else if (GROUP.test(line)) open.push(groupIn(line, inner))
    else if (line === 'end') open.length = Math.max(1, open.length - 1)
    else if (edge !== null) edges.push(edgeOf(edge))
    else if (!LOOK.test(line)) inner.children.push(...blocksIn(line))
  }
  const { children: blocks, columns } = top
  return { blocks, edges, ...(columns === undefined ? {} : { columns }) }
}

function setColumns(block: Block, written: string): void {
  if (written !== 'auto') block.columns = Math.max(1, Number(written))
}

/** The group that a line begins. */
function groupIn(line: string, above: Block): Block {
  const [, id = '', title = '', span = '1'] = GROUP.exec(line) ?? []
  const made = { ...blockOf(id, title), span: spanOf(span) }
  above.children.push(made)
  return made
}

function edgeOf([, from = '', before = '', line, between = '', to = '']: RegExpExecArray): Edge {
  const [begin, end] = [from, to].map((id) => id.replaceAll('"', ''))
  return {
    from: begin ?? '',
    to: end ?? '',
    words: before === '' ? between : before,
    isOneWay: line === '-->',
  }
}

/** Wider than this is no drawing. */
const WIDEST = 64

function spanOf(written: string): number {
  return Math.min(Math.max(1, Number(written)), WIDEST)
}

function blockOf(id: string, title: string): Block {
  return { id, title, span: 1, form: 'plain', isSpace: false, children: [] }
}

function blocksIn(line: string): readonly Block[] {
  const blocks: Block[] = []
  for (let rest = line; rest.trim() !== '';) {
    const found = BLOCK.exec(rest)
    if (found === null || found[0].trim() === '') throw noSense(line)
    blocks.push(blockAs(found))
    rest = rest.slice(found[0].length)
  }
  return blocks
}

function blockAs([, id = '', pointing, open, quoted, plain, , span = '1']: RegExpExecArray): Block {
  const title = pointing ?? quoted ?? plain ?? id
  return {
    ...blockOf(id, title.replaceAll('&nbsp;', ' ').trim()),
    span: spanOf(span),
    form: open?.startsWith('(') === true ? 'round' : 'plain',
    isSpace: id === 'space' && open === undefined,
  }
}
