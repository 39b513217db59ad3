// From all results to the list of output files. Nothing is read from or written to disk here: copies carry the path
// of their source, and a page whose result and surroundings did not change keeps the text it had.
import { oncePer } from '../core/attempt.ts'
import { append } from '../core/list.ts'
import type { Book, PageResult } from '../core/book.ts'
import type { OutputFile } from '../core/output-file.ts'
import { type Diagnostic, type Outcome, compare, distinct } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { OutputPath } from '../core/path.ts'
import { hasChoice, spaceOf } from '../core/space.ts'
import { filesOfBookAgain, settleFolders } from './claims.ts'
import { sizeText } from './downloads.ts'
import { brandStyle, readBrand } from './brand.ts'
import { spaceSites, own as inOwnFolder } from './space-sites.ts'
import { compileStyles } from './compiled-styles.ts'
import { compiledPath } from './less.ts'
import { createMetadata, metadataFiles } from './metadata/emit.ts'
import { offlineFiles } from './offline.ts'
import { type SiteFile, siteFile } from './late-file.ts'
import { type Surroundings, layOutPages } from './lay-out.ts'
import { type PrintOutput, emitPrint } from './print.ts'
import { resultsBySpace, searchFiles } from './search-files.ts'
import { ownVisibility, visibilityIn } from './visibility.ts'
import { symbolSheet, symbolStyle, symbolsIn } from './symbols.ts'
import { languagesView } from './site-view.ts'
import { spaceFiles } from './space-files.ts'
import { type Report, mathFont } from './theme.ts'
import type { EmitRequest, EmitResult } from './emit-request.ts'
import type { SiteMetadata } from './metadata/site-metadata.ts'
import { countsReaders, serviceId } from './services.ts'
import type { SpaceSite } from './space-site.ts'

/** Lays out every page and adds everything else the site needs. */
export function emitSite(request: EmitRequest): Outcome<EmitResult> {
  const { book } = request
  const { value: shared, diagnostics } = sharedByPages(request)
  const { sites, key, styles } = shared
  const pages = layOutPages(request, sites, shared)
  const printed = printSpaces(request, sites, key)
  const { search, searched } = searchFiles(request, pages, sites)
  const ofBook = filesOfBookAgain(book, pages, request.previous)
  const collected = collect(request, pages, sites, { key, ofBook, printed, search, styles })
  return {
    value: {
      book,
      styles,
      ofBook,
      outputs: collected.value,
      key,
      pages,
      printed,
      sites,
      search,
      searched,
    },
    diagnostics: [...diagnostics, ...distinct([...problemsOf(pages), ...collected.diagnostics])],
  }
}

/** What the pages of each space share, and what they see beside their results. */
export function sharedByPages(
  request: EmitRequest,
): Outcome<
  Surroundings & { readonly sites: readonly SpaceSite[]; readonly styles: EmitResult['styles'] }
> {
  const { book, results } = request
  const metadata = createMetadata({ ...request, spaceOf: (path) => spaceOf(book, path) })
  const brand = readBrand(book)
  const symbols = symbolSheet(symbolsIn(results.values()))
  const styles = compileStyles(book, request.textOf, request.previous?.styles)
  const sites = spaceSites(request, metadata.value, brand.value, { symbols, compiled: styles.css })
  const key = siteKey(request, sites, metadata.value)
  return {
    value: { sites, key, styles, top: metadata.value.top },
    diagnostics: [...metadata.diagnostics, ...brand.diagnostics, ...styles.diagnostics],
  }
}

function problemsOf(pages: EmitResult['pages']): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { problems } of pages.values()) if (problems !== undefined) append(found, problems)
  return found
}

/** What any page needs of the theme. */
function featuresOf(pages: EmitResult['pages']): ReadonlySet<string> {
  const features = new Set<string>()
  for (const { result } of pages.values())
    for (const feature of result.features ?? []) features.add(feature)
  return features
}

