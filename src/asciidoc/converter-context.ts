import type { Highlighted } from '../markdown/highlight.ts'
import type { MarkdownLabels } from '../markdown/labels.ts'
import { escapeHtml } from '../core/html.ts'
import { decodeText } from '../tree/parse.ts'
import type { AsciidocNode } from './processor.ts'
import type { Notebook } from './references.ts'

/** The words that AsciiDoc pages need: those of Markdown pages and, where they differ from English, a few more. */
export interface AsciidocLabels extends MarkdownLabels {
  /** Title of a table of contents. */
  readonly contents?: string
  /** Before the number of a captioned figure, table or example, and of an appendix. */
  readonly figure?: string
  readonly table?: string
  readonly example?: string
  readonly appendix?: string
  /** What opens a collapsible block without a title. */
  readonly details?: string
}

/** Highlights code, as the Markdown engine's highlighter does. */
export type Highlight = (code: string, language: string) => Highlighted | undefined

/** What the converters of one page share. */
export interface ConverterContext {
  readonly labels: AsciidocLabels
  readonly notebook: Notebook
  /** Undefined when the language is not known. */
  readonly highlight: Highlight
  /** Does a component have this name: one of ours, or one of the book's? */
  readonly isComponent: (name: string) => boolean
}

/** Makes HTML of one kind of node; `standard` is what Asciidoctor would make of it. */
export type NodeConverter = (
  node: AsciidocNode,
  kit: ConverterContext,
  standard: () => Promise<string>,
) => Promise<string>

/** ` id="…" class="…"` of a node, with classes of our own first; '' when there are none. */
export function idAndClass(node: AsciidocNode, ...classes: readonly string[]): string {
  const id = node.id ? ` id="${escapeHtml(node.id)}"` : ''
  const names = [...classes, ...(node.role ?? '').split(' ')].filter((name) => name !== '')
  return names.length === 0 ? id : `${id} class="${escapeHtml([...new Set(names)].join(' '))}"`
}

/** The content of a block as HTML. */
export async function contentOf(node: AsciidocNode): Promise<string> {
  const content = await node.content()
  return typeof content === 'string' ? content : (content?.join('\n') ?? '')
}

/** An attribute as text; '' when it is absent. */
export function attribute(node: AsciidocNode, name: string): string {
  const value = node.getAttribute(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The title of a block as a paragraph above it; '' without one. */
export function titleOf(node: AsciidocNode): string {
  return node.hasTitle() ? `<p class="block-title">${node.captionedTitle()}</p>\n` : ''
}

/** The words of the title of a block, without their markup; undefined without one. */
export function plainTitleOf(node: AsciidocNode): string | undefined {
  return node.hasTitle() ? decodeText((node.title ?? '').replaceAll(/<[^>]*>/g, '')) : undefined
}
