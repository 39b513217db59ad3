// A thread lays out the pages that it has rendered: see `elsewhere.ts`.
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { spaceIndex } from '../core/space.ts'
import type { TargetOf } from '../core/target.ts'
import { allowanceOf } from '../core/trust.ts'
import type { OutputFile } from '../core/output-file.ts'
import type { Files } from '../files/files.ts'
import { prepareStyles } from '../site/compiled-styles.ts'
import { sharedByPages } from '../site/emit.ts'
import { layOut } from '../site/lay-out.ts'
import { prepareAddresses } from '../site/metadata/old-addresses.ts'
import { wantedLayouts } from '../site/page-layouts.ts'
import { loadTheme } from '../site/theme.ts'
import { claim } from './claims.ts'
import { type LaidPage, type LayoutOrder, fromLight } from './elsewhere.ts'
import { titleFinder } from './outputs.ts'
import { siteRequest } from './site-request.ts'
import { markGlossary } from './terms.ts'
import type { BuildRequest } from './built.ts'

/** What a thread knows. */
export interface OwnPages {
  readonly files: Files
  readonly book: Book
  readonly trust: BuildRequest['trust']
  readonly outputOf: (path: BookPath) => OutputPath
  readonly targetOf: TargetOf
  /** The results of its pages. */
  readonly own: ReadonlyMap<BookPath, PageResult>
  readonly paths: readonly BookPath[]
  /** By which it takes pages. */
  readonly number: number
}

/** More than this is not made before somebody wants it. */
const MOST_BYTES = 128 << 20

/** Lays pages out from the end of the list, as long as nobody else has taken them, and tells each. */
export async function layOutOwn(
  known: OwnPages,
  order: LayoutOrder,
  tell: (index: number, page: LaidPage) => void,
): Promise<void> {
  const { book, paths, number } = known
  await prepareStyles(book)
  await prepareAddresses(book)
  const request = requestOf(known, order)
  const { sites, key, top } = sharedByPages(request).value
  const claims = new Int32Array(order.claims)
  const glossaries = new Set(book.spaces.map(({ glossaryFile }) => glossaryFile))
  let room = MOST_BYTES
  for (let index = paths.length - 1; index >= 0 && room > 0; index--) {
    const path = paths[index]
    if (path === undefined || !known.own.has(path)) continue
    const result = request.results.get(path)
    const shared = sites[spaceIndex(book, path)]
    // A glossary tells of the pages of all threads.
    if (result === undefined || shared === undefined || glossaries.has(path)) continue
    if (!claim(claims, index, number)) continue
    const { file, alternate } = layOut(request, result, { shared, top, key })
    const page = { key, file: bytesOf(file), alternate: alternate && bytesOf(alternate) }
    room -= page.file.length + (page.alternate?.length ?? 0)
    tell(index, page)
  }
}

/** All pages, those of others as far as they are told. */
function requestOf(known: OwnPages, order: LayoutOrder): ReturnType<typeof siteRequest> {
  const { files, book, trust = 'full', outputOf, targetOf, own } = known
  const { value: theme } = loadTheme(files, {
    root: book.root,
    wanted: wantedLayouts(own.values()),
    limits: allowanceOf(trust).limits,
  })
  const { results: marked } = markGlossary({
    book,
    results: own,
    outputOf,
    titleOf: titleFinder(book),
    rest: (result) => result,
    previous: undefined,
  })
  const shown = new Map<BookPath, PageResult>()
  for (const [path, light] of order.pages) {
    const result = light === undefined ? marked.get(path) : fromLight(light)
    if (result !== undefined) shown.set(path, result)
  }
  const { siteUrl, dates, servedAt, names } = order
  const ofSite = { book, siteUrl, dates, servedAt, names, theme }
  return { ...siteRequest({ ...ofSite, files, shown, outputOf, targetOf }), once: true }
}

const encoder = new TextEncoder()

/** In memory of its own, which can be handed over. */
function bytesOf(file: OutputFile): Uint8Array<ArrayBuffer> {
  return encoder.encode(file.kind === 'made' ? String(file.content) : '')
}
