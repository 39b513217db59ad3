// What was asked of the files of a book, and how it was then: whoever knows that can tell later, without a build, whether
// another would see the same.
import { contentHash } from '../core/hash.ts'
import type { BookPath } from '../core/path.ts'
import type { Files, Looks, TextHashes } from './files.ts'
import { type Stamp, stampOf } from './stamp.ts'
import { hashesOf } from './text-hashes.ts'

/** What is known of files by their stamps. */
export interface KnownFiles {
  readonly stampOf: (path: BookPath) => Stamp | undefined
  readonly hashesOf: (path: BookPath) => TextHashes | undefined
}

/** What was seen of files a moment ago, as what is known of them. */
export function knownFrom({ files, hashes }: Looks): KnownFiles {
  return { stampOf: (path) => files[path] ?? undefined, hashesOf: (path) => hashes.get(path) }
}

/** Files that note what is asked of them. */
export interface NotedFiles {
  readonly files: Files
  /** Undefined when somebody was told where a file is, as a program may look at anything, or when a file was changing. */
  readonly looks: () => Looks | undefined
}

/** The same files of a disk, noting each one before it is looked at. Texts that are as they were need not be read. */
export function noteLooks(files: Files, before?: KnownFiles): NotedFiles {
  const hashes = new Map<BookPath, TextHashes>()
  const noted = new Map<BookPath, Stamp | null>()
  let isTold = false
  const note = (path: BookPath): BookPath => {
    if (!noted.has(path)) noted.set(path, stampAt(files, path) ?? null)
    return path
  }
  const canOpen = files.open !== undefined
  const join = (looks: Looks | undefined): void => {
    isTold ||= looks === undefined
    for (const [path, stamp] of Object.entries(looks?.files ?? {}) as [BookPath, Stamp | null][]) {
      // Changed while threads looked at it: the next build has to look as well.
      isTold ||= noted.has(path) && noted.get(path) !== stamp
      noted.set(path, stamp)
    }
    for (const [path, known] of looks?.hashes ?? []) hashes.set(path, known)
  }
  const looks = (): Looks | undefined =>
    isTold ? undefined : { tree: treeOf(files), files: Object.fromEntries(noted), hashes }
  return {
    files: {
      ...files,
      text(path) {
        const source = files.text(note(path))
        if (source !== undefined) hashes.set(path, hashesOf(path, source))
        return source
      },
      known(path) {
        const stamp = noted.get(note(path))
        if (!stamp || before?.stampOf(path) !== stamp) return undefined
        const known = before.hashesOf(path)
        if (known !== undefined) hashes.set(path, known)
        return known
      },
      bytes: (path) => files.bytes(note(path)),
      head: (path, length) => files.head(note(path), length),
      size: (path) => files.size(note(path)),
      ...(canOpen && { open: (path) => files.open?.(note(path)) }),
      location(path) {
        isTold = true
        return files.location(path)
      },
      ...(files.shared && { shared: { ...files.shared, looks, seen: join } }),
    },
    looks,
  }
}

/** How a file of a book is now; undefined when there is none. */
export function stampAt(files: Files, path: BookPath): Stamp | undefined {
  const place = files.location(path)
  return place === undefined ? undefined : stampOf(place)
}

/** Which files a folder has, where they are, and what is wrong with it. */
export function treeOf(files: Files): string {
  const list = files.list()
  const known = trees.get(list)
  if (known !== undefined) return known
  const places = list.map((path) => [path, files.location(path)])
  const tree = contentHash(JSON.stringify([places, files.problems()]))
  trees.set(list, tree)
  return tree
}

/** By their lists: a folder that is looked at anew gives another. */
const trees = new WeakMap<readonly BookPath[], string>()
