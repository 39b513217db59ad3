// One space: its start page, table of contents and glossary.
import { append } from '../core/list.ts'
import type { Chapter, Config, Part, Space, Term } from '../core/book.ts'
import { type BookPath, type FolderPrefix, isPagePath, pathIn } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { completeConfig } from './config.ts'
import { dialectOf } from './dialect.ts'
import { parseGlossary } from './glossary.ts'
import { languageOfText } from './detect-language.ts'
import { guarded } from './guarded.ts'
import { tagMeant } from '../core/language-names.ts'
import { type LoadContext, type SpacePlan, structureFile } from './load-context.ts'
import { PageMaker } from './made-pages.ts'
import { startPage } from './start-page.ts'
import { introductionOnly, parseSummary } from './summary.ts'
import { withValues } from './summary-values.ts'
import { taggedPages, tagsPage } from './tags.ts'
import { markHidden } from './visibility.ts'
import { type Wiki, sidebarOf, wikiIn, withOtherPages, withPlainLinks } from './wiki.ts'

/** Reads a space. Undefined when it has no page to begin with. */
export function loadSpace(loading: LoadContext, plan: SpacePlan): Space | undefined {
  const { id, name, root, written } = plan
  const here: LoadContext = { ...loading, bookRoot: root }
  const wiki = wikiIn(loading.lookup, root, plan.config.structure)
  const { summaryFile, isSidebar } = contentsOf(here, plan)
  const config = withLanguage(loading, plan, summaryFile)
  const glossaryFile = structureFile(here, written, config, 'glossary')
  const dialect = dialectOf({ files: loading.files, config, root, summaryFile })
  const named = structureFile(here, written, config, 'readme')
  const readme = startPage(loading, plan, { named, summaryFile, isSidebar, dialect, wiki })
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
      isSidebar,
      isOnlySpace: plan.isOnly === true,
      missingStart: pathIn(root, config.structure.readme) ?? '',
      maker,
    })
  const all = wiki && isSidebar ? withOtherPages(chapters, lookup, root) : chapters
  const { parts, visibility } = markHidden(all, loading.files)
  const tags = dialect === 'mdbook' ? {} : tagsOf(here, plan, { config, parts, readme, root })
  const made = { ...maker.pages(), ...tags.made }
  const pages = pagesOf(parts, ownPages(plan), [readme, glossaryFile, tags.tagsFile])
  return {
    id,
    name,
    root,
    config,
    dialect,
    readme,
    ...(summaryFile === undefined ? {} : { summaryFile }),
    ...(glossaryFile === undefined ? {} : { glossaryFile }),
    ...(tags.tagsFile && { tagsFile: tags.tagsFile }),
    ...plannedOf(plan, wiki),
    ...footerOf(here, plan, config, wiki),
    parts,
    glossary: loadGlossary(loading, glossaryFile),
    pages: pages.filter((path) => visibility[path]?.withheld !== true),
    ...(Object.keys(made).length > 0 && { made }),
    visibility,
  }
}

/** The folder whose pages are its own. */
function ownPages({ isOnly, root }: SpacePlan): FolderPrefix {
  return isOnly === true ? ('' as FolderPrefix) : root
}

/** The table of contents: SUMMARY, else the sidebar of a wiki. */
function contentsOf(
  here: LoadContext,
  { config, root, written }: SpacePlan,
): { readonly summaryFile: BookPath | undefined; readonly isSidebar: boolean } {
  const named = structureFile(here, written, config, 'summary')
  const sidebar = named === undefined ? sidebarOf(here.lookup, root) : undefined
  return { summaryFile: named ?? sidebar, isSidebar: sidebar !== undefined }
}

/** What was known of it before: its address, and how its pages link to each other. */
function plannedOf(
  { address, isUnlisted, folder }: SpacePlan,
  wiki: Wiki | undefined,
): Pick<Space, 'address' | 'isUnlisted' | 'wikiLinks'> {
  return {
    ...(address === undefined ? {} : { address }),
    ...(isUnlisted && { isUnlisted: true }),
    ...(wiki !== undefined
      ? { wikiLinks: 'all' as const }
      : folder !== undefined && { wikiLinks: 'existing' as const }),
  }
}

/** The file that the configuration names, else that of a wiki. */
function footerOf(
  { lookup, diagnostics }: LoadContext,
  { root, written }: SpacePlan,
  { footerFile: named }: Config,
  wiki: Wiki | undefined,
): Pick<Space, 'footerFile'> {
  const found = named === undefined ? undefined : lookup.structureFile(root, named)
  const place = written.locate(['footerFile'], 'value')
  if (named !== undefined && found === undefined && place.start !== undefined)
    diagnostics.push(problem('theme/missing-file', place, { key: 'footerFile', written: named }))
  const footerFile = found ?? wiki?.footer
  return footerFile === undefined ? {} : { footerFile }
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

interface PartsPlan {
  readonly root: FolderPrefix
  readonly readme: BookPath
  readonly introduction: string
  readonly summaryFile: BookPath | undefined
  readonly hasLabels: boolean
  readonly isOfMdbook: boolean
  readonly isSidebar: boolean
  readonly isOnlySpace: boolean
  /** Said already when it is named and missing. */
  readonly missingStart: string
  readonly maker: PageMaker
}

function loadParts(loading: LoadContext, plan: PartsPlan): readonly Part[] {
  const { root, readme, introduction, summaryFile: file, missingStart } = plan
  const { hasLabels, isOfMdbook, isSidebar, isOnlySpace, maker } = plan
  const written = file && loading.files.text(file)
  const valued = written && hasLabels ? withValues(written, loading.files, root) : written
  const source =
    valued && isSidebar ? withPlainLinks(valued, { root, lookup: loading.lookup }) : valued
  if (file === undefined || source === undefined) return introductionOnly(readme, introduction)
  const { lookup, bookRoot } = loading
  const nothing = introductionOnly(readme, introduction)
  const starts = new Map([[root.slice(0, -1), readme]])
  const start = { starts, missingStart, readme, introduction }
  const manner = { hasLabels, isOfMdbook, isSidebar, isOnlySpace }
  const scope = { file, root, bookRoot, lookup, ...start, ...manner, maker }
  const { value, diagnostics } = guarded(file, nothing, () => parseSummary(source, scope))
  append(loading.diagnostics, diagnostics)
  return value
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
