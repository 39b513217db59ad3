// What a repository holds, found by its files before it is read as a book: several books side by side, one in a folder
// below, or simply a book. Nothing is guessed where the author said something: a configuration, LANGS or a SUMMARY at
// the top comes first.
import type { Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import {
  type BookPath,
  type FolderPrefix,
  baseName,
  folderOf,
  folderPrefix,
  foldersAbove,
} from '../core/path.ts'
import { inWords } from '../core/text.ts'
import type { Files } from '../files/files.ts'
import { readLooseYaml } from '../files/loose-yaml.ts'
import { mdbookSource } from './config-mdbook.ts'
import { endonym, languageMeant } from '../core/language-names.ts'
import type { Lookup } from './lookup.ts'
import { isLookedAt, markedFolders } from './recognize-marks.ts'

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

/** What GitBook.com's description of a site is called, and was while it was new. */
export const SITE_FILES = ['docs.yaml', 'gitbook-docs.yaml'] as const
/** Looks at a repository without a table of contents at its top. */
export function recognize(repository: Repository): Recognition {
  const site = describedSite(repository)
  if (site !== undefined) return site
  const folders = bookFolders(repository)
  const [only, second] = folders
  if (only === undefined) return { kind: 'book' }
  if (second === undefined) return { kind: 'below', folder: only, defaults: {} }
  const tags = folders.map((folder) => languageMeant(nameOf(folder)))
  const areLanguages = tags.every((tag) => tag !== undefined)
  const spaces = folders.map((folder, index): FoundSpace => {
    const tag = tags[index]
    const language = areLanguages ? tag : undefined
    return {
      id: idOf(folder, folders),
      name: language === undefined ? titleOf(folder) : endonym(language),
      folder,
      ...(language === undefined ? {} : { language }),
      at: {
        file:
          summaryIn(repository, contentOf(repository, folder)) ?? (folder as string as BookPath),
      },
    }
  })
  return { kind: areLanguages ? 'languages' : 'books', spaces }
}

/**
 * The topmost folders that hold a table of contents, or the configuration that says where it is; else those that are
 * books by other files. A `summary.md` in small letters is a page.
 */
function bookFolders(repository: Repository): readonly FolderPrefix[] {
  const { lookup, root } = repository
  const found = new Set<string>()
  const stem = repository.summary.replace(/\.[^.]*$/, '')
  for (const path of lookup.listed) {
    if (!path.startsWith(root) || !baseName(path).startsWith(`${stem}.`)) continue
    const folder = folderOf(path)
    if (!isLookedAt(folder.slice(root.length))) continue
    if (summaryIn(repository, `${folder}/` as FolderPrefix) === path) found.add(folder)
  }
  if (found.size === 0) {
    const marked = { ...repository, contentOf: (at: FolderPrefix) => contentOf(repository, at) }
    for (const folder of markedFolders(marked)) found.add(folder)
  }
  const topmost = [...found].filter((folder) => !foldersAbove(folder).some((up) => found.has(up)))
  const owners = topmost.map((folder) => ownerOf(repository, folder))
  return [...new Set(owners)].toSorted()
}

/** The folder above a table of contents whose `.gitbook.yaml` or `book.toml` leads to it; else its own. */
function ownerOf(repository: Repository, folder: string): FolderPrefix {
  const prefix = `${folder}/` as FolderPrefix
  const owner = foldersAbove(folder)
    .map((up) => `${up}/` as FolderPrefix)
    .find((up) => up.startsWith(repository.root) && contentOf(repository, up) === prefix)
  return owner ?? prefix
}

/** The content root of a folder, as its own `.gitbook.yaml` or `book.toml` says. */
function contentOf({ files }: Repository, folder: FolderPrefix): FolderPrefix {
  const source = mdbookSource(files, folder)
  if (source !== undefined) return source
  const settings = yamlOf(files, `${folder}.gitbook.yaml`)
  const root = isJsonObject(settings) ? settings['root'] : undefined
  const below = typeof root === 'string' ? folderPrefix(root) : undefined
  return (folder + (below ?? '')) as FolderPrefix
}

function summaryIn({ lookup, summary }: Repository, folder: FolderPrefix): BookPath | undefined {
  return lookup.structureFile(folder, summary)
}

function nameOf(folder: string): string {
  return baseName(folder.replace(/\/$/, ''))
}

/** Folders in different places may have equal names; then the whole path tells them apart. */
function idOf(folder: FolderPrefix, all: readonly FolderPrefix[]): string {
  const name = nameOf(folder)
  const isAlone = all.every((other) => other === folder || nameOf(other) !== name)
  return isAlone ? name : folder.slice(0, -1).replaceAll('/', '-')
}

/** The name of a folder, with the one above it where it is a version. */
function titleOf(folder: FolderPrefix): string {
  const name = nameOf(folder)
  const above = nameOf(folderOf(folder.slice(0, -1)))
  return /^v?\d/i.test(name) && above !== '' ? `${inWords(above)} ${name}` : inWords(name)
}

/** The site that GitBook.com's `docs.yaml` describes; undefined when none of its spaces is here. */
export function describedSite(
  repository: Repository,
): Exclude<Recognition, { kind: 'book' }> | undefined {
  for (const name of SITE_FILES) {
    const file = `${repository.root}${name}` as BookPath
    const settings = yamlOf(repository.files, file)
    if (!isJsonObject(settings)) continue
    // The smallest description is the structure alone.
    const site = isJsonObject(settings['site']) ? settings['site'] : settings
    const found = siteOf(repository, file, site)
    if (found !== undefined) return { ...found, describedBy: file }
  }
  return undefined
}

function siteOf(
  repository: Repository,
  file: BookPath,
  site: JsonObject,
): Exclude<Recognition, { kind: 'book' }> | undefined {
  const found = [...spacesIn(site['structure'], { above: [], address: [] })].flatMap((node) =>
    foundAt(repository, node, file),
  )
  const spaces = named(
    found.filter(
      ({ space }, index) =>
        found.findIndex((other) => other.space.folder === space.folder) === index,
    ),
  )
  const folders = spaces.map(({ folder }) => folder)
  const known = spaces.map((space) => ({ ...space, id: idOf(space.folder, folders) }))
  const { title } = site
  const [only, second] = spaces
  const titled = typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}
  if (only === undefined) return undefined
  if (second === undefined) return { kind: 'below', folder: only.folder, defaults: titled }
  const tags = new Set(known.flatMap(({ language }) => language ?? []))
  return {
    kind: tags.size === known.length ? 'languages' : 'books',
    spaces: known,
    ...titled,
  }
}

