// Where this program came from, and what the package.json of a book has to say so that everybody gets the same one.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../files/package.ts'

/** The package of this program, and where the same one is found again. */
export interface ProgramPackage {
  readonly name: string
  readonly version: string
  readonly source: Source
}

/**
 * A version on the registry, an address on the web or of a git repository, an installed package that is on neither, with the
 * name of its archive, or a folder of this machine: a checkout, which nobody else can install.
 */
export type Source =
  | { readonly kind: 'version' | 'address'; readonly spec: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'unreleased'; readonly path: string; readonly name: string }

interface Manifest {
  readonly name: string
  readonly version: string
  /** Until a release is packed (`npm run release`), which says nothing of it. */
  readonly private?: boolean
}

interface InstallNote {
  readonly packages?: { readonly [name: string]: { readonly resolved?: string } }
}

/** Read from package.json, and from what npm notes beside the packages that it installs. */
export function programPackage(folder: string = packageFolder): ProgramPackage {
  const manifest = readJson(path.join(folder, 'package.json')) as Manifest
  const { name, version } = manifest
  return { name, version, source: sourceOf(folder, manifest) }
}

/** What `npx` takes for this program in a folder: its command where it is installed there, else its package. */
export function npxName(cwd: string, folder: string = packageFolder): string {
  const { name } = programPackage(folder)
  const modules = modulesAround(folder, name)
  const home = path.basename(modules) === 'node_modules' ? path.dirname(modules) : folder
  const way = path.relative(home, cwd)
  return /^\.\.(?:[\\/]|$)/.test(way) || path.isAbsolute(way) ? name : 'handbook'
}

function modulesAround(folder: string, name: string): string {
  return name.split('/').reduce((dir) => path.dirname(dir), folder)
}

function sourceOf(folder: string, { name, version, private: isPrivate }: Manifest): Source {
  const modules = modulesAround(folder, name)
  if (path.basename(modules) !== 'node_modules') return { kind: 'folder', path: folder }
  const resolved = notedBeside(modules).packages?.[`node_modules/${name}`]?.resolved
  const isFile = resolved?.startsWith('file:') ?? isPrivate === true
  if (isFile)
    return { kind: 'unreleased', path: folder, name: `${path.basename(name)}-${version}.tgz` }
  // What comes from a registry has "/-/" in its address, where the address is noted at all.
  const isElsewhere = resolved !== undefined && !resolved.includes('/-/')
  return isElsewhere ? { kind: 'address', spec: resolved } : { kind: 'version', spec: version }
}

/** Nothing is noted beside packages for everybody (`--global`), and by other programs than npm. */
function notedBeside(modules: string): InstallNote {
  try {
    return readJson(path.join(modules, '.package-lock.json')) as InstallNote
  } catch {
    return {}
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
