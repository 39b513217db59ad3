// Changes of several files as one: when a step fails, everything is put back.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { FileChange } from '../check/rename/overlay.ts'
import type { Files } from '../files/files.ts'

/** Moves and writes files below a folder: all of them, or none. */
export function carryOut(bookDir: string, files: Files, changes: readonly FileChange[]): void {
  const undo: (() => void)[] = []
  // Nothing waits in here, so that a signal is only heard when all is done or undone.
  const release = holdSignals()
  try {
    for (const change of changes) makeChange(bookDir, files, change, undo)
    removeEmptyFolders(bookDir, changes)
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  } finally {
    release()
  }
}

/** Keeps a signal from ending the program at once. */
function hold(): void {}

function holdSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, hold)
  return () => {
    for (const signal of signals) process.off(signal, hold)
  }
}

function makeChange(
  bookDir: string,
  files: Files,
  { from, to, content }: FileChange,
  undo: (() => void)[],
): void {
  const old = path.join(bookDir, from)
  const fresh = path.join(bookDir, to)
  if (from !== to) {
    const made = mkdirSync(path.dirname(fresh), { recursive: true })
    if (made !== undefined) undo.push(() => rmSync(made, { recursive: true }))
    // The name on disk may be in another Unicode form.
    const source = existsSync(old) ? old : (files.location(from) ?? old)
    renameSync(source, fresh)
    undo.push(() => renameSync(fresh, source))
  }
  if (content !== undefined) replace(fresh, content, undo)
}

function replace(file: string, content: string, undo: (() => void)[]): void {
  const before = statSync(file, { throwIfNoEntry: false }) && readFileSync(file)
  undo.push(() =>
    before === undefined ? rmSync(file, { force: true }) : writeFileSync(file, before),
  )
  writeFileSync(file, content)
}

function removeEmptyFolders(bookDir: string, changes: readonly FileChange[]): void {
  const folders = new Set(
    changes.filter(({ from, to }) => from !== to).map(({ from }) => path.posix.dirname(from)),
  )
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    for (let at = folder; at !== '.'; at = path.posix.dirname(at))
      try {
        rmdirSync(path.join(bookDir, at))
      } catch {
        // Something is left in it.
        break
      }
}
