// Writing is a comparison: only what differs is touched, and only files that handbook wrote are ever replaced or
// removed. New content is first gathered in a temporary folder, so that a full disk or a kill leaves the old site;
// then each file changes in one step. The list of our files names old and new ones until the last step is done.
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { OutputFile } from '../core/output-file.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type OutputPath, folderOf } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { isWithin } from '../files/host-path.ts'
import type { KnownOutputs, KnownParts, Stamped } from '../files/known-outputs.ts'
import { removeFile, renameFile } from '../files/rename.ts'
import type { Reason } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { systemReason } from '../messages/system.ts'
import { type Lock, clearTemporary, takeLock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { temporaryName, writeManifest } from './manifest.ts'
import { inspectOutput } from './folder.ts'
import { type Plan, type Target, planWrite } from './plan.ts'
import { chunkBytes, isInParts, partsThere, writeParts } from './parts.ts'
import { stampSite } from './stamp-site.ts'

/** A site and the folder that should become it. */
export interface WriteRequest {
  readonly outputs: ReadonlyMap<OutputPath, OutputFile>
  /** Where the copied files come from. */
  readonly files: Files
  readonly outputDir: string
  readonly bookDir: string
  /** How messages call the output folder; its path when left out. */
  readonly shownAs?: string
  /** Stops between two files; `writeSite` then rejects with its reason. */
  readonly signal?: AbortSignal
  /** What is known of the files that are there. All others are compared. */
  readonly known?: KnownOutputs
  /** Is told how the files are once all are in place; not when somebody else may have changed one of them meanwhile. */
  readonly onStamped?: (stamps: ReadonlyMap<string, Stamped>) => void
}

/** What was done. With an error among the diagnostics nothing was. */
export interface WriteReport {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes the output folder equal to the site, or says in diagnostics why it must not or cannot. */
export async function writeSite(request: WriteRequest): Promise<WriteReport> {
  const shown = request.shownAs ?? request.outputDir
  const place = inspectOutput(request.outputDir, request.bookDir, shown)
  if (place.kind === 'refused') return nothingDone(place.diagnostic)
  const temporaryDir = path.join(place.dir, temporaryName)
  let created: string | undefined
  let lock: Lock
  try {
    created = makeFolder(place.dir)
    if (isTaken(temporaryDir))
      return nothingDone(
        problem('output/foreign-collision', undefined, {
          output: temporaryName,
          other: temporaryName,
        }),
      )
    lock = takeLock(temporaryDir)
    if (lock.kind === 'busy')
      return nothingDone(
        problem('output/busy', undefined, { folder: shown, pid: lock.pid, lock: lock.file }),
      )
  } catch (error) {
    return nothingDone(unwritable(shown, error))
  }
  try {
    // Who had the lock before may have written since the first look.
    const held = inspectOutput(request.outputDir, request.bookDir, shown)
    if (held.kind === 'refused') return nothingDone(held.diagnostic)
    return await writeLocked(request, held.dir, held.ours)
  } catch (error) {
    if (isSystemError(error)) return nothingDone(unwritable(nameOf(error, place.dir, shown), error))
    throw error
  } finally {
    lock.release()
    if (created !== undefined) removeEmptyFolders(place.dir, path.dirname(created))
  }
}

/** Is there something else where temporary files belong? */
function isTaken(temporaryDir: string): boolean {
  return lstatSync(temporaryDir, { throwIfNoEntry: false })?.isDirectory() === false
}

function unwritable(file: string, error: unknown): Diagnostic {
  return problem('output/unwritable', undefined, { file, reason: systemReason(error) })
}

const nothingDone = (...diagnostics: readonly Diagnostic[]): WriteReport => ({
  written: 0,
  unchanged: 0,
  removed: 0,
  diagnostics,
})

async function writeLocked(
  request: WriteRequest,
  dir: string,
  ours: ReadonlySet<string>,
): Promise<WriteReport> {
  // What a killed writer left behind.
  clearTemporary(path.join(dir, temporaryName))
  const foldsCase = existsSync(path.join(dir, temporaryName.toUpperCase()))
  const target: Target = { dir, ours, foldsCase, known: request.known }
  const compared = Date.now()
  const plan = planWrite(request.outputs, target, request.files)
  if (plan.diagnostics.some(({ severity }) => severity === 'error'))
    return nothingDone(...plan.diagnostics)
  const staged = await stage(plan, target, request)
  if (staged.diagnostics.length > 0) return nothingDone(...staged.diagnostics)

  const { names } = plan
  const all = new Set([...ours, ...names])
  if (all.size > ours.size) writeManifest(dir, all)
  const gathered = Date.now()
  for (const name of plan.inTheWay) remove(dir, name)
  await putInPlace(plan, target, request)
  for (const name of plan.stale) remove(dir, name)
  if (all.size !== names.length) writeManifest(dir, names)
  if (request.onStamped !== undefined) {
    const partsOf = (file: OutputFile): KnownParts | undefined =>
      staged.parts.get(file) ?? (isInParts(file) ? request.known?.partsOf(file.path) : undefined)
    const stamps = stampSite(plan, { dir, files: request.files, partsOf, compared, gathered })
    if (stamps !== undefined) request.onStamped(stamps)
  }
  return {
    written: plan.writes.length,
    unchanged: plan.unchanged,
    removed: plan.stale.length + plan.inTheWay.filter((name) => ours.has(name)).length,
    diagnostics: plan.diagnostics,
  }
}

const stagedFile = (dir: string, index: number): string =>
  path.join(dir, temporaryName, String(index))

/** Gathers the new content. Nothing of the site is touched yet. */
async function stage(
  { writes, made }: Plan,
  { dir, known }: Target,
  { files, signal }: WriteRequest,
): Promise<Staged> {
  const breathe = createPause(signal)
  const parts = new Map<OutputFile, KnownParts>()
  const diagnostics: Diagnostic[] = []
  for (const [index, file] of writes.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- it waits only to hear whether it should stop
    await breathe()
    const to = stagedFile(dir, index)
    if (isInParts(file)) {
      parts.set(file, writeParts(file.parts(), to, partsThere(file, dir, known)))
      continue
    }
    if (file.kind === 'made') {
      const coming = made.has(file) ? undefined : file.coming?.()
      // oxlint-disable-next-line no-await-in-loop -- another thread is about to be done with it
      writeFileSync(to, made.get(file) ?? (coming && (await coming)) ?? file.content)
      continue
    }
    const failure = copyFile(file, files, to)
    if (failure !== undefined)
      diagnostics.push(
        problem(
          'output/unreadable-source',
          { file: file.from },
          { from: file.from, reason: failure },
        ),
      )
  }
  return { diagnostics, parts }
}

/** What was gathered. */
interface Staged {
  readonly diagnostics: readonly Diagnostic[]
  readonly parts: ReadonlyMap<OutputFile, KnownParts>
}

/** Gives the reason when the source cannot be read; a disk that cannot be written to is an exception. */
function copyFile(
  { from }: OutputFile & { readonly kind: 'copied' },
  files: Files,
  to: string,
): Reason | undefined {
  let source: number | undefined
  try {
    source = files.open?.(from)
  } catch (error) {
    return systemReason(error)
  }
  if (source === undefined) {
    const bytes = files.bytes(from)
    if (bytes === undefined) return systemReason({ code: 'ENOENT' })
    writeFileSync(to, bytes)
    return undefined
  }
  try {
    copyInParts(source, to)
    return undefined
  } finally {
    closeSync(source)
  }
}

const buffer = Buffer.allocUnsafe(chunkBytes)

function copyInParts(source: number, to: string): void {
  const target = openSync(to, 'w')
  try {
    for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer))
      writeFileSync(target, buffer.subarray(0, read))
  } finally {
    closeSync(target)
  }
}

