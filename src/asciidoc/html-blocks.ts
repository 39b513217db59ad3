// Blocks without the nested boxes that Asciidoctor puts around them: a page in AsciiDoc has the elements that the same
// page in Markdown would have, and takes the same styles.
import { escapeHtml } from '../core/html.ts'
import {
  type NodeConverter,
  type ConverterContext,
  attribute,
  contentOf,
  idAndClass,
  titleOf,
} from './converter-context.ts'
import { named } from './named-blocks.ts'
import { type AsciidocDocument, type AsciidocNode, spotOf } from './processor.ts'

const paragraph: NodeConverter = async (node, kit) => {
  const content = `<p${idAndClass(node)}>${await contentOf(node)}</p>`
  return named(node, kit, content) ?? titleOf(node) + content
}

const preamble: NodeConverter = async (node) => {
  const { document } = node
  return document.hasAttribute('toc-placement', 'preamble')
    ? `${await contentOf(node)}\n${await tableOfContents(document)}`
    : contentOf(node)
}

const floatingTitle: NodeConverter = (node, { notebook }) => {
  const name = `h${Math.min(6, (node.level ?? 0) + 1)}`
  const mark = notebook.mark({ spot: spotOf(node) })
  return Promise.resolve(`<${name}${idAndClass(node)}${mark}>${node.title ?? ''}</${name}>`)
}

const admonition: NodeConverter = async (node, kit) => {
  const kind = attribute(node, 'name')
  const word = attribute(node, 'textlabel') || labelOf(kind, kit)
  const title = node.hasTitle() ? (node.title ?? '') : escapeHtml(word)
  const name = node.hasTitle() ? ` aria-label="${escapeHtml(word)}"` : ''
  const content = await contentOf(node)
  const body = node.hasBlocks() ? content : `<p>${content}</p>`
  const names = idAndClass(node, 'callout', `callout-${kind}`)
  return `<div${names} role="note"${name}>\n<p class="callout-title">${title}</p>\n${body}\n</div>`
}

function labelOf(kind: string, { labels }: ConverterContext): string {
  const words: Readonly<Record<string, string>> = {
    note: labels.note,
    tip: labels.tip,
    important: labels.important,
    warning: labels.warning,
    caution: labels.caution,
  }
  return words[kind] ?? kind
}

const example: NodeConverter = async (node, kit) => {
  const content = await contentOf(node)
  const isTabs = attribute(node, 'style') === 'tabs' && content.startsWith('<dl')
  if (isTabs) return `<div${idAndClass(node, 'tabs')}>\n${content}\n</div>`
  const component = named(node, kit, content)
  if (component !== undefined) return component
  if (!node.hasOption('collapsible'))
    return `<div${idAndClass(node, 'example')}>\n${titleOf(node)}${content}\n</div>`
  const summary = node.hasTitle() ? (node.title ?? '') : escapeHtml(kit.labels.details ?? 'Details')
  const open = node.hasOption('open') ? ' open' : ''
  return `<details${idAndClass(node)}${open}>\n<summary>${summary}</summary>\n${content}\n</details>`
}

const sidebar: NodeConverter = async (node) =>
  `<aside${idAndClass(node, 'sidebar-block')}>\n${titleOf(node)}${await contentOf(node)}\n</aside>`

const open: NodeConverter = async (node, kit) => {
  const content = await contentOf(node)
  const component = named(node, kit, content)
  if (component !== undefined) return component
  const style = node.style && node.style !== 'open' ? node.style : ''
  const names = idAndClass(node, style)
  return names === '' && !node.hasTitle()
    ? content
    : `<div${names}>\n${titleOf(node)}${content}\n</div>`
}

const quote: NodeConverter = async (node) => {
  const content = await contentOf(node)
  const body = node.hasBlocks() ? content : `<p>${content}</p>`
  return `${titleOf(node)}<blockquote${idAndClass(node)}>\n${body}${attribution(node)}\n</blockquote>`
}

