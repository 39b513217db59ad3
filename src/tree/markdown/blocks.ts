// Blocks as Markdown: containers put something before the lines of what they hold.
import type { CodeFacts } from '../facts.ts'
import {
  type Element,
  attributeOf,
  childOf,
  classesOf,
  hasClass,
  headingLevel,
  isBlank,
  isElement,
  textContent,
  valueOf,
  words,
  type Block,
  type Node,
} from '../node.ts'
import { fenced, indented, quoted, withEscapedStart } from './escape.ts'
import { withoutMarks } from '../../core/marked-text.ts'
import { isLeftOut } from './html.ts'
import { isInline, noteLabel } from './inline.ts'
import { descriptionsMarkdown, listMarkdown } from './lists.ts'
import { tableMarkdown } from './table.ts'
import { type Piece, type Writing, joinPieces } from './writing.ts'

type Write = (element: Element, writing: Writing) => readonly Piece[]

const CALLOUT = /^callout-(note|tip|important|warning|caution)$/
/** Running text as a block. */
export function paragraph(nodes: readonly Node[], writing: Writing): readonly Piece[] {
  return piecesOf(withEscapedStart(writing.inline(nodes)))
}

function piecesOf(...texts: readonly string[]): readonly Piece[] {
  return texts.filter((text) => text !== '').map((text) => ({ text }))
}

function bold(nodes: readonly Node[], writing: Writing): string {
  const text = writing.inline(nodes)
  return text === '' || text.includes('*') ? text : `**${text}**`
}

const BLOCKS: Readonly<Record<string, Write>> = {
  p: titleOrText,
  figcaption: titleOrText,
  figure,
  ul: (element, writing) => piecesOf(listMarkdown(element, writing)),
  ol: (element, writing) => piecesOf(listMarkdown(element, writing)),
  dl: (element, writing) => piecesOf(...descriptionsMarkdown(element, writing)),
  blockquote: (element, writing) =>
    piecesOf(
      quoted(hasClass(element, 'verse') ? verse(element, writing) : content(element, writing)),
    ),
  pre: (element) => piecesOf(code(element)),
  table: (element, writing) => piecesOf(...tableMarkdown(element, writing)),
  details,
  hr: () => piecesOf('---'),
}

/** The picture above a title, which its author did not put into the text. */
function isCover(element: Element): boolean {
  return element.tags === undefined && hasClass(element, 'cover')
}

/** An element that is a block. */
export function elementPieces(element: Element, writing: Writing): readonly Piece[] {
  const { name } = element
  if (isLeftOut(element) || isCover(element)) return []
  const level = headingLevel(element)
  if (level > 0) return piecesOf(heading(level, element, writing))
  return BLOCKS[name]?.(element, writing) ?? container(element, writing)
}

/** A block that says itself what it is, or one of the tree's own. */
export function blockPieces(block: Block, writing: Writing): readonly Piece[] {
  if (block.markdown !== undefined) return piecesOf(...block.markdown(writing))
  if (block.block === 'code') return piecesOf(fenced(block.written ?? block.text, infoOf(block)))
  if (block.block === 'diagram') return piecesOf(fenced(block.text, block.language))
  if (block.block === 'math') return piecesOf(`$$\n${withoutMarks(block.tex)}\n$$`)
  if (block.block === 'callout') {
    const [shown] = block.children
    const children = isElement(shown) ? shown.children : block.children
    const rest = children.filter((node) => !isElement(node) || !hasClass(node, 'callout-title'))
    const title = block.isTitled ? [words(block.title)] : []
    return callout(block.callout, title, rest, writing)
  }
  return writing.pieces(block.children)
}

function infoOf({
  info,
  language,
  title,
}: Pick<CodeFacts, 'info' | 'language'> & { readonly title?: string | undefined }): string {
  const isSaid = title === undefined || info?.includes(title) === true
  const said = isSaid ? '' : `title="${title.replaceAll('"', "'")}"`
  const name = info?.trim() ?? language
  return [name || (said === '' ? '' : 'text'), said].filter((part) => part !== '').join(' ')
}

function content({ children }: Element, writing: Writing): string {
  return joinPieces(writing.pieces(children))
}

function titleOrText(element: Element, writing: Writing): readonly Piece[] {
  // Titles of blocks, steps and panels.
  const isTitle = classesOf(element).some((name) => /^(?:block|step|tab)-title$/.test(name))
  return isTitle
    ? piecesOf(bold(element.children, writing.converting))
    : paragraph(element.children, writing)
}

