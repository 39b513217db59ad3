// The table of contents of the program: book, pages, results, outputs. An incremental build is the same build with a
// memory of the last one; there is no second path.
import { loadBook } from '../book/load.ts'
import { outputPathOf } from '../book/output.ts'
import type { Book, Edition, PageResult } from '../core/book.ts'
import { type Diagnostic, type Outcome, sortDiagnostics } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { type Answers, stillHolds } from '../core/read.ts'
import { type Highlighter, createHighlighter, plainHighlighter } from '../markdown/highlight.ts'
import { ENGLISH, type MarkdownLabels } from '../markdown/labels.ts'
import { type Markdown, createMarkdown } from '../markdown/parser.ts'
import { type BlockWords, blockWords } from '../plugins/words.ts'
import { type Facts, editionFacts } from '../page/facts.ts'
import { forPrint, printUrl } from '../page/print.ts'
import { renderPage } from '../page/render.ts'
import { highlightsCode } from '../plugins/report.ts'
import { contentsPath, editionIndex } from '../site/edition-sites.ts'
import { type Emitted, emitSite } from '../site/emit.ts'
import { checkAnchors } from '../site/link-check.ts'
import { labelsFor } from '../site/labels.ts'
import { findSiteUrl } from '../site/machine/site-url.ts'
import { checkLayouts, wantedLayouts } from '../site/page-layouts.ts'
import { summaryTitles } from '../site/navigation.ts'
import { type Theme, loadTheme } from '../site/theme.ts'
import { version } from '../version.ts'
import { createAnswers } from './answers.ts'
import { type PageDates, pageDates } from './dates.ts'
import type { BuildRequest, Built, Memory } from './built.ts'
import { type MarkedPages, markGlossary } from './terms.ts'

/** What one build remembers for the next, behind `Memory`. */
interface Remembered extends Memory {
  readonly emitted?: Emitted
  readonly marked?: MarkedPages
  readonly theme?: Outcome<Theme>
  readonly dates?: PageDates
}

/**
 * Builds a book in memory. Mistakes of its author are in `diagnostics`; the outputs are usable all the same, except
 * when there is no book at all. With the memory of an earlier build only what changed is rendered.
 */
export async function build(request: BuildRequest, memory?: Memory): Promise<Built> {
  const { files } = request
  const before: Remembered | undefined = memory
  const loaded = await loadBook(files, {
    introduction: (language) => labelsFor(language).labels['introduction'] ?? 'Introduction',
  })
  const book = loaded.value
  const early = [...files.problems(), ...loaded.diagnostics]
  if (book === undefined) return unreadable(early, memory)

  // Git works while pages are rendered, and once for all builds of a server.
  const knownDates = before?.dates ?? pageDates(request, book)
  const outputOf = rememberOutputs(book)
  const answers = createAnswers(files, book, { outputOf, special: specialPages(book) })
  const recipe = recipeOf(book)
  const known = memory?.recipe === recipe ? memory.results : new Map<BookPath, PageResult>()
  const rendered = await renderAll({ request, book, answers, known, outputOf })
  const marked = markGlossary({
    book,
    results: rendered.results,
    outputOf,
    titleOf: titleFinder(book),
    previous: before?.marked,
  })

  const wanted = wantedLayouts(rendered.results.values())
  const theme = loadTheme(files, book.root, before?.theme, wanted)
  const dates = await knownDates
  const siteUrl = findSiteUrl({ book, files, environment: request.environment })
  const plan = {
    book,
    siteUrl: siteUrl.value,
    dates: dates.value,
    printing: { page: forPrint, url: printUrl },
    theme: request.inspect ? withoutLayouts(theme.value) : theme.value,
    results: marked.results,
    outputOf,
    inline: (text: string) => createMarkdown().renderInline(text),
    previous: before?.emitted,
  }
  const keepSearch = request.defer === true && before?.emitted !== undefined
  const emitted = emitSite({ ...plan, keepSearch })
  const diagnostics = [
    ...early,
    ...[...rendered.results.values()].flatMap((result) => result.diagnostics),
    ...checkAnchors(book, rendered.results),
    ...theme.diagnostics,
    ...checkLayouts(rendered.results, theme.value.layouts),
    ...dates.diagnostics,
    ...siteUrl.diagnostics,
    ...emitted.diagnostics,
  ]
  const next: Remembered = {
    recipe,
    results: rendered.results,
    marked: marked.pages,
    emitted: emitted.value,
    theme,
    dates,
  }
  return {
    book,
    outputs: emitted.value.outputs,
    diagnostics: sortDiagnostics(diagnostics),
    memory: next,
    rendered: [...new Set([...rendered.fresh, ...marked.changed])],
    ...(keepSearch && {
      finish() {
        const whole = emitSite({ ...plan, previous: emitted.value }).value
        const memory: Remembered = { ...next, emitted: whole }
        return { outputs: whole.outputs, memory }
      },
    }),
  }
}

