// Running text as Markdown. Destinations are put between marks, so that whoever needs their places finds them.
import { marked, withoutMarks } from '../../core/marked-text.ts'
import { decodeReference } from '../../core/path.ts'
import { hasScheme, splitReference } from '../../core/reference.ts'
import {
  type Block,
  type Element,
  type Node,
  attributeOf,
  childOf,
  hasClass,
  isComment,
  isElement,
  textContent,
  valueOf,
} from '../node.ts'
import { codeSpan, escaped } from './escape.ts'
import { endTag, isLeftOut, startTag } from './html.ts'
import type { Writing } from './writing.ts'

/** Part of a line: written, or words in marks of emphasis, of which their neighbors say how they are written. */
type Part = string | { readonly mark: string; readonly name: string; readonly core: string }

/** Nodes as one line of Markdown; a line break in them is a backslash and a new line. */
export function inlineMarkdown(nodes: readonly Node[], writing: Writing): string {
  return inside(nodes, writing)
    .replaceAll(/[ \t\n]+/g, ' ')
    .replaceAll(/ ?\v ?/g, '\\\n')
    .replaceAll(/(?:\\\n)+$/g, '')
    .trim()
}

function inside(nodes: readonly Node[], writing: Writing): string {
  return joined(nodes.flatMap((node) => partsOf(node, writing)))
}

function partsOf(node: Node, writing: Writing): readonly Part[] {
  if (node.kind === 'text') return [escaped(node.value, writing.brackets)]
  if (node.kind === 'element') return elementParts(node, writing)
  if (node.kind === 'raw') return [rawText(node, writing)]
  if (node.block === 'math') return [`$$${withoutMarks(node.tex)}$$`]
  if (node.isInline && node.markdown !== undefined) return node.markdown(writing)
  if (node.block === 'code' || node.block === 'diagram') return [codeInLine(node)]
  return [inside(node.children, writing)]
}

/** Code that its author put into a line, behind its title. */
function codeInLine(node: Block & { readonly block: 'code' | 'diagram' }): string {
  const title = node.block === 'code' ? (node.title ?? '') : ''
  return ` ${[escaped(title), codeSpan(node.text.trim())].join(' ').trim()} `
}

/** Marks of emphasis where every reader takes them for such, HTML where not. */
function joined(parts: readonly Part[]): string {
  let text = ''
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') {
      // `!` before a link would make a picture of it.
      if (part.startsWith('[') && /(?<!\\)!$/.test(text)) text = `${text.slice(0, -1)}\\!`
      text += part
      continue
    }
    const { mark, name, core } = part
    const next = parts.slice(index + 1).find((one) => one !== '')
    const after = typeof next === 'string' ? next : next?.mark
    const isMarked = canStand(text.at(-1), core, after?.[0], mark)
    text += isMarked ? mark + core + mark : `<${name}>${core}</${name}>`
  }
  return text
}

const SPACE = /^\s$/
const SIGN = /^[\p{P}\p{S}]$/u

/** May a mark stand between these? */
function isFree(outer: string | undefined, inner: string | undefined): boolean {
  return !SIGN.test(inner ?? ' ') || outer === undefined || SPACE.test(outer) || SIGN.test(outer)
}

