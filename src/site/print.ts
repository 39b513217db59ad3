// The whole space on one page, to print or to search by the browser's own means. It is made when somebody asks for
// it: a build does, a server seldom. What a page gives to it is remembered as long as its result.
import type { OutputFile, PageResult } from '../core/book.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type PrintPage, forPrint, printUrl } from '../tree/passes/print.ts'
import { lateFile } from './late-file.ts'
import { pageTitle } from './page-view.ts'
import { extras, siteView } from './site-view.ts'
import type { Theme } from './theme.ts'
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
  readonly previous: PrintOutput | undefined
}

/** The file with the whole space; that of the build before when nothing in it changed. */
export function emitPrint(request: PrintRequest): PrintOutput {
  const { results, key, previous, theme, shared } = request
  const kept = previous?.key === key ? previous : undefined
  if (kept !== undefined && isSame(kept.results, results)) return kept
  const parts = kept?.parts ?? new WeakMap<PageResult, string>()
  const problems: Diagnostic[] = []
  const make = (): string =>
    theme.renderPrint(printView(request, parts), (one) => problems.push(one))
  const file = lateFile(shared.assets.print, theme.printsItself ? constant(make()) : make)
  return { key, results, parts, file, problems }
}

function isSame(a: readonly PageResult[], b: readonly PageResult[]): boolean {
  return a.length === b.length && a.every((result, index) => result === b[index])
}

const constant = (text: string) => (): string => text

function printView(request: PrintRequest, parts: WeakMap<PageResult, string>): PrintView {
  const { shared, results } = request
  const { navigation } = shared
  const output = shared.assets.print
  const ids = new Map(results.map((result, index) => [result.output, `p${index + 1}`]))
  const place: PrintPage = { output, idOf: (page) => ids.get(page) }
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
    pages: results.map((result) => {
      const html = parts.get(result) ?? forPrint(result, result.output, place)
      parts.set(result, html)
      return {
        id: ids.get(result.output) ?? '',
        title: pageTitle(result, navigation),
        needsTitle: !result.headings.some(({ level }) => level === 1),
        content: html,
      }
    }),
  }
}
