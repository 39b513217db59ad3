// One walk over the tokens of a page, after parsing and before rendering: gives headings their ids, has references
// resolved, and notes what the book wants to know of the page.
import type { Token } from 'markdown-it'
import type { Heading, Section } from '../core/book.ts'
import type { Place } from '../core/diagnostic.ts'
import { shorten } from './description.ts'
import {
  type Edit,
  type Tag,
  applyEdits,
  attributeOf,
  scanTags,
  readableText,
  textBetweenTags,
} from './html-tags.ts'
import { escapeHtml } from './html.ts'
import type { PageState } from './page.ts'
import { foldSpace, plainText, textContent } from './plain-text.ts'
import { type Referring, resolveImage, resolveLink, resolveTag } from './references.ts'
import { ranges } from './remarks.ts'
import { footnoteIds } from './rules/footnote-list.ts'
import { explicitIds, headingLinks } from './rules/heading-ids.ts'
import { type IdPool, slug } from './slug.ts'

/** What a page tells of itself. */
export interface Survey {
  readonly headings: readonly Heading[]
  readonly ids: readonly string[]
  readonly sections: readonly Section[]
  readonly title?: string
  readonly description?: string
}

/** The walk so far. */
interface Walk {
  readonly tokens: readonly Token[]
  readonly page: PageState
  readonly referring: Referring
  readonly pool: IdPool
  readonly ids: Set<string>
  readonly headings: Heading[]
  readonly sections: { readonly id: string; readonly title: string; readonly parts: string[] }[]
  description: string
}

/** Walks the tokens of a page; they are changed in place. `pool` knows the ids that authors gave. */
export function surveyPage(
  tokens: readonly Token[],
  page: PageState,
  referring: Referring,
  pool: IdPool,
): Survey {
  const sections = [{ id: '', title: '', parts: [] }]
  const lists = { ids: new Set<string>(), headings: [], sections, description: '' }
  const walk: Walk = { tokens, page, referring, pool, ...lists }
  for (const [index, token] of tokens.entries()) visit(walk, token, index)
  const title = walk.headings.find(({ level, text }) => level === 1 && text !== '')?.text
  return {
    headings: walk.headings,
    ids: [...walk.ids],
    sections: walk.sections
      .map(({ id, title: name, parts }) => ({ id, title: name, text: parts.join('\n').trim() }))
      .filter(({ id, text }) => id !== '' || text !== ''),
    ...(title === undefined ? {} : { title }),
    ...(walk.description === '' ? {} : { description: walk.description }),
  }
}

function visit(walk: Walk, token: Token, index: number): void {
  switch (token.type) {
    case 'heading_open':
      return visitHeading(walk, token, index)
    case 'inline':
      return visitInline(walk, token, index)
    case 'html_block':
      return visitHtml(walk, token, index)
    case 'fence':
    case 'code_block':
      return addText(walk, token.content)
    case 'footnote_open':
      for (const id of footnoteIds(token)) walk.ids.add(id)
  }
}

function addText(walk: Walk, text: string): void {
  if (text.trim() !== '') walk.sections.at(-1)?.parts.push(text)
}

function addHeading(walk: Walk, heading: Heading): void {
  walk.ids.add(heading.id)
  walk.headings.push(heading)
  walk.sections.push({ id: heading.id, title: heading.text, parts: [] })
}

function visitHeading(walk: Walk, token: Token, index: number): void {
  const children = walk.tokens[index + 1]?.children ?? []
  const content = textContent(children)
  const text = foldSpace(content) || foldSpace(plainText(children))
  const explicit = explicitIds.of(token)
  const id = explicit?.reserved ? explicit.id : walk.pool.claim(explicit?.id ?? slug(content))
  token.attrSet('id', id)
  const close = walk.tokens[index + 2]
  if (close !== undefined) headingLinks.set(close, { id, text })
  addHeading(walk, { level: Number(token.tag.slice(1)), id, text })
}

function visitInline(walk: Walk, block: Token, index: number): void {
  const children = block.children ?? []
  for (const [at, token] of children.entries()) {
    if (token.type === 'link_open')
      resolveLink(walk.referring, token, placeIn(walk, block, token), children[at + 1])
    else if (token.type === 'image')
      resolveImage(walk.referring, token, placeIn(walk, block, token))
    else if (token.type === 'html_inline') visitInlineHtml(walk, block, at)
  }
  const opener = walk.tokens[index - 1]
  if (opener?.type === 'heading_open') return
  addText(walk, plainText(children))
  if (walk.description === '' && opener?.type === 'paragraph_open' && opener.level === 0)
    walk.description = shorten(foldSpace(textContent(children)))
}

