// The last step: one walk over the finished HTML. References get their answers, headings their ids, lines of Chinese
// and Japanese are joined without spaces, and what the book wants to know of the page is noted.
import type { Heading, Section } from '../core/book.ts'
import type { PageElement } from '../core/element.ts'
import { type Edit, type Tag, applyEdits, attributeOf, scanTags } from '../markdown/html-tags.ts'
import { fragment } from '../markdown/fragment.ts'
import { createIdPool, slug } from '../markdown/slug.ts'
import { pageElements } from './elements.ts'
import { decodeEntities, escapeHtml } from './entities.ts'
import { closingOf, fold, textOf } from './html-text.ts'
import { joinedLines } from './joined-lines.ts'
import { type Settling, resolveTag } from './settle-references.ts'

/** A page as it will be shown, and what it tells of itself. */
export interface Settled {
  readonly html: string
  readonly headings: readonly Heading[]
  readonly ids: readonly string[]
  readonly sections: readonly Section[]
  /** Text of the first paragraph that is not inside a list, a callout or another block. */
  readonly firstParagraph?: string
  /** Noted only when the references are remembered. */
  readonly elements?: readonly PageElement[]
}

const HEADING = /^h[1-6]$/
const CONTAINERS = new Set([
  'aside',
  'blockquote',
  'details',
  'div',
  'dl',
  'figure',
  'nav',
  'ol',
  'section',
  'table',
  'ul',
])

/** Finishes a page. */
export function settle(html: string, settling: Settling): Settled {
  const tags = scanTags(html)
  const pool = createIdPool()
  const ids = tags.flatMap((tag) => attributeOf(tag, 'id')?.value ?? []).map(decodeEntities)
  for (const id of ids) pool.reserve(id)
  const edits: Edit[] = []
  const headings: Heading[] = []
  const sections: { id: string; title: string; from: number; to: number }[] = []
  sections.push({ id: '', title: '', from: 0, to: tags.length })
  for (const [index, tag] of tags.entries()) {
    edits.push(...resolveTag(settling, tag))
    if (tag.closing || !HEADING.test(tag.name)) continue
    const close = closingOf(tags, index)
    const text = fold(textOf(html, tags, index, close))
    const own = attributeOf(tag, 'id')?.value
    const id = own === undefined ? pool.claim(slug(text)) : decodeEntities(own)
    if (own === undefined) {
      ids.push(id)
      edits.push({
        from: tag.attributesEnd,
        to: tag.attributesEnd,
        text: ` id="${escapeHtml(id)}"`,
      })
    }
    headings.push({ level: Number(tag.name[1]), id, text })
    edits.push(selfLink(tags[close], `${settling.anchor}: ${text}`, id))
    const last = sections.at(-1)
    if (last !== undefined) last.to = index
    sections.push({ id, title: text, from: close, to: tags.length })
  }
  edits.push(...joinedLines(html, tags))
  edits.sort((a, b) => a.from - b.from || a.to - b.to)
  const first = firstParagraph(html, tags)
  return {
    html: applyEdits(html, edits),
    headings,
    ids: [...new Set(ids)],
    sections: sections
      .map(({ id, title, from, to }) => ({ id, title, text: sectionText(html, tags, from, to) }))
      .filter(({ id, text }) => id !== '' || text !== ''),
    ...(first === undefined ? {} : { firstParagraph: first }),
    ...(settling.asked === undefined ? {} : { elements: pageElements(html, tags, settling) }),
  }
}

/** The link of a heading to itself, before its closing tag. */
function selfLink(close: Tag | undefined, name: string, id: string): Edit {
  const at = close?.start ?? 0
  const href = escapeHtml(fragment(id))
  const text = `<a class="heading-anchor" href="${href}" aria-label="${escapeHtml(name)}"></a>`
  return { from: at, to: at, text }
}

/** The text of a section without tables of contents, which repeat the headings. */
function sectionText(html: string, tags: readonly Tag[], from: number, to: number): string {
  let text = from === 0 ? html.slice(0, tags[0]?.start ?? html.length) : ''
  let at = from
  while (at < to) {
    const tag = tags[at]
    if (tag?.name === 'nav' && !tag.closing) {
      at = closingOf(tags, at)
      text += ' '
    }
    text += textOf(html, tags, at, at + 1)
    at += 1
  }
  const last = tags[to]
  if (last === undefined) text += html.slice(tags.at(-1)?.end ?? html.length)
  return fold(text)
}

function firstParagraph(html: string, tags: readonly Tag[]): string | undefined {
  let depth = 0
  for (const [index, tag] of tags.entries()) {
    if (CONTAINERS.has(tag.name)) depth += tag.closing ? -1 : 1
    if (depth > 0 || tag.closing || tag.name !== 'p' || attributeOf(tag, 'class')) continue
    const text = fold(textOf(html, tags, index, closingOf(tags, index)))
    if (text !== '') return text
  }
  return undefined
}