const verse: NodeConverter = async (node) =>
  `${titleOf(node)}<blockquote${idAndClass(node, 'verse')}>\n<pre>${await contentOf(node)}</pre>${attribution(node)}\n</blockquote>`

function attribution(node: AsciidocNode): string {
  const who = attribute(node, 'attribution')
  const work = attribute(node, 'citetitle')
  const cite = work === '' ? '' : `<cite>${work}</cite>`
  const parts = [who, cite].filter((part) => part !== '')
  return parts.length === 0 ? '' : `\n<p class="attribution">\u2014 ${parts.join(', ')}</p>`
}

const thematicBreak: NodeConverter = (node) => Promise.resolve(`<hr${idAndClass(node)}>`)

const pageBreak: NodeConverter = () => Promise.resolve('<div class="page-break"></div>')

const toc: NodeConverter = (node) => {
  if (!node.document.hasAttribute('toc-placement', 'macro')) return Promise.resolve('')
  const levels = attribute(node, 'levels')
  return tableOfContents(node.document, {
    ...(node.hasTitle() ? { title: node.title ?? '' } : {}),
    ...(levels === '' ? {} : { levels: Number(levels) }),
  })
}

/** How a table of contents differs from what the page says of all. */
interface TocOptions {
  readonly title?: string
  readonly levels?: number
}

/** Links to the sections of a page, as far down as `:toclevels:` says; '' without `:toc:`. */
export function tableOfContents(
  document: AsciidocDocument,
  options: TocOptions = {},
): Promise<string> {
  if (!document.hasAttribute('toc') || !document.hasSections()) return Promise.resolve('')
  const title = options.title ?? attribute(document, 'toc-title')
  const levels = options.levels ?? Number(attribute(document, 'toclevels') || 2)
  const list = outline(document, Math.max(1, levels))
  return Promise.resolve(
    `<nav class="toc" id="toc">\n<p class="toc-title">${title}</p>\n${list}\n</nav>`,
  )
}

interface Section extends AsciidocNode {
  sections(): readonly Section[]
}

function outline(node: AsciidocNode, levels: number): string {
  const sections = (node as Section).sections().filter(({ level }) => (level ?? 0) <= levels)
  if (sections.length === 0) return ''
  const items = sections.map((section) => {
    const title = sectionTitle(section).replace(/<\/?a\b[^>]*>/g, '')
    return `<li><a href="#${escapeHtml(section.id ?? '')}">${title}</a>${outline(section, levels)}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>`
}

interface Numbered {
  readonly caption?: string | null
  readonly numbered?: boolean
  sectnum(): string
}

/** The title with its number, where the page asks for numbers. */
function sectionTitle(node: AsciidocNode): string {
  const { caption, numbered, ...rest } = node as AsciidocNode & Numbered
  void rest
  if (caption) return node.captionedTitle()
  const deepest = Number(attribute(node.document, 'sectnumlevels') || 3)
  if (!numbered || (node.level ?? 0) > deepest) return node.title ?? ''
  return `${(node as AsciidocNode & Numbered).sectnum()} ${node.title ?? ''}`
}

const section: NodeConverter = async (node, { notebook }) => {
  const name = `h${Math.min(6, (node.level ?? 0) + 1)}`
  const mark = notebook.mark({ spot: spotOf(node) })
  return `<${name}${idAndClass(node)}${mark}>${sectionTitle(node)}</${name}>\n${await contentOf(node)}`
}

/** Blocks other than lists, tables, code and media. */
export const blockConverters: Readonly<Record<string, NodeConverter>> = {
  paragraph,
  preamble,
  section,
  floating_title: floatingTitle,
  admonition,
  example,
  sidebar,
  open,
  quote,
  verse,
  thematic_break: thematicBreak,
  page_break: pageBreak,
  toc,
}
