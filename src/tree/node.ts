// The tree of a page: elements, texts, slices of HTML that stay as they are, and blocks that are more than HTML. It is
// made of Markdown's tokens and of the HTML that Asciidoctor's converters and authors write; passes work on it in
// place, and it is gone when the page is rendered.
import type { CalloutFacts, CodeFacts, MathFacts, Source } from './facts.ts'

/** Part of a source, as offsets. */
export interface SourceRange {
  readonly source: Source
  readonly from: number
  readonly to: number
}

/** A node of the tree. */
export type Node = Text | Raw | Element | Block

/** Words. */
export interface Text {
  readonly kind: 'text'
  value: string
  /** The same as its author spelled it in HTML, entities and all. */
  written?: string | undefined
  readonly source?: Source | undefined
  /** A tag that is none of HTML. */
  readonly isTag?: true | undefined
}

/** HTML that nobody looks into: comments, scripts, highlighted code, white space between blocks. */
export interface Raw {
  readonly kind: 'raw'
  readonly html: string
  /** The words in it, for search. */
  readonly text?: string | undefined
  readonly source?: Source | undefined
}

/** An attribute. What an author wrote stays as it was written until its value is changed. */
export interface Attribute {
  /** Lower case. */
  readonly name: string
  /** Entities decoded. */
  value: string
  /** As in the source, with the white space before it; undefined for what handbook adds or has changed. */
  written?: string | undefined
  /** Of the value. */
  readonly at?: SourceRange | undefined
  /** What a dialect knows of a reference beyond its value. */
  readonly note?: ReferenceNote
}

/** Of a reference: it is around a picture; of an image nobody said anything; it names an id alone, in words or not. */
export interface ReferenceNote {
  readonly picture?: boolean
  readonly unsaid?: boolean
  readonly local?: 'worded' | 'wordless'
}

/** An element. */
export interface Element {
  readonly kind: 'element'
  /** Lower case. */
  readonly name: string
  readonly attributes: Attribute[]
  children: Node[]
  /** Of an image: the width and height of its file, when another size was asked for. */
  fileSize?: readonly [width: number, height: number]
  /** Its tags as an author wrote them in HTML; absent for elements that a dialect made. */
  readonly tags?: WrittenTags | undefined
  /** The whole of it, or what of it stands in one source. */
  readonly at?: SourceRange | undefined
  /** It was put there for readers of the page: nothing in it is a word of its author. */
  readonly added?: true | undefined
  /** See `Lines`. */
  verbatim?: Lines | undefined
}

/** The lines of the page, from 0, in which a node stands and which say the same to every reader of Markdown. */
export type Lines = readonly [from: number, to: number]

/** The spelling of tags: `<` and the name; what follows the attributes; the end tag, '' when there is none. */
export interface WrittenTags {
  readonly open: string
  readonly tail: string
  close: string
}

/** What is more than its HTML. The HTML is in its children, and other outputs read its facts. */
export type Block = {
  readonly kind: 'block'
  children: Node[]
  readonly at?: SourceRange | undefined
  /** See `Lines`. */
  verbatim?: Lines | undefined
  /** It stands in a line of text. */
  readonly isInline?: true
  /** What it is in Markdown: blocks, or the one text of what stands in a line. Without it, what its children are. */
  markdown?: (writing: MarkdownWriting) => readonly string[]
} & (CodeFacts | CalloutFacts | ComponentFacts | DefinitionFacts | DiagramFacts | MathFacts)

/** What a block may ask of the writer of Markdown. A block of Markdown has no empty line at its ends. */
export interface MarkdownWriting {
  readonly blocks: (nodes: readonly Node[]) => readonly string[]
  /** Running text: one line, or more behind backslashes. */
  readonly inline: (nodes: readonly Node[]) => string
  /** An address as a destination, so that it leads where the alternate needs it. */
  readonly destination: (url: string) => string
}

/** A component: tabs, steps, what a book defines itself. See `src/components`. */
export interface ComponentFacts {
  readonly block: 'component'
  /** In the table of components; `tag` is what its author wrote. */
  readonly name: string
  readonly tag: string
  readonly attributes: readonly Attribute[]
  /** What is in it; its children show that, with what belongs around it. Empty until it is rendered. */
  content: Node[]
  /** The text of one whose content is code. */
  readonly text?: string
  readonly source?: Source
}

/** A diagram that was drawn from a text. */
export interface DiagramFacts {
  readonly block: 'diagram'
  /** As its author named it, `mermaid`, and what it was drawn from. */
  readonly language: string
  readonly text: string
  readonly title?: string
  readonly description?: string
  /** What is written in the drawing, and the drawing in colors of the theme. */
  readonly words: readonly string[]
  readonly svg: Element
  readonly source: Source
}

/** `[label]: destination`: nothing on the page, and needed where its Markdown is kept. */
export interface DefinitionFacts {
  readonly block: 'definition'
  readonly lines: Lines
}

