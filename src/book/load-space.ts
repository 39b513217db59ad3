// One space: its start page, table of contents and glossary.
import { append } from '../core/list.ts'
import type { Chapter, Config, Dialect, Part, Space, Term } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { type BookPath, type FolderPrefix, isPagePath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import { type WrittenConfig, completeConfig } from './config.ts'
import { dialectOf } from './dialect.ts'
import { parseGlossary } from './glossary.ts'
import { languageOfText } from './detect-language.ts'
import { guarded } from './guarded.ts'
import { tagMeant } from '../core/language-names.ts'
import type { Lookup } from './lookup.ts'
import { PageMaker } from './made-pages.ts'
import type { MarkdownFolder } from './markdown-folder.ts'
import { introductionOnly, parseSummary } from './summary.ts'
import { withValues } from './summary-values.ts'
import { taggedPages, tagsPage } from './tags.ts'
import { markHidden, ownVisibility } from './visibility.ts'

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
  /** What its addresses began with at GitBook.com, where that is known. */
  readonly address?: string
  readonly isUnlisted?: true
  /** Where the list of languages names it. */
  readonly at?: Place
  /** What stands for a table of contents. */
  readonly folder?: MarkdownFolder
}

/** Reads a space. Undefined when it has no page to begin with. */
export function loadSpace(loading: LoadContext, plan: SpacePlan): Space | undefined {
  const { id, name, root, written } = plan
  const here: LoadContext = { ...loading, bookRoot: root }
  const summaryFile = structureFile(here, written, plan.config, 'summary')
  const config = withLanguage(loading, plan, summaryFile)
  const glossaryFile = structureFile(here, written, config, 'glossary')
  const dialect = dialectOf({ files: loading.files, config, root, summaryFile })
  const readme = startPage(here, plan, { loading, summaryFile, dialect })
  if (readme === undefined) return undefined
  const introduction = loading.introduction(config.language)
  const { files, lookup } = loading
  const isListed = (path: string): boolean => lookup.listed.has(path)
  const maker = new PageMaker({ root, config, files, isListed })
  const chapters =
    plan.folder?.parts ??
    loadParts(loading, {
      root,
      readme,
      introduction,
      summaryFile,
      hasLabels: dialect === 'gitbook.com',
      isOfMdbook: dialect === 'mdbook',
      missingStart: `${root}${config.structure.readme}`,
      maker,
    })
  const { parts, visibility } = markHidden(chapters, loading.files)
  const tags = dialect === 'mdbook' ? {} : tagsOf(here, plan, { config, parts, readme, root })
  const made = { ...maker.pages(), ...tags.made }
  const pages = pagesOf(parts, root, [readme, glossaryFile, tags.tagsFile])
  return {
    id,
    name,
    root,
    config,
    dialect,
    ...(plan.address === undefined ? {} : { address: plan.address }),
    ...(plan.isUnlisted && { isUnlisted: true }),
    readme,
    ...(summaryFile === undefined ? {} : { summaryFile }),
    ...(glossaryFile === undefined ? {} : { glossaryFile }),
    ...(tags.tagsFile && { tagsFile: tags.tagsFile }),
    parts,
    glossary: loadGlossary(loading, glossaryFile),
    pages: pages.filter((path) => visibility[path]?.withheld !== true),
    ...(Object.keys(made).length > 0 && { made }),
    visibility,
  }
}

/** The page that lists the tags, made where the book has none; nothing where no page has a tag. */
function tagsOf(
  { files, lookup, tagsTitle }: LoadContext,
  { written }: SpacePlan,
  space: Pick<Space, 'config' | 'parts' | 'readme' | 'root'>,
): Pick<Space, 'tagsFile' | 'made'> {
  const { config, root } = space
  if (!config.tags || taggedPages(files, space).length === 0) return {}
  const { path: tagsFile, isMade } = tagsPage(lookup, root)
  if (!isMade) return { tagsFile }
  const { file: from } = written.locate(['tags'], 'key')
  const text = `# ${tagsTitle(config.language)}\n\n{% tags %}\n`
  return { tagsFile, made: { [tagsFile]: { text, from } } }
}

/** Enough of a book to tell its language. */
const SAMPLE_FILES = 6
const SAMPLE_LENGTH = 8000

/** The configuration with the language that is meant, or in which the book is written when it does not say. */
function withLanguage(
  { files }: LoadContext,
  { config, root, written }: SpacePlan,
  summaryFile: BookPath | undefined,
): Config {
  const { language: said } = config
  if (said !== undefined) {
    const meant = tagMeant(said)
    return meant === undefined ? config : { ...config, language: meant }
  }
  const pages = files.list().filter((path) => path.startsWith(root) && isPagePath(path))
  const start = pages.find((path) => path.slice(root.length).toLowerCase().startsWith('readme.'))
  const sample = new Set([summaryFile, start, ...pages.slice(0, SAMPLE_FILES)])
  const text = [...sample].map((path) => path && files.text(path)?.text.slice(0, SAMPLE_LENGTH))
  const language = languageOfText(text.join('\n'))
  return language === undefined ? config : completeConfig(written, language)
}

