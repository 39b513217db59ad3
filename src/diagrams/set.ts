// Blocks of code that are the source of a diagram become its drawing, with the source behind a line that opens. What
// nobody can draw stays a block of code, and its author is told.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { NotLoaded } from '../core/not-loaded.ts'
import { problem } from '../messages/problem.ts'
import type { CodeFacts } from '../tree/facts.ts'
import {
  type DiagramFacts,
  type Block,
  type Element,
  type Node,
  added,
  element,
  hasClass,
  isElement,
  raw,
  valueOf,
  words,
} from '../tree/node.ts'
import type { Listed } from '../tree/listed.ts'
import { replaceNodes } from '../tree/replace.ts'
import { NotDrawn } from './not-drawn.ts'
import { type DrawnDiagram, drawDiagram, isDiagram } from './draw.ts'

/** The words that go with a diagram. */
export interface DiagramWords {
  readonly diagram: string
  readonly showSource: string
}

/** What diagrams are set with. */
export interface DiagramKit {
  readonly words: DiagramWords
  /** The place of a line of the page, counted from 0. */
  readonly placeOf: (line: number) => Place | undefined
  readonly report: (diagnostic: Diagnostic) => void
  /** A script of the page draws what cannot be drawn here. */
  readonly by?: true | 'script' | undefined
}

/** Is there a diagram to be drawn? */
export function hasDiagrams({ elements, blocks }: Listed): boolean {
  return blocks.some(isSource) || elements.some(isWrittenCode)
}

function isSource(node: Node): node is Block & CodeFacts {
  return node.kind === 'block' && node.block === 'code' && isDiagram(node.language)
}

/** Draws the diagrams among nodes. */
export function setDiagrams(nodes: Node[], kit: DiagramKit): void {
  new Draftsman(kit).visit(nodes)
}

class Draftsman {
  readonly #kit: DiagramKit
  #count = 0

  constructor(kit: DiagramKit) {
    this.#kit = kit
  }

  visit(nodes: Node[]): void {
    replaceNodes(nodes, (node) => {
      const code = node.kind === 'element' ? writtenCode(node) : node
      return code !== undefined && isSource(code) ? this.#drawn(code) : undefined
    })
  }

  #drawn(code: Block & CodeFacts): Node {
    try {
      const drawn = drawDiagram(code.language, code.text, `diagram-${this.#count + 1}`)
      this.#count += 1
      return diagramOf(code, drawn, this.#kit.words)
    } catch (error) {
      if (error instanceof NotLoaded) throw error
      if (this.#kit.by === 'script' && code.language.toLowerCase() === 'mermaid')
        return drawnLater(code, this.#kit.words)
      const place = code.lines
        ? this.#kit.placeOf(Math.max(0, code.lines[0] - 1))
        : (code.at?.source.place(code.at.from, code.at.from) ?? code.source.place(0, 0))
      // What a library throws speaks of the library.
      const reason = error instanceof NotDrawn ? error.reason : { case: 'no-diagram' as const }
      this.#kit.report(problem('diagrams/not-drawn', place, { language: code.language, reason }))
      return named(code)
    }
  }
}

function isWrittenCode(node: Element): boolean {
  return (node.name === 'div' || node.name === 'pre') && hasClass(node, 'mermaid')
}

/** `<div class="mermaid">`, which the script of Mermaid drew, as a block of code. */
function writtenCode(node: Element): (Block & CodeFacts) | undefined {
  if (!isWrittenCode(node)) return undefined
  const text = `${writtenText(node.children).trim()}\n`
  const code = element('code', [['class', 'lang-mermaid language-mermaid']], [words(text)])
  const { at, verbatim } = node
  return {
    kind: 'block',
    block: 'code',
    language: 'mermaid',
    text,
    children: [element('pre', [['tabindex', '0']], [code])],
    source: { kind: 'code', place: (from, to) => at?.source.place(from, to) ?? NOWHERE },
    at,
    ...(verbatim && { verbatim }),
  }
}

const NOWHERE = { file: '' } as unknown as Place

function writtenText(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.value
      if (isElement(node, 'br')) return '<br>'
      return 'children' in node ? writtenText(node.children) : ''
    })
    .join('')
}

