// What the pages of a space share, as data.
import type { Book, Space } from '../core/book.ts'
import type { Download } from '../core/download.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { TargetOf } from '../core/target.ts'
import type { Brand } from './brand.ts'
import type { HeadFile, OwnHead } from './own-head.ts'
import type { Navigation, SiteMap } from './navigation.ts'
import type { SiteMetadata } from './metadata/site-metadata.ts'
import type { SymbolSheet } from './symbols.ts'

/** What all pages of one space share. */
export interface SpaceSite {
  readonly navigation: Navigation
  readonly site: SiteMap
  readonly targetOf: TargetOf
  /** Title of the book. */
  readonly title: string
  /** HTML of the footer, on a page. */
  readonly footer?: (from: OutputPath) => string
  /** What the book adds to the head of its pages. */
  readonly own: OwnHead
  /** Where each of the theme's files lies, and its version. */
  readonly assets: {
    readonly style: OutputPath
    readonly script: OutputPath
    readonly early: OutputPath
    readonly missing: OutputPath
    readonly nav: OutputPath
    readonly navText: string
    /** Of the text of `nav`: pages name it, so that no browser uses an old one. */
    readonly navVersion: string
    readonly print: OutputPath
    readonly panels: OutputPath
    readonly panelsVersion: string
    /** Parts of the theme that only some pages load, by feature. */
    readonly features: ReadonlyMap<string, FeatureAssets>
    /** What the book draws diagrams with in browsers. */
    readonly drawing?: { readonly script: OutputPath; readonly library: HeadFile }
    readonly version: string
    readonly search?: SearchAssets
  }
  /** What search engines, feed readers and language models are told. */
  readonly metadata: SiteMetadata
  /** When pages changed last, as ISO dates. */
  readonly dates: ReadonlyMap<BookPath, string>
  readonly brand: Brand
  /** What draws the symbols of the book; absent when it has none. */
  readonly symbols?: SymbolSheet
  /** Its ebooks. */
  readonly downloads: readonly Download[]
  /** What readers choose among `others`. */
  readonly choice: Book['choice']
  /** All spaces of the book, in the order of LANGS. */
  readonly others: readonly {
    readonly space: Space
    readonly tag: string
    pageFor(path: BookPath): OutputPath
  }[]
}

/** Is it among those that readers choose from? */
export function isListed({ navigation }: SpaceSite): boolean {
  return navigation.space.isUnlisted !== true
}

/** What a feature loads. */
export interface FeatureAssets {
  readonly style: OutputPath
  readonly script?: OutputPath
}

/** Where the files of search lie; `index` and `all` are folders and end in '/'. */
export interface SearchAssets {
  readonly script: OutputPath
  readonly style: OutputPath
  readonly index: OutputPath
  /** The index over all books, where there are several. */
  readonly all?: OutputPath
}
