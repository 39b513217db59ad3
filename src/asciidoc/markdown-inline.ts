// Running text as Markdown. Destinations are put between marks, so that whoever needs their places finds them.
import { marked, withoutMarks } from '../core/marked-text.ts'
import { hasScheme, splitReference } from '../core/reference.ts'
import {
  type Element,
  type Node,
  attributeOf,
  hasClass,
  textContent,
  valueOf,
} from '../tree/node.ts'

/** What Markdown would take for its own. */
const SPECIAL = /[`*[\]]|<(?=[a-z/!?])|&(?=#?\w+;)|\\(?=[!-/:-@[-`{-~])/gi
/** Where Asciidoctor lets lines break after dots and dashes. */
const TYPESETTING = /([\u2014\u2026])\u200B/g
const EDGE_UNDERSCORE = /(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu

/** Nodes as one line of Markdown; a line break in them is a backslash and a new line. */
export function inlineMarkdown(nodes: readonly Node[]): string {
  return inside(nodes)
    .replaceAll(/[ \t\n]+/g, ' ')
    .replaceAll(/ ?\v ?/g, '\\\n')
    .replaceAll(/(?:\\\n)+$/g, '')
    .trim()
}

/** A line that begins as a heading, a quotation or a list does would become one. */
export function withEscapedStart(text: string): string {
  return text
    .replaceAll(/^(?=[#>]|[-+](?:\s|$)|~~~|={2,}$|-{2,}$)/gm, '\\')
    .replaceAll(/^(\d{1,9})(?=[.)](?:\s|$))/gm, '$1\\')
}

function inside(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return escaped(node.value)
      if (node.kind === 'element') return element(node)
      return node.kind === 'block' ? inside(node.children) : ''
    })
    .join('')
}

function escaped(text: string): string {
  return withoutMarks(text)
    .replaceAll(TYPESETTING, '$1')
    .replaceAll(SPECIAL, String.raw`\$&`)
    .replaceAll(EDGE_UNDERSCORE, String.raw`\_`)
}

const WRAPPERS: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  cite: '*',
  del: '~~',
  s: '~~',
}

const ELEMENTS: Readonly<Record<string, (element: Element) => string>> = {
  code: ({ children }) => codeSpan(textContent(children)),
  br: () => '\v',
  a: link,
  img: image,
  sup: (node) => (hasClass(node, 'footnote-ref') ? noteMark(node) : raw(node)),
  sub: raw,
  input: (node) =>
    valueOf(node, 'type') === 'checkbox'
      ? checkbox(attributeOf(node, 'checked') !== undefined)
      : '',
  video: media,
  audio: media,
  iframe: media,
}

function element(node: Element): string {
  const wrapper = WRAPPERS[node.name]
  if (wrapper !== undefined && !hasClass(node, 'conum'))
    return wrapped(inside(node.children), wrapper)
  return ELEMENTS[node.name]?.(node) ?? inside(node.children)
}

function checkbox(isDone: boolean): string {
  return isDone ? '[x]' : '[ ]'
}

/** Marks around a text; white space at its ends stays outside of them. */
function wrapped(text: string, mark: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return core === '' ? text : before + mark + core + mark + after
}

/** Markdown has no spelling of its own for these, and 10³ is not 103. */
function raw({ name, children }: Element): string {
  const text = inside(children)
  return text === '' ? '' : `<${name}>${text}</${name}>`
}

/** A code span: more backticks around it than in it. */
export function codeSpan(text: string): string {
  const code = withoutMarks(text).replaceAll(/\s+/g, ' ')
  if (code.trim() === '') return code
  const fence = '`'.repeat(longestRun(code) + 1)
  const space = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return fence + space + code + space + fence
}

/** The longest run of backticks in a text. */
export function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

/** A destination between marks, in brackets when Markdown needs them. */
export function destination(url: string): string {
  const clean = withoutMarks(url).trim()
  const place = marked(clean)
  return /[\s()<>]/.test(clean) || clean === '' ? `<${place}>` : place
}

function link(node: Element): string {
  const { children } = node
  if (hasClass(node, 'heading-anchor') || hasClass(node, 'footnote-back')) return ''
  const href = valueOf(node, 'href')
  const text = inside(children)
  if (href === undefined || text.trim() === '') return text
  if (textContent(children) === href && hasScheme(href) && !/[\s<>]/.test(href)) return `<${href}>`
  return `[${text}](${destination(href)})`
}

function image(node: Element): string {
  const [src = '', alt = '', title = ''] = ['src', 'alt', 'title'].map((name) =>
    valueOf(node, name),
  )
  const tip = title === '' ? '' : ` "${escaped(title).replaceAll('"', String.raw`\"`)}"`
  return src === '' ? '' : `![${escaped(alt)}](${destination(src)}${tip})`
}

function media(node: Element): string {
  const src = valueOf(node, 'src') ?? ''
  if (src === '') return ''
  const name = splitReference(src).path.replace(/\/+$/, '')
  return `[${escaped(name.slice(name.lastIndexOf('/') + 1) || src)}](${destination(src)})`
}

function noteMark({ children }: Element): string {
  const mark = textContent(children).trim()
  return /^\d+$/.test(mark) ? `[^${mark}]` : inside(children)
}

/** Elements that stand in a line of text. */
export function isInline(node: Node): boolean {
  if (node.kind === 'element') return INLINE.has(node.name)
  return node.kind === 'text' || (node.kind === 'raw' && !/^<(?!!--)/.test(node.html))
}

const INLINE = new Set(
  'a abbr b bdi bdo big br cite code del dfn em i img input ins kbd label mark picture q s samp small source span strong sub sup time tt u var wbr video audio iframe'.split(
    ' ',
  ),
)

/** True for text without words. */
export function isBlank(node: Node): boolean {
  return node.kind === 'raw' || (node.kind === 'text' && node.value.trim() === '')
}