/** CommonMark's rules of flanking, on both sides; signs of the same kind beside it would join the mark. */
function canStand(
  before: string | undefined,
  core: string,
  after: string | undefined,
  mark: string,
): boolean {
  if (
    before === mark[0] ||
    after === mark[0] ||
    core.startsWith(mark[0] ?? '') ||
    core.endsWith(mark[0] ?? '')
  )
    return false
  return isFree(before, core[0]) && isFree(after, core.at(-1))
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

const ELEMENTS: Readonly<Record<string, (element: Element, writing: Writing) => string>> = {
  code: ({ children }) => codeSpan(textContent(children)),
  br: () => '\v',
  a: link,
  img: image,
  picture: ({ children }) => {
    const shown = childOf(children, 'img')
    return shown === undefined ? '' : image(shown)
  },
  sup: (node, writing) =>
    hasClass(node, 'footnote-ref') ? noteMark(node, writing) : raw(node, writing),
  sub: raw,
  input: (node) => (valueOf(node, 'type') === 'checkbox' ? checkbox(node) : ''),
  video: media,
  audio: media,
  iframe: media,
}

function elementParts(node: Element, writing: Writing): readonly Part[] {
  // What is there for readers of the page says nothing of its own.
  if (node.added && !hasClass(node, 'footnote-ref')) return []
  if (writing.isOfAuthor(node))
    return [startTag(node) + inside(node.children, writing) + endTag(node)]
  const mark = hasClass(node, 'conum') ? undefined : WRAPPERS[node.name]
  if (mark !== undefined) return wrapped(node.name, mark, inside(node.children, writing))
  return [ELEMENTS[node.name]?.(node, writing) ?? inside(node.children, writing)]
}

/** White space at the ends of a text stays outside of its marks. */
function wrapped(name: string, mark: string, text: string): readonly Part[] {
  const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return core === '' ? [text] : [before, { mark, name, core }, after]
}

function rawText(node: Node & { kind: 'raw' }, writing: Writing): string {
  if (node.html.trim() === '') return node.html
  return writing.isOfAuthor(node) && !isComment(node) ? withoutMarks(node.html) : ''
}

function checkbox(node: Element): string {
  return attributeOf(node, 'checked') === undefined ? '[ ]' : '[x]'
}

/** Markdown has no spelling of its own for these, and 10³ is not 103. */
function raw({ name, children }: Element, writing: Writing): string {
  const text = inside(children, writing)
  return text === '' ? '' : `<${name}>${text}</${name}>`
}

/** A destination between marks, in brackets when Markdown needs them. */
export function destination(url: string): string {
  const clean = withoutMarks(url).trim()
  const place = marked(clean)
  return /[\s()<>]/.test(clean) || clean === '' ? `<${place}>` : place
}

function link(node: Element, writing: Writing): string {
  const { children } = node
  if (hasClass(node, 'heading-anchor') || hasClass(node, 'footnote-back')) return ''
  const href = valueOf(node, 'href')
  const text = inside(children, writing.linked)
  if (href === undefined || text.trim() === '') return text
  if (textContent(children) === href && hasScheme(href) && !/[\s<>]/.test(href)) return `<${href}>`
  return `[${text}](${destination(href)}${titleOf(node)})`
}

function image(node: Element): string {
  const [src = '', alt = ''] = ['src', 'alt'].map((name) => valueOf(node, name))
  return src === '' ? '' : `![${escaped(alt, 'both')}](${destination(src)}${titleOf(node)})`
}

function titleOf(node: Element): string {
  const title = valueOf(node, 'title') ?? ''
  return title === '' ? '' : ` "${escaped(title).replaceAll('"', String.raw`\"`)}"`
}

function media(node: Element): string {
  const src = valueOf(node, 'src') ?? ''
  if (src === '') return ''
  const name = splitReference(src).path.replace(/\/+$/, '')
  return `[${escaped(name.slice(name.lastIndexOf('/') + 1) || src, 'both')}](${destination(src)})`
}

function noteMark({ children }: Element, writing: Writing): string {
  const [mark] = children
  const label = isElement(mark, 'a') ? noteLabel(valueOf(mark, 'href') ?? '') : undefined
  if (label === undefined) return inside(children, writing)
  writing.notes.add(label)
  return `[^${label}]`
}

/** The label of a note by its id or by a reference to it. */
export function noteLabel(id: string): string | undefined {
  const label = /^#?(?:fn_|_footnotedef_)(.+)$/.exec(decodeReference(id))?.[1]
  return label === undefined || /[\s[\]]/.test(label) ? undefined : label
}

/** Elements that stand in a line of text. */
export function isInline(node: Node): boolean {
  if (node.kind === 'element') return INLINE.has(node.name) && !isLeftOut(node)
  if (node.kind === 'block')
    return node.block === 'math' ? !node.display || node.isInText === true : node.isInline === true
  return node.kind === 'text' || node.html.trim() === '' || !/^<(?!!--)/.test(node.html)
}

const INLINE = new Set(
  'a abbr b bdi bdo big br button cite code del dfn em font i img input ins kbd label mark picture q ruby s samp small source span strong sub sup time tt u var wbr video audio iframe'.split(
    ' ',
  ),
)
