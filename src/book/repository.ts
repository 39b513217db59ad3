// What a repository is looked at as, and what its folders say of themselves.
import type { Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import { type BookPath, type FolderPrefix, baseName, folderPrefix } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { readLooseYaml } from '../files/loose-yaml.ts'
import { mdbookSource } from './config-mdbook.ts'
import type { Lookup } from './lookup.ts'

/** One of several books of a repository. */
export interface FoundSpace {
  readonly id: string
  readonly name: string
  readonly folder: FolderPrefix
  /** When its folder, or `docs.yaml`, says it. */
  readonly language?: string
  /** What its addresses began with at GitBook.com. */
  readonly address?: string
  /** `docs.yaml` keeps it from the choice. */
  readonly isUnlisted?: true
  readonly at: Place
}

/** How a repository is to be read. */
export type Recognition = Understanding & {
  /** The description of the site that says so. */
  readonly describedBy?: BookPath
}

type Understanding =
  | { readonly kind: 'book' }
  /** One book in a folder below. */
  | {
      readonly kind: 'below'
      readonly folder: FolderPrefix
      /** What `docs.yaml` says. */
      readonly defaults: JsonObject
    }
  | {
      readonly kind: 'languages' | 'books'
      readonly spaces: readonly FoundSpace[]
      /** Of the whole site. */
      readonly title?: string
    }

/** What is looked through. */
export interface Repository {
  readonly files: Files
  readonly lookup: Lookup
  readonly root: FolderPrefix
  /** The name of tables of contents. */
  readonly summary: string
}

/** The content root of a folder, as its own `.gitbook.yaml` or `book.toml` says. */
export function contentOf({ files }: Repository, folder: FolderPrefix): FolderPrefix {
  const source = mdbookSource(files, folder)
  if (source !== undefined) return source
  const settings = yamlOf(files, `${folder}.gitbook.yaml`)
  const root = isJsonObject(settings) ? settings['root'] : undefined
  const below = typeof root === 'string' ? folderPrefix(root) : undefined
  return (folder + (below ?? '')) as FolderPrefix
}

export function summaryIn(
  { lookup, summary }: Repository,
  folder: FolderPrefix,
): BookPath | undefined {
  return lookup.structureFile(folder, summary)
}

export function nameOf(folder: string): string {
  return baseName(folder.replace(/\/$/, ''))
}

/** Folders in different places may have equal names; then the whole path tells them apart. */
export function idOf(folder: FolderPrefix, all: readonly FolderPrefix[]): string {
  const name = nameOf(folder)
  const isAlone = all.every((other) => other === folder || nameOf(other) !== name)
  return isAlone ? name : folder.slice(0, -1).replaceAll('/', '-')
}

/** What a file of YAML says, as far as it can be read. */
export function yamlOf(files: Files, path: string): Json | undefined {
  const source = files.text(path as BookPath)
  return source === undefined ? undefined : readLooseYaml(source.text).value
}
