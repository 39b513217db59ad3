// When each file of a folder was last committed, by one run of git without a shell. Outside of a repository, and
// where git is not installed, nothing is known. The build date is no substitute: it says nothing about a page.
import type { BookPath } from '../core/path.ts'
import { type History, withHistory } from './git-history.ts'

/** What git knows of a folder. */
export interface GitDates {
  /** ISO dates with their time in UTC, by path below the folder. */
  readonly dates: ReadonlyMap<BookPath, string>
  /** Only the newest part of the history is here, or none of it: files that did not change in it have no date. */
  readonly shallow: boolean
  /** The history that was read, as `historyState` says; undefined when git gave up on it. */
  readonly state?: string
}

const NOTHING: GitDates = { dates: new Map(), shallow: false, state: '' }
const COMMIT = '\u0001'

/** Asks git about the files below a folder. */
export async function gitDates(dir: string): Promise<GitDates> {
  return (await withHistory(dir, readDates)) ?? NOTHING
}

async function readDates({ head, prefix, boundaries, state, ask }: History): Promise<GitDates> {
  const log = await ask([
    'log',
    '-z',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--no-notes',
    `--format=${COMMIT}%H %ct`,
    ...(prefix === '' ? [head] : [`--relative=${prefix}`, head, '--', prefix]),
  ])
  // A clone that left out what changed (`--filter=tree:0`) knows less than a shallow one.
  if (log === undefined) return { dates: new Map(), shallow: true }
  return { dates: readLog(log, boundaries ?? new Set()), shallow: boundaries !== undefined, state }
}

/** Reads `git log -z --name-only`: a header and the names of a commit, each ended by NUL, newest first. */
export function readLog(log: string, ignored: ReadonlySet<string>): ReadonlyMap<BookPath, string> {
  const dates = new Map<BookPath, string>()
  for (const commit of log.split(COMMIT).slice(1)) {
    const [header = '', ...names] = commit.split('\0')
    const [hash = '', time] = header.trim().split(' ')
    if (ignored.has(hash)) continue
    const date = `${new Date(Number(time) * 1000).toISOString().slice(0, 19)}Z`
    for (const name of names) {
      const file = name.replace(/^\n+/, '').normalize('NFC') as BookPath
      if (file !== '' && !dates.has(file)) dates.set(file, date)
    }
  }
  return dates
}
