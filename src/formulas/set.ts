// Sets the formulas of a page as MathML. It is done for all of them at once, because they share definitions, numbers and
// labels. The formula that nobody can read is shown as it was written, and its author is told where and why.
import type { Diagnostic } from '../core/diagnostic.ts'
import { escapeHtml } from '../core/html.ts'
import type { Reason } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import type { Macros } from '../core/formula-config.ts'
import type { MathFacts } from '../tree/facts.ts'
import { type Block, type Node, element, isElement, raw, words } from '../tree/node.ts'
import { lasting } from './lasting.ts'
import { type Context, mathText, writeMath } from './mathml.ts'
import { mistakeOf } from './mistake.ts'
import {
  SPELLINGS,
  asLines,
  labelName,
  redefining,
  respelled,
  unescaped,
  withIndices,
} from './spellings.ts'
import { type MathNode, readTex } from './temml.ts'

/** What formulas are set with. */
export interface FormulaKit {
  readonly macros: Macros
  readonly report: (diagnostic: Diagnostic) => void
}

type Formula = Block & MathFacts

/** A formula that was read. */
interface Read {
  readonly formula: Formula
  readonly node: MathNode
}

/** Sets the formulas among nodes. */
export function setFormulas(nodes: readonly Node[], kit: FormulaKit): void {
  const formulas: Formula[] = []
  const heads = new Set<Formula>()
  noteFormulas(nodes, formulas, heads)
  if (formulas.length === 0) return
  const page = new FormulaPage(kit, heads)
  const read = formulas.flatMap((formula) => page.read(formula))
  for (const one of read) page.set(one)
}

/** Notes the formulas, and those that are all that the head of a column or a row says. */
function noteFormulas(nodes: readonly Node[], found: Formula[], heads: Set<Formula>): void {
  for (const node of nodes) {
    if (isFormula(node)) found.push(node)
    else if ('children' in node) {
      const [before, { children }] = [found.length, node]
      noteFormulas(children, found, heads)
      if (isElement(node, 'th') && children.every(isOnlyFormulas))
        for (const formula of found.slice(before)) heads.add(formula)
    }
  }
}

function isFormula(node: Node): node is Formula {
  return node.kind === 'block' && node.block === 'math'
}

function isOnlyFormulas(node: Node): boolean {
  if (node.kind === 'text') return node.value.trim() === ''
  if (isFormula(node)) return true
  return node.kind === 'element' && node.children.length > 0 && node.children.every(isOnlyFormulas)
}

class FormulaPage implements Context {
  readonly numbers = new Map<MathNode, string>()
  readonly #kit: FormulaKit
  readonly #macros: { [name: string]: string }
  readonly #heads: ReadonlySet<Formula>
  /** What labels stand for, by their names. */
  readonly #labels = new Map<string, string>()
  #count = 0
  #current: Formula | undefined

  constructor(kit: FormulaKit, heads: ReadonlySet<Formula>) {
    this.#kit = kit
    this.#heads = heads
    const texts = Object.entries(kit.macros).filter(([, macro]) => typeof macro === 'string')
    this.#macros = { ...SPELLINGS, ...(Object.fromEntries(texts) as Record<string, string>) }
  }

  /** Reads a formula and numbers its lines; one with a mistake is shown as it is. */
  read(formula: Formula): readonly Read[] {
    const found = this.#parse(formula)
    if ('mistake' in found) {
      const { source, from, to } = formula.at ?? {}
      const place = source?.place(from ?? 0, to ?? 0)
      this.#kit.report(problem('formulas/mistake', place, { reason: found.mistake }))
      formula.children = shownAsSource(formula)
      return []
    }
    const node = this.#numbered(formula, found.node)
    if (/\\begin\{multline\}/.test(formula.tex)) this.#noteOnce(node)
    else this.#note(node)
    return [{ formula, node }]
  }

