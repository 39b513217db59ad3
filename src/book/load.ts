// From files to the book as data: configuration, languages, tables of contents, glossaries. Everything that is wrong
// is reported; only a book of which nothing can be built has no value.
import { append } from '../core/list.ts'
import type { Book, Config, Space } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { NotLoaded } from '../core/not-loaded.ts'
import {
  type BookPath,
  type FolderPrefix,
  encodePath,
  isPicturePath,
  placesOfPicture,
  writtenFrom,
} from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import {
  CONFIG_NAMES,
  type WrittenConfig,
  completeConfig,
  inheritConfig,
  readConfig,
} from './config.ts'
import { guarded } from './guarded.ts'
import { isLanguageTag, languageMeant } from '../core/language-names.ts'
import { parseLanguages } from './languages.ts'
import { type LoadContext, structureFile } from './load-context.ts'
import { loadSpace } from './load-space.ts'
import { createLookup } from './lookup.ts'
import { withHeads } from './load-heads.ts'
import { pluginPlace } from './config-places.ts'
import { reportPlugins } from '../plugins/report.ts'
import { displacedPages, isPagePath } from './output.ts'
import {
  type FoundLanguages,
  type Listed,
  type ReadingPlan,
  type Top,
  filled,
  planOf,
  rootOf,
  treeOf,
} from './plan.ts'
import { isWithheld } from './visibility.ts'

/** Layouts of the book: read by the theme, never published. */
const LAYOUTS = /(?:^|\/)_layouts\//

/** What only those who show the book know. */
export interface LoadOptions {
  /** The title of a start page that SUMMARY does not name, in a language. */
  readonly introduction?: (language: string | undefined) => string
  /** The title of the list of tags, in a language. */
  readonly tagsTitle?: (language: string | undefined) => string
  /** False: a configuration that is a program is not run. */
  readonly runsCode?: boolean
}

const TITLES = { introduction: () => 'Introduction', tagsTitle: () => 'Tags' }

/** Reads a book. Undefined when its configuration is broken or it has no page to begin with. */
export async function loadBook(
  files: Files,
  options: LoadOptions = {},
): Promise<Outcome<Book | undefined>> {
  try {
    return await readBook(files, options)
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error
    await error.load()
    return loadBook(files, options)
  }
}

async function readBook(files: Files, options: LoadOptions): Promise<Outcome<Book | undefined>> {
  const written = await readConfig(files, '' as FolderPrefix, options.runsCode)
  const diagnostics: Diagnostic[] = [...written.diagnostics]
  if (written.value === undefined) return { value: undefined, diagnostics }
  const top: Top = { written: written.value, config: completeConfig(written.value) }
  const { raw, locate } = written.value
  const entryAt = (name: string): Place => pluginPlace(raw['plugins'], name, locate)
  append(diagnostics, reportPlugins(top.config, locate, entryAt))
  const lookup = createLookup(files)
  const start: LoadContext = {
    ...TITLES,
    ...options,
    files,
    runsCode: options.runsCode ?? true,
    lookup,
    bookRoot: rootOf({ lookup, diagnostics }, top, '' as FolderPrefix),
    diagnostics,
  }
  const plan = await planOf(start, top, languagesOf)
  const { config, listed, langsFile } = plan
  const loading: LoadContext = { ...start, bookRoot: plan.root }
  const spaces =
    listed.length === 0 ? loadOnly(loading, plan) : await loadListed(loading, plan.written, listed)
  if (spaces.length === 0) {
    if (listed.length > 0)
      diagnostics.push(problem('book/no-readme', undefined, { wanted: config.structure.readme }))
    return { value: undefined, diagnostics }
  }
  const multilingual = listed.length > 0
  const structure = new Set<string>(structureFilesOf(loading, spaces, config, multilingual))
  for (const file of [langsFile, plan.describedBy]) if (file !== undefined) structure.add(file)
  const assets = assetsOf(loading, { spaces, config }, structure)
  const root = loading.bookRoot
  const possible = assets.filter(isPagePath)
  const displaced = displacedPages([...spaces.flatMap(({ pages }) => pages), ...possible], {
    root,
    spaces,
    config,
  })
  const { choice, recognized } = plan
  const own = withHeads(loading, plan, spaces)
  const spoken = multilingual
    ? withFirstLanguage(spaces, own.config)
    : withLanguageOf(spaces, own.config)
  const book = { config: spoken, root, spaces: own.spaces, multilingual, choice, assets, displaced }
  return { value: recognized === undefined ? book : { ...book, recognized }, diagnostics }
}

/** What a book of one space says for all of it: the language may be that of its text. */
function withLanguageOf([space]: readonly Space[], config: Config): Config {
  const language = space?.config.language
  return language === undefined ? config : { ...config, language }
}

