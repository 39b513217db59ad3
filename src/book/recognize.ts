// What a repository holds, found by its files before it is read as a book: several books side by side, one in a folder
// below, or simply a book. Nothing is guessed where the author said something: a configuration, LANGS or a SUMMARY at
// the top comes first.
import { type BookPath, type FolderPrefix, baseName, folderOf, foldersAbove } from '../core/path.ts'
import { inWords } from '../core/text.ts'
import { endonym, languageMeant } from '../core/language-names.ts'
import { describedSite, siteBelow } from './described-site.ts'
import { isLookedAt, markedFolders } from './recognize-marks.ts'
import {
  type FoundSpace,
  type Recognition,
  type Repository,
  contentOf,
  idOf,
  nameOf,
  summaryIn,
} from './repository.ts'

/** Looks at a repository without a table of contents at its top. */
export function recognize(repository: Repository): Recognition {
  const site = describedSite(repository)
  if (site !== undefined) return site
  const folders = bookFolders(repository)
  const below = siteBelow(repository, folders)
  if (below !== undefined) return below
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

/** The name of a folder, with the one above it where it is a version. */
function titleOf(folder: FolderPrefix): string {
  const name = nameOf(folder)
  const above = nameOf(folderOf(folder.slice(0, -1)))
  return /^v?\d/i.test(name) && above !== '' ? `${inWords(above)} ${name}` : inWords(name)
}
