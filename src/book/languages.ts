import { append } from '../core/list.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type BookPath, type FolderPrefix, baseName, folderOf, isPagePath } from '../core/path.ts'
import { closest } from '../core/suggest.ts'
import { candidatesOf, isAddress, splitReference } from '../core/reference.ts'
import type { TextFile } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import type { Lookup } from './lookup.ts'
import { type Entry, parseOutline } from './outline.ts'
import { findPath } from './resolve.ts'

/** A language of the book. */
export interface Language {
  /** The last component of its folder. */
  readonly id: string
  readonly name: string
  readonly folder: FolderPrefix
  readonly at: Place
}

interface Scope {
  readonly file: BookPath
  readonly root: FolderPrefix
  readonly lookup: Lookup
}

/** Reads the list of languages: top-level entries that link to folders below the content root. */
export function parseLanguages(source: TextFile, scope: Scope): Outcome<readonly Language[]> {
  const outline = parseOutline(scope.file, source)
  const diagnostics: Diagnostic[] = [...outline.diagnostics]
  const languages: Language[] = []
  const listed = outline.value.flatMap(({ entries }) => entries)
  // A list without any link is one of something else.
  const isOfLanguages = listed.some(({ link }) => link !== undefined)
  for (const entry of isOfLanguages ? listed : []) {
    const found = readLanguage(entry, scope)
    append(diagnostics, found.diagnostics)
    if (found.value === undefined) continue
    const { folder } = found.value
    if (languages.some((language) => language.folder === folder))
      diagnostics.push(problem('languages/duplicate', found.value.at, { written: folder }))
    else languages.push(withUniqueId(found.value, languages))
  }
  if (languages.length === 0) diagnostics.push(problem('languages/none', { file: scope.file }))
  return { value: languages, diagnostics }
}

function readLanguage(entry: Entry, scope: Scope): Outcome<Language | undefined> {
  const { link, title } = entry
  if (link === undefined) return failed(problem('languages/no-link', entry.at, { name: title }))
  const { href, at } = link
  if (isAddress(href, scope.lookup.exists))
    return failed(problem('languages/external', at, { written: href }))
  const wanted = languageFolder(href, scope)
  if (wanted === undefined) return failed(problem('languages/outside-book', at, { written: href }))
  const folder = scope.lookup.isFolder(wanted) ? wanted : scope.lookup.folderOtherCase(wanted)
  if (folder === undefined)
    return failed(
      problem('languages/missing-folder', at, { written: href, near: nearFolder(wanted, scope) }),
    )
  const value = { id: baseName(folder), name: title, folder: `${folder}/` as FolderPrefix, at }
  return { value, diagnostics: [] }
}

/**
 * The folder below the root that a link means, whether or not there is one: a link to its start page means it, too.
 * Undefined for an address and for a place outside.
 */
export function languageFolder(href: string, { file, root, lookup }: Scope): string | undefined {
  if (isAddress(href, lookup.exists)) return undefined
  const paths = candidatesOf(splitReference(href), file, root).map(({ path }) => path)
  const found = paths.find((path) => findPath(lookup, path).kind !== 'absent') ?? paths[0]
  if (found === undefined) return undefined
  const isFile = lookup.listed.has(found) || (isPagePath(found) && !lookup.isFolder(found))
  const folder = isFile ? folderOf(found) : found
  return `${folder}/`.startsWith(root) && folder !== folderOf(root) ? folder : undefined
}

function failed(diagnostic: Diagnostic): Outcome<undefined> {
  return { value: undefined, diagnostics: [diagnostic] }
}

/** The folder of the root whose name is closest. */
function nearFolder(wanted: string, { lookup, root }: Scope): string | undefined {
  const folders = new Set<string>()
  for (const path of lookup.listed) {
    if (!path.startsWith(root)) continue
    const [folder, file] = path.slice(root.length).split('/')
    if (folder !== undefined && file !== undefined) folders.add(folder)
  }
  return closest(wanted.slice(root.length), folders)
}

/** Folders in different places may have equal names; then the whole path tells them apart. */
function withUniqueId(language: Language, others: readonly Language[]): Language {
  if (!others.some(({ id }) => id === language.id)) return language
  return { ...language, id: language.folder.slice(0, -1).replaceAll('/', '-') }
}