/** A choice of languages is in English, where nothing else is said, if one of them is; else in the first. */
function withFirstLanguage(spaces: readonly Space[], config: Config): Config {
  const languages = spaces.map((space) => space.config.language ?? 'en')
  const [language = 'en'] = languages
  const isEnglish = languages.some((tag) => /^en\b/i.test(tag))
  return config.language !== undefined || isEnglish ? config : { ...config, language }
}

function languagesOf(loading: LoadContext, { written, config }: Top): FoundLanguages {
  const file = structureFile(loading, written, config, 'langs')
  const source = file && loading.files.text(file)
  if (file === undefined || source === undefined) return { file, languages: [] }
  const scope = { file, root: loading.bookRoot, lookup: loading.lookup }
  const { value, diagnostics } = guarded(file, [], () => parseLanguages(source, scope))
  append(loading.diagnostics, diagnostics)
  return { file, languages: value }
}

/** The one space of a book without languages. */
function loadOnly(loading: LoadContext, plan: ReadingPlan): readonly Space[] {
  const { written, config, folder } = plan
  const own = { id: '', name: '', root: loading.bookRoot, config, written, isOnly: true } as const
  const space = loadSpace(loading, folder === undefined ? own : { ...own, folder })
  return space === undefined ? [] : [space]
}

/** The spaces of LANGS, or those that were found. */
async function loadListed(
  loading: LoadContext,
  parent: WrittenConfig,
  listed: readonly Listed[],
): Promise<readonly Space[]> {
  const spaces: Space[] = []
  for (const found of listed) {
    const { id, name, folder, language, title, address, isUnlisted, at } = found
    // oxlint-disable-next-line no-await-in-loop -- a handful of files, and the order of their problems counts
    const own = await readConfig(loading.files, folder, loading.runsCode)
    append(loading.diagnostics, own.diagnostics)
    const child = own.value ?? { raw: {}, checked: {}, locate: () => at }
    const inherited = inheritConfig(parent, child)
    const written = title === undefined ? inherited : filled(inherited, { title })
    const isNamed = child.checked['language'] === undefined
    const config = completeConfig(written, isNamed ? spokenIn(loading, language, at) : undefined)
    const root = rootOf(loading, { written, config }, folder)
    const plan = { id, name, root, config, written, at }
    const tree = treeOf({ ...loading, bookRoot: root }, plan)
    const space = loadSpace(loading, {
      ...plan,
      ...(tree && { folder: tree }),
      ...(address === undefined ? {} : { address }),
      ...(isUnlisted && { isUnlisted }),
    })
    if (space !== undefined) spaces.push(space)
  }
  return spaces
}

/** The language that the name of a folder means. One that means none says none. */
function spokenIn(
  { diagnostics }: LoadContext,
  folder: string | undefined,
  at: Place,
): string | undefined {
  if (folder === undefined || isLanguageTag(folder)) return folder
  const meant = languageMeant(folder)
  if (meant === undefined) diagnostics.push(problem('languages/unclear', at, { folder }))
  return meant
}

/** Files that hold the book together and are no pages, those of the top folder of a multilingual book included. */
function structureFilesOf(
  loading: LoadContext,
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
  const own = spaces.flatMap((space) => [space.summaryFile, space.glossaryFile, space.footerFile])
  return [...configs, ...[...top, ...own].filter((path) => path !== undefined)]
}

function assetsOf(
  loading: LoadContext,
  { spaces, config }: Pick<Book, 'spaces' | 'config'>,
  structure: ReadonlySet<string>,
): readonly BookPath[] {
  const pages = new Set(spaces.flatMap((space) => space.pages))
  const isShownAbove = shownAbove(loading, [...pages])
  const look = lookOf(loading, config)
  return loading.files.list().filter((path) => {
    const isOther = pages.has(path) || structure.has(path) || LAYOUTS.test(path)
    const isReached = path.startsWith(loading.bookRoot) || look.has(path) || isShownAbove(path)
    return isReached && !isOther && !isWithheld({ spaces }, loading.files, path)
  })
}

/** The pictures of the look: one above the content root where there is none of its name below. */
function lookOf({ files, bookRoot }: LoadContext, { theme }: Config): ReadonlySet<BookPath> {
  const written = [theme.logo, theme.favicon, theme.touchIcon].filter((one) => one !== undefined)
  const found = written.map((one) =>
    placesOfPicture(bookRoot, one).find((path) => files.size(path) !== undefined),
  )
  return new Set(found.filter((path) => path !== undefined))
}

/** Is this a picture above the content root that a page there shows? Which it may be is enough: its name stands there. */
function shownAbove(
  { files, bookRoot }: LoadContext,
  pages: readonly BookPath[],
): (path: BookPath) => boolean {
  const texts = pages
    .filter((page) => !page.startsWith(bookRoot))
    .map((page) => ({ page, text: files.text(page)?.text ?? '' }))
  return (path) =>
    isPicturePath(path) &&
    texts.some(({ page, text }) => {
      const name = writtenFrom(page, path)
      return text.includes(name) || text.includes(encodePath(name))
    })
}
