// The files of a book, found by what authors write for them.
import { once } from '../core/attempt.ts'
import { addTo } from '../core/list.ts'
import { type BookPath, baseName, folderOf, pathIn, prefixOf } from '../core/path.ts'
import { closest, closestFile, withSameEnd } from '../core/suggest.ts'
import type { Files } from '../files/files.ts'
import { PAGE_EXTENSIONS } from './output.ts'

/** The published files of a book, indexed. */
export interface Lookup {
  readonly listed: ReadonlySet<string>
  /** The file that differs from a path in case or Unicode form only. */
  otherCase(path: string): BookPath | undefined
  isFolder(path: string): boolean
  /** The folder that differs from a path in case only. */
  folderOtherCase(path: string): string | undefined
  /** The README of a folder. */
  readmeOf(folder: string): BookPath | undefined
  /** What a folder begins with: its README, else its index. */
  startOf(folder: string): BookPath | undefined
  /** Present on disk, though an ignore file may hide it. */
  readonly exists: (path: string) => boolean
  /** The structure file of this name in a folder, with any page extension and in any case. */
  structureFile(folder: string, name: string): BookPath | undefined
  /** What the author may have meant: a file below the root. */
  similar(path: string, root: string): string | undefined
}

/** Indexes the files of a book. */
export function createLookup(files: Files): Lookup {
  const list = files.list()
  const listed: ReadonlySet<string> = new Set(list)
  const folded = once(() => {
    const index = new Map<string, BookPath[]>()
    for (const path of list) addTo(index, fold(path), path)
    return index
  })
  const folders = once(() => foldersOf(list))
  const neighbors = once(() => neighborsOf(list))

  const structureFile = (folder: string, name: string): BookPath | undefined => {
    const wanted = pathIn(folder, name)
    if (wanted === undefined) return undefined
    const stem = wanted.slice(0, wanted.length - extensionLength(wanted))
    for (const extension of PAGE_EXTENSIONS) {
      const exact = stem + extension
      const found = folded().get(fold(exact))
      if (found !== undefined) return found.find((path) => path === exact) ?? found[0]
    }
    return undefined
  }

  return {
    listed,
    otherCase: (path) => folded().get(fold(path))?.[0],
    isFolder: (path) => folders().get(fold(path))?.includes(path) === true,
    folderOtherCase: (path) => folders().get(fold(path))?.[0],
    readmeOf: (folder) => structureFile(prefixOf(folder), 'README.md'),
    startOf: (folder) =>
      structureFile(prefixOf(folder), 'README.md') ??
      structureFile(prefixOf(folder), 'index.md') ??
      folded().get(fold(`${prefixOf(folder)}index.html`))?.[0],
    exists: (path) => path !== '' && files.size(path as BookPath) !== undefined,
    structureFile,
    similar(path, root) {
      // `[A]((a.md))`, `[A](a.md>)`
      const bare = path.replaceAll(/[()<>[\]'"]/g, '')
      return (
        structureFile('', path) ??
        structureFile('', `${path}.md`) ??
        (bare === path ? undefined : structureFile('', bare)) ??
        similar(path, root, neighbors())
      )
    },
  }
}

function extensionLength(path: string): number {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? 0 : name.length - dot
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** Every folder with something in it, by its folded name. */
function foldersOf(list: readonly BookPath[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>()
  const index = new Map<string, string[]>()
  for (const path of list)
    for (
      let folder = folderOf(path);
      folder !== '' && !seen.has(folder);
      folder = folderOf(folder)
    ) {
      seen.add(folder)
      index.set(fold(folder), [...(index.get(fold(folder)) ?? []), folder])
    }
  return index
}

/** Files of the book by what they may be mistaken for. */
interface Neighbors {
  readonly byFolder: ReadonlyMap<string, readonly string[]>
  readonly byName: ReadonlyMap<string, readonly string[]>
}

/** Indexes files by their folders and by their names. */
function neighborsOf(list: readonly string[]): Neighbors {
  const byFolder = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  for (const path of list) {
    addTo(byFolder, folderOf(path), baseName(path))
    addTo(byName, baseName(path), path)
  }
  return { byFolder, byName }
}

/** Nearly the same name beside it, or the same name in a folder with nearly or partly the same name, or the only one elsewhere. */
function similar(path: string, root: string, { byFolder, byName }: Neighbors): string | undefined {
  const name = baseName(path)
  const folder = folderOf(path)
  const near = closestFile(name, byFolder.get(folder) ?? [])
  if (near !== undefined) return folder === '' ? near : `${folder}/${near}`
  const elsewhere = (byName.get(name) ?? []).filter((candidate) => candidate.startsWith(root))
  const only = elsewhere.length === 1 ? elsewhere[0] : undefined
  return closest(path, elsewhere) ?? withSameEnd(path, elsewhere) ?? only
}
