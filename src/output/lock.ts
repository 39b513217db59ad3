// One writer at a time: a file with the process id, inside the temporary folder. A writer that was killed leaves its
// file behind; it counts only while that process lives, and ids come again: the time at which the process began tells one
// from the next where the system says it. The file appears with its content, never empty. The folder goes when a writer
// is done, perhaps under the hands of the next: that one makes it again.
import {
  linkSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { makeFolder } from './make-folder.ts'

/** Either the folder is ours until `release`, or another process has it. */
export type Lock =
  | { readonly kind: 'taken'; readonly release: () => void }
  | { readonly kind: 'busy'; readonly pid: number; readonly file: string }

/** The folder may vanish so often. */
const MOST_TURNS = 100

/** Takes the lock of a temporary folder, which is made when it is not there. */
export function takeLock(temporaryDir: string): Lock {
  const mine = `${process.pid} ${performance.timeOrigin} ${beginningOf(process.pid) ?? '-'}\n`
  for (let turn = 1; ; turn += 1)
    try {
      makeFolder(temporaryDir)
      return take(temporaryDir, mine)
    } catch (error) {
      if (turn > MOST_TURNS || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
}

function take(temporaryDir: string, mine: string): Lock {
  const file = path.join(temporaryDir, 'lock')
  for (;;) {
    if (create(file, mine)) return { kind: 'taken', release: () => release(temporaryDir) }
    const theirs = read(file)
    if (theirs === undefined) continue
    const pid = Number(/^\d+(?= )/.exec(theirs)?.[0])
    if (isAlive(pid, theirs, mine) || !discard(file, theirs)) return { kind: 'busy', pid, file }
  }
}

/** Removes the folder as long as it is ours: the lock last, and nothing after it but an empty folder. */
function release(temporaryDir: string): void {
  clearTemporary(temporaryDir)
  rmSync(path.join(temporaryDir, 'lock'), { force: true })
  try {
    rmdirSync(temporaryDir)
  } catch {
    // The next writer is in it.
  }
}

/** Removes what a writer leaves in the temporary folder besides its lock. */
export function clearTemporary(temporaryDir: string): void {
  for (const name of readdirSync(temporaryDir))
    if (name !== 'lock') rmSync(path.join(temporaryDir, name), { recursive: true, force: true })
}

/** What file systems without hard links say: FAT on Linux, on Windows, disks of other machines. */
const WITHOUT_LINKS = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'ENOSYS'])

function create(file: string, content: string): boolean {
  const draft = `${file}-${process.pid}`
  try {
    writeFileSync(draft, content)
    linkSync(draft, file)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // There the file is empty for a moment.
    if (!WITHOUT_LINKS.has(code)) throw error
    return createPlain(file, content)
  } finally {
    rmSync(draft, { force: true })
  }
}

function createPlain(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** In a container every run has the same process id: the start time tells this process from the one before. */
function isAlive(pid: number, theirs: string, mine: string): boolean {
  if (!(pid > 0)) return false
  if (pid === process.pid) return theirs === mine
  const begun = theirs.trim().split(' ')[2] ?? '-'
  try {
    process.kill(pid, 0)
    return begun === '-' || begun === (beginningOf(pid) ?? begun)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in ticks since the system did; undefined where the system does not say. */
function beginningOf(pid: number): string | undefined {
  try {
    // The name of the program may hold anything, up to the last parenthesis. Twenty fields follow.
    return /.*\)(?: \S+){19} (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** Removes the lock of a dead process; false when somebody else was faster and has a new one there. */
function discard(file: string, stale: string): boolean {
  const aside = `${file}-${process.pid}-stale`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw error
  }
  const found = readFileSync(aside, 'utf8')
  const isStale = found === stale
  if (!isStale) create(file, found)
  rmSync(aside, { force: true })
  return isStale
}
