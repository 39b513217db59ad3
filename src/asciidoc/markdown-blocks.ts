// Blocks as Markdown: each becomes lines without an empty one at its ends, and containers put something before the lines
// of what they hold.
import { append } from '../core/list.ts'
import {
  type Element,
  type Node,
  childOf,
  classesOf,
  hasClass,
  attributeOf,
  isElement,
  words,
  valueOf,
  textContent,
} from '../tree/node.ts'
import {
  inlineMarkdown,
  isBlank,
  isInline,
  longestRun,
  withEscapedStart,
} from './markdown-inline.ts'
import { tableMarkdown } from './markdown-table.ts'

const CALLOUT = /^callout-(note|tip|important|warning|caution)$/
/** What is only there for readers of the page. */
const LEFT_OUT = new Set(['nav', 'script', 'style', 'template', 'button', 'svg'])

/** Nodes as blocks with an empty line between them. */
export function blocksMarkdown(nodes: readonly Node[]): string {
  return blocksOf(nodes).join('\n\n')
}

function blocksOf(nodes: readonly Node[]): readonly string[] {
  const blocks: string[] = []
  let line: Node[] = []
  const endLine = (): void => {
    if (!line.every(isBlank)) blocks.push(paragraph(line))
    line = []
  }
  for (const node of nodes) {
    if (isInline(node)) line.push(node)
    else if (isElement(node)) {
      endLine()
      append(blocks, block(node))
    }
  }
  endLine()
  return blocks.filter((text) => text !== '')
}

function paragraph(nodes: readonly Node[]): string {
  return withEscapedStart(inlineMarkdown(nodes))
}

function bold(nodes: readonly Node[]): string {
  const text = inlineMarkdown(nodes)
  return text === '' || text.includes('*') ? text : `**${text}**`
}

const BLOCKS: Readonly<Record<string, (element: Element) => readonly string[]>> = {
  p: titleOrText,
  figcaption: titleOrText,
  ul: (element) => [list(element)],
  ol: (element) => [list(element)],
  dl: (element) => [descriptions(element)],
  blockquote: (element) => [
    quoted(hasClass(element, 'verse') ? verse(element) : blocksMarkdown(element.children)),
  ],
  pre: (element) => [code(element)],
  table: (element) => tableMarkdown(element, blocksMarkdown),
  details,
  hr: () => ['---'],
}

function block(element: Element): readonly string[] {
  const { name, children } = element
  if (LEFT_OUT.has(name)) return []
  if (/^h[1-6]$/.test(name)) return [heading(Number(name[1]), children)]
  return BLOCKS[name]?.(element) ?? container(element)
}

function titleOrText(element: Element): readonly string[] {
  const isTitle = hasClass(element, 'block-title')
  return [isTitle ? bold(element.children) : paragraph(element.children)]
}

function heading(level: number, nodes: readonly Node[]): string {
  const text = inlineMarkdown(nodes).replaceAll('\\\n', ' ')
  return `${'#'.repeat(level)} ${text.replace(/(#+)$/, String.raw`\$1`)}`.trimEnd()
}

function container(element: Element): readonly string[] {
  const kind = classesOf(element).flatMap((name) => CALLOUT.exec(name)?.[1] ?? [])[0]
  if (kind !== undefined) return [callout(kind, element)]
  if (hasClass(element, 'footnotes')) return footnotes(element)
  return blocksOf(element.children)
}

/** A callout in the way of GitHub; a title of its own stands in bold, the usual one is said by its kind. */
function callout(kind: string, element: Element): string {
  const { children } = element
  const [title] = children.filter((node) => isElement(node) && hasClass(node, 'callout-title'))
  const rest = children.filter((node) => node !== title)
  const isOwn =
    attributeOf(element, 'aria-label') !== undefined && title !== undefined && isElement(title)
  const blocks = [...(isOwn ? [bold(title.children)] : []), ...blocksOf(rest)]
  return quoted(`[!${kind.toUpperCase()}]\n${blocks.join('\n\n')}`)
}

function details({ children }: Element): readonly string[] {
  const summary = childOf(children, 'summary')
  const rest = blocksOf(children.filter((node) => node !== summary))
  return summary === undefined ? rest : [bold(summary.children), ...rest]
}

function quoted(text: string): string {
  return text.replaceAll(/^(?=(.?))/gm, (_all, first: string) => (first === '' ? '>' : '> '))
}

/** Lines that stay lines. */
function verse({ children }: Element): string {
  return children
    .flatMap((node) => {
      if (!isElement(node, 'pre')) return blocksOf([node])
      const lines = textContent(node.children).trim().split('\n')
      return [lines.map((line) => paragraph([words(line)])).join('\\\n')]
    })
    .join('\n\n')
}

function code(element: Element): string {
  const { children } = element
  const inner = childOf(children, 'code')
  const named = inner && classesOf(inner).flatMap((name) => /^lang-(.+)$/.exec(name)?.[1] ?? [])[0]
  const language = named ?? (valueOf(element, 'class') === 'math' ? 'math' : '')
  const text = textContent(children).replace(/\n+$/, '')
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text}\n${fence}`
}

function list(element: Element): string {
  const { name, children } = element
  const items = children.filter((node) => isElement(node, 'li')) as readonly Element[]
  const first = Number(valueOf(element, 'start') ?? 1)
  return joined(
    items.map((item, index) => ({
      marker: name === 'ol' ? `${first + index}. ` : '- ',
      blocks: blocksOf(item.children),
    })),
  )
}

interface Item {
  readonly marker: string
  readonly blocks: readonly string[]
}

/** Items below each other; with empty lines between them as soon as one is more than a line and its sublist. */
function joined(items: readonly Item[]): string {
  const isLoose = items.some(({ blocks }) => blocks.slice(1).some((text) => !isList(text)))
  const rows = items.map(({ marker, blocks }) => {
    const text = blocks.join(isLoose ? '\n\n' : '\n')
    const indented = text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`)
    return (marker + indented).trimEnd()
  })
  return rows.join(isLoose ? '\n\n' : '\n')
}

function isList(text: string): boolean {
  return /^(?:- |\d+\. )/.test(text)
}

/** Terms in bold, each an item with what is said of it. */
function descriptions({ children }: Element): string {
  const items: { marker: string; blocks: readonly string[] }[] = []
  let terms: string[] = []
  for (const node of children) {
    if (isElement(node, 'dt')) terms.push(bold(node.children))
    if (!isElement(node, 'dd')) continue
    const [first = '', ...rest] = blocksOf(node.children)
    const term = terms.join(', ')
    // Only running text can stand behind the term.
    const isText = /^(?![-#>`|]|\d+\. )/.test(first)
    const lead = isText && first !== '' ? [`${term}: ${first}`] : [term, first]
    items.push({ marker: '- ', blocks: [...lead, ...rest].filter((text) => text !== '') })
    terms = []
  }
  if (terms.length > 0) items.push({ marker: '- ', blocks: [terms.join(', ')] })
  return joined(items)
}

function footnotes({ children }: Element): readonly string[] {
  const notes = childOf(children, 'ol')?.children.filter((node) => isElement(node, 'li')) ?? []
  const rows = notes.map((note, index) => {
    const blocks = isElement(note) ? blocksOf(note.children) : []
    return `[^${index + 1}]: ${blocks.join('\n\n').replaceAll(/\n(?=[^\n])/g, '\n    ')}`
  })
  return rows.length === 0 ? [] : [rows.join('\n')]
}
