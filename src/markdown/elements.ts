// What checks want to know of a page that readers never see: where its links, images and headings were written. One
// walk over the tokens before references are resolved; costs nothing unless somebody asks.
import type { Token } from 'markdown-it'
import type { Place } from '../core/diagnostic.ts'
import type { ElementContent, PageElement } from '../core/element.ts'
import { almostLinks, codeLines } from './elements-full-width.ts'
import { type HtmlElement, type HtmlText, htmlElements } from './elements-html.ts'
import type { PageState } from './page.ts'
import { foldSpace, plainText } from './plain-text.ts'
import { countScripts } from './scripts.ts'
import { ranges, wholes } from './remarks.ts'

/** The walk so far. */
interface Walk {
  readonly tokens: readonly Token[]
  readonly page: PageState
  readonly lines: readonly string[]
  readonly decode: (text: string) => string
  readonly found: PageElement[]
  readonly scripts: Map<string, number>
  quotes: number
}

/** The elements of a page in order. `source` is the text that the tokens were made of. */
export function pageElements(
  tokens: readonly Token[],
  page: PageState,
  source: string,
  decode: (text: string) => string,
): readonly PageElement[] {
  const lines = source.split('\n')
  const walk: Walk = { tokens, page, lines, decode, found: [], scripts: new Map(), quotes: 0 }
  for (const [index, token] of tokens.entries()) visit(walk, token, index)
  const at = page.placeAt(0, 0)
  const scripts = Object.fromEntries(walk.scripts)
  return [...walk.found, { kind: 'prose', scripts, at: { file: at.file } }]
}

function add(walk: Walk, at: Place, content: ElementContent): void {
  walk.found.push({ ...content, at })
}

function visit(walk: Walk, token: Token, index: number): void {
  switch (token.type) {
    case 'blockquote_open':
      walk.quotes += 1
      return
    case 'blockquote_close':
      walk.quotes -= 1
      return
    case 'inline':
      return visitInline(walk, token, index)
    case 'html_block':
      return visitBlock(walk, token)
    case 'fence':
    case 'code_block':
      return visitCode(walk, token)
    case 'thead_open':
      return visitTableHead(walk, index)
  }
}

function visitInline(walk: Walk, block: Token, index: number): void {
  const { page } = walk
  const children = block.children ?? []
  const opener = walk.tokens[index - 1]
  // The headings of a quotation are no part of the page's own tree.
  if (opener?.type === 'heading_open' && walk.quotes === 0) {
    const at = page.place(block, { from: 0, to: block.content.length })
    const text = foldSpace(plainText(children))
    add(walk, at, { kind: 'heading', level: Number(opener.tag.slice(1)), text })
  }
  for (const [at, token] of children.entries()) {
    if (token.type === 'link_open') addLink(walk, block, at)
    else if (token.type === 'image') addImage(walk, block, token)
  }
  if (children.some(({ type }) => type === 'html_inline')) visitInlineHtml(walk, block)
  for (const { from, to, text } of almostLinks(block))
    add(walk, page.place(block, { from, to }), { kind: 'almost-link', text })
  for (const token of children) if (token.type === 'text') countScripts(token.content, walk.scripts)
}

function addLink(walk: Walk, block: Token, at: number): void {
  const children = block.children ?? []
  const token = children[at]
  if (token === undefined) return
  const close = children.findIndex(
    (other, index) => index > at && other.type === 'link_close' && other.level === token.level,
  )
  const inside = children.slice(at + 1, close < 0 ? undefined : close)
  const target = walk.page.place(block, ranges.of(token) ?? { from: 0, to: 0 })
  const whole = wholes.of(token)
  add(walk, whole === undefined ? target : walk.page.place(block, whole), {
    kind: 'link',
    written: String(token.attrGet('href') ?? ''),
    text: foldSpace(`${plainText(inside)}${labelsIn(walk, inside)}`),
    ...(inside.some(isImage) ? { hasImage: true } : {}),
    target,
  })
  for (const image of inside) if (image.type === 'image') addImage(walk, block, image)
}

function isImage({ type, content }: Token): boolean {
  return type === 'image' || (type === 'html_inline' && /^<(?:img|svg)\b/i.test(content))
}

/** Names that tags of HTML inside a link give it. */
function labelsIn(walk: Walk, inside: readonly Token[]): string {
  const html = inside.filter(({ type }) => type === 'html_inline').map(({ content }) => content)
  const names = html.join('').matchAll(/\s(?:alt|aria-label|title)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)
  return [...names].map(([, double, single]) => ` ${walk.decode(double ?? single ?? '')}`).join('')
}

function addImage(walk: Walk, block: Token, token: Token): void {
  const target = walk.page.place(block, ranges.of(token) ?? { from: 0, to: 0 })
  const whole = wholes.of(token)
  const alt = foldSpace(plainText(token.children ?? []))
  add(walk, whole === undefined ? target : walk.page.place(block, whole), {
    kind: 'image',
    written: String(token.attrGet('src') ?? ''),
    ...(alt === '' ? {} : { alt }),
    target,
    html: false,
  })
}

/** Raw HTML in running text: its tags are tokens of their own, with text and Markdown between them. */
function visitInlineHtml(walk: Walk, block: Token): void {
  const pieces: HtmlText[] = []
  for (const token of block.children ?? []) {
    const from = token.type === 'html_inline' ? ranges.of(token)?.from : undefined
    if (from === undefined) pieces.push({ text: plainText([token]) })
    else pieces.push({ html: token.content, from })
  }
  for (const element of htmlElements(pieces, walk.decode)) addHtml(walk, block, element)
}

function visitBlock(walk: Walk, token: Token): void {
  const pieces = [{ html: token.content, from: 0 }]
  for (const element of htmlElements(pieces, walk.decode)) addHtml(walk, token, element)
}

function addHtml(walk: Walk, block: Token, { from, to, target, content }: HtmlElement): void {
  const at = walk.page.place(block, { from, to })
  if (target === undefined) add(walk, at, content)
  else walk.found.push({ ...content, at, target: walk.page.place(block, target) } as PageElement)
}

function visitCode(walk: Walk, token: Token): void {
  const [first = 0, last = 0] = token.map ?? []
  const isFence = token.type === 'fence'
  const language = isFence ? (/^[\w+#.-]+/.exec(token.info.trim())?.[0] ?? '') : ''
  const lines = walk.lines.slice(first + (isFence ? 1 : 0), last)
  for (const { line, column, text } of codeLines(lines, first + (isFence ? 2 : 1))) {
    const { file } = walk.page.placeAt(0, 0)
    const at = { file, start: { line, column }, end: { line, column: column + text.length } }
    add(walk, at, { kind: 'code-line', language: language.toLowerCase(), text })
  }
}

/** A header row in which nothing is written. */
function visitTableHead(walk: Walk, index: number): void {
  const end = walk.tokens.findIndex(({ type }, at) => at > index && type === 'thead_close')
  const cells = walk.tokens.slice(index, end).filter(({ type }) => type === 'inline')
  if (cells.some(({ content }) => content.trim() !== '')) return
  const line = walk.tokens[index]?.map?.[0] ?? 0
  const { file } = walk.page.placeAt(0, 0)
  const text = walk.lines[line] ?? ''
  const start = { line: line + 1, column: 1 + text.length - text.trimStart().length }
  const end2 = { line: line + 1, column: 1 + text.trimEnd().length }
  add(walk, { file, start, end: end2 }, { kind: 'bare-table' })
}
