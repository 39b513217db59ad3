// The history of a folder, asked through a repository of ours that has the objects of the real one and nothing else: no
// configuration, no attributes, no index, no work tree. So there is nothing in it that could name a program.
import { attempt } from '../core/attempt.ts'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prefixOf } from '../core/path.ts'
import { askGit } from './git.ts'
import { slashedWay } from './host-path.ts'

/** The history of the repository around a folder. */
export interface History {
  /** The commit that is checked out. */
  readonly head: string
  /** The path from the top of the repository to the folder: empty, or ending in '/'. */
  readonly prefix: string
  /** The commits at which a shallow history was cut; undefined for a whole one. */
  readonly boundaries: ReadonlySet<string> | undefined
  /** As `historyState` says. */
  readonly state: string
  /** What git prints; undefined when it fails. */
  readonly ask: (args: readonly string[], input?: string) => Promise<string | undefined>
}

/** Does something with the history of a folder; undefined where there is none. */
export async function withHistory<T>(
  dir: string,
  work: (history: History) => Promise<T>,
): Promise<T | undefined> {
  const found = await findRepository(dir)
  if (found === undefined) return undefined
  const gitDir = mkdtempSync(path.join(tmpdir(), 'handbook-git-'))
  try {
    fillRepository(gitDir, found)
    const { head, prefix, boundaries } = found
    return await work({
      head,
      prefix,
      boundaries,
      state: stateOf(found),
      ask: (args, input) =>
        askGit(args, { cwd: gitDir, gitDir, ...(input === undefined ? {} : { input }) }),
    })
  } finally {
    rmSync(gitDir, { recursive: true, force: true })
  }
}

interface Repository extends Omit<History, 'ask' | 'state'> {
  readonly objects: string
}

/** Which history a folder has: another text when git would tell something else of it, and empty without one. */
export async function historyState(dir: string): Promise<string> {
  const found = await findRepository(dir)
  return found === undefined ? '' : stateOf(found)
}

function stateOf({ head, prefix, boundaries, objects }: Repository): string {
  return JSON.stringify([head, prefix, boundaries && [...boundaries].toSorted(), objects])
}

/**
 * The repository that holds a folder: the nearest one upward that has its data in `.git`. What git takes for a bare
 * repository is a folder like any other.
 */
async function findRepository(dir: string): Promise<Repository | undefined> {
  const real = attempt(() => realpathSync.native(dir))
  const top = real && repositoryTop(real)
  if (real === undefined || top === undefined) return undefined
  const answer = await askGit(
    ['rev-parse', '--git-path', 'objects', '--git-path', 'shallow', 'HEAD'],
    { cwd: top },
  )
  const [objects = '', shallow = '', head = ''] = answer?.split('\n') ?? []
  if (!/^[0-9a-f]{40,64}$/.test(head)) return undefined
  const cuts = attempt(() => readFileSync(path.resolve(top, shallow), 'utf8'))
  const below = slashedWay(top, real)
  return {
    head,
    prefix: prefixOf(below),
    boundaries: cuts === undefined ? undefined : new Set(cuts.split('\n').filter(Boolean)),
    objects: path.resolve(top, objects),
  }
}

/** The nearest folder upward that has its history in `.git`. */
export function repositoryTop(dir: string): string | undefined {
  if (isRepository(path.join(dir, '.git'))) return dir
  const parent = path.dirname(dir)
  return parent === dir ? undefined : repositoryTop(parent)
}

/** A folder with a HEAD; for further work trees and submodules a file that names one. */
function isRepository(place: string): boolean {
  const stats = attempt(() => statSync(place))
  if (stats?.isFile() === true)
    return stats.size < 10_000 && readFileSync(place, 'latin1').startsWith('gitdir:')
  return stats !== undefined && attempt(() => statSync(path.join(place, 'HEAD')))?.isFile() === true
}

/** What makes a folder a repository, in the form of the given one. */
function fillRepository(gitDir: string, { head, boundaries, objects }: Repository): void {
  const isSha256 = head.length === 64
  const config = isSha256
    ? '[core]\nrepositoryformatversion = 1\nbare = true\n[extensions]\nobjectformat = sha256\n'
    : '[core]\nrepositoryformatversion = 0\nbare = true\n'
  mkdirSync(path.join(gitDir, 'refs'))
  mkdirSync(path.join(gitDir, 'objects/info'), { recursive: true })
  const files = {
    HEAD: 'ref: refs/heads/main\n',
    config,
    'objects/info/alternates': `${objects}\n`,
    ...(boundaries && { shallow: [...boundaries, ''].join('\n') }),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(gitDir, name), text)
}
