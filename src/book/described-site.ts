// The site that GitBook.com's `docs.yaml` describes: its spaces, with the sections that they are variants of.
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import { type BookPath, type FolderPrefix, baseName, folderOf, folderPrefix } from '../core/path.ts'
import { inWords } from '../core/text.ts'
import { languageMeant } from '../core/language-names.ts'
import { isLookedAt } from './recognize-marks.ts'
import {
  type FoundSpace,
  type Recognition,
  type Repository,
  contentOf,
  idOf,
  nameOf,
  summaryIn,
  yamlOf,
} from './repository.ts'

/** What GitBook.com's description of a site is called, and was while it was new. */
export const SITE_FILES = ['docs.yaml', 'gitbook-docs.yaml'] as const

/** The site that a folder below describes: the only one, which holds all books that there are. */
export function siteBelow(
  repository: Repository,
  books: readonly FolderPrefix[],
): Recognition | undefined {
  const { files, root } = repository
  const described = files
    .list()
    .filter((path) => path.startsWith(root) && SITE_FILES.some((name) => baseName(path) === name))
    .map(folderOf)
    .filter((folder) => isLookedAt(folder.slice(root.length)))
  const found = [...new Set(described)].flatMap((folder) => {
    const top = `${folder}/` as FolderPrefix
    const holdsAll = books.every((book) => book.startsWith(top))
    return (holdsAll ? describedSite({ ...repository, root: top }) : undefined) ?? []
  })
  return found.length === 1 ? found[0] : undefined
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
