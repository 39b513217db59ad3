// Which pages of a folder got another name since a file was last committed, by git's own comparison of contents. What
// is not committed counts, and pages that git does not know yet, too. Nothing is asked about the index or the work tree
// of the author: the pages of today are made a tree of a repository of ours.
import { type BookPath, isPagePath } from '../core/path.ts'
import { type History, withHistory } from './git-history.ts'

/** A page of today and its file on disk. */
export type PageFile = readonly [path: BookPath, location: string]

const NONE: ReadonlyMap<BookPath, BookPath> = new Map()

/** New names by old ones, both below the folder, since `file` of it was last committed. */
export async function renamesSince(
  dir: string,
  file: BookPath,
  pages: readonly PageFile[],
): Promise<ReadonlyMap<BookPath, BookPath>> {
  const renames = await withHistory(dir, async (history) => {
    const log = await history.ask([
      'log',
      '-1',
      '--format=%H',
      history.head,
      '--',
      history.prefix + file,
    ])
    // A list that nobody has committed yet is as old as what is.
    const since = log?.trim() || history.head
    const before = await treeOf(history, await pagesAt(history, since))
    const after = await treeOf(history, await pagesNow(history, pages))
    if (before === undefined || after === undefined) return NONE
    return readRenames((await history.ask([...COMPARE, before, after])) ?? '')
  })
  return renames ?? NONE
}

const COMPARE = [
  'diff-tree',
  '-r',
  '-z',
  '-l5000',
  '--name-status',
  '--find-renames',
  '--diff-filter=R',
  '--no-ext-diff',
  '--no-textconv',
]

/** An object of git by the path of a page. */
type Entries = readonly (readonly [path: string, object: string])[]

/** The pages below the folder that a commit has. */
async function pagesAt({ prefix, ask }: History, commit: string): Promise<Entries> {
  const list = (await ask(['ls-tree', '-r', '-z', `${commit}:${prefix}`])) ?? ''
  return list.split('\0').flatMap((line) => {
    const [, object = '', path = ''] = /^100\d{3} blob (\w+)\t(.*)$/s.exec(line) ?? []
    return isPagePath(path) ? [[path, object] as const] : []
  })
}

/** The pages of today, as objects that only our repository has. No filter of an attribute changes them. */
async function pagesNow({ ask }: History, pages: readonly PageFile[]): Promise<Entries> {
  const plain = pages.filter(([, location]) => !location.includes('\n'))
  const places = plain.map(([, location]) => `${location}\n`).join('')
  const hashes = (await ask(['hash-object', '-w', '--no-filters', '--stdin-paths'], places)) ?? ''
  const objects = hashes.split('\n')
  return plain.flatMap(([path], at) => (objects[at] ? [[path, objects[at]] as const] : []))
}

/** A tree of these pages. */
async function treeOf({ ask }: History, entries: Entries): Promise<string | undefined> {
  const lines = entries.map(([path, object]) => `100644 ${object}\t${path}\0`).join('')
  await ask(['read-tree', '--empty'])
  if ((await ask(['update-index', '-z', '--index-info'], lines)) === undefined) return undefined
  return (await ask(['write-tree', '--missing-ok']))?.trim()
}

/** Reads `git diff-tree -z --name-status`: a status, an old name and a new one, each ended by NUL. */
export function readRenames(diff: string): ReadonlyMap<BookPath, BookPath> {
  const words = diff.split('\0')
  const renames = new Map<BookPath, BookPath>()
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [from = '', to = ''] = words.slice(at + 1, at + 3)
    renames.set(from.normalize('NFC') as BookPath, to.normalize('NFC') as BookPath)
  }
  return renames
}
