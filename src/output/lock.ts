// One writer at a time: a file with the process id, inside the temporary folder. A writer that was killed leaves its
// file behind; it counts only while that process lives. The file appears with its content, never empty.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Either the folder is ours until `release`, or another process has it. */
export type Lock =
  | { readonly kind: 'taken'; readonly release: () => void }
  | { readonly kind: 'busy'; readonly pid: number; readonly file: string }

/** Takes the lock of a temporary folder that exists. */
export function takeLock(temporaryDir: string): Lock {
  const file = path.join(temporaryDir, 'lock')
  const mine = `${process.pid} ${performance.timeOrigin}\n`
  for (;;) {
    if (create(file, mine)) return { kind: 'taken', release: () => rmSync(file, { force: true }) }
    const theirs = read(file)
    if (theirs === undefined) continue
    const pid = Number(/^\d+(?= )/.exec(theirs)?.[0])
    if (isAlive(pid, theirs, mine) || !discard(file, theirs)) return { kind: 'busy', pid, file }
  }
}

function create(file: string, content: string): boolean {
  const draft = `${file}-${process.pid}`
  try {
    writeFileSync(draft, content)
    linkSync(draft, file)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // Some file systems have no hard links; there the file is empty for a moment.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error
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
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
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
  const isStale = readFileSync(aside, 'utf8') === stale
  if (!isStale) linkSync(aside, file)
  rmSync(aside, { force: true })
  return isStale
}