/** A site whose index was left as it was, with the index that its pages have now. */
export function emitIndex(request: EmitRequest, emitted: EmitResult): EmitResult {
  const plan = { ...request, previous: emitted, keepSearch: false }
  const { search, searched } = searchFiles(plan, emitted.pages, emitted.sites)
  const outputs = new Map(emitted.outputs)
  const isOurs = (path: OutputPath): boolean => {
    const file = outputs.get(path)
    return file !== undefined && file === emitted.search.get(path)
  }
  for (const path of emitted.search.keys())
    if (!search.has(path) && isOurs(path)) outputs.delete(path)
  const { size } = outputs
  for (const [path, file] of search) if (!outputs.has(path) || isOurs(path)) outputs.set(path, file)
  const inOrder = outputs.size === size ? outputs : sortByPath(outputs)
  return { ...emitted, search, searched, outputs: inOrder }
}

const sortByPath = <File>(files: ReadonlyMap<OutputPath, File>): ReadonlyMap<OutputPath, File> =>
  new Map([...files].sort(([a], [b]) => compare(a, b)))

/** A book is data, and the same one as long as nothing of it changed. */
const hashOf = oncePer((book: Book) => contentHash(JSON.stringify(book)))

/** Fingerprint of what layouts see beside the page itself. */
function siteKey(
  { theme, book, results, dates }: EmitRequest,
  sites: readonly SpaceSite[],
  { url, top, feed, redirects }: SiteMetadata,
): string {
  const shared = sites.map((site) => [
    site.title,
    site.footer?.(site.site.contents),
    site.own.styles,
    site.own.elements,
    [...site.own.files],
    site.brand,
    site.symbols?.version,
    site.downloads.map((one) => [one.format, sizeText(one, site)]),
  ])
  const fragments = [...redirects.fragments].map(([page, moved]) => [page, ...moved])
  // Whether a page has alternates in other languages, or its links lead to one, hangs on which pages there are.
  const all: string[] = []
  for (const result of results.values()) all.push(toldOf(result))
  const days = [...(dates ?? [])]
  return contentHash(
    JSON.stringify([theme.hash, hashOf(book), shared, url, top, feed, fragments, all, days]),
  )
}

/** What other pages show of a page beside what the book says of it. */
const toldOf = oncePer((result: PageResult): string => {
  const { path, attributes } = result
  const { icon = 0, description = 0 } = attributes
  const isBare = !('markdown' in result)
  return JSON.stringify([path, isBare, ownVisibility(attributes), icon, description])
})

/** Each space as one page; made when somebody asks for it. */
function printSpaces(
  { book, results, theme, once, previous }: EmitRequest,
  sites: readonly SpaceSite[],
  key: string,
): readonly PrintOutput[] {
  return sites.map((shared, index) => {
    const pages: PageResult[] = []
    for (const path of book.spaces[index]?.pages ?? []) {
      const result = results.get(path)
      if (result !== undefined && visibilityIn(book, result).hidden !== true) pages.push(result)
    }
    return emitPrint({
      shared,
      results: pages,
      theme,
      key,
      once,
      previous: previous?.printed[index],
    })
  })
}

/** All output files by path, in order; the book's own files come before ours. */
function collect(
  request: EmitRequest,
  pages: EmitResult['pages'],
  sites: readonly SpaceSite[],
  made: Pick<EmitResult, 'key' | 'ofBook' | 'printed' | 'search' | 'styles'>,
): Outcome<ReadonlyMap<OutputPath, OutputFile>> {
  const { key, ofBook } = made
  const outputs = new Map(ofBook.value)
  const put = (file: OutputFile): void => {
    if (!outputs.has(file.path)) outputs.set(file.path, file)
  }
  const putAll = (files: Iterable<SiteFile>): void => {
    for (const file of files) put(siteFile(file, request.previous?.outputs))
  }
  const reported: Diagnostic[] = []
  const report: Report = (one) => reported.push(one)
  for (const { file, problems } of made.printed) {
    append(reported, problems)
    put(file)
  }
  const features = featuresOf(pages)
  putAll(filesOfTheme(request, { sites, features, report, key }))
  for (const [path, css] of made.styles.css) putAll([[compiledPath(request.outputOf(path)), css]])
  for (const file of made.search.values()) put(file)
  for (const { file } of request.downloads ?? []) put(file)
  if (features.has('drawing')) for (const file of drawingFiles(sites)) put(file)
  const { book, theme, dates } = request
  const results = resultsBySpace(book, pages)
  const forMachines = results.map((own) =>
    own.filter((result) => visibilityIn(book, result).unindexed !== true),
  )
  const machines = { book, theme, key, dates, sites, results, forMachines }
  putAll(metadataFiles({ ...machines, outputs, features, report }))
  for (const { alternate } of pages.values()) if (alternate !== undefined) put(alternate)
  putAll(offlineFiles(outputs.keys(), sites, theme))
  const { value, diagnostics } = settle(outputs, ofBook.value, request.previous?.outputs)
  return {
    value,
    diagnostics: [...ofBook.diagnostics, ...diagnostics, ...reported],
  }
}

