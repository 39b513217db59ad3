// What loading a book hands from step to step.
import type { Config } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import type { WrittenConfig } from './config.ts'
import type { Lookup } from './lookup.ts'
import type { MarkdownFolder } from './markdown-folder.ts'

/** What loading needs wherever it is. */
export interface LoadContext {
  readonly files: Files
  /** Configurations that are programs are run. */
  readonly runsCode: boolean
  readonly lookup: Lookup
  readonly introduction: (language: string | undefined) => string
  /** The title of the list of tags. */
  readonly tagsTitle: (language: string | undefined) => string
  readonly bookRoot: FolderPrefix
  readonly diagnostics: Diagnostic[]
}

/** What is known of a space before its files are read. */
export interface SpacePlan {
  readonly id: string
  readonly name: string
  readonly root: FolderPrefix
  readonly config: Config
  readonly written: WrittenConfig
  /** It is the whole book: what its chapters name is a page of it, also outside of its root. */
  readonly isOnly?: true
  /** What its addresses began with at GitBook.com, where that is known. */
  readonly address?: string
  readonly isUnlisted?: true
  /** Where the list of languages names it. */
  readonly at?: Place
  /** What stands for a table of contents. */
  readonly folder?: MarkdownFolder
}

type StructureKey = Exclude<keyof Config['structure'], 'exclude'>

/** The structure file of a kind. One that the author named and that is nowhere is reported. */
export function structureFile(
  loading: LoadContext,
  written: WrittenConfig,
  config: Config,
  key: StructureKey,
): BookPath | undefined {
  const name = config.structure[key]
  const found = loading.lookup.structureFile(loading.bookRoot, name)
  const place = written.locate(['structure', key], 'value')
  if (found === undefined && place.start !== undefined && key !== 'readme')
    loading.diagnostics.push(problem('book/missing-structure-file', place, { key, name }))
  return found
}