/** Whoever only wants to know what is wrong reads no pages. */
function withoutLayouts(theme: Theme): Theme {
  const renderPage = (): string => ''
  return { ...theme, renderPage }
}

function unreadable(diagnostics: readonly Diagnostic[], memory: Memory | undefined): Built {
  return {
    outputs: new Map(),
    diagnostics: sortDiagnostics(diagnostics),
    memory: memory ?? { recipe: '', results: new Map() },
    rendered: [],
  }
}

/** Everything that, if changed, makes all results stale. What a page looked at itself is in its reads. */
function recipeOf(book: Book): string {
  const editions = book.editions.map(({ id, root, readme, config }) => [
    id,
    root,
    readme,
    config.language,
    config.plugins,
    config.disabledPlugins,
    config.theme.code,
  ])
  return contentHash(JSON.stringify([version, book.root, editions]))
}

/** Links to structure files lead to the pages that show what is in them. */
function specialPages(book: Book): ReadonlyMap<string, OutputPath> {
  const special = new Map<string, OutputPath>()
  for (const edition of book.editions)
    if (edition.summaryFile !== undefined)
      special.set(edition.summaryFile, contentsPath(book, edition))
  if (!book.multilingual) return special
  // The top of a book in several languages is the page where readers choose one.
  const { readme, langs } = book.config.structure
  for (const name of [readme, langs]) special.set(`${book.root}${name}`, 'index.html' as OutputPath)
  return special.set(book.root.slice(0, -1), 'index.html' as OutputPath)
}

/** The title that a page carries in lists. */
function titleFinder(book: Book): (result: PageResult) => string {
  const titles = summaryTitles(book)
  return (result) => titles.get(result.path) ?? result.title ?? result.path
}

function rememberOutputs(book: Book): (path: BookPath) => OutputPath {
  const known = new Map<BookPath, OutputPath>()
  return (path) => {
    const output = known.get(path) ?? outputPathOf(path, book)
    known.set(path, output)
    return output
  }
}

interface RenderWork {
  readonly request: BuildRequest
  readonly book: Book
  readonly answers: Answers
  readonly known: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
}

/** Renders what is not known any more: the pages of SUMMARY, then those that their links reach. */
async function renderAll(work: RenderWork): Promise<{
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly fresh: readonly BookPath[]
}> {
  const { request, book, answers, known, outputOf } = work
  const results = new Map<BookPath, PageResult>()
  const fresh: BookPath[] = []
  const tools = new Map<Edition, Tools>()
  const queue = [...new Set(book.editions.flatMap((edition) => edition.pages))]
  const queued = new Set(queue)
  // The list grows while links reach pages that SUMMARY does not name.
  for (const path of queue) {
    let result = known.get(path)
    if (result === undefined || !stillHolds(result.reads, answers)) {
      const edition = book.editions[editionIndex(book, path)]
      if (edition === undefined) continue
      const own = tools.get(edition) ?? toolsFor(book, edition)
      tools.set(edition, own)
      // oxlint-disable-next-line no-await-in-loop -- one page at a time: rendering waits for nothing but the processor
      result = await renderPage(path, outputOf(path), {
        files: request.files,
        answers,
        edition,
        ...own,
        ...(request.inspect ? { inspect: true } : {}),
      })
      fresh.push(path)
    }
    results.set(path, result)
    for (const { to } of result.links) {
      if (queued.has(to)) continue
      queued.add(to)
      queue.push(to)
    }
    request.onProgress?.(results.size, queue.length)
  }
  return { results, fresh }
}

/** What renders the pages of one edition, in its language. */
interface Tools {
  readonly facts: () => Facts
  readonly markdown: Markdown
  readonly highlighter: Highlighter
  readonly labels: MarkdownLabels
  readonly words: BlockWords
}

function toolsFor(book: Book, edition: Edition): Tools {
  let made: Facts | undefined
  const facts = (): Facts => (made ??= editionFacts(book, edition))
  const { labels: words } = labelsFor(edition.config.language)
  const known = Object.entries({ ...words, backToReference: words['backToText'] })
  const own = Object.fromEntries(known.filter(([, word]) => word !== undefined))
  const labels: MarkdownLabels = { ...ENGLISH, ...own }
  const highlighter = highlightsCode(edition.config) ? createHighlighter() : plainHighlighter()
  const markdown = createMarkdown({ labels, highlighter, code: edition.config.theme.code })
  return {
    facts,
    markdown,
    highlighter,
    labels,
    words: blockWords(edition.config.language, labels),
  }
}
