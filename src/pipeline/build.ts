// The table of contents of the program: book, pages, results, outputs. An incremental build is the same build with a
// memory of the last one; there is no second path.
import type { Book, PageResult } from '../core/book.ts'
import type { Download } from '../core/download.ts'
import { append } from '../core/list.ts'
import { type Diagnostic, type Outcome, once, sortDiagnostics } from '../core/diagnostic.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { TargetOf } from '../core/target.ts'
import { type Trust, allowanceOf } from '../core/trust.ts'
import type { GitDates } from '../files/git-dates.ts'
import type { SeePage } from '../page/see-page.ts'
import { emitIndex, emitSite } from '../site/emit.ts'
import { keptIndexes } from '../site/search-files.ts'
import { prepareStyles } from '../site/compiled-styles.ts'
import { checkAnchors } from '../site/link-check.ts'
import { prepareAddresses } from '../site/metadata/old-addresses.ts'
import { prepareSearch } from '../site/search-files.ts'
import { findSiteUrl } from '../site/metadata/site-url.ts'
import { checkLayouts, wantedLayouts } from '../site/page-layouts.ts'
import { checkSidebarLinks } from '../site/sidebar-links.ts'
import { reportKept } from '../site/visibility.ts'
import { type Theme, loadTheme } from '../site/theme.ts'
import type { Crew } from './crew.ts'
import { lookAhead, planToKeep } from './ahead.ts'
import { createInputs } from './inputs.ts'
import { loadAgain, withMadePages } from './load-allowed.ts'
import { createTargets } from './targets.ts'
import type { BuildRequest, Built, EbookMaker, Memory } from './built.ts'
import { DamagedCache } from './damaged-cache.ts'
import { type Calendar, type PageDates, openCalendar } from './dates.ts'
import { cacheKeyOf, rememberOutputs, titleFinder } from './outputs.ts'
import { renderAll } from './render-pages.ts'
import { createAside, createRest } from './resting.ts'
import { type SeenFiles, askedBy, differenceFrom, seeFiles } from './seen-files.ts'
import { type MarkedPages, markGlossary } from './terms.ts'
import { type SiteParts, siteRequest, withoutLayouts } from './site-request.ts'
import type { EmitRequest, EmitResult } from '../site/emit-request.ts'

/** What one build remembers for the next, behind `Memory`. */
interface BuildMemory extends Memory {
  readonly trust?: Trust
  readonly emitted?: EmitResult
  readonly plan?: EmitRequest
  readonly marked?: MarkedPages
  readonly theme?: Outcome<Theme>
  readonly git?: GitDates | undefined
  readonly seen?: SeenFiles | undefined
}

/**
 * Builds a book in memory. Mistakes of its author are in `diagnostics`; the outputs are usable all the same, except
 * when there is no book at all. With the memory of an earlier build only what changed is rendered.
 */
export async function build(wish: BuildRequest, memory?: Memory): Promise<Built> {
  try {
    return await buildWith(wish, memory)
  } catch (error) {
    if (error instanceof DamagedCache && memory !== undefined) return buildWith(wish, undefined)
    throw error
  }
}

async function buildWith(wish: BuildRequest, memory: Memory | undefined): Promise<Built> {
  const asked = { ...wish, trust: trustOf(wish, memory) }
  const { files, trust } = asked
  const allowance = allowanceOf(trust)
  const see = seeFiles(files)
  const before = ofTrust(memory, trust)
  const { loaded, known } = await loadAgain(files, allowance, before?.loaded?.())
  const { value: book } = loaded
  const early = [...files.problems(), ...loaded.diagnostics]
  if (book === undefined) return unreadable(early, memory)
  const request = { ...asked, files: withMadePages(files, book) }
  // Git works while pages are rendered.
  const calendar = openCalendar(request, book, before?.git)
  const shownDates = calendar.shown()
  const ebooks = await loadEbooks(request, book)
  const pages = await renderBook(request, book, { before, calendar, seePage: ebooks?.seePage })
  const theme = loadTheme(files, {
    root: book.root,
    previous: before?.theme,
    wanted: wantedLayouts(pages.results.values()),
    limits: allowance.limits,
  })
  const dates = await shownDates
  await prepareStyles(book)
  const downloads = await makeDownloads(ebooks, { request, book, pages, calendar })
  await prepareAddresses(book)
  await prepareSearch(book)
  const site = layOut({ request, book, pages, theme, dates, downloads, before })
  const diagnostics = [
    ...early,
    ...foundInPages(book, pages),
    ...theme.diagnostics,
    ...checkLayouts(pages.results, theme.value.layouts),
    ...dates.diagnostics,
    ...downloads.diagnostics,
    ...site.diagnostics,
  ]
  const { cacheKey, results, marked } = pages
  const { emitted: first, plan, finish } = site
  const git = calendar.dates()
  const seen = see(book, request.files)
  const own = { cacheKey, results, marked, emitted: first, indexes: () => keptIndexes(first) }
  const next: BuildMemory = { ...own, plan, seen, theme, trust, git, loaded: () => known }
  return {
    book,
    outputs: first.outputs,
    diagnostics: sortDiagnostics(once(diagnostics)),
    memory: next,
    rendered: pages.rendered,
    ...(request.once === true && ebooks === undefined && askedBy(results, git)),
    ...(finish && {
      finish() {
        const emitted = finish()
        const whole: BuildMemory = { ...next, emitted, indexes: () => keptIndexes(emitted) }
        return { outputs: emitted.outputs, memory: whole }
      },
    }),
  }
}

/** As far as the caller says, else as far as in the build before. */
function trustOf({ trust }: BuildRequest, memory: BuildMemory | undefined): Trust {
  return trust ?? memory?.trust ?? 'full'
}

