// What the site of rendered pages is made of: the same for the build and for threads that lay pages out besides.
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { TargetOf } from '../core/target.ts'
import type { Files } from '../files/files.ts'
import { createMarkdown } from '../markdown/parser.ts'
import type { EmitRequest } from '../site/emit-request.ts'
import type { BookNames, SiteUrl } from '../site/metadata/site-url.ts'
import type { Theme } from '../site/theme.ts'
import { withFooters } from './page-footers.ts'

/** What differs from build to build. */
export interface SiteParts {
  readonly files: Files
  readonly servedAt: string | undefined
  readonly names: BookNames | undefined
  readonly book: Book
  readonly siteUrl: SiteUrl | undefined
  readonly dates: ReadonlyMap<BookPath, string>
  readonly theme: Theme
  /** All pages as shown. */
  readonly shown: ReadonlyMap<BookPath, PageResult>
  readonly outputOf: (path: BookPath) => OutputPath
  readonly targetOf: TargetOf
}

/** The request of a site without a build before. */
export function siteRequest({ files, shown, ...parts }: SiteParts): EmitRequest {
  return {
    ...parts,
    textOf: (path) => files.text(path)?.text,
    ...withFooters(parts.book, shown),
    inline: (text) => createMarkdown().renderInline(text),
  }
}

/** Whoever only wants to know what is wrong reads no pages, and whoever builds afterwards shall not get empty ones. */
export function withoutLayouts(theme: Theme): Theme {
  return { ...theme, hash: `${theme.hash} without layouts`, renderPage: () => '' }
}
