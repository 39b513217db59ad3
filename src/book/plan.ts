// How a repository is read: as the book that its author says it is, else as what its files look like.
import { append } from '../core/list.ts'
import type { Book, Config } from '../core/book.ts'
import type { JsonObject } from '../core/json.ts'
import { type BookPath, type FolderPrefix, baseName, folderPrefix } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { type WrittenConfig, completeConfig, inheritConfig, readConfig } from './config.ts'
import { GITBOOK_YAML } from './config-imported.ts'
import { mdbookSource } from './config-mdbook.ts'
import type { Language } from './languages.ts'
import type { LoadContext } from './load-context.ts'
import { type MarkdownFolder, markdownFolder } from './markdown-folder.ts'
import { describedSite } from './described-site.ts'
import { recognize } from './recognize.ts'
import type { Recognition } from './repository.ts'
import { sidebarOf, wikiIn } from './wiki.ts'

/** The configuration at the top. */
export interface Top {
  readonly written: WrittenConfig
  readonly config: Config
}

/** A space that LANGS lists, or that was found. */
export type Listed = Pick<Language, 'id' | 'name' | 'folder' | 'at'> & {
  readonly language?: string
  /** Of a book that does not say its title. */
  readonly title?: string
  /** What its addresses began with at GitBook.com. */
  readonly address?: string
  readonly isUnlisted?: true
}

/** The list of languages, and its file. */
export interface FoundLanguages {
  readonly file?: BookPath | undefined
  readonly languages: readonly Language[]
}

/** The folder of the repository. */
const TOP = '' as FolderPrefix

/** How a repository is read. */
export interface ReadingPlan extends Top {
  readonly root: FolderPrefix
  readonly listed: readonly Listed[]
  readonly choice: Book['choice']
  readonly recognized?: Book['recognized']
  /** The list of languages. */
  readonly langsFile?: BookPath
  /** The description of the site at GitBook.com: no file for readers. */
  readonly describedBy?: BookPath
  /** The pages that are its chapters when nothing says that it is a book. */
  readonly folder?: MarkdownFolder
}

/** What the repository is read as: what the author said, else what its files look like. */
export async function planOf(
  loading: LoadContext,
  top: Top,
  languagesOf: (loading: LoadContext, top: Top) => FoundLanguages,
): Promise<ReadingPlan> {
  const { files, bookRoot: root, diagnostics } = loading
  const whole = inLanguages(
    { ...top, root, listed: [], choice: 'language' },
    languagesOf(loading, top),
  )
  const source = mdbookSource(files, TOP)
  if (source !== undefined && source === root)
    diagnostics.push(
      problem('book/recognized', undefined, {
        case: 'mdbook',
        folders: [source.slice(0, -1) || '.'],
      }),
    )
  if (whole.listed.length > 0) return whole
  const found = foundIn(loading, top)
  const described = found?.describedBy && { describedBy: found.describedBy }
  if (found?.kind === 'below') {
    const plan = await below(loading, top, found)
    const read = asFolder({ ...loading, bookRoot: plan.root }, plan, languagesOf)
    return { ...read, ...described }
  }
  if (found !== undefined && found.kind !== 'book')
    return { ...several(loading, top, found), ...described }
  const plan = asWiki(loading, whole)
  return found === undefined ? plan : withFolder(loading, plan)
}

/** A book that LANGS divides into languages, where there is one. */
function inLanguages(plan: ReadingPlan, { file, languages }: FoundLanguages): ReadingPlan {
  const listed = languages.map((language) => ({ ...language, language: language.id }))
  return { ...plan, listed, ...(file && { langsFile: file }) }
}

/** A folder below is whatever it would be alone. */
function asFolder(
  loading: LoadContext,
  plan: ReadingPlan,
  languagesOf: (loading: LoadContext, top: Top) => FoundLanguages,
): ReadingPlan {
  const whole = inLanguages(plan, languagesOf(loading, plan))
  if (whole.listed.length > 0) return whole
  const own = asWiki(loading, whole)
  return hasContents(loading, own) ? own : withFolder(loading, own)
}

/** The tree of files that stands for the table of contents of one of several books. */
export function treeOf(
  loading: LoadContext,
  plan: Pick<ReadingPlan, 'root' | 'config' | 'written'>,
): MarkdownFolder | undefined {
  return hasContents(loading, plan) ? undefined : folderOf(loading, plan.config)
}

/** Is there a table of contents, or does the configuration name one? */
function hasContents(
  { lookup }: LoadContext,
  { root, config, written }: Pick<ReadingPlan, 'root' | 'config' | 'written'>,
): boolean {
  return (
    written.locate(['structure', 'summary'], 'value').start !== undefined ||
    lookup.structureFile(root, config.structure.summary) !== undefined ||
    sidebarOf(lookup, root) !== undefined
  )
}

/** A wiki, where it has no table of contents of a book. */
function asWiki({ lookup, diagnostics }: LoadContext, plan: ReadingPlan): ReadingPlan {
  const { root, config } = plan
  const isBook = lookup.structureFile(root, config.structure.summary) !== undefined
  if (isBook || wikiIn(lookup, root, config.structure) === undefined) return plan
  diagnostics.push(problem('book/recognized', undefined, { case: 'wiki' }))
  return { ...plan, recognized: 'wiki' }
}

