// What a component is. One file of this folder describes one: how it is written, and what it is on a page.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { Source } from '../tree/facts.ts'
import {
  type Attribute,
  type Block,
  type MarkdownWriting,
  type Node,
  type SourceRange,
  attributeOf,
  forEachElement,
  isElement,
  words,
} from '../tree/node.ts'
import type { ComponentWords } from './words.ts'

/** A component in the tree of a page. */
export type ComponentBlock = Extract<Block, { block: 'component' }>

/** How a tag of a component is written. */
export interface Spelling {
  readonly tag: string
  /**
   * `paired` tags have an end tag, `void` tags have none, and `optional` ones have one or not, tag by tag. Those that
   * `divide` end where the next of them begins, or with what they stand in.
   */
  readonly kind: 'paired' | 'void' | 'optional' | 'divides'
  /** Its content is code: nothing in it is a tag or Markdown. */
  readonly isVerbatim?: boolean
  /** It may stand in a line of text. */
  readonly isInline?: boolean
  /** Without its end in the same line it means nothing. */
  readonly endsOnLine?: boolean
  /** It is a word of a line, also where it stands alone in one. */
  readonly isWord?: boolean
}

/** One component. */
export interface Component {
  readonly name: string
  /** The component that it is a part of. */
  readonly within?: string
  readonly tags: readonly Spelling[]
  /** Names after `:::` beside those of its tags. */
  readonly containers?: readonly string[]
  /** What it is on a page. Parts of others are shown by those. Its content is rendered already. */
  readonly html?: (block: ComponentBlock, kit: ComponentKit) => readonly Node[]
  /** What a layout of the book gets beside the attributes: what these come to. */
  readonly values?: (
    block: ComponentBlock,
    kit: ComponentKit,
  ) => Readonly<Record<string, string | undefined>>
  /** What it is in Markdown, where that is not what its elements are. */
  readonly markdown?: (block: ComponentBlock, writing: MarkdownWriting) => readonly string[]
}

/** A piece of code to show. */
export interface CodeRequest {
  readonly text: string
  readonly language: string
  readonly title?: string
  readonly source?: Source | undefined
}

/** Layouts that a book has for components, its own ones among them. */
export interface Layouts {
  has(name: string): boolean
  html(name: string, view: object): string
}

/** A tag of the book. */
export interface ShownTag {
  readonly id: string
  readonly label: string
  readonly icon?: string
  /** References to the pages that carry it. */
  readonly pages: readonly string[]
}

/** What components may ask while a page is made. */
export interface ComponentKit {
  /** The page that is being made. */
  readonly page: { readonly title: string; readonly path: string; readonly place: Place }
  /** Layouts of the book itself. */
  readonly layouts?: Layouts | undefined
  readonly words: ComponentWords
  /** The page is one of GitBook.com. */
  readonly isOfGitbookCom?: boolean | undefined
  /** Names of emoji are emoji. */
  readonly showsEmoji?: boolean | undefined
  /** What others call the page that a reference leads to; undefined when it leads to none. */
  titleOf(reference: Attribute): string | undefined
  /** What the book calls a language of code. */
  languageName(written: string): string
  /** A block of code. */
  code(request: CodeRequest): Node
  /** The nodes of Markdown that stands in another file; what is wrong with it is told at `at`. */
  markdown(source: string, at: SourceRange | undefined): readonly Node[]
  /** The text of a file of the book, by a reference of the page. */
  fileText(reference: string): string | undefined
  /** What the heading with an id says in the text of a page. */
  headingOf(text: string, id: string): string | undefined
  /** The text of the description of an interface, by the name that GitBook.com gave it. */
  apiText(name: string): string | undefined
  /** The tags of the book, and the pages that carry them. */
  tags(): readonly ShownTag[]
  /** What the book calls a tag. */
  tagLabel(slug: string): string | undefined
  report(diagnostic: Diagnostic): void
}

/** Tags of one kind. */
export function tags(kind: Spelling['kind'], ...names: readonly string[]): readonly Spelling[] {
  return names.map((tag) => ({ tag, kind }))
}

/** The attribute of a component by the first of these names that it has. */
export function attribute(
  { attributes }: ComponentBlock,
  ...names: readonly string[]
): Attribute | undefined {
  for (const name of names)
    for (const one of attributes) if (one.name.toLowerCase() === name.toLowerCase()) return one
  return undefined
}

/** Its value; undefined when it is not there or empty. */
export function textOf(block: ComponentBlock, ...names: readonly string[]): string | undefined {
  const value = attribute(block, ...names)?.value.trim()
  return value === '' ? undefined : value
}

/** Is something asked for: `expanded`, `expanded="true"`? */
export function isSet(block: ComponentBlock, ...names: readonly string[]): boolean {
  const value = textOf(block, ...names)?.toLowerCase()
  return value !== undefined && value !== 'false' && value !== '0' && value !== 'no'
}

/** Where the first link among nodes leads. */
export function hrefIn(nodes: readonly Node[]): Attribute | undefined {
  let found: Attribute | undefined
  forEachElement(nodes, (node) => {
    if (node.name === 'a') found ??= attributeOf(node, 'href')
  })
  return found
}

/** The title of a component: words, unless its tag was made of something whose title is Markdown. */
export function titleNodes(block: ComponentBlock, kit: ComponentKit, title: string): Node[] {
  const isMarkdown = block.tag === 'accordion' || textOf(block, 'titled') === 'markdown'
  const [line] = isMarkdown ? kit.markdown(title, block.at) : []
  return isElement(line, 'p') ? line.children : [words(title)]
}

/** A value without a key: `{% youtube "id" %}`. */
export function firstValue(block: ComponentBlock): string | undefined {
  return textOf(block, '')
}

/** A part of a component and what stands behind it, up to the next: that belongs to it, too. */
export interface Divided {
  readonly part: ComponentBlock
  readonly after: Node[]
}

/** The content of a component, divided by its parts of one kind. */
export function divided(
  content: readonly Node[],
  name: string,
): { readonly before: readonly Node[]; readonly parts: readonly Divided[] } {
  const before: Node[] = []
  const parts: Divided[] = []
  for (const node of content)
    if (isPart(node, name)) parts.push({ part: node, after: [] })
    else (parts.at(-1)?.after ?? before).push(node)
  return { before, parts }
}

/** Is a node a part of this kind? */
export function isPart(node: Node, name: string): node is ComponentBlock {
  return node.kind === 'block' && node.block === 'component' && node.name === name
}
