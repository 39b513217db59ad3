// Glossary terms are marked after pages are rendered: results then do not depend on the glossary, and an edit of one
// definition changes exactly the pages in which its term stands.
import type { Book, Space, PageResult, Term } from '../core/book.ts'
import { contentHash } from '../core/hash.ts'
import { type BookPath, type OutputPath, relativeUrl } from '../core/path.ts'
import { noteMadeOf } from '../core/result-hash.ts'
import { spaceIndex } from '../core/space.ts'
import { type TermUses, type UsesWords, addTermUses, markTerms } from '../tree/passes/glossary.ts'
import { labelsFor } from '../site/labels.ts'
import { visibilityIn } from '../site/visibility.ts'
import type { Rest } from './resting.ts'

/** A page with its terms marked, and what that was made of. */
interface MarkedPage {
  readonly source: PageResult
  readonly glossary: string
  readonly key: string
  readonly result: PageResult
}

/** What one build leaves for the next. */
export type MarkedPages = ReadonlyMap<BookPath, MarkedPage>

/** All pages of a book, their results as rendered, and the marked ones of the build before. */
export interface MarkRequest {
  readonly book: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
  readonly titleOf: (result: PageResult) => string
  readonly rest: Rest
  readonly previous: MarkedPages | undefined
}

/** The results with terms marked, and the pages whose marks differ from the build before. */
export function markGlossary(request: MarkRequest): {
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly pages: MarkedPages
  readonly changed: readonly BookPath[]
} {
  const { book } = request
  if (!book.spaces.some((space) => space.glossary.length > 0))
    return { results: request.results, pages: new Map(), changed: [] }
  const pages = new Map<BookPath, MarkedPage>()
  const changed: BookPath[] = []
  const glossaries = book.spaces.map(glossaryHash)
  const keep = (path: BookPath, page: MarkedPage): void => {
    pages.set(path, page)
    const before = request.previous?.get(path)
    if (before?.source === page.source && before.result !== page.result) changed.push(path)
  }
  for (const [path, source] of request.results) {
    const index = spaceIndex(book, path)
    const space = book.spaces[index]
    if (space === undefined) continue
    const page = markPage(request, space, source, glossaries[index] ?? '')
    // The glossary itself is finished below, when all uses are known.
    if (path === space.glossaryFile) pages.set(path, page)
    else keep(path, page)
  }
  for (const space of book.spaces) {
    const page = space.glossaryFile && pages.get(space.glossaryFile)
    if (page !== undefined) keep(page.source.path, withUses(request, space, page, pages))
  }
  const results = new Map([...pages].map(([path, page]) => [path, page.result]))
  return { results, pages, changed: [...new Set(changed)] }
}

function glossaryHash(space: Space): string {
  return contentHash(JSON.stringify([space.glossaryFile, termFacts(space.glossary)]))
}

function termFacts(terms: readonly Term[]): readonly (readonly string[])[] {
  return terms.map(({ id, name, description }) => [id, name, description])
}

/** A page with its terms marked, or what the build before made of the same page and terms. */
function markPage(
  request: MarkRequest,
  space: Space,
  source: PageResult,
  glossary: string,
): MarkedPage {
  const isGlossary = source.path === space.glossaryFile
  const before = request.previous?.get(source.path)
  const kept = before?.source === source && !isGlossary ? before : undefined
  if (kept?.glossary === glossary) return kept
  const url = isGlossary ? '' : glossaryUrl(request, space, source)
  const marked = markIn(source, space, url)
  const key = contentHash(marked.html)
  if (kept?.key === key) return { ...kept, glossary }
  const result = marked === source ? source : request.rest(marked, request.results.size)
  if (result !== source) noteMadeOf(result, source, `${glossary} ${url}`)
  return { source, glossary, key, result }
}

/** The page itself when no term stands in it. */
function markIn(source: PageResult, { glossary }: Space, url: string | undefined): PageResult {
  if (url === undefined) return source
  const { html, marks, used } = markTerms({ page: source, terms: glossary, url })
  return used.length === 0 ? source : { ...source, html, marks, terms: used }
}

function glossaryUrl(
  { outputOf }: MarkRequest,
  { glossaryFile }: Space,
  page: PageResult,
): string | undefined {
  return glossaryFile && relativeUrl(page.output, outputOf(glossaryFile))
}

/** What stands between the items of a list, where it is not a comma and a space. */
const COMMAS: { readonly [language: string]: string } = { zh: '、', ja: '、', ar: '، ', fa: '، ' }

function usesWords(language: string): UsesWords {
  const label = labelsFor(language).labels['usedIn'] ?? 'Used in'
  return { label, between: COMMAS[language.slice(0, 2).toLowerCase()] ?? ', ' }
}

/** Readers are led to the pages of the space, but for those that are hidden from them. */
function isPlaceOfUse(book: Book, space: Space, glossary: MarkedPage, result: PageResult): boolean {
  const isOther = result.path !== glossary.source.path && result.path.startsWith(space.root)
  return isOther && visibilityIn(book, result).hidden !== true
}

/** The glossary page, with the pages that use each term. */
function withUses(
  request: MarkRequest,
  space: Space,
  page: MarkedPage,
  pages: MarkedPages,
): MarkedPage {
  const uses = new Map<string, { title: string; url: string }[]>()
  for (const { result } of pages.values()) {
    if (!isPlaceOfUse(request.book, space, page, result)) continue
    const place = {
      title: request.titleOf(result),
      url: relativeUrl(page.source.output, result.output),
    }
    for (const id of result.terms ?? []) {
      const places = uses.get(id)
      if (places === undefined) uses.set(id, [place])
      else places.push(place)
    }
  }
  const words = usesWords(space.config.language ?? 'en')
  const { html, marks } = addTermUses(page.result, space.glossary, uses satisfies TermUses, words)
  const key = contentHash(html)
  const before = request.previous?.get(page.source.path)
  if (before?.source === page.source && before.key === key) return before
  return { ...page, key, result: { ...page.result, html, marks } }
}