/** What a build with another trust remembers is of no use: more, or less, was done then. */
function ofTrust(memory: BuildMemory | undefined, trust: Trust): BuildMemory | undefined {
  return (memory?.trust ?? trust) === trust ? memory : undefined
}

/** All pages of a book, rendered and with their terms marked. */
interface RenderedBook {
  readonly cacheKey: string
  readonly outputOf: (path: BookPath) => OutputPath
  readonly targetOf: TargetOf
  /** As rendered: what the next build compares with. */
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly marked: MarkedPages
  /** As shown. */
  readonly shown: ReadonlyMap<BookPath, PageResult>
  readonly rendered: readonly BookPath[]
  readonly crew: Crew | undefined
}

async function renderBook(
  request: BuildRequest,
  book: Book,
  {
    before,
    calendar,
    seePage,
  }: {
    readonly before: BuildMemory | undefined
    readonly calendar: Calendar
    readonly seePage: SeePage | undefined
  },
): Promise<RenderedBook> {
  const outputOf = rememberOutputs(book)
  const targetOf = createTargets(request.files, book, outputOf)
  const inputs = createInputs(request.files, book, { targetOf, calendar })
  const cacheKey = cacheKeyOf(book, request.trust ?? 'full')
  const known = before?.cacheKey === cacheKey ? before.results : new Map<BookPath, PageResult>()
  const rest = createRest(request.once)
  const difference = differenceFrom(before?.seen, book, request.files)
  const { results, fresh, crew } = await renderAll({
    request,
    book,
    inputs,
    known,
    mayDiffer: difference?.mayDiffer,
    ahead: lookAhead(request, book, before, difference?.changed),
    outputOf,
    calendar,
    rest,
    seePage,
  })
  const titleOf = titleFinder(book)
  const marks = markGlossary({ book, results, outputOf, titleOf, rest, previous: before?.marked })
  return {
    cacheKey,
    outputOf,
    targetOf,
    results,
    marked: marks.pages,
    shown: marks.results,
    rendered: [...new Set([...fresh, ...marks.changed])],
    crew,
  }
}

function foundInPages(book: Book, { results, targetOf }: RenderedBook): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { diagnostics } of results.values()) append(found, diagnostics)
  return [
    ...found,
    ...checkAnchors(book, results),
    ...checkSidebarLinks(book, targetOf),
    ...reportKept(book, results),
  ]
}

/** What makes the ebooks of the site; undefined when the book offers none, and for those who read no pages. */
async function loadEbooks(
  { ebooks, inspect }: BuildRequest,
  { spaces }: Book,
): Promise<EbookMaker | undefined> {
  const formats = new Set(spaces.flatMap(({ config }) => config.downloads))
  return inspect || formats.size === 0 ? undefined : ebooks?.(formats)
}

/** The ebooks of the site. A server makes them when a reader asks for one. */
async function makeDownloads(
  ebooks: EbookMaker | undefined,
  {
    request,
    book,
    pages,
    calendar,
  }: Pick<Layout, 'request' | 'book' | 'pages'> & { readonly calendar: Calendar },
): Promise<Outcome<readonly Download[]>> {
  if (ebooks === undefined) return { value: [], diagnostics: [] }
  const { files, environment, defer = false } = request
  await calendar.ask()
  const read = {
    book,
    results: pages.results,
    outputOf: pages.outputOf,
    siteUrl: findSiteUrl({ book, files, environment }).value,
    names: environment?.names,
    dates: request.dates ?? calendar.dates()?.dates ?? new Map<BookPath, string>(),
  }
  return ebooks.make({ read, files, isLater: defer })
}

interface Layout {
  readonly request: BuildRequest
  readonly book: Book
  readonly pages: RenderedBook
  readonly theme: Outcome<Theme>
  readonly dates: PageDates
  readonly downloads: Outcome<readonly Download[]>
  readonly before: BuildMemory | undefined
}

/** The site of rendered pages; `finish` is there when the search index was put off. */
function layOut({ request, book, pages, theme, dates, downloads, before }: Layout): {
  readonly emitted: EmitResult
  /** What a later build may look back on. */
  readonly plan: EmitRequest
  readonly diagnostics: readonly Diagnostic[]
  readonly finish?: () => EmitResult
} {
  const { files, environment } = request
  const siteUrl = findSiteUrl({ book, files, environment })
  const parts: SiteParts = {
    files,
    servedAt: environment?.servedAt,
    names: environment?.names,
    book,
    siteUrl: siteUrl.value,
    dates: dates.value,
    theme: request.inspect ? withoutLayouts(theme.value) : theme.value,
    shown: pages.shown,
    outputOf: pages.outputOf,
    targetOf: pages.targetOf,
  }
  const plan: EmitRequest = {
    ...siteRequest(parts),
    downloads: downloads.value,
    once: request.once === true,
    elsewhere: pages.crew?.layOut(parts),
    aside: createAside(request.once, pages.results.size),
    previous: before?.emitted,
    indexes: before?.indexes,
  }
  const keepSearch = request.defer === true && before?.emitted !== undefined
  const { value: emitted, diagnostics } = emitSite({ ...plan, keepSearch })
  const finish = (): EmitResult => emitIndex(plan, emitted)
  return {
    emitted,
    plan: planToKeep(plan),
    diagnostics: [...siteUrl.diagnostics, ...diagnostics],
    ...(keepSearch && { finish }),
  }
}

function unreadable(diagnostics: readonly Diagnostic[], memory: Memory | undefined): Built {
  return {
    outputs: new Map(),
    diagnostics: sortDiagnostics(diagnostics),
    memory: memory ?? { cacheKey: '', results: new Map() },
    rendered: [],
  }
}
