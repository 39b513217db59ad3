// What all pages tell machines alike, as data.
import type { PageResult, Space } from '../../core/book.ts'
import type { BookPath, OutputPath } from '../../core/path.ts'
import type { MetaView } from '../view.ts'
import type { Redirects } from './redirects.ts'
import type { SiteUrl } from './site-url.ts'

/** What all spaces share of this. */
export interface SiteMetadata {
  readonly url?: SiteUrl
  /** What the addresses of the site begin with on its host. */
  readonly top: string
  /** Nobody said where the site lies. */
  readonly anywhere?: true
  /** Tells where the Markdown alternate of a page lies; undefined when it has none. */
  alternateOf(result: PageResult): OutputPath | undefined
  /** Name of the feed of each space; undefined when there is none. */
  readonly feed?: string
  readonly redirects: Redirects
  readonly script: OutputPath
  /** What Open Graph says of all pages of a space. */
  spaceMeta(space: Space): Pick<MetaView, 'locale' | 'image'>
  /** Is there such a page, and may machines know of it? */
  isListed(path: BookPath): boolean
  /** What robots are told of a page; most may do everything. */
  robotsOf(result: PageResult): string | undefined
  /** The start of a book in several languages. */
  readonly choice?: OutputPath
}