/** Where a node of `docs.yaml` stands: the nodes with titles above it, and the parts of its address. */
interface SitePlace {
  readonly above: readonly JsonObject[]
  readonly address: readonly string[]
}

interface SiteNode extends SitePlace {
  readonly node: JsonObject
}

function* spacesIn(nodes: Json | undefined, { above, address }: SitePlace): Generator<SiteNode> {
  if (!Array.isArray(nodes) || above.length > 10) return
  for (const node of nodes as readonly Json[]) {
    if (!isJsonObject(node) || node['draft'] === true) continue
    const { title, type, path } = node
    // What readers see first has no part of the address to itself.
    const hasPart = typeof path === 'string' && node['default'] !== true
    const place = hasPart ? [...address, ...path.split('/').filter((part) => part !== '')] : address
    if (type === 'space') yield { node, above, address: place }
    const inside = typeof title === 'string' ? [...above, node] : above
    yield* spacesIn(node['children'] ?? node['structure'], { above: inside, address: place })
  }
}

/** A space, and the section that it is a variant of. */
interface FoundVariant {
  readonly space: FoundSpace
  readonly section?: { readonly node: JsonObject; readonly title: string }
}

/** Spaces by the names of their sections; by their own, where a section has several, and alone, where there is but one. */
function named(found: readonly FoundVariant[]): readonly FoundSpace[] {
  return found.map(({ space, section }) => {
    if (section === undefined || section.title === space.name) return space
    const count = found.filter((other) => other.section?.node === section.node).length
    if (count === found.length) return space
    return { ...space, name: count === 1 ? section.title : `${section.title} · ${space.name}` }
  })
}

function foundAt(
  repository: Repository,
  { node, above, address: parts }: SiteNode,
  file: BookPath,
): readonly FoundVariant[] {
  const { content } = node
  const { directory, language } = isJsonObject(content) ? content : {}
  const folder = directoryOf(repository, directory)
  if (folder === undefined) return []
  const name = titleIn(node, language) ?? inWords(nameOf(folder))
  const [last] = above.slice(-1)
  const title = last === undefined ? undefined : titleIn(last, language)
  const section =
    last === undefined || title === undefined ? {} : { section: { node: last, title } }
  const tag = typeof language === 'string' ? languageMeant(language) : undefined
  const address = parts.join('/').toLowerCase()
  const spoken = tag === undefined ? {} : { language: tag }
  const unlisted = [node, ...above].some(({ hidden }) => hidden === true)
  const kept = unlisted ? ({ isUnlisted: true } as const) : {}
  const space: FoundSpace = { id: '', name, folder, address, ...spoken, ...kept, at: { file } }
  return [{ space, ...section }]
}

/** The title of a node in a language, where it has one in it. */
function titleIn(
  { title, localizedTitle }: JsonObject,
  language: Json | undefined,
): string | undefined {
  const wanted = typeof language === 'string' ? languageMeant(language) : undefined
  const others = Object.entries(isJsonObject(localizedTitle) ? localizedTitle : {})
  const own = others.find(([tag]) => wanted !== undefined && languageMeant(tag) === wanted)?.[1]
  return [own, title].find((text) => typeof text === 'string' && text !== '') as string | undefined
}

/** The folder of a space, from the one of `docs.yaml` or from the top; undefined when there are no pages in it. */
function directoryOf(
  repository: Repository,
  directory: Json | undefined,
): FolderPrefix | undefined {
  if (typeof directory !== 'string') return undefined
  const from = directory.startsWith('/') ? '' : repository.root
  const folder = folderPrefix(from + directory.replace(/^\/+/, ''))
  if (folder === undefined || folder === repository.root) return undefined
  const inside = contentOf(repository, folder)
  const hasPages = summaryIn(repository, inside) ?? repository.lookup.readmeOf(inside.slice(0, -1))
  return hasPages === undefined ? undefined : folder
}

function yamlOf(files: Files, path: string): Json | undefined {
  const source = files.text(path as BookPath)
  return source === undefined ? undefined : readLooseYaml(source.text).value
}
