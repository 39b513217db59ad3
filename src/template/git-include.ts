// Reads files of git repositories for includes, with the `git` program. It starts no shell, asks nobody for a password,
// speaks only the protocol of the address, and goes to the network only when the book's author allows it.
import { mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from '../core/hash.ts'
import { decodeText } from '../files/decode.ts'
import { GitProblem, askGitNow } from '../files/git.ts'
import { isWithin } from '../files/host-path.ts'
import type { Reason } from '../messages/messages.ts'
import { type GitAddress, parseGitAddress } from './git-address.ts'

/** What a reader may do. */
export interface GitReaderOptions {
  /** A folder of ours: a bare repository is kept in it for each address. */
  readonly cacheDir: string
  /** False leaves only `git+file://`. */
  readonly allowNetwork: boolean
  /** The folder of the book: a repository in it is part of it, and nobody vouches for its settings. */
  readonly bookDir?: string | undefined
  /** For one command, in milliseconds. */
  readonly timeout?: number
}

/** The text of a file by its address, or why there is none. */
export type GitReader = (
  address: string,
) => { readonly text: string } | { readonly problem: Reason }

const LARGEST = 16_000_000

/** A reader that asks each repository once, for as long as it lives. */
export function createGitReader(options: GitReaderOptions): GitReader {
  const commits = new Map<string, string | { readonly problem: Reason }>()
  const commitOf = (address: GitAddress): string | { readonly problem: Reason } => {
    const key = `${address.repository}#${address.ref ?? ''}`
    const known = commits.get(key)
    if (known !== undefined) return known
    const found = attempt(() => fetchCommit(address, options))
    commits.set(key, found)
    return found
  }
  return (written) => {
    const address = parseGitAddress(written)
    if (address === undefined) return { problem: { case: 'git-address' } }
    if (address.protocol !== 'file' && !options.allowNetwork)
      return { problem: { case: 'git-network' } }
    if (liesIn(options.bookDir, address)) return { problem: { case: 'git-inside' } }
    const commit = commitOf(address)
    if (typeof commit !== 'string') return commit
    const text = attempt(() => readBlob(address, commit, options))
    return typeof text === 'string' ? { text } : text
  }
}

function attempt(work: () => string): string | { readonly problem: Reason } {
  try {
    return work()
  } catch (error) {
    if (error instanceof GitProblem) return { problem: error.reason }
    throw error
  }
}

/** Is this a repository below the folder, symbolic links followed? */
function liesIn(dir: string | undefined, { protocol, repository }: GitAddress): boolean {
  if (dir === undefined || protocol !== 'file') return false
  try {
    const place = decodeURIComponent(repository.replace(/^file:\/\/[^/]*/, ''))
    return isWithin(realpathSync.native(dir), realpathSync.native(place))
  } catch {
    // What does not exist cannot be read either.
    return false
  }
}

function repositoryFolder({ repository }: GitAddress, { cacheDir }: GitReaderOptions): string {
  return path.join(cacheDir, `${contentHash(repository)}.git`)
}

/** The commit that a branch, a tag or a commit means; a copy from an earlier build serves when it cannot be asked. */
function fetchCommit(address: GitAddress, options: GitReaderOptions): string {
  const { repository, ref = 'HEAD' } = address
  const folder = repositoryFolder(address, options)
  mkdirSync(folder, { recursive: true })
  const git = gitIn(folder, options, address.protocol)
  git(['init', '--quiet', '--bare', '--template=', '--', folder])
  const kept = `refs/kept/${contentHash(ref)}`
  const fetch = (depth: readonly string[], what: string): void =>
    void git(['fetch', '--quiet', '--no-tags', '--force', ...depth, '--', repository, what])
  try {
    fetch(['--depth=1'], `${ref}:${kept}`)
  } catch (error) {
    // Not every server gives out a single commit by its number: ask for all branches then.
    if (/^[0-9a-f]{7,64}$/.test(ref)) {
      fetch([], '+refs/heads/*:refs/heads/*')
      return git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).trim()
    }
    try {
      return git(['rev-parse', '--verify', '--quiet', `${kept}^{commit}`]).trim()
    } catch {
      throw error
    }
  }
  return git(['rev-parse', '--verify', '--quiet', `${kept}^{commit}`]).trim()
}

function readBlob(address: GitAddress, commit: string, options: GitReaderOptions): string {
  const git = gitIn(repositoryFolder(address, options), options)
  const entry = git(['ls-tree', '-z', '--full-tree', commit, '--', address.path])
  const found = /^(\d{6}) (\w+) ([0-9a-f]+)\t/.exec(entry)
  if (found === null) throw new GitProblem({ case: 'git-file', path: address.path })
  const [, mode = '', type, object = ''] = found
  if (type !== 'blob' || !mode.startsWith('100'))
    throw new GitProblem({ case: 'git-not-a-file', path: address.path })
  return decodeText(Buffer.from(git(['cat-file', 'blob', object], 'latin1'), 'latin1')).text
}

function gitIn(
  folder: string,
  { timeout = 60_000 }: GitReaderOptions,
  protocol?: string,
): (args: readonly string[], encoding?: 'utf8' | 'latin1') => string {
  return (args, encoding = 'utf8') =>
    askGitNow(args, {
      cwd: folder,
      gitDir: folder,
      ...(protocol === undefined ? {} : { protocol }),
      timeout,
      largest: LARGEST,
      encoding,
    })
}
