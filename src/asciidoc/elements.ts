// What checks want to know of an AsciiDoc page: the same elements that a Markdown page has. Looked at in the finished
// HTML, where what readers see is certain; places are those that references and marks were noted with.
import type { Place } from '../core/diagnostic.ts'
import type { ElementContent, PageElement } from '../core/element.ts'
import { codeLines } from '../markdown/elements-full-width.ts'
import { type Attribute, type Tag, attributeOf } from '../markdown/html-tags.ts'
import { fileAttributes } from '../markdown/elements-html.ts'
import { countScripts } from '../markdown/scripts.ts'
import { decodeEntities } from './entities.ts'
import { closingOf, fold, textOf } from './html-text.ts'
import { MAIN } from './processor.ts'
import { MARK, type Marked } from './references.ts'
import type { Settling } from './settle-references.ts'

/** What is looked through. */
interface Walk {
  readonly html: string
  readonly tags: readonly Tag[]
  readonly settling: Settling
}

const TITLE = /^(?:=|#){1,6}[ \t]+(\S(?:.*\S)?)\s*$/
const TABLE = /^([|,:!]={3,})\s*$/
/** A macro whose brackets are full-width. */
const ALMOST = /(?:link|xref|image):[^\s[\]［］【】]+[［【][^\n［］【】]*[］】]/g
const NOT_PROSE = new Set(['pre', 'code', 'script', 'style', 'nav'])

/** The elements of a page in its order. */
export function pageElements(
  html: string,
  tags: readonly Tag[],
  settling: Settling,
): readonly PageElement[] {
  const walk = { html, tags, settling }
  const file = settling.places.line({ file: MAIN, line: 1 }).file
  return [
    ...tags.flatMap((tag, index) => (tag.closing ? [] : elementsAt(walk, tag, index))),
    ...prose(walk, { file }),
  ]
}

function elementsAt(walk: Walk, tag: Tag, index: number): readonly PageElement[] {
  const value = attributeOf(tag, MARK)?.value
  const marked = value === undefined ? undefined : walk.settling.notebook.marked(value)
  if (tag.name === 'a') return link(walk, tag, index)
  if (tag.name === 'img') return image(walk, tag)
  if (marked === undefined) return attributes(walk, tag)
  if (/^h[1-6]$/.test(tag.name)) return heading(walk, tag, index, marked)
  if (tag.name === 'table') return table(walk, index, marked)
  return code(walk, marked)
}

function link({ html, tags, settling }: Walk, tag: Tag, index: number): readonly PageElement[] {
  const asked = askedFor(settling, attributeOf(tag, 'href'))
  // Those of contents and footnotes are ours.
  if (asked === undefined || (asked.html && asked.written.startsWith('#'))) return []
  const close = closingOf(tags, index)
  const inside = tags.slice(index + 1, close)
  const labels = [tag, ...inside].flatMap(labelsOf).join(' ')
  const text = fold(`${textOf(html, tags, index, close)} ${labels}`)
  const hasImage = inside.some(({ name }) => name === 'img' || name === 'svg')
  const { written, at } = asked
  const picture = hasImage ? { hasImage } : {}
  return [{ kind: 'link', written, text, ...picture, target: at, at }]
}

function labelsOf(tag: Tag): readonly string[] {
  const names = tag.name === 'img' ? ['alt'] : ['aria-label', 'title']
  return names.flatMap((name) => attributeOf(tag, name)?.value ?? [])
}

function image({ settling }: Walk, tag: Tag): readonly PageElement[] {
  const src = attributeOf(tag, 'src')
  const asked = askedFor(settling, src)
  if (src === undefined || asked === undefined) return []
  const value = attributeOf(tag, 'alt')?.value
  const isSaid = value !== undefined && settling.notebook.find(src.value)?.unsaid !== true
  const alt = isSaid ? { alt: decodeEntities(value) } : {}
  const { written, at, html } = asked
  return [{ kind: 'image', written, ...alt, target: at, html, at }]
}

function askedFor(
  { asked }: Settling,
  attribute: Attribute | undefined,
): { readonly written: string; readonly at: Place; readonly html: boolean } | undefined {
  return attribute === undefined ? undefined : asked?.get(attribute)
}

/** Files and ids that raw HTML names. */
function attributes({ settling }: Walk, tag: Tag): readonly PageElement[] {
  return fileAttributes(tag.name).flatMap((name) => {
    const found = attributeOf(tag, name)
    if (found === undefined || found.value.trim() === '') return []
    if (settling.notebook.find(found.value) !== undefined) return []
    const value = decodeEntities(found.value.trim())
    const at = settling.places.anywhere([found.value, value])
    return [{ kind: 'attribute', tag: tag.name, name, value, at }] as const
  })
}

function heading(
  { html, tags, settling }: Walk,
  tag: Tag,
  index: number,
  { spot }: Marked,
): readonly PageElement[] {
  const text = fold(textOf(html, tags, index, closingOf(tags, index)))
  const at = settling.places.begin(spot, TITLE)
  return [{ kind: 'heading', level: Number(tag.name[1]), text, at }]
}

/** A table without headers; one of a single row, or without a word, only puts things side by side. */
function table(
  { html, tags, settling }: Walk,
  index: number,
  { spot }: Marked,
): readonly PageElement[] {
  const close = closingOf(tags, index)
  const inside = tags.slice(index, close).filter(({ closing }) => !closing)
  if (inside.some(({ name }) => name === 'th' || name === 'caption')) return []
  if (inside.filter(({ name }) => name === 'tr').length < 2) return []
  if (fold(textOf(html, tags, index, close)) === '') return []
  return [{ kind: 'bare-table', at: settling.places.begin(spot, TABLE) }]
}

function code({ settling }: Walk, { spot, code: block }: Marked): readonly PageElement[] {
  return codeLines(block?.lines ?? [], 1).flatMap(({ text }) => {
    const at = settling.places.everywhere(spot, text)
    const language = (block?.language ?? '').toLowerCase()
    return at === undefined ? [] : [{ kind: 'code-line', language, text, at } as const]
  })
}

/** The scripts of what is neither code nor contents, and macros that are shown as text. */
function* prose({ html, tags, settling }: Walk, page: Place): Generator<PageElement> {
  const scripts = new Map<string, number>()
  let aside = 0
  for (const [index, tag] of tags.entries()) {
    if (NOT_PROSE.has(tag.name)) aside += tag.closing ? -1 : 1
    const text = html.slice(tag.end, tags[index + 1]?.start)
    if (aside > 0 || text.trim() === '') continue
    countScripts(text, scripts)
    for (const [found] of decodeEntities(text).matchAll(ALMOST))
      yield element(settling.places.anywhere([found]), { kind: 'almost-link', text: found })
  }
  yield element(page, { kind: 'prose', scripts: Object.fromEntries(scripts) })
}

function element(at: Place, content: ElementContent): PageElement {
  return { ...content, at }
}
