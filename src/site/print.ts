// The whole space on one page, to print or to search by the browser's own means. It is made when somebody asks for
// it: a build does, a server seldom. What a page gives to it is remembered as long as its result.
import { once } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import type { OutputFile, OutputPart } from '../core/output-file.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { OutputPath } from '../core/path.ts'
import { resultHash } from '../core/result-hash.ts'
import { type PrintPage, forPrint, printUrl } from '../tree/passes/print.ts'
import { lateFile, passingParts } from './late-file.ts'
import { pageTitle } from './page-view.ts'
import { extras, siteView } from './site-view.ts'
import type { Report, Theme } from './theme.ts'
import type { NavItem, PrintView } from './view.ts'
import type { SpaceSite } from './space-site.ts'

/** The whole book as a file, and what the next build may reuse. */
export interface PrintOutput {
  readonly key: string
  readonly results: readonly PageResult[]
  readonly file: OutputFile
  readonly parts: WeakMap<PageResult, string>
  /** What is wrong with a layout of the book. */
  readonly problems: readonly Diagnostic[]
}

/** What one space is printed from. */
export interface PrintRequest {
  readonly shared: SpaceSite
  /** In the order of the book. */
  readonly results: readonly PageResult[]
  readonly theme: Theme
  /** Fingerprint of everything but the results. */
  readonly key: string
  /** It is written once, in parts: see `BuildRequest.once`. */
  readonly once?: boolean | undefined
  readonly previous: PrintOutput | undefined
}

/** The file with the whole space; that of the build before when nothing in it changed. */
export function emitPrint(request: PrintRequest): PrintOutput {
  const { results, key, previous, theme, shared } = request
  const kept = previous?.key === key ? previous : undefined
  if (kept !== undefined && isSame(kept.results, results)) return kept
  const parts = kept?.parts ?? new WeakMap<PageResult, string>()
  const problems: Diagnostic[] = []
  const report: Report = (one) => problems.push(one)
  const output = shared.assets.print
  if (request.once === true && !theme.printsItself) {
    const around = once(() => layoutAround(request, report))
    const file = passingParts(output, () => printParts(request, around(), report), madeOf(request))
    return { key, results, parts, file, problems }
  }
  const make = (): string => theme.renderPrint(printView(request, rememberIn(parts)), report)
  const file = lateFile(output, theme.printsItself ? constant(make()) : make)
  return { key, results, parts, file, problems }
}

/** Stands for the content of a page while the layout around all of them is made. Pages hold none. */
const MARK = '\u0000'

/** The layout up to the first page, and each page with the layout up to the next. */
function* printParts(
  request: PrintRequest,
  around: readonly string[],
  report: Report,
): Iterable<OutputPart> {
  const { results, theme, shared } = request
  if (around.length !== results.length + 1) {
    // The configuration holds one: a title that nobody can read.
    yield { content: theme.renderPrint(printView(request, forPrint), report) }
    return
  }
  yield { content: around[0] ?? '' }
  const place = printPlace(shared, results)
  const order = contentHash(
    [shared.assets.print, ...results.map(({ output }) => output)].join('\n'),
  )
  for (const [index, result] of results.entries()) {
    const hash = resultHash(result)
    const after = around[index + 1] ?? ''
    yield {
      madeOf: hash && contentHash(`${hash} ${order} ${after}`),
      get content() {
        return forPrint(result, result.output, place) + after
      },
    }
  }
}

/** The layout, cut where the pages are. */
function layoutAround(request: PrintRequest, report: Report): readonly string[] {
  const view = printView(request, () => MARK)
  return request.theme.renderPrint(view, report).split(MARK)
}

/** Everything that the file shows, as soon as all results are known by their hashes. */
function madeOf({ key, results }: PrintRequest): () => string | undefined {
  return () => {
    const hashes = results.map(resultHash)
    return hashes.includes(undefined) ? undefined : contentHash([key, ...hashes].join(' '))
  }
}

/** What a page gives to the print page. */
type ContentOf = (result: PageResult, output: OutputPath, place: PrintPage) => string

function rememberIn(parts: WeakMap<PageResult, string>): ContentOf {
  return (result, output, place) => {
    const html = parts.get(result) ?? forPrint(result, output, place)
    parts.set(result, html)
    return html
  }
}

function isSame(a: readonly PageResult[], b: readonly PageResult[]): boolean {
  return a.length === b.length && a.every((result, index) => result === b[index])
}

const constant = (text: string) => (): string => text

function printView(request: PrintRequest, contentOf: ContentOf): PrintView {
  const { shared, results } = request
  const { navigation } = shared
  const output = shared.assets.print
  const place = printPlace(shared, results)
  const view = siteView(shared, output, undefined)
  const features = new Set(results.flatMap((result) => result.features ?? []))
  const label = view.labels['printBook'] ?? ''
  const moveItem = (item: NavItem): NavItem => ({
    ...item,
    ...(item.url === undefined ? {} : { url: printUrl(item.url, output, place) }),
    children: item.children.map(moveItem),
  })
  return {
    ...view,
    ...extras(shared, output, ['print', 'lists', ...features]),
    documentTitle: `${view.book.title} · ${label}`,
    parts: view.parts.map((part) => ({ ...part, items: part.items.map(moveItem) })),
    pages: results.map((result) => ({
      id: place.idOf(result.output) ?? '',
      title: pageTitle(result, navigation),
      needsTitle: !result.headings.some(({ level }) => level === 1),
      content: contentOf(result, result.output, place),
    })),
  }
}

function printPlace({ assets }: SpaceSite, results: readonly PageResult[]): PrintPage {
  const ids = new Map(results.map((result, index) => [result.output, `p${index + 1}`]))
  return { output: assets.print, idOf: (page) => ids.get(page) }
}
