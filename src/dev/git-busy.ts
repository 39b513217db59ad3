// Whether git is changing files: while it checks out a branch half of a book is there, and a build of that tells of
// faults that nobody made.
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { repositoryTop } from '../files/git-history.ts'

/** A lock that is older was left behind by a git that is no more. */
const STALE_MS = 10_000

/** Tells whether git holds the files of the repository around a folder. */
export function gitLook(dir: string): () => boolean {
  const folder = gitFolder(dir)
  if (folder === undefined) return () => false
  const lock = path.join(folder, 'index.lock')
  return () => {
    const held = statSync(lock, { throwIfNoEntry: false })
    return held !== undefined && Date.now() - held.mtimeMs < STALE_MS
  }
}

/** The folder of the repository's data, which a work tree of its own names in a file. */
function gitFolder(dir: string): string | undefined {
  const top = repositoryTop(dir)
  if (top === undefined) return undefined
  const git = path.join(top, '.git')
  if (statSync(git).isDirectory()) return git
  const named = /^gitdir: (.*)$/m.exec(readFileSync(git, 'utf8'))?.[1]
  return named === undefined ? undefined : path.resolve(top, named)
}