/** What a script of the page draws: a box for it, and the source, which is all that is seen until then. */
function drawnLater(code: Block & CodeFacts, { diagram, showSource }: DiagramWords): Node {
  const { title } = code
  const box = element('div', [
    ['class', 'diagram-box diagram-late'],
    ['role', 'img'],
    ['aria-label', title === undefined ? diagram : `${diagram}: ${title}`],
  ])
  const shown = captioned(box, title)
  shown.attributes.push({ name: 'hidden', value: '' })
  const source = element(
    'details',
    [
      ['class', 'diagram-source'],
      ['open', ''],
    ],
    [element('summary', [], [words(showSource)]), ...code.children],
  )
  const figure = element('div', [['class', 'diagram']], [shown, source])
  return { ...code, children: [figure, raw('\n')] }
}

function captioned(box: Element, title: string | undefined): Element {
  if (title === undefined) return box
  return element('figure', [], [box, added('figcaption', [], [words(title)])])
}

/** What nobody draws says at least what it is. */
function named(code: Block & CodeFacts): Node {
  const name = /^(?:plantuml|puml|uml)$/i.test(code.language) ? 'PlantUML' : undefined
  if (name === undefined || code.title !== undefined) return code
  const caption = added('figcaption', [], [words(name)])
  const figure = element('figure', [['class', 'code']], [caption, raw('\n'), ...code.children])
  return { ...code, title: name, children: [figure, raw('\n')] }
}

/** Drawings that are shown no smaller than about two thirds of themselves, and scroll in their boxes, by their widths. */
const WIDTHS: readonly (readonly [over: number, name: string])[] = [
  [1200, 'diagram-wide diagram-widest'],
  [640, 'diagram-wide'],
  [520, 'diagram-broad'],
]

function diagramOf(code: Block & CodeFacts, drawn: DrawnDiagram, kit: DiagramWords): Node {
  const { svg, title = code.title, description } = drawn
  const width = Number(valueOf(svg, 'width'))
  const wide = WIDTHS.find(([over]) => width > over)?.[1]
  describe(svg, nameOf(drawn, kit))
  const box = element(
    'div',
    [
      ['class', wide === undefined ? 'diagram-box' : `diagram-box ${wide}`],
      ...(wide === undefined ? [] : ([['tabindex', '0']] as const)),
    ],
    [svg],
  )
  const shown = captioned(box, title)
  const source = added(
    'details',
    [['class', 'diagram-source']],
    [element('summary', [], [words(kit.showSource)]), ...code.children],
  )
  const facts: DiagramFacts = {
    block: 'diagram',
    language: code.language,
    text: code.text,
    words: [...new Set(drawn.words)],
    svg,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    source: code.source,
  }
  const figure = element('div', [['class', 'diagram']], [shown, source])
  const { at, verbatim } = code
  return {
    kind: 'block',
    ...facts,
    children: [figure, raw('\n')],
    at,
    ...(verbatim && { verbatim }),
  }
}

function describe(svg: Element, name: string): void {
  svg.attributes.push({ name: 'role', value: 'img' }, { name: 'aria-label', value: name })
}

const LONGEST_NAME = 300

/** What somebody hears who does not see the drawing: its title and description, else the words in it. */
function nameOf({ title, description, words: inside }: DrawnDiagram, kit: DiagramWords): string {
  const said = description ?? [...new Set(inside)].join(', ')
  const all = `${title ?? kit.diagram}: ${said}`.replaceAll(/\s+/g, ' ')
  return all.length > LONGEST_NAME ? `${all.slice(0, LONGEST_NAME)}…` : all
}
