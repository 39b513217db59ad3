// Books in folders below that have no table of contents of their own: wikis, sites of docsify, and folders with a
// configuration or a list of languages.
import { type FolderPrefix, foldersAbove, isPagePath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { CONFIG_NAMES, filesNamed } from './config.ts'
import { GITBOOK_YAML } from './config-imported.ts'
import type { Lookup } from './lookup.ts'
import { sidebarOf, wikiIn } from './wiki.ts'

/** Books are looked for so many folders below. */
const DEEPEST = 3
/** Books in such folders are samples, or made by programs. */
const NOT_MEANT =
  /(?:^|\/)(?:\..*|_.*|tests?|__tests__|fixtures?|examples?|samples?|vendor|third[-_]party|node_modules|templates?|archived?|dist|build|public)(?:\/|$)/i

/** May a folder, by its path below the root, be a book? */
export function isLookedAt(below: string): boolean {
  return below !== '' && below.split('/').length <= DEEPEST && !NOT_MEANT.test(below)
}

/** What is looked through. */
interface Marked {
  readonly files: Files
  readonly lookup: Lookup
  readonly root: FolderPrefix
  readonly summary: string
  /** The content root of a folder, as its own configuration says. */
  readonly contentOf: (folder: FolderPrefix) => FolderPrefix
}

const CONFIGS = [GITBOOK_YAML, ...CONFIG_NAMES]
const README = 'README.md'

/** The folders that are books by other files than a table of contents; none where the top has a configuration. */
export function markedFolders(marked: Marked): readonly string[] {
  const { files, lookup, root } = marked
  const isConfigured = (folder: FolderPrefix): boolean =>
    filesNamed(files, folder, CONFIGS).length > 0
  if (isConfigured(root)) return []
  const folders = new Set([...lookup.listed].flatMap((path) => foldersAbove(path)))
  return [...folders].filter((folder) => {
    if (!folder.startsWith(root) || !isLookedAt(folder.slice(root.length))) return false
    const prefix = `${folder}/` as FolderPrefix
    return isListed(marked, prefix) || (isConfigured(prefix) && holdsPages(marked, prefix))
  })
}

/** Does it have the parts of a wiki, a sidebar of docsify or a list of languages? */
function isListed({ lookup, summary }: Marked, folder: FolderPrefix): boolean {
  if (lookup.structureFile(folder, 'LANGS.md') !== undefined) return true
  const isWiki = wikiIn(lookup, folder, { readme: README, summary })?.isMarked === true
  const begins = lookup.structureFile(folder, README) !== undefined
  return isWiki || (begins && sidebarOf(lookup, folder) !== undefined)
}

/** A configuration alone may be that of a program: there are a start page and others beside it. */
function holdsPages({ lookup, contentOf }: Marked, folder: FolderPrefix): boolean {
  const content = contentOf(folder)
  if (lookup.structureFile(content, README) === undefined) return false
  return (
    [...lookup.listed].filter((path) => path.startsWith(content) && isPagePath(path)).length > 1
  )
}