function heading(level: number, { children, tags, attributes }: Element, writing: Writing): string {
  const inline = writing.inline(children).replaceAll('\\\n', ' ')
  // What would be read as an id of the author's.
  const text = inline.replace(/(?<!\\)\{(?=#[^`}]*\}$)/, '\\{')
  const id = attributes.find(
    ({ name, at }) => name === 'id' && at !== undefined && tags === undefined,
  )
  const own = id === undefined ? '' : ` {#${id.value}}`
  return `${'#'.repeat(level)} ${text.replace(/(#+)$/, String.raw`\$1`)}${own}`.trimEnd()
}

/** An image with its caption: as its title, where the page made a figure of that. */
function figure(element: Element, writing: Writing): readonly Piece[] {
  const { children, tags } = element
  const coded = titledCode(element)
  if (coded !== undefined) return piecesOf(coded)
  const [shown, ...others] = children.filter(({ kind }) => kind === 'element')
  const caption = others.length === 1 ? others[0] : undefined
  const isTitled = tags === undefined && isElement(caption, 'figcaption') && shown !== undefined
  if (!isTitled) return writing.converting.pieces(children)
  const text = writing.inline([shown])
  const title = textContent(caption.children).replaceAll('"', String.raw`\"`)
  return piecesOf(text.replace(/\)(?=\]\([^)]*\)$|$)/, ` "${title}")`))
}

function container(element: Element, writing: Writing): readonly Piece[] {
  const kind = classesOf(element).flatMap((name) => CALLOUT.exec(name)?.[1] ?? [])[0]
  if (kind !== undefined) return calloutElement(kind, element, writing)
  if (hasClass(element, 'footnotes')) return footnotes(element, writing)
  return writing.pieces(element.children)
}

/** A title of its own stands in bold, the usual one is said by the kind. */
function callout(
  kind: string,
  title: readonly Node[],
  children: readonly Node[],
  writing: Writing,
): readonly Piece[] {
  const pieces = [...piecesOf(bold(title, writing)), ...writing.pieces(children)]
  return piecesOf(quoted(`[!${kind.toUpperCase()}]\n${joinPieces(pieces)}`.trimEnd()))
}

function calloutElement(kind: string, element: Element, writing: Writing): readonly Piece[] {
  const { children } = element
  const title = children.find((node) => isElement(node) && hasClass(node, 'callout-title'))
  const rest = children.filter((node) => node !== title)
  const isOwn = attributeOf(element, 'aria-label') !== undefined && isElement(title)
  return callout(kind, isOwn ? title.children : [], rest, writing)
}

function details({ children }: Element, writing: Writing): readonly Piece[] {
  const summary = childOf(children, 'summary')
  const rest = writing.pieces(children.filter((node) => node !== summary))
  return summary === undefined ? rest : [...summaryPieces(summary, writing.converting), ...rest]
}

/** Its first words in bold. What else stands in a summary, which may have no end, are blocks. */
function summaryPieces({ children }: Element, writing: Writing): readonly Piece[] {
  const start = children.findIndex((node) => !isInline(node) && !isBlank(node))
  if (start < 0) return piecesOf(bold(children, writing))
  const line = children.slice(0, start)
  const first = children[start]
  const isTitle =
    line.every(isBlank) && isElement(first) && (first.name === 'p' || headingLevel(first) > 0)
  const title = isTitle ? first.children : line
  const rest = children.slice(isTitle ? start + 1 : start)
  return [...piecesOf(bold(title, writing)), ...writing.pieces(rest)]
}

/** Lines that stay lines. */
function verse({ children }: Element, writing: Writing): string {
  return children
    .flatMap((node) => {
      if (!isElement(node, 'pre')) return writing.blocks([node])
      const lines = textContent(node.children).trim().split('\n')
      return [lines.map((line) => withEscapedStart(writing.inline([words(line)]))).join('\\\n')]
    })
    .join('\n\n')
}

function code(element: Element, title?: string): string {
  const { children } = element
  const inner = childOf(children, 'code')
  const named = inner && classesOf(inner).flatMap((name) => /^lang-(.+)$/.exec(name)?.[1] ?? [])[0]
  const language = named ?? (valueOf(element, 'class') === 'math' ? 'math' : '')
  return fenced(textContent(children), infoOf({ language, title }))
}

/** Code below its title. */
function titledCode(element: Element): string | undefined {
  const pre = hasClass(element, 'code') ? childOf(element.children, 'pre') : undefined
  const caption = childOf(element.children, 'figcaption')
  return pre && caption && code(pre, textContent(caption.children))
}

/** Notes: those of a page in Markdown where they were written, others behind everything. */
function footnotes({ children }: Element, writing: Writing): readonly Piece[] {
  const pieces: Piece[] = []
  for (const note of childOf(children, 'ol')?.children ?? []) {
    if (!isElement(note, 'li')) continue
    const label = noteLabel(valueOf(note, 'id') ?? '')
    const [kept] = note.verbatim === undefined ? [] : writing.pieces([note])
    if (kept !== undefined) pieces.push(kept)
    // What was written in the text still stands there, unless the text was written anew.
    else if (label !== undefined && (!label.startsWith('inline-') || writing.notes.has(label)))
      pieces.push({ text: `[^${label}]: ${indented(content(note, writing), 4)}`.trimEnd() })
  }
  return pieces
}
