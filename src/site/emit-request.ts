// What the site is made of, and what is kept of it for the next build.
import type { Aside } from '../core/aside.ts'
import type { Book, PageResult } from '../core/book.ts'
import type { OutputFile } from '../core/output-file.ts'
import type { Download } from '../core/download.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { TargetOf } from '../core/target.ts'
import type { SearchMemory } from '../search/emit.ts'
import type { KeptIndex } from '../search/stored.ts'
import type { BookNames, SiteUrl } from './metadata/site-url.ts'
import type { CompiledStyles } from './compiled-styles.ts'
import type { PrintOutput } from './print.ts'
import type { SpaceSite } from './space-site.ts'
import type { Theme } from './theme.ts'

/** What is kept of the index of each space between processes, by its folder. */
export type KeptIndexes = ReadonlyMap<OutputPath, KeptIndex>

/** What the site is made of. */
export interface EmitRequest {
  readonly book: Book
  readonly theme: Theme
  readonly results: ReadonlyMap<BookPath, PageResult>
  /** What wikis show at the foot of their pages, by its file. */
  readonly footers?: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
  /** Where a path of the book leads. */
  readonly targetOf: TargetOf
  /** The source of a page, to say where in it a mistake is. */
  readonly textOf: (path: BookPath) => string | undefined
  /** Where the site will be published, when anybody knows. */
  readonly siteUrl?: SiteUrl | undefined
  /** Where this machine serves it, when that is another place than where it will be published. */
  readonly servedAt?: string | undefined
  /** What the book is called where it is kept. */
  readonly names?: BookNames | undefined
  /** When pages changed last. */
  readonly dates?: ReadonlyMap<BookPath, string> | undefined
  /** The ebooks of the site. */
  readonly downloads?: readonly Download[]
  /** Renders a line of Markdown, for the footer. */
  readonly inline: (markdown: string) => string
  /** Leave the search index as the build before made it: no reader needs it at once. */
  readonly keepSearch?: boolean
  /** Every file is asked for once: see `BuildRequest.once`. */
  readonly once?: boolean
  /** Pages that other threads lay out, of which the caller knows what their layouts see: see `OutputFile.coming`. */
  readonly elsewhere?: ((page: BookPath, key: string) => ComingPage | undefined) | undefined
  /** Puts aside what does not fit into memory. */
  readonly aside?: Aside | undefined
  readonly previous?: EmitResult | undefined
  /** What is known of the index of each space without a build before, by its folder: asked when the index is made. */
  readonly indexes?: (() => KeptIndexes) | undefined
}

/** The files of a page that another thread may make. */
export type ComingPage = {
  readonly [file in 'file' | 'alternate']: () => Promise<Uint8Array | undefined> | undefined
}

/** The site, with what the next build may reuse. */
export interface EmitResult {
  readonly book: Book
  /** Its pages and the files that are copied. */
  readonly ofBook: Outcome<ReadonlyMap<OutputPath, OutputFile>>
  readonly outputs: ReadonlyMap<OutputPath, OutputFile>
  /** Fingerprint of everything but the results that layouts saw. */
  readonly key: string
  readonly pages: ReadonlyMap<BookPath, LaidOut>
  readonly printed: readonly PrintOutput[]
  readonly sites: readonly SpaceSite[]
  /** Style sheets that had to be compiled. */
  readonly styles: CompiledStyles
  readonly search: ReadonlyMap<OutputPath, OutputFile>
  /** What the index of each space was made of, by its folder. */
  readonly searched: ReadonlyMap<OutputPath, SearchMemory>
}

/** A page as readers get it, and as language models do. */
export interface LaidOut {
  readonly result: PageResult
  readonly file: OutputFile
  readonly alternate?: OutputFile | undefined
  /** What was wrong with its layout. */
  readonly problems?: readonly Diagnostic[]
}
