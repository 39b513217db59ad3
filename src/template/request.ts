// What the rest of the program hands in for an expansion, and what it gets back: data types only.
import type { Range } from '../core/range.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { IncludeHost } from './includes.ts'
import type { CodeRange, Later } from './read/code.ts'
import type { Dialect } from './read/expression.ts'
import type { Origins } from './run/output.ts'

/** Variables by name: plain data. A getter is asked only when a template looks. */
export type TemplateVariables = { readonly [name: string]: unknown }

/** What an expansion may ask of the rest of the program. */
export interface TemplateHost extends IncludeHost {
  /** Code of a text, in order. */
  codeRanges(text: string, name: string): readonly CodeRange[]
  /** What of a text belongs to a later step: nothing in it is a tag here, but in what is code. In order. */
  later?(text: string): readonly Later[]
  /** A text without its front matter, and the 1-based line at which it begins. */
  body(path: BookPath, text: string): { readonly body: string; readonly firstLine: number }
}

/** One page to expand. */
export interface TemplateRequest {
  readonly path: BookPath
  /** The body without front matter; lines end in '\n'. */
  readonly text: string
  /** The 1-based line of the file at which the body begins. */
  readonly firstLine: number
  /** The folder that '/' means in an include. */
  readonly root: FolderPrefix
  readonly variables: TemplateVariables
  readonly host: TemplateHost
  /** Tags that somebody registered. Others stay in the page, with a warning. */
  readonly blocks?: ReadonlyMap<string, BlockSpelling>
  /** As in Nunjucks unless said otherwise. */
  readonly dialect?: Dialect
  /** How much the page may do; as any page may unless said otherwise. */
  readonly work?: number
}

/** An expanded page. */
export interface ExpandedPage {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Where a line of `text` (or a column in it) comes from, exact inside includes and loops too. */
  readonly origin: Origins
  /** What of `text` stood between `{% raw %}` and `{% endraw %}`, in order. */
  readonly literal: readonly Range[]
  /** What of `text` other files brought; parts may lie in each other. */
  readonly parts: readonly Range[]
}

/** How a tag that somebody registered is written, and what becomes of it. */
export interface BlockSpelling {
  /** The tag that closes it: 'end' and its name unless said otherwise; `null` for a tag without content. */
  readonly end?: string | null
  /** Inner tags that divide its content. */
  readonly sections?: readonly string[]
  /** Its content is left as written: nothing in it is expanded. */
  readonly verbatim?: boolean
  /**
   * Makes text of the block, which takes its place in the page. Left out, the block's tags stay in the page for a
   * later step, and only its content is expanded.
   */
  readonly render?: (block: TemplateBlock) => BlockResult
}

/**
 * What a block becomes: text in its place, or text around its content. The second keeps the lines of the content
 * where they were written, so that problems in them point there.
 */
export type BlockResult = string | { readonly before: string; readonly after: string }

/** A registered block as its `render` gets it. Bodies are expanded text, not HTML. */
export interface TemplateBlock {
  readonly name: string
  readonly args: readonly unknown[]
  readonly kwargs: { readonly [name: string]: unknown }
  readonly body: string
  /** What `sections` divided, in order. */
  readonly blocks: readonly Omit<TemplateBlock, 'blocks'>[]
}
