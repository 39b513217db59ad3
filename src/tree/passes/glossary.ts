// Marks the terms of the glossary where a page has text for them: not inside links, code, headings and scripts. No white
// space is consumed. A definition is an attribute that the style sheet shows on hover and on keyboard focus.
import type { Term } from '../../core/book.ts'
import { escapeHtml } from '../../core/html.ts'
import { element, raw, words } from '../node.ts'
import { decodeText } from '../parse.ts'
import { type Edit, MARK, type Mark, type Written, edited, marksOf, writeHtml } from '../write.ts'

// A word of these scripts stands without spaces around it: a term matches inside other text.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORD = `[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]`
const BEGINS_WITH_WORD = new RegExp(`^${WORD}`, 'v')
const ENDS_WITH_WORD = new RegExp(`${WORD}$`, 'v')

/** What marking needs to know. */
export interface GlossaryRequest {
  readonly page: Written
  readonly terms: readonly Term[]
  /** URL of the glossary page from this page; '' on the glossary page itself. */
  readonly url: string
}

/** The HTML with its terms marked, and which terms stand in it. */
export interface Marked extends Written {
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
export function markTerms({ page, terms, url }: GlossaryRequest): Marked {
  const { html } = page
  const present = termsIn(html, terms)
  if (present.length === 0) return { ...page, used: [] }
  const find = matcher(present)
  const used = new Set<string>()
  const edits: Edit[] = []
  const sections = sectionsOf(page)
  for (const { kind, from, to } of marksOf(page)) {
    if (kind !== MARK.text) continue
    while ((sections[1]?.from ?? Infinity) <= from) sections.shift()
    const own = url === '' ? (sections[0]?.id ?? '') : undefined
    edits.push(...marksIn(html.slice(from, to), { find, url, used, own, from }))
  }
  return { ...edited(page, edits), used: [...used] }
}

/** Where headings of the first and second level begin; those of the second with their ids. */
function sectionsOf(page: Written): { readonly from: number; readonly id: string }[] {
  const sections = [{ from: 0, id: '' }]
  let heading: Mark | undefined
  for (const mark of marksOf(page)) {
    const { kind, from, to } = mark
    if (kind === MARK.h1 || kind === MARK.h2) {
      heading = kind === MARK.h2 ? mark : undefined
      sections.push({ from, id: '' })
    } else if (kind === MARK.ids && heading !== undefined) {
      if (from < heading.to)
        sections[sections.length - 1] = { from: heading.from, id: page.html.slice(from, to) }
      heading = undefined
    }
  }
  return sections
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
  const parts = name.split(' ').map((word) => escapePattern(escapeHtml(word)))
  const before = BEGINS_WITH_WORD.test(name) ? `(?<!${WORD})` : ''
  const after = ENDS_WITH_WORD.test(name) ? `(?!${WORD})` : ''
  return before + parts.join('\\s+') + after
}

function marksIn(
  text: string,
  context: { find: Finder; url: string; used: Set<string>; own: string | undefined; from: number },
): readonly Edit[] {
  const { find, url, used, own, from: base } = context
  const edits: Edit[] = []
  for (const { 0: matched, index } of text.matchAll(find.pattern)) {
    const term = find.byName.get(fold(decodeText(matched)))
    if (term === undefined || term.id === own) continue
    used.add(term.id)
    const link = element(
      'a',
      [
        ['class', 'glossary-term'],
        ['href', `${url}#${encodeURIComponent(term.id)}`],
        ['data-definition', term.description],
      ],
      [raw(matched)],
    )
    const from = base + index
    edits.push({ from, to: from + matched.length, by: writeHtml([link]) })
  }
  return edits
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
export function addTermUses(page: Written, uses: TermUses, labels: UsesWords): Written {
  const sections = sectionsOf(page)
  return edited(
    page,
    sections.flatMap(({ id }, index) => {
      const at = sections[index + 1]?.from ?? page.html.length
      const by = usesList(uses.get(id) ?? [], labels)
      return by === undefined ? [] : [{ from: at, to: at, by }]
    }),
  )
}

function usesList(
  pages: readonly { readonly title: string; readonly url: string }[],
  { label, between }: UsesWords,
): Written | undefined {
  if (pages.length === 0) return undefined
  const links = pages.flatMap(({ title, url }, index) => [
    ...(index === 0 ? [] : [raw(between)]),
    element('a', [['href', url]], [words(title)]),
  ])
  const list = element('p', [['class', 'glossary-uses']], [words(`${label} `), ...links])
  list.attributes.push({ name: 'data-chrome', value: '', written: ' data-chrome' })
  return writeHtml([list, raw('\n')])
}