function placeIn(walk: Walk, block: Token, token: Token): Place {
  return walk.page.place(block, ranges.of(token) ?? { from: 0, to: 0 })
}

function visitHtml(walk: Walk, token: Token, index: number): void {
  const html = token.content
  const tags = scanTags(html)
  const placeOf = (from: number, to: number): Place => walk.page.place(token, { from, to })
  let done = 0
  const addTextUntil = (to: number): void => {
    const text = readableText({ html, tags, from: done, to })
    addText(walk, foldSpace(walk.referring.decodeEntities(text)))
  }
  const heading = (tag: Tag): string => {
    addTextUntil(tag.start)
    const close = tags.find(
      ({ name, closing, start }) => closing && name === tag.name && start >= tag.end,
    )
    done = close?.end ?? html.length
    const text = textBetweenTags({ html, tags, from: tag.end, to: close?.start ?? html.length })
    return close ? text : text + textUntil(walk, index + 1, `</${tag.name}`)
  }
  token.content = rewrite(walk, html, tags, { placeOf, heading })
  addTextUntil(html.length)
}

/** The text of the blocks from an index to the HTML block that begins with a closing tag. */
function textUntil(walk: Walk, from: number, closing: string): string {
  const parts: string[] = []
  for (const token of walk.tokens.slice(from, from + 20)) {
    if (token.type === 'html_block' && token.content.toLowerCase().includes(closing)) break
    if (token.type === 'inline') parts.push(textContent(token.children ?? []))
  }
  return parts.join(' ')
}

function visitInlineHtml(walk: Walk, block: Token, at: number): void {
  const children = block.children ?? []
  const token = children[at]
  if (token === undefined) return
  const base = ranges.of(token)?.from ?? 0
  const placeOf = (from: number, to: number): Place =>
    walk.page.place(block, { from: base + from, to: base + to })
  const heading = (tag: Tag): string => {
    const rest = children.slice(at + 1)
    const close = rest.findIndex(({ content }) => content.toLowerCase().startsWith(`</${tag.name}`))
    return textContent(close < 0 ? rest : rest.slice(0, close))
  }
  token.content = rewrite(walk, token.content, scanTags(token.content), { placeOf, heading })
}

interface HtmlContext {
  readonly placeOf: (from: number, to: number) => Place
  /** The text of the heading that a tag opens, entities and all. */
  readonly heading: (tag: Tag) => string
}

/** Resolves what raw HTML refers to, notes its ids, and gives its headings ids; all else stays byte for byte. */
function rewrite(walk: Walk, html: string, tags: readonly Tag[], context: HtmlContext): string {
  const edits: Edit[] = []
  for (const tag of tags) {
    noteIds(walk, tag)
    edits.push(...resolveTag(walk.referring, tag, context.placeOf))
    if (!tag.closing && /^h[1-6]$/.test(tag.name)) edits.push(...rawHeading(walk, tag, context))
  }
  return applyEdits(html, edits)
}

function noteIds(walk: Walk, tag: Tag): void {
  if (tag.closing) return
  const id = attributeOf(tag, 'id')?.value
  const name = tag.name === 'a' ? attributeOf(tag, 'name')?.value : undefined
  for (const value of [id, name]) if (value) walk.ids.add(walk.referring.decodeEntities(value))
}

function rawHeading(walk: Walk, tag: Tag, context: HtmlContext): readonly Edit[] {
  const content = walk.referring.decodeEntities(context.heading(tag))
  const own = attributeOf(tag, 'id')?.value ?? ''
  const id = own === '' ? walk.pool.claim(slug(content)) : walk.referring.decodeEntities(own)
  addHeading(walk, { level: Number(tag.name.slice(1)), id, text: foldSpace(content) })
  if (own !== '') return []
  const existing = attributeOf(tag, 'id')
  const text = `id="${escapeHtml(id)}"`
  if (existing !== undefined) return [{ from: existing.start, to: existing.end, text }]
  return [{ from: tag.attributesEnd, to: tag.attributesEnd, text: ` ${text}` }]
}
