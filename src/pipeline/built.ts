import type { Book, PageResult } from '../core/book.ts'
import type { OutputFile } from '../core/output-file.ts'
import type { Download } from '../core/download.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { Trust } from '../core/trust.ts'
import type { Files } from '../files/files.ts'
import type { SeePage } from '../page/see-page.ts'
import type { Environment } from '../site/metadata/site-url.ts'
import type { KeptIndexes } from '../site/emit-request.ts'
import type { BookRead } from './book-read.ts'
import type { LoadedBook } from './load-allowed.ts'

/** What ebooks are made of. */
export interface MakeEbooks {
  readonly read: BookRead
  readonly files: Files
  /** Each is made when somebody asks for it, so that nobody knows its size. */
  readonly isLater: boolean
}

/** Makes the ebooks that a site offers out of what a build knows. */
export interface EbookMaker {
  /** What they keep of the tree of each page. */
  readonly seePage: SeePage
  readonly make: (request: MakeEbooks) => Outcome<readonly Download[]>
}

/** What to build. */
export interface BuildRequest {
  readonly files: Files
  /** Warnings become errors. */
  readonly strict?: boolean
  /** How far the author of the book is trusted; as in the build before unless said otherwise, and first as oneself. */
  readonly trust?: Trust
  /** What the machine that builds knows; without it a site depends on its book alone. */
  readonly environment?: Environment
  /** When pages changed last, as ISO dates: from git. */
  readonly dates?: ReadonlyMap<BookPath, string>
  /** For checks: results carry the elements of their pages, and pages are not laid out. */
  readonly inspect?: boolean
  /** For servers: what no reader needs at once, the search index, is made by `Built.finish`. Needs a memory. */
  readonly defer?: boolean
  /**
   * For servers: called with pages whose text has changed, laid out in what was around them in the build before, and with
   * what is wrong with them, before the rest of the book is looked at; the build waits for it. Needs a memory.
   */
  readonly onAhead?: (file: OutputFile, found: readonly Diagnostic[]) => Promise<void> | void
  /** Loads what makes the ebooks that a book offers on its site, by their formats; without it there are none. */
  readonly ebooks?: (formats: ReadonlySet<string>) => Promise<EbookMaker>
  /** The outputs are written and forgotten, so that none needs to be in memory before it is asked for. */
  readonly once?: boolean
  /** How many threads may render so many pages, those of a large book; one unless said otherwise. */
  readonly jobs?: (pages: number) => number
  /** Called as pages are rendered, at most once a page. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What one build leaves for the next. Opaque to everyone but `build`. */
export interface Memory {
  readonly cacheKey: string
  readonly results: ReadonlyMap<BookPath, PageResult>
  /** The book as it was read. */
  readonly loaded?: (() => LoadedBook | undefined) | undefined
  /** What is known of the search index of each space, by its folder; nothing when it is what was known before. */
  readonly indexes?: (() => KeptIndexes) | undefined
}

/** What a build asked of the world besides the files of its book, as far as it can be asked again at once. */
export interface Asked {
  /** The history of the book, as `historyState` says; undefined when no date was wanted. */
  readonly history?: string
}

/** What a build gives, whether or not the book has mistakes. */
export interface Built {
  /** Undefined when the book could not be read at all: no README, a broken configuration. */
  readonly book?: Book
  /** The whole site, in code-unit order of paths. Empty when `book` is undefined. */
  readonly outputs: ReadonlyMap<OutputPath, OutputFile>
  /** Sorted. With an error among them nothing should be written. */
  readonly diagnostics: readonly Diagnostic[]
  readonly memory: Memory
  /** The pages actually rendered by this build, in order. */
  readonly rendered: readonly BookPath[]
  /** Undefined when the next build may see something else although nothing changed: files of other repositories. */
  readonly asked?: Asked
  /** Present when something was deferred: makes it, and gives the whole site with the memory for the next build. */
  readonly finish?: () => Pick<Built, 'outputs' | 'memory'>
}