type Outputs = ReadonlyMap<OutputPath, OutputFile>

/** What can be published together, in order. */
function settle(outputs: Outputs, ofBook: Outputs, before: Outputs | undefined): Outcome<Outputs> {
  // The same places as before: they are in order, and each has room.
  if (before?.size === outputs.size) {
    const known = new Map<OutputPath, OutputFile>()
    for (const path of before.keys()) {
      const file = outputs.get(path)
      if (file !== undefined) known.set(path, file)
    }
    if (known.size === outputs.size) return { value: known, diagnostics: [] }
  }
  const { value, diagnostics } = settleFolders(outputs, ofBook)
  return { value: sortByPath(value), diagnostics }
}

/** What the theme gives to every site. */
function* filesOfTheme(
  request: EmitRequest,
  {
    sites,
    features,
    report,
    key,
  }: {
    readonly key: string
    readonly sites: readonly SpaceSite[]
    readonly features: ReadonlySet<string>
    readonly report: Report
  },
): Iterable<SiteFile> {
  const { book, theme } = request
  const isSearched = sites.some(({ assets }) => assets.search !== undefined)
  const isAnywhere = sites.some(({ metadata }) => metadata.anywhere === true)
  for (const [name, content] of theme.assets)
    if (isUsed(name, { isSearched, isAnywhere, features, book })) yield [inOwnFolder(name), content]
  if (features.has('math')) yield [inOwnFolder('math.woff2'), mathFont()]
  const [first] = sites
  if (first?.brand.style !== undefined) yield [brandStyle, first.brand.style.css]
  if (first?.symbols !== undefined) yield [symbolStyle, first.symbols.css]
  for (const site of sites) yield* spaceFiles(site, request, { report, key })
  if (hasChoice(book))
    yield ['index.html', theme.renderLanguages(languagesView(book, sites), report)]
  yield ['.nojekyll', '']
}

/** The script of a package that draws in browsers: the same for all spaces that want it. */
function drawingFiles(sites: readonly SpaceSite[]): readonly OutputFile[] {
  return sites.flatMap(({ assets, navigation }) => {
    const { file: from } = navigation.space.config.diagramScript ?? {}
    const { library } = assets.drawing ?? {}
    if (from === undefined || library === undefined || !('path' in library)) return []
    return [{ kind: 'copied', path: library.path, from }]
  })
}

/** What few books need goes into those: styles of formulas and diagrams, the script of redirects. */
function isUsed(
  asset: string,
  {
    isSearched,
    isAnywhere,
    features,
    book,
  }: {
    readonly isSearched: boolean
    readonly isAnywhere: boolean
    readonly features: ReadonlySet<string>
    readonly book: Book
  },
): boolean {
  if (asset === 'missing.js') return isAnywhere
  if (asset === 'analytics.js') return book.spaces.some(({ config }) => countsReaders(config))
  if (asset.startsWith('comments.'))
    return book.spaces.some(({ config }) => serviceId(config, 'comments.disqus') !== undefined)
  if (asset === 'drawing.js') return features.has('drawing')
  const [, feature] = /^(math|diagram)\.css$/.exec(asset) ?? []
  if (feature !== undefined) return features.has(feature)
  if (asset === 'languages.js') return book.multilingual && book.choice === 'language'
  if (asset === 'offline.js') return book.spaces.some(({ config }) => config.theme.reader.offline)
  return !/^(?:redirect|worker)\.js$/.test(asset) && (isSearched || !asset.startsWith('search'))
}
