// From files to the book as data: configuration, languages, tables of contents, glossaries. Everything that is wrong
// is reported; only a book of which nothing can be built has no value.
import type { Book, Chapter, Config, Space, Part, Term } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
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
import { parseGlossary } from './glossary.ts'
import { type Language, parseLanguages } from './languages.ts'
import { type Lookup, createLookup } from './lookup.ts'
import { reportPlugins } from '../plugins/report.ts'
import { displacedPages, isPagePath } from './output.ts'
import { introductionOnly, parseSummary } from './summary.ts'

/** Layouts of the book: read by the theme, never published. */
const LAYOUTS = /(?:^|\/)_layouts\//

/** What only those who show the book know. */
export interface LoadOptions {
  /** The title of a start page that SUMMARY does not name, in a language. */
  readonly introduction?: (language: string | undefined) => string
}

interface Loading {
  readonly files: Files
  readonly lookup: Lookup
  readonly introduction: (language: string | undefined) => string
  readonly bookRoot: FolderPrefix
  readonly diagnostics: Diagnostic[]
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

/** What is known of a space before its files are read. */
interface SpacePlan {
  readonly id: string
  readonly name: string
  readonly root: FolderPrefix
  readonly config: Config
  readonly written: WrittenConfig
  /** Where the list of languages names it. */
  readonly at?: Place
}

function loadSpace(loading: Loading, plan: SpacePlan): Space | undefined {
  const { id, name, root, config, written } = plan
  const here: Loading = { ...loading, bookRoot: root }
  const summaryFile = structureFile(here, written, config, 'summary')
  const glossaryFile = structureFile(here, written, config, 'glossary')
  const readme =
    structureFile(here, written, config, 'readme') ?? substituteReadme(loading, plan, summaryFile)
  if (readme === undefined) return undefined
  const introduction = loading.introduction(config.language)
  const parts = loadParts(loading, { root, readme, introduction, summaryFile })
  return {
    id,
    name,
    root,
    config,
    readme,
    ...(summaryFile === undefined ? {} : { summaryFile }),
    ...(glossaryFile === undefined ? {} : { glossaryFile }),
    parts,
    glossary: loadGlossary(loading, glossaryFile),
    pages: pagesOf(parts, root, readme, glossaryFile),
  }
}

function loadGlossary(loading: Loading, file: BookPath | undefined): readonly Term[] {
  const source = file && loading.files.text(file)
  if (file === undefined || source === undefined) return []
  const { value, diagnostics } = parseGlossary(file, source)
  loading.diagnostics.push(...diagnostics)
  return value
}

/** Reports that there is no start page, and takes the first page of the table of contents. */
function substituteReadme(
  loading: Loading,
  { root, config, written, at }: SpacePlan,
  summaryFile: BookPath | undefined,
): BookPath | undefined {
  const named = written.locate(['structure', 'readme'], 'value')
  const place = at ?? (named.start === undefined ? undefined : named)
  const wanted = root + config.structure.readme
  const first = firstPage(loading, root, summaryFile)
  loading.diagnostics.push(
    first !== undefined
      ? problem('book/other-start-page', place, { wanted, first })
      : at === undefined
        ? problem('book/no-readme', place, { wanted })
        : problem('languages/no-pages', at, { wanted }),
  )
  return first
}

interface PartsPlan {
  readonly root: FolderPrefix
  readonly readme: BookPath
  readonly introduction: string
  readonly summaryFile: BookPath | undefined
}

function loadParts(loading: Loading, plan: PartsPlan): readonly Part[] {
  const { root, readme, introduction, summaryFile: file } = plan
  const source = file && loading.files.text(file)
  if (file === undefined || source === undefined) return introductionOnly(readme, introduction)
  const { lookup, bookRoot } = loading
  const { value, diagnostics } = parseSummary(source, {
    file,
    root,
    bookRoot,
    lookup,
    readme,
    introduction,
  })
  loading.diagnostics.push(...diagnostics)
  return value
}

function firstPage(
  loading: Loading,
  root: FolderPrefix,
  file: BookPath | undefined,
): BookPath | undefined {
  const source = file && loading.files.text(file)
  if (file === undefined || source === undefined) return undefined
  const { lookup, bookRoot } = loading
  const readme = '' as BookPath
  const { value } = parseSummary(source, { file, root, bookRoot, lookup, readme, introduction: '' })
  const pages = value.flatMap((part) => part.chapters.flatMap(pathsBelow))
  return pages.find((path) => path.startsWith(root))
}

/** The paths of the pages of a chapter and of those below it, in reading order. */
function pathsBelow(chapter: Chapter): readonly BookPath[] {
  const below = chapter.children.flatMap(pathsBelow)
  return chapter.kind === 'page' ? [chapter.path, ...below] : below
}

/** Every page once. Chapters that lead into another language are that language's pages. */
function pagesOf(
  parts: readonly Part[],
  root: FolderPrefix,
  readme: BookPath,
  glossary: BookPath | undefined,
): readonly BookPath[] {
  const pages = new Set<BookPath>([readme])
  for (const path of parts.flatMap((part) => part.chapters.flatMap(pathsBelow)))
    if (path.startsWith(root)) pages.add(path)
  if (glossary !== undefined) pages.add(glossary)
  return [...pages]
}

type StructureKey = keyof Config['structure']

/** The structure file of a kind. One that the author named and that is nowhere is reported. */
function structureFile(
  loading: Loading,
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
    return path.startsWith(loading.bookRoot) && !isOther
  })
}