  /** The formula as it is, else as older programs wrote it, else with names of TeX that it gives another meaning. */
  #parse({ tex, display }: Formula): { readonly node: MathNode } | { readonly mistake: Reason } {
    const spelled = lasting(respelled(this.#definitions(tex) + withIndices(tex)))
    let mistake: Reason | undefined
    const lined = display ? [asLines(spelled)] : []
    for (const written of new Set([...lined, spelled, redefining(spelled), unescaped(spelled)])) {
      try {
        return { node: readTex(written, { display, macros: this.#macros }) }
      } catch (error) {
        mistake ??= mistakeOf(error)
      }
    }
    return { mistake: mistake ?? { case: 'no-tex' } }
  }

  /** Commands of the book that a formula uses and that only a definition can say. */
  #definitions(tex: string): string {
    return Object.entries(this.#kit.macros)
      .flatMap(([name, macro]) =>
        typeof macro === 'string' || !tex.includes(name)
          ? []
          : [`\\newcommand{${name}}[${macro.count}][${macro.usual}]{${macro.text}}`],
      )
      .join('')
  }

  /** A line that is shown by itself and has a label has a number, too. */
  #numbered(formula: Formula, node: MathNode): MathNode {
    const { tex, display } = formula
    const isNumbered = /\\tag\b|\\begin\{(?:equation|align|gather|multline|alignat|eqnarray)\}/
    if (!display || !/\\label\s*\{/.test(tex) || isNumbered.test(tex)) return node
    const found = this.#parse({ ...formula, tex: `${tex}\\tag{${this.#count + 1}}` })
    if ('mistake' in found) return node
    this.#count += 1
    return found.node
  }

  /** Gives numbers to the lines that ask for one, and notes their labels. */
  #note(node: MathNode, row?: { number?: string; readonly id?: string }): void {
    const id = node.type === 'mtr' ? node.attributes?.['id'] : undefined
    const around = typeof id === 'string' ? { id } : row
    if (node.classes?.includes('tml-eqn')) {
      this.#count += 1
      this.numbers.set(node, `(${this.#count})`)
      this.#label(around?.id, `(${this.#count})`)
    } else if (node.classes?.includes('tml-tag')) this.#label(around?.id, mathText(node))
    for (const child of node.children ?? []) this.#note(child, around)
  }

  /** Lines of which only the last one has the number. */
  #noteOnce(node: MathNode): void {
    const all = [...within(node)]
    const places = all.filter(({ classes }) => classes?.includes('tml-eqn'))
    for (const place of places) this.numbers.set(place, '')
    const last = places.at(-1)
    if (last === undefined) return
    this.#count += 1
    const number = `(${this.#count})`
    this.numbers.set(last, number)
    for (const { type, attributes } of all) {
      const id = type === 'mtr' ? attributes?.['id'] : undefined
      if (typeof id === 'string') this.#label(id, number)
    }
  }

  #label(id: string | undefined, number: string): void {
    if (id !== undefined && !this.#labels.has(id)) this.#labels.set(id, number)
  }

  /** Writes what was read. */
  set({ formula, node }: Read): void {
    this.#current = formula
    const link = linkOf(node)
    if (link !== undefined) {
      const text = this.reference(link, node.classes?.includes('tml-eqref') === true)
      const isKnown = this.#labels.has(link)
      formula.children = [
        isKnown ? element('a', [['href', `#${idOf(link)}`]], [words(text)]) : words(text),
      ]
      return
    }
    const shown = (node.children ?? []).map((child) => writeMath(child, this)).join('')
    if (shown === '' && formula.tex.trim() !== '') {
      // Nothing but definitions.
      formula.children = []
      return
    }
    const name = this.#heads.has(formula) ? spokenAs(formula, node) : undefined
    formula.children = boxed(formula, withSource(formula, shown, name), {
      ids: labelsIn(formula.tex),
      width: mathText(node).length,
    })
  }

  reference(label: string, withParentheses: boolean): string {
    const number = this.#labels.get(label)
    if (number === undefined) this.#reportLabel(label)
    const bare = (number ?? '??').replace(/^\((.*)\)$/, '$1')
    return withParentheses ? `(${bare})` : bare
  }

  #reportLabel(label: string): void {
    const { tex = '', at } = this.#current ?? {}
    const written = [...tex.matchAll(/\\(?:eq)?ref\s*\{([^{}]*)\}/g)]
      .map(([, name = '']) => name)
      .find((name) => labelName(name) === label)
    const place = at?.source.place(at.from, at.to)
    this.#kit.report(problem('formulas/unknown-label', place, { label: written ?? label }))
  }
}

function* within(node: MathNode): Generator<MathNode> {
  yield node
  for (const child of node.children ?? []) yield* within(child)
}

/** A formula that is nothing but a reference is a link. */
function linkOf(node: MathNode): string | undefined {
  const { href } = node as { readonly href?: string }
  return href?.slice(1)
}

function idOf(label: string): string {
  return `eq-${label}`
}

function labelsIn(tex: string): readonly string[] {
  return [...tex.matchAll(/\\label\s*\{([^{}]*)\}/g)].map(([, name = '']) => idOf(labelName(name)))
}

/** What needs more than a line of signs is not said by them: `x2` is no square. */
const SIGNS = /^(?:math|m[ions]|mtext|mrow|mstyle|mspace|mpadded)$/

/** What a head of a table is called: programs that read its cells with it see no words in MathML. */
function spokenAs({ tex }: Formula, node: MathNode): string {
  const isLine = [...within(node)].every(({ type = 'mtext' }) => SIGNS.test(type))
  return (isLine ? mathText(node).trim() : '') || tex.trim()
}

/** The MathML and, for those who copy or hear it, the TeX. */
function withSource({ tex, display }: Formula, shown: string, name?: string): string {
  const label = name === undefined ? '' : ` aria-label="${escapeHtml(name)}"`
  const block = (display ? ' display="block"' : '') + label
  const source = escapeHtml(tex.trim())
  return (
    `<math${block}><semantics><mrow>${shown}</mrow>` +
    `<annotation encoding="application/x-tex">${source}</annotation></semantics></math>`
  )
}

/** Longer formulas scroll in their box; what scrolls is reached by keyboard. */
const LONG = { display: 16, inline: 28 }

function boxed(
  formula: Formula,
  math: string,
  { ids, width }: { readonly ids: readonly string[]; readonly width: number },
): Node[] {
  const [id, ...others] = ids
  const isAlone = formula.display && !formula.isInText
  const classes = classesOf(formula, math, width)
  const box = element(
    isAlone ? 'div' : 'span',
    [
      ['class', classes.join(' ')],
      ...(classes.includes('formula-long') ? ([['tabindex', '0']] as const) : []),
      ...(id === undefined ? [] : ([['id', id]] as const)),
    ],
    [
      ...others.map((other) => element('span', [['id', other]])),
      { ...raw(math), text: formula.tex },
    ],
  )
  return isAlone ? [box, raw('\n')] : [box]
}

function classesOf({ display }: Formula, math: string, width: number): readonly string[] {
  const isLong = display ? width > LONG.display || math.includes('<mtable') : width > LONG.inline
  return [
    'formula',
    ...(display ? ['formula-block'] : []),
    ...(isLong ? ['formula-long'] : []),
    ...(math.includes('m-wide') ? ['formula-numbered'] : []),
  ]
}

/** The source of a formula, as code. */
function shownAsSource({ tex, display, isInText }: Formula): Node[] {
  const code = element('code', [['class', 'formula-source']], [words(tex)])
  return display && !isInText ? [element('pre', [['tabindex', '0']], [code]), raw('\n')] : [code]
}
