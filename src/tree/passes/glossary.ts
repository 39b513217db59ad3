// Marks the terms of the glossary where a page has text for them: not inside links, code, headings and scripts. No white
// space is consumed. A definition is an attribute that the style sheet shows on hover and on keyboard focus.
import type { Term } from '../../core/book.ts'
import { element, raw, words } from '../node.ts'
import { type FoundTerm, termFinder } from './find-terms.ts'
import {
  type Edit,
  MARK,
  type Mark,
  type MarkedHtml,
  edited,
  marksOf,
  writeHtml,
} from '../write.ts'

/** What marking needs to know. */
export interface GlossaryRequest {
  readonly page: MarkedHtml
  readonly terms: readonly Term[]
  /** URL of the glossary page from this page; '' on the glossary page itself. */
  readonly url: string
}

/** The HTML with its terms marked, and which terms stand in it. */
export interface GlossaryHtml extends MarkedHtml {
  readonly used: readonly string[]
}

/** Marks every occurrence: whole words in scripts that have spaces, anywhere in those that have none, longest first. */
export function markTerms({ page, terms, url }: GlossaryRequest): GlossaryHtml {
  const found = terms.length === 0 ? [] : [...occurrences(page, terms, url === '')]
  if (found.length === 0) return { ...page, used: [] }
  const edits = found.map(({ from, to, term }): Edit => {
    return { from, to, by: link(term, page.html.slice(from, to), url) }
  })
  return { ...edited(page, edits), used: [...new Set(found.map(({ term }) => term.id))] }
}

/** The terms in the text of a page; in the glossary none in its own definition. */
function* occurrences(
  page: MarkedHtml,
  terms: readonly Term[],
  isGlossary: boolean,
): Generator<FoundTerm> {
  const find = termFinder(terms)
  const sections = isGlossary ? sectionsOf(page, idsOf(terms)) : []
  let section = 0
  for (const { kind, from: base, to } of marksOf(page)) {
    if (kind !== MARK.text) continue
    while ((sections[section + 1]?.from ?? Infinity) <= base) section += 1
    for (const { from, to: end, term } of find(page.html.slice(base, to)))
      if (!isGlossary || term.id !== sections[section]?.id)
        yield { from: base + from, to: base + end, term }
  }
}

function link(term: Term, text: string, url: string): MarkedHtml {
  const made = element(
    'a',
    [
      ['class', 'glossary-term'],
      ['href', `${url}#${encodeURIComponent(term.id)}`],
      ['data-definition', term.description],
    ],
    [raw(text)],
  )
  return writeHtml([made])
}

function idsOf(terms: readonly Term[]): ReadonlySet<string> {
  return new Set(terms.map(({ id }) => id))
}

/** Where the parts of a glossary begin: headings of the first and second level, and of these the terms with their ids. */
function sectionsOf(
  page: MarkedHtml,
  terms: ReadonlySet<string>,
): { readonly from: number; readonly id: string }[] {
  const sections = [{ from: 0, id: '' }]
  let heading: Mark | undefined
  for (const mark of marksOf(page)) {
    const { kind, from, to } = mark
    if (kind === MARK.h1 || kind === MARK.h2 || kind === MARK.h3) {
      heading = mark
      if (kind !== MARK.h3) sections.push({ from, id: '' })
    } else if (kind === MARK.ids && heading !== undefined) {
      const id = page.html.slice(from, to)
      if (from < heading.to && heading.kind !== MARK.h1 && terms.has(id)) {
        if (heading.kind === MARK.h2) sections.pop()
        sections.push({ from: heading.from, id })
      }
      heading = undefined
    }
  }
  return sections
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
 * The glossary page with, behind each definition, links to the pages that use the term. Definitions begin at the heading
 * that carries the term's id.
 */
export function addTermUses(
  page: MarkedHtml,
  terms: readonly Term[],
  uses: TermUses,
  labels: UsesWords,
): MarkedHtml {
  const sections = sectionsOf(page, idsOf(terms))
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
): MarkedHtml | undefined {
  if (pages.length === 0) return undefined
  const links = pages.flatMap(({ title, url }, index) => [
    ...(index === 0 ? [] : [raw(between)]),
    element('a', [['href', url]], [words(title)]),
  ])
  const list = element('p', [['class', 'glossary-uses']], [words(`${label} `), ...links])
  list.attributes.push({ name: 'data-chrome', value: '', written: ' data-chrome' })
  return writeHtml([list, raw('\n')])
}
