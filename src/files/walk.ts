// Finds the files of a book on disk. Symbolic links are followed while they stay inside the book; everything that is
// ignored is never even opened, so that node_modules costs nothing.
import { type Dirent, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { type Diagnostic, compare } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { systemReason } from '../messages/system.ts'
import {
  IGNORE_FILES,
  type IgnoreRules,
  MANIFEST_NAME,
  isIgnored,
  nestedRules,
  topRules,
} from './ignore.ts'

/** Chains of linked folders longer than this are cut; without a limit, folders that link to each other explode. */
const MAX_LINKED_FOLDERS = 3

/** What a walk found. */
export interface Walked {
  /** In code-unit order. */
  readonly paths: readonly BookPath[]
  /** Path to its name on disk, where a symbolic link or another Unicode form makes them differ. */
  readonly onDisk: ReadonlyMap<BookPath, string>
  readonly problems: readonly Diagnostic[]
}

interface Walk {
  /** The book's folder without symbolic links in its name. */
  readonly realDir: string
  readonly skipped: ReadonlySet<string>
  readonly onDisk: Map<BookPath, string>
  readonly problems: Diagnostic[]
}

interface Folder {
  readonly realDir: string
  /** '' or with a trailing slash. */
  readonly path: string
  readonly rules: IgnoreRules
  /** Real folders above this one, itself included. */
  readonly above: readonly string[]
  readonly links: number
}

/** Lists a book's folder. `skippedDirs` are folders that are not part of the book, wherever they are. */
export function walk(dir: string, skippedDirs: readonly string[]): Walked {
  const state = (realDir: string): Walk => ({
    realDir,
    skipped: new Set(skippedDirs.map((skipped) => resolve(dir, skipped))),
    onDisk: new Map(),
    problems: [],
  })
  let realDir: string
  try {
    realDir = realpathSync.native(dir)
  } catch (error) {
    return { paths: [], onDisk: new Map(), problems: [unreadable('', error)] }
  }
  const found = state(realDir)
  walkFolder(found, { realDir, path: '', rules: [], above: [realDir], links: 0 })
  return {
    paths: [...found.onDisk.keys()].sort(compare),
    onDisk: found.onDisk,
    problems: found.problems,
  }
}

function walkFolder(found: Walk, folder: Folder): void {
  const entries = readFolder(found, folder)
  const names = new Set(entries.map((entry) => entry.name))
  if (folder.path !== '' && names.has(MANIFEST_NAME)) return
  const patterns = IGNORE_FILES.filter((name) => names.has(name)).map((name) =>
    readPatterns(found, folder, name),
  )
  const rules =
    folder.path === '' ? topRules(patterns) : nestedRules(folder.rules, folder.path, patterns)
  for (const entry of entries) visit(found, { ...folder, rules }, entry)
}

function readFolder(found: Walk, folder: Folder): readonly Dirent[] {
  try {
    return readdirSync(folder.realDir, { withFileTypes: true })
  } catch (error) {
    found.problems.push(unreadable(folder.path.slice(0, -1), error))
    return []
  }
}

function readPatterns(found: Walk, folder: Folder, name: string): string {
  try {
    return readFileSync(join(folder.realDir, name), 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    found.problems.push(unreadable(folder.path + name, error))
    return ''
  }
}

function visit(found: Walk, folder: Folder, entry: Dirent): void {
  if (entry.name === '.git') return
  const path = folder.path + entry.name.normalize('NFC')
  const place = join(folder.realDir, entry.name)
  if (entry.isSymbolicLink()) visitLink(found, folder, { path, place })
  else if (entry.isDirectory()) enter(found, folder, { path, place })
  else if (entry.isFile()) add(found, folder, { path, place })
}

/** A path of the book with the file of the operating system behind it. */
interface Spot {
  readonly path: string
  readonly place: string
}

function visitLink(found: Walk, folder: Folder, { path, place }: Spot): void {
  // An ignored link is nobody's problem, whether it names a file or a folder.
  if (isIgnored(folder.rules, path) || isIgnored(folder.rules, `${path}/`)) return
  try {
    const real = realpathSync.native(place)
    const stats = statSync(real)
    if (!isInside(found.realDir, real))
      found.problems.push(problem('files/symlink-outside', { file: path as BookPath }, { path }))
    else if (stats.isFile()) add(found, folder, { path, place: real })
    else if (stats.isDirectory() && folder.links < MAX_LINKED_FOLDERS)
      enter(found, { ...folder, links: folder.links + 1 }, { path, place: real })
  } catch (error) {
    found.problems.push(unreadable(path, error))
  }
}

function unreadable(path: string, error: unknown): Diagnostic {
  const reason = systemReason(error)
  return path === ''
    ? problem('files/unreadable', undefined, { case: 'book', reason }, { severity: 'error' })
    : problem('files/unreadable', { file: path as BookPath }, { case: 'file', path, reason })
}

function enter(found: Walk, folder: Folder, { path, place }: Spot): void {
  if (isIgnored(folder.rules, `${path}/`) || found.skipped.has(place)) return
  if (folder.above.includes(place)) return
  walkFolder(found, {
    ...folder,
    realDir: place,
    path: `${path}/`,
    above: [...folder.above, place],
  })
}

function add(found: Walk, folder: Folder, { path, place }: Spot): void {
  if (isIgnored(folder.rules, path) || found.onDisk.has(path as BookPath)) return
  found.onDisk.set(path as BookPath, place)
}

/** Is this real path below the folder, and not in its version control? Compared by whole components. */
export function isInside(realDir: string, real: string): boolean {
  const top = realDir.endsWith(sep) ? realDir : realDir + sep
  return real.startsWith(top) && !real.slice(top.length).split(sep).includes('.git')
}
