// Compares a site with what is on disk and says what has to be done. Changes nothing.
import { type Dirent, accessSync, constants, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { OutputFile } from '../core/output-file.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import type { OutputPath } from '../core/path.ts'
import { folderOf, foldersAbove } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { slashedWay } from '../files/host-path.ts'
import type { KnownOutputs } from '../files/known-outputs.ts'
import type { Stamp } from '../files/stamp.ts'
import { problem } from '../messages/problem.ts'
import { systemReason } from '../messages/system.ts'
import { hasContent } from './compare.ts'
import { isReserved } from './manifest.ts'
import { isInParts } from './parts.ts'

/** A folder that receives a site. */
export interface Target {
  readonly dir: string
  /** The files in it that handbook wrote. */
  readonly ours: ReadonlySet<string>
  /** True on disks that take `A.html` and `a.html` for one file. */
  readonly foldsCase: boolean
  /** Which files are known to be there as they are wanted. All others are compared. */
  readonly known?: KnownOutputs | undefined
}

/** What to do, in this order: remove what is in the way, put new files, remove what is no longer wanted. */
export interface Plan {
  /** The files that the folder will have, and their names. */
  readonly outputs: Outputs
  readonly names: readonly OutputPath[]
  readonly inTheWay: readonly string[]
  readonly writes: readonly OutputFile[]
  /** The content of some of them, which was made to compare it. */
  readonly made: ReadonlyMap<OutputFile, Uint8Array>
  readonly stale: readonly string[]
  readonly unchanged: number
  /** The stamps of files that need not be looked at again. */
  readonly known: ReadonlyMap<OutputFile, Stamp>
  /** With an error among them nothing may be done. */
  readonly diagnostics: readonly Diagnostic[]
}

type Outputs = ReadonlyMap<OutputPath, OutputFile>

/** What stands where a file of the site has to go. */
type Occupant =
  | { readonly kind: 'free' }
  | { readonly kind: 'same'; readonly stamp?: Stamp | undefined }
  /** Ours: it can be replaced, after removing `inTheWay`. */
  | { readonly kind: 'ours'; readonly inTheWay: readonly string[] }
  | { readonly kind: 'foreign'; readonly name: string }

/** Plans how to turn the folder into the site. */
export function planWrite(wanted: Outputs, target: Target, files: Files): Plan {
  const { value: outputs, diagnostics: leftOut } = possible(wanted, target)
  const names = new Set([...outputs.keys()].map((name) => fold(name, target)))
  const ours = new Set([...target.ours].map((name) => fold(name, target)))
  const disk = lookAt(target, (name) => ours.has(fold(name, target)))
  const diagnostics: Diagnostic[] = [...leftOut]
  const inTheWay = new Set<string>()
  const writes: OutputFile[] = []
  const known = new Map<OutputFile, Stamp>()
  for (const file of outputs.values()) {
    const found = attempt(file.path, diagnostics, () => disk.standing(file, files))
    if (found?.kind === 'same' && found.stamp !== undefined) known.set(file, found.stamp)
    if (found === undefined || found.kind === 'same') continue
    if (found.kind === 'foreign')
      diagnostics.push(
        problem('output/foreign-collision', sourceOf(file), {
          output: file.path,
          other: found.name,
        }),
      )
    else writes.push(file)
    if (found.kind === 'ours') for (const name of found.inTheWay) inTheWay.add(name)
  }
  const stale = [...target.ours].filter(
    (name) => !names.has(fold(name, target)) && !inTheWay.has(name) && disk.isRemovable(name),
  )
  const folders = new Set([...writes.map((file) => file.path), ...stale].map(folderOf))
  for (const folder of folders) attempt(folder, diagnostics, () => disk.checkWritable(folder))
  return {
    outputs,
    names: [...outputs.keys()],
    inTheWay: [...inTheWay],
    writes,
    made: disk.made,
    stale,
    unchanged: outputs.size - writes.length,
    known,
    diagnostics,
  }
}

const sourceOf = (file: OutputFile): Place | undefined =>
  file.kind === 'copied' ? { file: file.from } : undefined

function fold(name: string, target: Target): string {
  return target.foldsCase ? name.normalize('NFC').toLowerCase() : name
}

function attempt<T>(name: string, diagnostics: Diagnostic[], look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    diagnostics.push(
      problem('output/unwritable', undefined, { file: name, reason: systemReason(error) }),
    )
    return undefined
  }
}

