// From all results to the list of output files. Nothing is read from or written to disk here: copies carry the path
// of their source, and a page whose result and surroundings did not change keeps the text it had.
import type { Book, Edition, OutputFile, PageResult } from '../core/book.ts'
import { type Diagnostic, type Outcome, compare } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { searchEnabled } from '../search/enabled.ts'
import { emitSearch } from '../search/emit.ts'
import { caseCollision, outputCollision } from './problems.ts'
import { labelsFor } from './labels.ts'
import { createMachine, machineFiles, twinOf } from './machine/emit.ts'
import type { MachineSite } from './machine/meta.ts'
import type { SiteUrl } from './machine/site-url.ts'
import { type Navigation, type SiteMap, createNavigation } from './navigation.ts'
import { navScript } from './nav-data.ts'
import { pageTitle, pageView } from './page-view.ts'
import { searchPages } from './search-pages.ts'
import { type EditionSite, type SearchAssets, contentsView, languagesView } from './site-view.ts'
import type { Theme } from './theme.ts'

/** The folder of the site for everything that is handbook's own. A book's file of the same name replaces ours. */
const OWN = 'handbook/'

/** What the site is made of. */
export interface EmitRequest {
  readonly book: Book
  readonly theme: Theme
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
  /** Where the site will be published, when anybody knows. */
  readonly siteUrl?: SiteUrl | undefined
  /** When pages changed last. */
  readonly dates?: ReadonlyMap<BookPath, string> | undefined
  /** Renders a line of Markdown, for the footer. */
  readonly inline: (markdown: string) => string
  readonly previous?: Emitted | undefined
}

/** The site, with what the next build may reuse. */
export interface Emitted {
  readonly outputs: ReadonlyMap<OutputPath, OutputFile>
  /** Fingerprint of everything but the results that layouts saw. */
  readonly key: string
  readonly pages: ReadonlyMap<BookPath, LaidOut>
}

/** A page as readers get it, and as language models do. */
interface LaidOut {
  readonly result: PageResult
  readonly file: OutputFile
  readonly twin?: { readonly path: OutputPath; readonly text: string } | undefined
}

/** Where the list of all chapters of an edition lies. */
export function contentsPath(book: Book, edition: Edition): OutputPath {
  return `${edition.root.slice(book.root.length)}${OWN}contents.html` as OutputPath
}

/** Lays out every page and adds everything else the site needs. */
export function emitSite(request: EmitRequest): Outcome<Emitted> {
  const { book, theme, results, outputOf, previous } = request
  const editionOf = (path: BookPath): Edition | undefined => book.editions[editionIndex(book, path)]
  const machine = createMachine({ ...request, editionOf })
  const sites = editionSites(request, machine.value)
  const key = siteKey(request, sites, machine.value)
  const kept = previous?.key === key ? previous.pages : undefined
  const pages = new Map<BookPath, LaidOut>()
  for (const [path, result] of results) {
    const before = kept?.get(path)
    const shared = sites[editionIndex(book, path)]
    if (before?.result === result) pages.set(path, before)
    else if (shared !== undefined) {
      const content = theme.renderPage(pageView(result, shared))
      const twin = twinOf(result, shared, {
        root: shared.navigation.edition.root.slice(book.root.length),
        resultOf: (target) => results.get(target),
        outputOf,
      })
      pages.set(path, { result, file: { kind: 'made', path: result.output, content }, twin })
    }
  }
  const collected = collect(request, pages, sites)
  return {
    value: { outputs: collected.value, key, pages },
    diagnostics: [...machine.diagnostics, ...collected.diagnostics],
  }
}

/** Fingerprint of what layouts see beside the page itself. */
function siteKey(
  { theme, book, results }: EmitRequest,
  sites: readonly EditionSite[],
  { url, hasFeed, redirects }: MachineSite,
): string {
  const shared = sites.map((site) => [site.title, site.footer, site.styles])
  const fragments = [...redirects.fragments].map(([page, moved]) => [page, ...moved])
  // Whether a page has twins in other languages, or its links lead to one, hangs on which pages there are.
  const all = [...results].map(([path, { markdown }]) => [path, markdown === undefined])
  return contentHash(JSON.stringify([theme.hash, book, shared, url, hasFeed, fragments, all]))
}

/** The edition that a page belongs to: the one with the longest matching folder, else the first. */
export function editionIndex(book: Book, path: BookPath): number {
  let best = 0
  let length = -1
  book.editions.forEach((edition, index) => {
    if (!path.startsWith(edition.root) || edition.root.length <= length) return
    best = index
    length = edition.root.length
  })
  return best
}

function editionSites(request: EmitRequest, machine: MachineSite): readonly EditionSite[] {
  const { book, results, theme, outputOf } = request
  const listed = new Set(book.editions.flatMap((edition) => edition.pages))
  const others = book.editions.map((edition) => ({
    edition,
    tag: labelsFor(edition.config.language).tag,
    pageFor: (path: BookPath) => {
      // The same page in the other edition, else its start.
      const home = book.editions[editionIndex(book, path)]?.root ?? ''
      const same = (edition.root + path.slice(home.length)) as BookPath
      return outputOf(listed.has(same) ? same : edition.readme)
    },
  }))
  return book.editions.map((edition) => {
    const site: SiteMap = {
      outputOf: (path) => outputOf(path),
      contents: contentsPath(book, edition),
    }
    const navigation = createNavigation(edition, site)
    const { footer } = edition.config.theme
    return {
      navigation,
      site,
      title: bookTitle(edition, navigation, results),
      ...(footer === undefined ? {} : { footer: request.inline(footer) }),
      styles: bookStyles(book, edition, outputOf),
      assets: {
        style: own('style.css'),
        script: own('handbook.js'),
        early: own('early.js'),
        nav: contentsPath(book, edition).replace(/contents\.html$/, 'nav.js') as OutputPath,
        version: theme.hash.slice(0, 8),
        ...searchAssets(book, edition),
      },
      machine,
      others: book.multilingual ? others : [],
    }
  })
}