async function putInPlace(plan: Plan, { dir }: Target, { signal }: WriteRequest): Promise<void> {
  const breathe = createPause(signal)
  const made = new Set<string>()
  for (const [index, file] of plan.writes.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- it waits only to hear whether it should stop
    await breathe()
    const to = path.join(dir, file.path)
    const folder = folderOf(file.path)
    if (!made.has(folder)) makeFolder(path.dirname(to))
    made.add(folder)
    renameFile(stagedFile(dir, index), to)
  }
}

/** Lets signals through from time to time, although all work is synchronous. */
function createPause(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < 30) return
    await setImmediate()
    last = performance.now()
    signal?.throwIfAborted()
  }
}

/** Removes one file of ours, or a folder that became empty, and the folders that this leaves empty. */
function remove(dir: string, name: string): void {
  const at = path.join(dir, name)
  const found = lstatSync(at, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) removeFolders(at)
  else removeFile(at)
  removeEmptyFolders(path.dirname(at), dir)
}

function removeFolders(dir: string): void {
  for (const name of readdirSync(dir)) removeFolders(path.join(dir, name))
  rmdirSync(dir)
}

/** Removes a folder and those above it, up to `end`, as long as they are empty. */
function removeEmptyFolders(from: string, end: string): void {
  try {
    for (let folder = from; folder !== end; folder = path.dirname(folder)) rmdirSync(folder)
  } catch {
    // Not empty: somebody else's files, or ours. The folder stays.
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

/** The file that a system call stumbled over, as seen from the output folder. */
function nameOf(error: NodeJS.ErrnoException, dir: string, shown: string): string {
  const file = (error as { readonly dest?: string }).dest ?? error.path
  if (file === undefined || file.includes(temporaryName)) return shown
  return isWithin(dir, file) ? path.join(shown, path.relative(dir, file)) : shown
}