/** The outputs that can be on this disk together. One file that cannot is no reason to withhold the others. */
function possible(outputs: Outputs, target: Target): Outcome<Outputs> {
  const diagnostics: Diagnostic[] = []
  const kept = new Map<string, OutputFile>()
  // Those that others come before wait.
  const all = [...outputs.values()]
  const inOrder = [...all.filter(comesFirst), ...all.filter((file) => !comesFirst(file))]
  for (const file of inOrder) {
    const first = kept.get(fold(file.path, target))
    if (isReserved(file.path))
      diagnostics.push(problem('output/reserved-name', sourceOf(file), { output: file.path }))
    else if (first === undefined) kept.set(fold(file.path, target), file)
    else {
      const args = { case: 'here', first: first.path, second: file.path } as const
      diagnostics.push(problem('output/case-collision', sourceOf(file), args))
    }
  }
  const folders = new Set([...kept.keys()].map(folderOf))
  const above = [...folders].flatMap((folder) => [folder, ...foldersAbove(folder)])
  // Hardly ever: to look above each file takes longer than to look at those folders.
  if (above.some((folder) => kept.has(folder))) leaveOutBelow(kept, diagnostics)
  const value = [...outputs].filter(([, file]) => kept.get(fold(file.path, target)) === file)
  return { value: new Map(value), diagnostics }
}

/** Files below other files: those above them stay. */
function leaveOutBelow(kept: Map<string, OutputFile>, diagnostics: Diagnostic[]): void {
  for (const [name, below] of kept) {
    const above = foldersAbove(name).find((folder) => kept.has(folder))
    const file = above === undefined ? undefined : kept.get(above)
    if (file === undefined) continue
    const args = { kept: file.path, left: below.path }
    diagnostics.push(problem('output/file-and-folder', sourceOf(below), args))
    kept.delete(name)
  }
}

const comesFirst = ({ yieldsTo }: OutputFile): boolean => yieldsTo === undefined

/** So many bytes of what was made for a comparison are kept to be written: to make a page costs more than all else of it. */
const MOST_MADE = 128 << 20

interface DiskView {
  readonly made: ReadonlyMap<OutputFile, Uint8Array>
  standing(file: OutputFile, files: Files): Occupant
  /** True for a file of ours that is there, reached through folders only and never through a link. */
  isRemovable(name: string): boolean
  checkWritable(folder: string): void
}

/** What is in the output folder. Each of its folders is looked at once. */
function lookAt(target: Target, isOurs: (name: string) => boolean): DiskView {
  const known = new Map<string, 'folder' | 'absent' | 'other'>()
  const made = new Map<OutputFile, Uint8Array>()
  let size = 0
  const keepFor =
    (file: OutputFile) =>
    (bytes: Uint8Array): void => {
      if (size + bytes.length > MOST_MADE) return
      made.set(file, bytes)
      size += bytes.length
    }
  const at = (name: string): string => `${target.dir}/${name}`
  const folderKind = (folder: string): 'folder' | 'absent' | 'other' => {
    const cached = known.get(folder)
    if (cached !== undefined) return cached
    const found = lstatSync(at(folder), { throwIfNoEntry: false })
    const kind = found === undefined ? 'absent' : found.isDirectory() ? 'folder' : 'other'
    known.set(folder, kind)
    return kind
  }
  /** The topmost thing above a path that is not a folder; undefined when all are, or are yet to be made. */
  const obstacle = (name: string): string | undefined =>
    foldersAbove(name)
      .toReversed()
      .find((folder) => folderKind(folder) === 'other')
  return {
    made,
    standing(file, files) {
      const above = obstacle(file.path)
      if (above !== undefined)
        return isOurs(above)
          ? { kind: 'ours', inTheWay: [above] }
          : { kind: 'foreign', name: above }
      const found = lstatSync(at(file.path), { throwIfNoEntry: false })
      if (found === undefined) return { kind: 'free' }
      if (found.isDirectory()) return folderInTheWay(at(file.path), file.path, isOurs)
      if (!isOurs(file.path)) return { kind: 'foreign', name: file.path }
      if (!found.isFile()) return { kind: 'ours', inTheWay: [] }
      const stamp = target.known?.stampOf(file, found)
      if (stamp !== undefined) return { kind: 'same', stamp }
      const parts = isInParts(file) ? target.known?.partsOf(file.path) : undefined
      const there = { onDisk: at(file.path), size: found.size, parts }
      return hasContent(there, file, files, keepFor(file))
        ? { kind: 'same' }
        : { kind: 'ours', inTheWay: [] }
    },
    isRemovable(name) {
      if (foldersAbove(name).some((folder) => folderKind(folder) !== 'folder')) return false
      const found = lstatSync(at(name), { throwIfNoEntry: false })
      return found !== undefined && !found.isDirectory()
    },
    checkWritable(folder) {
      const existing = ['', ...foldersAbove(`${folder}/x`).toReversed()]
        .filter((name) => name === '' || folderKind(name) === 'folder')
        .at(-1)
      accessSync(at(existing ?? ''), constants.W_OK)
    },
  }
}

function folderInTheWay(dir: string, name: string, isOurs: (name: string) => boolean): Occupant {
  const inside = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => !entry.isDirectory())
    .map((entry) => `${name}/${slashedWay(dir, path.join(entry.parentPath, entry.name))}`)
  const foreign = inside.find((below) => !isOurs(below))
  return foreign === undefined
    ? { kind: 'ours', inTheWay: [...inside, name] }
    : { kind: 'foreign', name: foreign }
}
