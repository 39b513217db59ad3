// Expands the templates of a page: variables, includes, conditions, loops. It never fails: what is not ours, or does not
// work, stays in the page as its author wrote it, and is reported.
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { BlockSpelling } from './blocks.ts'
import type { Dialect } from './read/expression.ts'
import type { IncludeHost } from './includes.ts'
import type { Origins } from './run/output.ts'
import { expandPage } from './run/walk.ts'
import type { CodeStretch } from './read/code.ts'
import { mayHaveTags } from './read/scan.ts'

export type { BlockResult, BlockSpelling, TemplateBlock } from './blocks.ts'
export type { Origins } from './run/output.ts'

/** Variables by name: plain data. A getter is asked only when a template looks. */
export type TemplateVariables = { readonly [name: string]: unknown }

/** What an expansion may ask of the rest of the program. */
export interface TemplateHost extends IncludeHost {
  /** Code of a text, in order. */
  codeRanges(text: string, name: string): readonly CodeStretch[]
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
  /** How operators are written; as in Nunjucks unless said otherwise. */
  readonly dialect?: Dialect
}

/** An expanded page. */
export interface Expanded {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  /** Where a line of `text` (or a column in it) comes from, exact inside includes and loops too. */
  readonly origin: Origins
}

/** Expands the templates of a page. */
export function expandTemplates(request: TemplateRequest): Expanded {
  const { path, text, firstLine } = request
  if (mayHaveTags(text)) return expandPage(request)
  return {
    text,
    diagnostics: [],
    origin: (line, column) => ({
      file: path,
      line: line + firstLine - 1,
      ...(column === undefined ? {} : { column }),
      sameColumns: true,
    }),
  }
}
