// When each file of a folder was last committed, by one run of git without a shell. Outside of a repository, and
// where git is not installed, nothing is known. The build date is no substitute: it says nothing about a page.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BookPath } from '../core/path.ts'
import { runGit } from './git.ts'

/** What git knows of a folder. */
export interface GitDates {
  /** ISO dates with their time in UTC, by path below the folder. */
  readonly dates: ReadonlyMap<BookPath, string>
  /** Only the newest part of the history is here: files that did not change in it have no date. */
  readonly shallow: boolean
}

const NOTHING: GitDates = { dates: new Map(), shallow: false }
const COMMIT = '\u0001'

/** Asks git about the files below a folder. */
export async function gitDates(dir: string): Promise<GitDates> {
  const [shallow = '', shallowFile = ''] =
    (await runGit(dir, ['rev-parse', '--is-shallow-repository', '--git-path', 'shallow']))?.split(
      '\n',
    ) ?? []
  if (shallow === '') return NOTHING
  const isShallow = shallow === 'true'
  const log = await runGit(dir, [
    '-c',
    'core.quotePath=off',
    '-c',
    'log.showSignature=false',
    'log',
    '-z',
    '--name-only',
    '--no-renames',
    '--relative',
    '--no-notes',
    `--format=${COMMIT}%H %ct`,
    '--',
    '.',
  ])
  if (log === undefined) return NOTHING
  return {
    dates: readLog(log, isShallow ? boundaries(dir, shallowFile) : new Set()),
    shallow: isShallow,
  }
}

/** The commits at which a shallow history was cut: they seem to add every file. */
function boundaries(dir: string, file: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(path.resolve(dir, file), 'utf8').split('\n'))
  } catch {
    return new Set()
  }
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