function loadGlossary(loading: LoadContext, file: BookPath | undefined): readonly Term[] {
  const source = file && loading.files.text(file)
  if (file === undefined || source === undefined) return []
  const { value, diagnostics } = guarded(file, [], () => parseGlossary(file, source))
  append(loading.diagnostics, diagnostics)
  return value
}

interface Beginning {
  /** With the content root of the whole book. */
  readonly loading: LoadContext
  readonly summaryFile: BookPath | undefined
  readonly dialect: Dialect
}

/** The page that the space begins with: one that is not kept from readers. */
function startPage(
  here: LoadContext,
  plan: SpacePlan,
  { loading, summaryFile, dialect }: Beginning,
): BookPath | undefined {
  const { root, config, written, at } = plan
  const isOfMdbook = dialect === 'mdbook'
  // A book of mdBook begins with its first chapter, whatever that is called.
  const chapter = isOfMdbook
    ? firstPage(loading, { root, file: summaryFile, isOfMdbook })
    : undefined
  if (chapter !== undefined) return chapter
  const readme = structureFile(here, written, config, 'readme')
  const isWithheld = readme !== undefined && ownVisibility(loading.files, readme).withheld === true
  if (readme !== undefined && !isWithheld) return readme
  if (plan.folder !== undefined) return plan.folder.start
  const named = written.locate(['structure', 'readme'], 'value')
  const place = at ?? (named.start === undefined ? undefined : named)
  const wanted = root + config.structure.readme
  const first = firstPage(loading, { root, file: summaryFile, isOfMdbook })
  if (first === undefined)
    loading.diagnostics.push(
      at === undefined
        ? problem('book/no-readme', place, { wanted })
        : problem('languages/no-pages', at, { wanted }),
    )
  else if (!isWithheld)
    loading.diagnostics.push(
      problem('book/other-start-page', place, { wanted, first, name: first.slice(root.length) }),
    )
  return first
}

interface PartsPlan {
  readonly root: FolderPrefix
  readonly readme: BookPath
  readonly introduction: string
  readonly summaryFile: BookPath | undefined
  readonly hasLabels: boolean
  readonly isOfMdbook: boolean
  /** Said already when it is named and missing. */
  readonly missingStart: string
  readonly maker: PageMaker
}

function loadParts(loading: LoadContext, plan: PartsPlan): readonly Part[] {
  const { root, readme, introduction, summaryFile: file, missingStart } = plan
  const { hasLabels, isOfMdbook, maker } = plan
  const written = file && loading.files.text(file)
  const source = written && hasLabels ? withValues(written, loading.files, root) : written
  if (file === undefined || source === undefined) return introductionOnly(readme, introduction)
  const { lookup, bookRoot } = loading
  const nothing = introductionOnly(readme, introduction)
  const starts = new Map([[root.slice(0, -1), readme]])
  const start = { starts, missingStart, readme, introduction }
  const scope = { file, root, bookRoot, lookup, ...start, hasLabels, isOfMdbook, maker }
  const { value, diagnostics } = guarded(file, nothing, () => parseSummary(source, scope))
  append(loading.diagnostics, diagnostics)
  return value
}

/** The first page of the table of contents that readers may see. */
function firstPage(
  { files, lookup, bookRoot }: LoadContext,
  {
    root,
    file,
    isOfMdbook,
  }: Pick<PartsPlan, 'root' | 'isOfMdbook'> & { file: BookPath | undefined },
): BookPath | undefined {
  const source = file && files.text(file)
  if (file === undefined || source === undefined) return undefined
  const readme = '' as BookPath
  const scope = { file, root, bookRoot, lookup, readme, introduction: '', isOfMdbook }
  const { value } = guarded(file, [], () => parseSummary(source, scope))
  const { parts, visibility } = markHidden(value, files)
  return parts
    .flatMap((part) => part.chapters.flatMap(pathsBelow))
    .find((path) => path.startsWith(root) && visibility[path]?.withheld !== true)
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
  [readme, ...others]: readonly [BookPath, ...(BookPath | undefined)[]],
): readonly BookPath[] {
  const pages = new Set<BookPath>([readme])
  for (const path of parts.flatMap((part) => part.chapters.flatMap(pathsBelow)))
    if (path.startsWith(root)) pages.add(path)
  for (const path of others) if (path !== undefined) pages.add(path)
  return [...pages]
}

type StructureKey = keyof Config['structure']

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