/** What the files look like; undefined when a table of contents is where the author says, or at the top. */
function foundIn({ files, lookup, bookRoot: root }: LoadContext, top: Top): Found | undefined {
  const { summary } = top.config.structure
  const said = top.written.locate(['structure', 'summary'], 'value')
  const isSaid = said.start !== undefined
  // What GitBook.com keeps at the top, a space of its own or its settings, comes behind its description of the site.
  const isOwn = isSaid && baseName(said.file) !== GITBOOK_YAML
  const described = isOwn ? undefined : describedSite({ files, lookup, root: TOP, summary })
  if (described !== undefined) return { ...described, root: TOP }
  if (isSaid || lookup.structureFile(root, summary) !== undefined) return undefined
  if (sidebarOf(lookup, root) !== undefined) return undefined
  return { ...recognize({ files, lookup, root, summary }), root }
}

type Found = Recognition & { readonly root: FolderPrefix }
type FoundSpaces = Extract<Found, { spaces: unknown }>

/** Several books side by side, or languages. */
function several({ diagnostics }: LoadContext, top: Top, found: FoundSpaces): ReadingPlan {
  const { kind, root, spaces, title } = found
  const folders = spaces.map(({ folder }) => folder.slice(0, -1))
  diagnostics.push(problem('book/recognized', undefined, { case: kind, folders }))
  const titled = title === undefined ? top : withDefaults(top, { title })
  const choice = kind === 'languages' ? 'language' : 'book'
  const listed = spaces.map((space) =>
    choice === 'book' ? { ...space, title: space.name } : space,
  )
  return { ...titled, root, listed, choice, recognized: kind }
}

/** A book in a folder, with the configuration of that folder. */
async function below(
  loading: LoadContext,
  top: Top,
  { folder, defaults }: Extract<Recognition, { kind: 'below' }>,
): Promise<ReadingPlan> {
  const { files, diagnostics } = loading
  diagnostics.push(
    problem('book/recognized', undefined, { case: 'below', folders: [folder.slice(0, -1)] }),
  )
  const own = await readConfig(files, folder, loading.runsCode)
  append(diagnostics, own.diagnostics)
  const written = own.value === undefined ? top.written : inheritConfig(top.written, own.value)
  const titled = withDefaults({ written, config: completeConfig(written) }, defaults)
  const root = rootOf(loading, titled, folder)
  return { ...titled, root, listed: [], choice: 'language', recognized: 'below' }
}

/** What the configuration does not say and another file does. */
function withDefaults({ written }: Top, defaults: JsonObject): Top {
  const more = filled(written, defaults)
  return { written: more, config: completeConfig(more) }
}

/** A configuration with values where it says nothing. */
export function filled(written: WrittenConfig, defaults: JsonObject): WrittenConfig {
  return {
    ...written,
    raw: { ...defaults, ...written.raw },
    checked: { ...defaults, ...written.checked },
  }
}

/**
 * The content root below a folder: the folder itself where `root` leads to none. In a `.gitbook.yaml` below the top of
 * its repository, many count from there.
 */
export function rootOf(
  { lookup, diagnostics }: Pick<LoadContext, 'lookup' | 'diagnostics'>,
  { written, config }: Top,
  folder: FolderPrefix,
): FolderPrefix {
  const path = folderPrefix(config.root)
  if (path === '') return folder
  const wanted = [path && folder + path, path].find(
    (root) => root !== undefined && lookup.isFolder(root.slice(0, -1)),
  )
  if (wanted !== undefined) return wanted as FolderPrefix
  const at = written.locate(['root'], 'value')
  const { root } = config
  const code = path === undefined ? 'config/root-outside' : 'config/missing-root'
  const read = folder.slice(0, -1)
  if (at.start !== undefined) diagnostics.push(problem(code, at, { root, folder: read }))
  return folder
}

/** Without any table of contents its files and folders are the chapters, where there are several. */
function withFolder(loading: LoadContext, plan: ReadingPlan): ReadingPlan {
  const folder = folderOf(loading, plan.config)
  if (folder === undefined) return plan
  if (plan.recognized === undefined)
    loading.diagnostics.push(problem('book/recognized', undefined, { case: 'markdown' }))
  return { ...plan, folder, recognized: plan.recognized ?? 'markdown' }
}

function folderOf(loading: LoadContext, config: Config): MarkdownFolder | undefined {
  const { files, lookup, bookRoot } = loading
  const { glossary, langs, readme, summary, exclude } = config.structure
  const apart = [glossary, langs].map((name) => lookup.structureFile(bookRoot, name))
  const introduction = loading.introduction(config.language)
  const wiki = wikiIn(lookup, bookRoot, config.structure)
  const start = { readme: bookRoot + readme, ...(wiki && { home: wiki.home }) }
  return markdownFolder(
    { files, lookup, introduction, ...start, summary, exclude },
    bookRoot,
    new Set(apart.filter((path) => path !== undefined)),
  )
}