/**
 * An element. All have the same members in the same order, those that they lack as well: passes read millions of them, and
 * the engine of JavaScript finds a member faster where all objects look alike.
 */
export function elementOf(
  name: string,
  attributes: Attribute[],
  children: Node[],
  { tags, at, added: isAdded }: Pick<Element, 'tags' | 'at' | 'added'> = {},
): Element {
  return {
    kind: 'element',
    name,
    attributes,
    children,
    tags,
    at,
    added: isAdded,
    verbatim: undefined,
  }
}

const attributesOf = (list: readonly (readonly [string, string | number])[]): Attribute[] =>
  list.map(([name, value]) => attributeAs(name, String(value)))

/** An attribute, alike all others. */
export function attributeAs(name: string, value: string, at?: SourceRange): Attribute {
  return { name, value, written: undefined, at }
}

/** An element of handbook's own. */
export function element(
  name: string,
  attributes: readonly (readonly [string, string | number])[],
  children: Node[] = [],
): Element {
  return elementOf(name, attributesOf(attributes), children)
}

/** The same, put there for readers of the page. */
export function added(
  name: string,
  attributes: readonly (readonly [string, string | number])[],
  children: Node[] = [],
): Element {
  return elementOf(name, attributesOf(attributes), children, { added: true })
}

/** Words, with all members that any have. */
export function textOf(
  value: string,
  source: Source | undefined,
  { written, isTag }: Pick<Text, 'written' | 'isTag'>,
): Text {
  return { kind: 'text', value, written, source, isTag }
}

/** Words. */
export function words(value: string, source?: Source): Text {
  return { kind: 'text', value, written: undefined, source, isTag: undefined }
}

/** HTML that stays as it is. */
export function raw(html: string): Raw {
  return { kind: 'raw', html, text: undefined, source: undefined }
}

/** A comment: those are for authors. */
export function isComment(node: Node): boolean {
  return node.kind === 'raw' && node.html.startsWith('<!--')
}

/** White space, or a comment: nothing that a reader sees. */
export function isBlank(node: Node): boolean {
  if (node.kind === 'text') return node.value.trim() === ''
  return node.kind === 'raw' && (node.html.trim() === '' || isComment(node))
}

/** The attribute of an element. */
export function attributeOf(node: Element, name: string): Attribute | undefined {
  for (const attribute of node.attributes) if (attribute.name === name) return attribute
  return undefined
}

/** The value of an attribute. */
export function valueOf(node: Element, name: string): string | undefined {
  return attributeOf(node, name)?.value
}

/** Sets an attribute; a new one comes last. */
export function setAttribute(node: Element, name: string, value: string): void {
  const attribute = attributeOf(node, name)
  if (attribute === undefined) node.attributes.push(attributeAs(name, value))
  else Object.assign(attribute, { value, written: undefined })
}

/** The classes of an element. */
export function classesOf(node: Element): readonly string[] {
  const value = valueOf(node, 'class') ?? ''
  if (value === '') return NONE
  return /\s/.test(value) ? value.split(/\s+/).filter(Boolean) : [value]
}

const NONE: readonly string[] = []

/** Does an element have this class? */
export function hasClass(node: Element, name: string): boolean {
  const value = valueOf(node, 'class')
  return value !== undefined && value.includes(name) && classesOf(node).includes(name)
}

/** The level of a heading; 0 for other elements. */
export function headingLevel({ name }: Element): number {
  if (name.length !== 2 || name[0] !== 'h') return 0
  const level = name.charCodeAt(1) - 48
  return level >= 1 && level <= 6 ? level : 0
}

/** True for an element of one of these names. */
export function isElement(node: Node | undefined, ...names: readonly string[]): node is Element {
  return node?.kind === 'element' && (names.length === 0 || names.includes(node.name))
}

/** The first element of a name among nodes. */
export function childOf(nodes: readonly Node[], name: string): Element | undefined {
  return nodes.find((node): node is Element => isElement(node, name))
}

/** Visits every element below nodes, in the order of the page. */
export function forEachElement(nodes: readonly Node[], visit: (node: Element) => void): void {
  for (const node of nodes) {
    if (node.kind === 'element') visit(node)
    if (node.kind === 'element' || node.kind === 'block') forEachElement(node.children, visit)
  }
}

/** True for a formula: its words are its TeX. */
export function isFormula(node: Node): node is Block & MathFacts {
  return node.kind === 'block' && node.block === 'math'
}

/** The text that a browser would report: without alternative texts and what handbook added. */
export function textContent(nodes: readonly Node[], withTags = true): string {
  let result = ''
  for (const node of nodes) {
    if (node.kind === 'text') result += node.isTag && !withTags ? '' : node.value
    else if (node.kind === 'raw') result += node.text ?? ''
    else if (isFormula(node)) result += node.tex
    else if (isElement(node, 'br') && node.tags === undefined) result += '\n'
    else if (!isOfHandbook(node)) result += textContent(node.children, withTags)
  }
  return result
}

function isOfHandbook(node: Element | Block): boolean {
  return node.kind === 'element' && node.added === true
}
