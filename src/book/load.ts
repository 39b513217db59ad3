// From files to the book as data: configuration, languages, tables of contents, glossaries. Everything that is wrong
// is reported; only a book of which nothing can be built has no value.
import type { Book, Config, Space } from '../core/book.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import { type BookPath, type FolderPrefix, folderPrefix } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import {
  CONFIG_NAMES,
  type WrittenConfig,
  completeConfig,
  inheritConfig,
  readConfig,
} from './config.ts'
import { type Language, parseLanguages } from './languages.ts'
import { type Loading, loadSpace, structureFile } from './load-space.ts'
import { createLookup } from './lookup.ts'
import { reportPlugins } from '../plugins/report.ts'
import { displacedPages, isPagePath } from './output.ts'
import { isWithheld } from './visibility.ts'

/** Layouts of the book: read by the theme, never published. */
const LAYOUTS = /(?:^|\/)_layouts\//

/** What only those who show the book know. */
export interface LoadOptions {
  /** The title of a start page that SUMMARY does not name, in a language. */
  readonly introduction?: (language: string | undefined) => string
}

/** Reads a book. Undefined when its configuration is broken or it has no page to begin with. */
export async function loadBook(
  files: Files,
  options: LoadOptions = {},
): Promise<Outcome<Book | undefined>> {
  const written = await readConfig(files, '' as FolderPrefix)
  const diagnostics: Diagnostic[] = [...written.diagnostics]
  if (written.value === undefined) return { value: undefined, diagnostics }
  const config = completeConfig(written.value)
  diagnostics.push(...reportPlugins(config, written.value.locate))
  const loading: Loading = {
    files,
    lookup: createLookup(files),
    introduction: options.introduction ?? (() => 'Introduction'),
    bookRoot: rootOf(written.value, config, '' as FolderPrefix, diagnostics),
    diagnostics,
  }
  const langsFile = structureFile(loading, written.value, config, 'langs')
  const languages = languagesOf(loading, langsFile)
  const spaces =
    languages.length === 0
      ? loadOnly(loading, written.value, config)
      : await loadLanguages(loading, written.value, languages)
  if (spaces.length === 0) {
    if (languages.length > 0)
      diagnostics.push(problem('book/no-readme', undefined, { wanted: config.structure.readme }))
    return { value: undefined, diagnostics }
  }
  const multilingual = languages.length > 0
  const structure = new Set<string>(structureFilesOf(loading, spaces, config, multilingual))
  if (langsFile !== undefined) structure.add(langsFile)
  const assets = assetsOf(loading, spaces, structure)
  const root = loading.bookRoot
  const possible = assets.filter(isPagePath)
  const displaced = displacedPages([...spaces.flatMap(({ pages }) => pages), ...possible], {
    root,
    spaces,
  })
  return { value: { config, root, spaces, multilingual, assets, displaced }, diagnostics }
}

/** The content root below a folder. */
function rootOf(
  written: WrittenConfig,
  config: Config,
  folder: FolderPrefix,
  diagnostics: Diagnostic[],
): FolderPrefix {
  const root = folderPrefix(config.root)
  if (root !== undefined) return (folder + root) as FolderPrefix
  diagnostics.push(
    problem('config/root-outside', written.locate(['root'], 'value'), { root: config.root }),
  )
  return folder
}

function languagesOf(loading: Loading, file: BookPath | undefined): readonly Language[] {
  const source = file && loading.files.text(file)
  if (file === undefined || source === undefined) return []
  const scope = { file, root: loading.bookRoot, lookup: loading.lookup }
  const { value, diagnostics } = parseLanguages(source, scope)
  loading.diagnostics.push(...diagnostics)
  return value
}

/** The one space of a book without languages. */
function loadOnly(loading: Loading, written: WrittenConfig, config: Config): readonly Space[] {
  const space = loadSpace(loading, { id: '', name: '', root: loading.bookRoot, config, written })
  return space === undefined ? [] : [space]
}

async function loadLanguages(
  loading: Loading,
  parent: WrittenConfig,
  languages: readonly Language[],
): Promise<readonly Space[]> {
  const spaces: Space[] = []
  for (const { id, name, folder, at } of languages) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of files, and the order of their problems counts
    const own = await readConfig(loading.files, folder)
    loading.diagnostics.push(...own.diagnostics)
    const child = own.value ?? { raw: {}, checked: {}, locate: () => at }
    const written = inheritConfig(parent, child)
    const config = completeConfig(written, child.checked['language'] === undefined ? id : undefined)
    const root = rootOf(written, config, folder, loading.diagnostics)
    const space = loadSpace(loading, { id, name, root, config, written, at })
    if (space !== undefined) spaces.push(space)
  }
  return spaces
}

/** Files that hold the book together and are no pages, those of the top folder of a multilingual book included. */
function structureFilesOf(
  loading: Loading,
  spaces: readonly Space[],
  config: Config,
  multilingual: boolean,
): readonly string[] {
  const { lookup, bookRoot } = loading
  const folders = new Set(['', bookRoot, ...spaces.map((space) => space.root)])
  const configs = [...folders].flatMap((folder) => CONFIG_NAMES.map((name) => folder + name))
  const { readme, summary, glossary } = config.structure
  const top = multilingual
    ? [readme, summary, glossary].map((name) => lookup.structureFile(bookRoot, name))
    : []
  const own = spaces.flatMap(({ summaryFile, glossaryFile }) => [summaryFile, glossaryFile])
  return [...configs, ...[...top, ...own].filter((path) => path !== undefined)]
}

function assetsOf(
  loading: Loading,
  spaces: readonly Space[],
  structure: ReadonlySet<string>,
): readonly BookPath[] {
  const pages = new Set<string>(spaces.flatMap((space) => space.pages))
  return loading.files.list().filter((path) => {
    const isOther = pages.has(path) || structure.has(path) || LAYOUTS.test(path)
    const isCandidate = path.startsWith(loading.bookRoot) && !isOther
    return isCandidate && !isWithheld({ spaces }, loading.files, path)
  })
}
