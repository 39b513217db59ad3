// Renders what a build does not know any more, one page after the other, and pages of a large book in threads besides.
import { join } from 'node:path'
import { oncePer } from '../core/attempt.ts'
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { type Dependency, type Inputs, isUpToDate } from '../core/dependency.ts'
import { chaptersIn } from '../core/menu.ts'
import { allowanceOf } from '../core/trust.ts'
import { cachesFolder } from '../files/caches.ts'
import type { GitReader } from '../page/expand.ts'
import type { SeePage } from '../page/see-page.ts'
import { createGitReader } from '../template/git-include.ts'
import type { Ahead } from './ahead.ts'
import type { BuildRequest } from './built.ts'
import { type Crew, startCrew } from './crew.ts'
import type { Calendar } from './dates.ts'
import { type PageRenderer, createPageRenderer } from './page-renderer.ts'
import type { Rest } from './resting.ts'

/** What is to be rendered, and what is known of it. */
export interface RenderWork {
  readonly request: BuildRequest
  readonly book: Book
  readonly inputs: Inputs
  readonly known: ReadonlyMap<BookPath, PageResult>
  /** Which inputs of what is known may be others than they were; without it all are asked. */
  readonly mayDiffer?: ((dependency: Dependency) => boolean) | undefined
  /** What is rendered and shown before anything else. */
  readonly ahead?: Ahead | undefined
  readonly outputOf: (path: BookPath) => OutputPath
  readonly calendar: Calendar
  /** Puts results aside; without it they stay in memory. */
  readonly rest?: Rest
  /** Sees the tree of every page; what was rendered without it is rendered again. */
  readonly seePage?: SeePage | undefined
}

/** Renders what is not known any more: the pages of SUMMARY, then those that their links reach. */
export async function renderAll(work: RenderWork): Promise<{
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly fresh: readonly BookPath[]
  /** The threads that rendered some of them. */
  readonly crew: Crew | undefined
}> {
  const { request, book, inputs, known, rest = inMemory } = work
  const results = new Map<BookPath, PageResult>()
  const fresh: BookPath[] = []
  const listed = listedPages(book)
  const queue = [...listed]
  const queued = new Set<BookPath>()
  const enqueue = (path: BookPath): void => {
    if (listed.has(path) || queued.has(path)) return
    queued.add(path)
    queue.push(path)
  }
  for (const path of unlistedPages(request, book, inputs)) enqueue(path)
  const isAlone = work.seePage !== undefined || request.jobs === undefined
  const unknown = isAlone ? [] : queue.filter((path) => !known.has(path))
  const crew = startCrew(request, book, unknown)
  const render = rendererOf(work, crew)
  try {
    const early = await renderAhead(work, render)
    // The list grows while links reach pages that SUMMARY does not name.
    for (const path of queue) {
      let result = stillKnown(path, work)
      if (result === undefined) {
        // oxlint-disable-next-line no-await-in-loop -- one page at a time: rendering waits for nothing but the processor
        const made = early.get(path) ?? (await render(path))
        if (made === undefined) continue
        result = rest(made, queue.length)
        fresh.push(path)
      }
      results.set(path, result)
      for (const { to } of result.links) enqueue(to)
      request.onProgress?.(results.size, queue.length)
    }
  } finally {
    await crew?.end()
  }
  return { results, fresh, crew }
}

/** The pages that somebody looks at. */
async function renderAhead(
  work: RenderWork,
  render: PageRenderer,
): Promise<ReadonlyMap<BookPath, PageResult>> {
  const early = new Map<BookPath, PageResult>()
  /* oxlint-disable no-await-in-loop -- one page at a time */
  for (const path of work.ahead?.paths ?? []) {
    if (stillKnown(path, work) !== undefined) continue
    const made = await render(path)
    if (made === undefined) continue
    early.set(path, made)
    await work.ahead?.show(made)
  }
  /* oxlint-enable no-await-in-loop */
  return early
}

/** Renders pages that no thread of the crew renders, with the dates that they ask for. */
function rendererOf(work: RenderWork, crew: Crew | undefined): PageRenderer {
  const { request, book, inputs, outputOf, calendar, seePage } = work
  const { repositories } = allowanceOf(request.trust ?? 'full')
  const git = repositories ? gitReader(work) : distrusted
  const render = createPageRenderer({ request, book, inputs, outputOf, git, seePage })
  return async (path) => {
    const made = (await crew?.result(path)) ?? (await render(path))
    if (made === undefined || !isUndated(made, calendar)) return made
    await calendar.ask()
    return render(path)
  }
}

const inMemory: Rest = (result) => result

/** The pages that the book has by itself. */
const listedPages = oncePer(
  (book: Book): ReadonlySet<BookPath> => new Set(book.spaces.flatMap((space) => space.pages)),
)

/** What else is shown although no page links to it. */
function unlistedPages(request: BuildRequest, book: Book, inputs: Inputs): readonly BookPath[] {
  const footers = book.spaces.flatMap(({ footerFile }) => footerFile ?? [])
  const files = assetChapters(book).filter((path) => inputs.get('target', path).kind === 'source')
  return [...files, ...footers, ...ownNotFound(request, book)]
}

/** Chapters that are no pages, of which some are shown on pages of their own all the same. */
const assetChapters = oncePer((book: Book): readonly BookPath[] =>
  book.spaces
    .flatMap(({ parts }) => chaptersIn(parts))
    .flatMap((chapter) => (chapter.kind === 'asset' ? [chapter.path] : [])),
)

/** Reads the repositories that includes name. */
function gitReader({ request, book }: RenderWork): GitReader {
  return createGitReader({
    cacheDir: gitCache(),
    bookDir: request.files.dir,
    allowNetwork: book.config.gitIncludes,
  })
}

/** The result of an earlier build, as long as it would come out the same. */
function stillKnown(path: BookPath, work: RenderWork): PageResult | undefined {
  const { inputs, known, outputOf } = work
  const result = known.get(path)
  if (result === undefined || lacks(result, work) || hasMoved(result, outputOf)) return undefined
  return isUpToDate(result.dependencies, inputs, work.mayDiffer) ? result : undefined
}

/** The page has another address than it had, so that its links lead from elsewhere. */
function hasMoved(
  { path, output, isSource }: PageResult,
  outputOf: (path: BookPath) => OutputPath,
): boolean {
  return isSource === undefined && output !== outputOf(path)
}

/** A check wants to see the elements of a page, an ebook its content, and a build notes neither. */
function lacks(
  { elements, isSource, seen }: PageResult,
  { request: { inspect }, seePage }: RenderWork,
): boolean {
  if (seePage !== undefined && seen === undefined) return true
  return inspect === true && elements === undefined && isSource === undefined
}

/** The page for missing addresses that a book has itself: nobody needs to list it or to link to it. */
function ownNotFound({ files }: BuildRequest, book: Book): readonly BookPath[] {
  const known = files.list()
  const names = ['404.md', '404.adoc'].map((name) => `${book.root}${name}` as BookPath)
  return names.filter((path) => known.includes(path)).slice(0, 1)
}

/** The page wanted to know a date before anybody had asked git. */
function isUndated({ dependencies }: PageResult, calendar: Calendar): boolean {
  return dependencies.some(
    ({ kind, key }) => kind === 'date' && calendar.dateOf(key as BookPath) === undefined,
  )
}

/** Of a stranger's book no repository is asked for, on this disk or elsewhere. */
const distrusted: GitReader = () => ({ problem: { case: 'git-untrusted' } })

/** Repositories that includes read are kept for all books of a user. */
function gitCache(): string {
  return join(cachesFolder(process.env), 'git')
}
