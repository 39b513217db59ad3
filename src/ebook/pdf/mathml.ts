// Formulas for Typst, from the MathML that readers of the site and of EPUBs see: what one of them shows, all do.
import { type Element, type Node, isElement, valueOf } from '../../tree/node.ts'
import { opened } from '../read/reading.ts'
import { around, part, scripts } from './math-around.ts'
import {
  isDelimiter,
  lengthOf,
  letter,
  mathWords,
  number,
  operator,
  saidIn,
  sign,
} from './math-signs.ts'
import { colorOf, styled } from './math-style.ts'
import { mathTable } from './math-tables.ts'
import { call, joined, text } from './values.ts'

/** A formula as content of Typst; undefined when nothing of it is seen. */
export function typstOfMathml(mathml: string): string | undefined {
  const said = row(elements([...opened([{ kind: 'raw', html: mathml }])]))
  return said === '[]' ? undefined : said
}

function elements(nodes: readonly Node[]): readonly Element[] {
  return nodes.filter((node): node is Element => isElement(node))
}

function partsOf({ children }: Element): readonly Element[] {
  return elements(children)
}

/** What stands in a row. Signs that grow with what they enclose make one of it. */
function row(nodes: readonly Element[]): string {
  const values: string[] = []
  for (let at = 0; at < nodes.length; at += 1) {
    const end = closing(nodes, at)
    values.push(end === undefined ? math(nodes[at]) : enclosed(nodes.slice(at, end + 1)))
    at = end ?? at
  }
  const [only, ...others] = values.filter((value) => value !== '' && value !== '[]')
  return only !== undefined && others.length === 0 ? only : joined(values)
}

/** Is this a sign that grows with what stands beside it, in that place? */
function isGrowing(node: Element | undefined, form: 'prefix' | 'postfix'): boolean {
  if (node?.name !== 'mo' || valueOf(node, 'fence') !== 'true') return false
  const isFixed = valueOf(node, 'stretchy') === 'false' || valueOf(node, 'minsize') !== undefined
  return !isFixed && (valueOf(node, 'form') ?? placeOf(saidIn(node))) === form
}

/** Brackets that say themselves where they stand. */
function placeOf(said: string): string {
  return /^\p{Ps}$/u.test(said) ? 'prefix' : /^\p{Pe}$/u.test(said) ? 'postfix' : ''
}

/** Where what begins with a sign that grows ends; undefined when nothing does. */
function closing(nodes: readonly Element[], from: number): number | undefined {
  let depth = 0
  for (let at = from; at < nodes.length; at += 1) {
    if (isGrowing(nodes[at], 'prefix')) depth += 1
    if (isGrowing(nodes[at], 'postfix')) depth -= 1
    if (depth === 0) return at > from ? at : undefined
  }
  return undefined
}

function enclosed(nodes: readonly Element[]): string {
  const values = nodes.slice(1, -1).map((node) => {
    const isMiddle = node.name === 'mo' && valueOf(node, 'fence') === 'true'
    return isMiddle && isDelimiter(saidIn(node))
      ? call('math.mid', {}, sign(saidIn(node)))
      : math(node)
  })
  const body = [bracket(nodes[0], 'opening'), ...values, bracket(nodes.at(-1), 'closing')]
  return call('math.lr', {}, joined(body))
}

function bracket(node: Element | undefined, side: 'opening' | 'closing'): string {
  const said = node === undefined ? '' : saidIn(node)
  return isDelimiter(said) ? call('math.class', {}, text(side), sign(said)) : ''
}

/** An element, in its color, size and style, with the lines around and through it. */
function math(node: Element | undefined): string {
  if (node === undefined) return ''
  const write = Object.hasOwn(WRITERS, node.name) ? WRITERS[node.name] : undefined
  const said = write === undefined ? row(partsOf(node)) : write(node)
  return said === '' || said === '[]' ? '' : styled(node, said)
}

const WRITERS: { readonly [name: string]: (node: Element) => string } = {
  mi: letter,
  mn: number,
  mo: operator,
  mtext: mathWords,
  ms: mathWords,
  mspace: space,
  annotation: () => '',
  mphantom: (node) => call('hide', {}, row(partsOf(node))),
  msqrt: (node) => call('math.sqrt', {}, row(partsOf(node))),
  mroot(node) {
    const [base, degree] = partsOf(node)
    return call('math.root', {}, part(degree, math), part(base, math))
  },
  mfrac(node) {
    const [above, below] = partsOf(node)
    const hasLine = !/^0(?:\D|$)/.test(valueOf(node, 'linethickness') ?? '')
    if (hasLine) return call('math.frac', {}, part(above, math), part(below, math))
    return call('math.vec', { delim: 'none', gap: '0.3em' }, part(above, math), part(below, math))
  },
  msub: (node) => cornered(node, ['b']),
  msup: (node) => cornered(node, ['t']),
  msubsup: (node) => cornered(node, ['b', 't']),
  mmultiscripts(node) {
    const parts = partsOf(node)
    const at = parts.findIndex(({ name }) => name === 'mprescripts')
    const [base, below, above] = at < 0 ? parts : parts.slice(0, at)
    const [left, leftAbove] = at < 0 ? [] : parts.slice(at + 1)
    return scripts(base, ['b', 't', 'bl', 'tl'], [below, above, left, leftAbove], math)
  },
  munder: (node) => around(partsOf(node), ['b'], math),
  mover: (node) => around(partsOf(node), ['t'], math),
  munderover: (node) => around(partsOf(node), ['b', 't'], math),
  mtable: (node) => mathTable(node, (cell) => row(partsOf(cell))),
  mstyle(node) {
    const [only, ...others] = partsOf(node)
    const isScript = only?.name === 'mtable' && Number(valueOf(node, 'scriptlevel') ?? '0') > 0
    if (!isScript || others.length > 0) return row(partsOf(node))
    return mathTable(only, (cell) => call('math.script', {}, row(partsOf(cell))))
  },
}

function cornered(node: Element, sides: readonly ('t' | 'b')[]): string {
  const [base, ...rest] = partsOf(node)
  return scripts(base, sides, rest, math)
}

function space(node: Element): string {
  const width = lengthOf(valueOf(node, 'width'))
  const fill = colorOf(valueOf(node, 'mathbackground'))
  if (fill !== undefined)
    return call('box', { width, height: lengthOf(valueOf(node, 'height')), fill })
  return width === undefined || /^-?0(?:\.0*)?[a-z]/.test(width) ? '' : call('h', {}, width)
}
