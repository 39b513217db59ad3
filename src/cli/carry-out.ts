// Changes of several files as one: when a step fails, everything is put back.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { FileChange } from '../check/rename/overlay.ts'
import { foldersAbove } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { renameFile } from '../files/rename.ts'

/** Moves and writes files below a folder: all of them, or none. */
export function carryOut(bookDir: string, files: Files, changes: readonly FileChange[]): void {
  const undo: (() => void)[] = []
  // Nothing waits in here, so that a signal is only heard when all is done or undone.
  const release = holdSignals()
  try {
    for (const change of changes) makeChange(bookDir, files, change, undo)
    spellFolders(bookDir, changes, undo)
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
    renameFile(source, fresh)
    undo.push(() => renameFile(fresh, source))
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

/**
 * Disks that take `Guide` and `guide` for one folder keep its old spelling when its files move "into" the other. Where both
 * names still mean the same folder, it gets the new one.
 */
function spellFolders(bookDir: string, changes: readonly FileChange[], undo: (() => void)[]): void {
  const folders = changes
    .filter(({ from, to }) => from !== to && from.toLowerCase() === to.toLowerCase())
    .flatMap(({ from, to }) => {
      const after = foldersAbove(to)
      return foldersAbove(from).map((before, at) => [before, after[at] ?? before] as const)
    })
    .filter(([before, after]) => before !== after)
  for (const [before, after] of new Map(folders)) {
    const [old, fresh] = [path.join(bookDir, before), path.join(bookDir, after)]
    if (!isSameFolder(old, fresh)) continue
    renameFile(old, fresh)
    undo.push(() => renameFile(fresh, old))
  }
}

function isSameFolder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((place) => statSync(place, { throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
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
