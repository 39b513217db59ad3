// Which files of a folder got another name since a file was last committed, by git's own comparison of contents. What
// is not committed counts, and files that git does not know yet, too. Outside of a repository nothing is known.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BookPath } from '../core/path.ts'
import { runGit } from './git.ts'

/** New names by old ones, both below the folder, since `file` of it was last committed. */
export async function renamesSince(
  dir: string,
  file: string,
): Promise<ReadonlyMap<BookPath, BookPath>> {
  const index = await runGit(dir, ['rev-parse', '--git-path', 'index'])
  if (index === undefined) return new Map()
  const log = await runGit(dir, ['log', '-1', '--format=%H', '--', file])
  // A list that nobody has committed yet is as old as what is.
  const since = log?.trim() || 'HEAD'
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-'))
  try {
    // An index of our own, so that new files can be told to git without touching that of the author.
    const own = path.join(folder, 'index')
    const theirs = path.resolve(dir, index.trim())
    if (existsSync(theirs)) copyFileSync(theirs, own)
    const env = { GIT_INDEX_FILE: own }
    await runGit(dir, ['add', '--intent-to-add', '--', '.'], env)
    const diff = await runGit(dir, [...COMPARE, since, '--', '.'], env)
    return readRenames(diff ?? '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const COMPARE = [
  '-c',
  'core.quotePath=off',
  '-c',
  'diff.renameLimit=5000',
  'diff',
  '-z',
  '--relative',
  '--name-status',
  '--find-renames',
  '--diff-filter=R',
  '--no-ext-diff',
]

/** Reads `git diff -z --name-status`: a status, an old name and a new one, each ended by NUL. */
export function readRenames(diff: string): ReadonlyMap<BookPath, BookPath> {
  const words = diff.split('\0')
  const renames = new Map<BookPath, BookPath>()
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [from = '', to = ''] = words.slice(at + 1, at + 3)
    renames.set(from.normalize('NFC') as BookPath, to.normalize('NFC') as BookPath)
  }
  return renames
}
