// Finds the files of a book on disk. Symbolic links are followed while they stay inside the book; everything that is
// ignored is never even opened, so that node_modules costs nothing.
import { type Dirent, existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
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
  usablePatterns,
} from './ignore.ts'
import { isInside, withFile } from './open.ts'
import type { WalkResult } from './seed.ts'
import { isForWindows } from './windows-names.ts'

/** Chains of linked folders longer than this are cut; without a limit, folders that link to each other explode. */
const MAX_LINKED_FOLDERS = 3
/** Of all of them: a hundred links to a folder with a hundred links are ten thousand folders. */
const MOST_LINKED_FOLDERS = 1000

interface Walk {
  /** The book's folder without symbolic links in its name. */
  readonly realDir: string
  readonly skipped: ReadonlySet<string>
  readonly onDisk: Map<BookPath, string>
  readonly problems: Diagnostic[]
  /** Rules by real folder, as far as they are known. */
  readonly rules: Map<string, IgnoreRules>
  linked: number
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
export function walk(dir: string, skippedDirs: readonly string[]): WalkResult {
  const state = (realDir: string): Walk => ({
    realDir,
    skipped: new Set(skippedDirs.map((skipped) => resolve(dir, skipped))),
    onDisk: new Map(),
    problems: [],
    rules: new Map(),
    linked: 0,
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
  if (folder.links === 0) found.rules.set(folder.realDir, rules)
  for (const entry of entries) visit(found, { ...folder, rules }, entry)
}

/** The entries of a folder, in an order that no disk decides. */
function readFolder(found: Walk, folder: Folder): readonly Dirent[] {
  try {
    return readdirSync(folder.realDir, { withFileTypes: true })
      .filter((entry) => isDecoded(found, folder, entry.name))
      .toSorted((a, b) => formOf(a) - formOf(b) || compare(a.name, b.name))
  } catch (error) {
    found.problems.push(unreadable(folder.path.slice(0, -1), error))
    return []
  }
}

/** Names in the form that the book's paths have come first. */
function formOf({ name }: Dirent): number {
  return name.normalize('NFC') === name ? 0 : 1
}

/** False for a name that is no UTF-8: by what is shown of it nobody can open the file. */
function isDecoded(found: Walk, folder: Folder, name: string): boolean {
  if (!name.includes('\uFFFD') || existsSync(join(folder.realDir, name))) return true
  const path = folder.path + name
  if (!isIgnored(folder.rules, path))
    found.problems.push(problem('files/undecodable-name', { file: path as BookPath }, { path }))
  return false
}

function readPatterns(found: Walk, folder: Folder, name: string): string {
  const file = (folder.path + name) as BookPath
  try {
    const real = realpathSync.native(join(folder.realDir, name))
    const text = withFile(found.realDir, real, (handle) => readFileSync(handle, 'utf8'))
    const { usable, unusable } = usablePatterns(text)
    for (const line of unusable)
      found.problems.push(problem('files/ignored-pattern', { file, start: { line, column: 1 } }))
    return usable
  } catch (error) {
    found.problems.push(unreadable(file, error))
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
    const file = path as BookPath
    if (folder.above.includes(real))
      found.problems.push(problem('files/symlink-outside', { file }, { case: 'loop', path }))
    else if (!isInside(found.realDir, real))
      found.problems.push(problem('files/symlink-outside', { file }, { case: 'outside', path }))
    else if (isLeftOut(found, real, stats.isDirectory()))
      found.problems.push(problem('files/symlink-ignored', { file }, { path }))
    else if (stats.isFile()) add(found, folder, { path, place: real })
    else if (stats.isDirectory()) enterLinked(found, folder, { path, place: real })
  } catch (error) {
    found.problems.push(unreadable(path, error))
  }
}

function enterLinked(found: Walk, folder: Folder, spot: Spot): void {
  if (folder.links >= MAX_LINKED_FOLDERS) return
  found.linked += 1
  if (found.linked === MOST_LINKED_FOLDERS) {
    const args = { most: MOST_LINKED_FOLDERS }
    found.problems.push(problem('files/many-links', { file: spot.path as BookPath }, args))
  }
  if (found.linked < MOST_LINKED_FOLDERS) enter(found, { ...folder, links: folder.links + 1 }, spot)
}

/** Is what a link leads to no part of the site, or a folder above it? */
function isLeftOut(found: Walk, real: string, isFolder: boolean): boolean {
  const parts = relative(found.realDir, real).split(sep)
  return parts.some((_, at) => {
    const above = parts.slice(0, at)
    const path = parts.slice(0, at + 1).join('/')
    const isFile = at === parts.length - 1 && !isFolder
    if (found.skipped.has(join(found.realDir, path))) return true
    return isIgnored(rulesIn(found, above), isFile ? path : `${path}/`)
  })
}

/** The rules of a folder, given by its names, that may not have been walked yet. */
function rulesIn(found: Walk, names: readonly string[]): IgnoreRules {
  const dir = join(found.realDir, ...names)
  const known = found.rules.get(dir)
  if (known !== undefined) return known
  const patterns = IGNORE_FILES.flatMap((name) => {
    try {
      const real = realpathSync.native(join(dir, name))
      const text = withFile(found.realDir, real, (handle) => readFileSync(handle, 'utf8'))
      return [usablePatterns(text).usable]
    } catch {
      return []
    }
  })
  const rules =
    names.length === 0
      ? topRules(patterns)
      : nestedRules(rulesIn(found, names.slice(0, -1)), `${names.join('/')}/`, patterns)
  found.rules.set(dir, rules)
  return rules
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
  checkName(found, path)
  walkFolder(found, {
    ...folder,
    realDir: place,
    path: `${path}/`,
    above: [...folder.above, place],
  })
}

function add(found: Walk, folder: Folder, { path, place }: Spot): void {
  if (isIgnored(folder.rules, path)) return
  const file = path as BookPath
  const other = found.onDisk.get(file)
  if (other === undefined) found.onDisk.set(file, place)
  else found.problems.push(problem('files/same-name', { file }, { path }))
  if (other === undefined) checkName(found, path)
}

function checkName(found: Walk, path: string): void {
  if (isForWindows(path.slice(path.lastIndexOf('/') + 1))) return
  found.problems.push(problem('files/windows-name', { file: path as BookPath }, { path }))
}
