// Marks the terms of the glossary in finished HTML. Text inside links, code, headings and scripts is left alone, and no
// white space is consumed. A definition is an attribute that the style sheet shows on hover and on keyboard focus.
import type { Term } from '../core/book.ts'
import { escapeHtml } from '../markdown/html.ts'
import { type Tag, scanTags } from '../markdown/html-tags.ts'

/** Elements in whose text no term is marked. */
const EXCLUDED = new Set(
  'a abbr button code pre kbd samp script style textarea select svg math h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
// A word of these scripts stands without spaces around it: a term matches inside other text.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORD = `[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]`
const BEGINS_WITH_WORD = new RegExp(`^${WORD}`, 'v')
const ENDS_WITH_WORD = new RegExp(`${WORD}$`, 'v')

/** What marking needs to know. */
export interface GlossaryRequest {
  readonly html: string
  readonly terms: readonly Term[]
  /** URL of the glossary page from this page; '' on the glossary page itself. */
  readonly url: string
}

/** The HTML with its terms marked, and which terms stand in it. */
export interface Marked {
  readonly html: string
  readonly used: readonly string[]
}

/** The terms that may stand in a text: all others can be left out of the search. */
export function termsIn(text: string, terms: readonly Term[]): readonly Term[] {
  const folded = text.toLowerCase()
  return terms.filter(({ name }) =>
    folded.includes(escapeHtml(name.toLowerCase().split(/\s+/)[0] ?? '')),
  )
}

/** Marks every occurrence: whole words in scripts that have spaces, anywhere in those that have none, longest first. */
export function markTerms({ html, terms, url }: GlossaryRequest): Marked {
  const present = termsIn(html, terms)
  if (present.length === 0) return { html, used: [] }
  const find = matcher(present)
  const used = new Set<string>()
  let section = ''
  let out = ''
  let at = 0
  const copy = (to: number, marked: boolean): void => {
    const piece = html.slice(at, to)
    out += marked
      ? markText(piece, { find, url, used, own: url === '' ? section : undefined })
      : piece
    at = to
  }
  const inside = exclusion()
  for (const tag of scanTags(html)) {
    copy(tag.start, !inside.excluded())
    copy(tag.end, false)
    if (tag.name === 'h2' && !tag.closing) section = attribute(tag, 'id')
    inside.pass(tag)
  }
  copy(html.length, !inside.excluded())
  return { html: out, used: [...used] }
}

/** Follows the tags and tells whether text at this point is inside an excluded element. */
function exclusion(): { pass(tag: Tag): void; excluded(): boolean } {
  let name = ''
  let depth = 0
  return {
    excluded: () => depth > 0,
    pass(tag) {
      if (VOID.has(tag.name)) return
      // Until the excluded element is closed, only elements of its own name matter.
      if (depth > 0) depth += tag.name === name ? (tag.closing ? -1 : 1) : 0
      else if (!tag.closing && excludes(tag)) {
        name = tag.name
        depth = 1
      }
    },
  }
}

function excludes(tag: Tag): boolean {
  return EXCLUDED.has(tag.name) || attribute(tag, 'class').split(/\s+/).includes('no-glossary')
}

function attribute(tag: Tag, name: string): string {
  return tag.attributes.find((found) => found.name === name)?.value ?? ''
}

interface Finder {
  readonly pattern: RegExp
  readonly byName: ReadonlyMap<string, Term>
}

function matcher(terms: readonly Term[]): Finder {
  const byName = new Map<string, Term>()
  for (const term of terms) {
    const name = fold(term.name)
    if (name !== '' && !byName.has(name)) byName.set(name, term)
  }
  const sources = [...byName.keys()].toSorted((a, b) => b.length - a.length).map(sourceOf)
  // An entity is consumed whole: the term `amp` must not be found in `&amp;`.
  return { pattern: new RegExp(`${sources.join('|')}|&[#\\w]+;|<!--.*?-->`, 'gisv'), byName }
}

function sourceOf(name: string): string {
  const words = name.split(' ').map((word) => escapePattern(escapeHtml(word)))
  const before = BEGINS_WITH_WORD.test(name) ? `(?<!${WORD})` : ''
  const after = ENDS_WITH_WORD.test(name) ? `(?!${WORD})` : ''
  return before + words.join('\\s+') + after
}

function markText(
  text: string,
  context: { find: Finder; url: string; used: Set<string>; own: string | undefined },
): string {
  const { find, url, used, own } = context
  if (text.trim() === '') return text
  return text.replace(find.pattern, (matched) => {
    const term = find.byName.get(fold(unescapeHtml(matched)))
    if (term === undefined || term.id === own) return matched
    used.add(term.id)
    const definition = escapeHtml(term.description)
    return `<a class="glossary-term" href="${escapeHtml(`${url}#${encodeURIComponent(term.id)}`)}" data-definition="${definition}">${matched}</a>`
  })
}

function fold(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

function escapePattern(text: string): string {
  return text.replaceAll(
    /[\\^$.*+?()[\]{}|/&!#%,:;<=>@`~"'-]/g,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}

/** Where a term is used: the pages that mark it. */
export type TermUses = ReadonlyMap<
  string,
  readonly { readonly title: string; readonly url: string }[]
>

/** What stands before the links, and between two of them. */
export interface UsesWords {
  readonly label: string
  readonly between: string
}

/**
 * The glossary page with, behind each definition, links to the pages that use the term. Definitions begin at the h2
 * that carries the term's id.
 */
export function addTermUses(html: string, uses: TermUses, words: UsesWords): string {
  let out = ''
  let at = 0
  let open = ''
  const close = (to: number): void => {
    out += html.slice(at, to) + usesList(uses.get(open) ?? [], words)
    at = to
  }
  for (const tag of scanTags(html)) {
    if (tag.closing || !/^h[12]$/.test(tag.name)) continue
    close(tag.start)
    open = tag.name === 'h2' ? attribute(tag, 'id') : ''
  }
  close(html.length)
  return out
}

function usesList(
  pages: readonly { readonly title: string; readonly url: string }[],
  { label, between }: UsesWords,
): string {
  if (pages.length === 0) return ''
  const links = pages.map(
    ({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`,
  )
  return `<p class="glossary-uses" data-chrome>${escapeHtml(label)} ${links.join(between)}</p>\n`
}