/** Files of search, unless the book turned it off. */
function searchAssets(book: Book, edition: Edition): { readonly search?: SearchAssets } {
  if (!searchEnabled(book.config)) return {}
  const index = contentsPath(book, edition).replace(/contents\.html$/, 'search/') as OutputPath
  return { search: { script: own('search.js'), style: own('search.css'), index } }
}

function own(name: string): OutputPath {
  return `${OWN}${name}` as OutputPath
}

function bookTitle(
  edition: Edition,
  navigation: Navigation,
  results: ReadonlyMap<BookPath, PageResult>,
): string {
  if (edition.config.title !== undefined) return edition.config.title
  const readme = results.get(edition.readme)
  return readme?.title ?? (readme === undefined ? 'Book' : pageTitle(readme, navigation))
}

/** `styles.website` of the edition, or of the whole book. */
function bookStyles(
  book: Book,
  edition: Edition,
  outputOf: (path: BookPath) => OutputPath,
): readonly OutputPath[] {
  const name = edition.config.styles['website']?.replace(/^(?:\.?\/)+/, '')
  if (name === undefined) return []
  const found = [edition.root, book.root]
    .map((root) => `${root}${name}` as BookPath)
    .find((path) => book.assets.includes(path))
  return found === undefined ? [] : [outputOf(found)]
}

/** All output files by path, in order; the book's own files come before ours. */
function collect(
  request: EmitRequest,
  pages: Emitted['pages'],
  sites: readonly EditionSite[],
): Outcome<ReadonlyMap<OutputPath, OutputFile>> {
  const { book, theme } = request
  const sources = new Map<OutputPath, BookPath>()
  const outputs = new Map<OutputPath, OutputFile>()
  const diagnostics: Diagnostic[] = []
  const claim = (path: BookPath, file: OutputFile): void => {
    const first = sources.get(file.path)
    if (first !== undefined && first !== path)
      diagnostics.push(outputCollision(file.path, first, path))
    else outputs.set(file.path, file)
    sources.set(file.path, first ?? path)
  }
  for (const [path, { file }] of pages) claim(path, file)
  for (const path of book.assets) {
    // A Markdown file that is no page keeps its name.
    const place = path.slice(book.root.length) as OutputPath
    if (!pages.has(path)) claim(path, { kind: 'copied', path: place, from: path })
  }
  diagnostics.push(...caseCollisions(sources))

  const add = (path: string, content: string): void => {
    const place = path as OutputPath
    if (!outputs.has(place)) outputs.set(place, { kind: 'made', path: place, content })
  }
  const searched = sites.some(({ assets }) => assets.search !== undefined)
  for (const [name, content] of theme.assets)
    if (name !== 'redirect.js' && (searched || !name.startsWith('search.'))) add(own(name), content)
  const byEdition = resultsByEdition(book, pages)
  for (const [index, site] of sites.entries())
    for (const [path, content] of editionFiles(site, theme, byEdition[index] ?? []))
      add(path, content)
  if (book.multilingual) add('index.html', theme.renderLanguages(languagesView(book, sites)))
  add('.nojekyll', '')
  const { dates } = request
  const twins = [...pages.values()].flatMap(({ twin }) => twin ?? [])
  const machine = { book, theme, sites, results: byEdition, twins, outputs, dates }
  for (const [path, content] of machineFiles(machine)) add(path, content)
  return { value: new Map([...outputs].sort(([a], [b]) => compare(a, b))), diagnostics }
}

/** What every edition has of its own. */
function* editionFiles(
  site: EditionSite,
  theme: Theme,
  results: readonly PageResult[],
): Iterable<readonly [path: OutputPath, content: string]> {
  yield [site.assets.nav, navScript(site.navigation, site.site)]
  yield [site.site.contents, theme.renderContents(contentsView(site))]
  const { search } = site.assets
  if (search !== undefined) yield* emitSearch(search.index, searchPages(site, results))
}

function resultsByEdition(book: Book, pages: Emitted['pages']): readonly (readonly PageResult[])[] {
  const lists = book.editions.map((): PageResult[] => [])
  for (const [path, { result }] of pages) lists[editionIndex(book, path)]?.push(result)
  return lists
}

function caseCollisions(sources: ReadonlyMap<OutputPath, BookPath>): readonly Diagnostic[] {
  const folded = new Map<string, OutputPath>()
  const diagnostics: Diagnostic[] = []
  for (const [output, source] of sources) {
    const name = output.normalize('NFC').toLowerCase()
    const first = folded.get(name)
    const firstSource = first === undefined ? undefined : sources.get(first)
    if (firstSource !== undefined) diagnostics.push(caseCollision(firstSource, source))
    else folded.set(name, output)
  }
  return diagnostics
}
