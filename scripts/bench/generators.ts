// Generators that build the same book: handbook, and the peers that are installed. Those from npm lie in a folder that the
// user names, the others on PATH. Each gets a folder of its own with the files that it wants around the same pages.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  hugoBookFiles,
  hugoFiles,
  mdbookFiles,
  mkdocsFiles,
  vitepressFiles,
} from './generator-files.ts'

/** A command that builds a book. */
export interface Build {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  /** Where the site appears. */
  readonly site: string
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** A program that makes a site of Markdown. */
export interface Generator {
  readonly name: string
  /** What its pages have that costs time: search, and code that is highlighted as it builds. */
  readonly includes: string
  /** Writes what it needs into an empty folder. */
  readonly prepare: (book: string, folder: string) => Build
}

const root = path.resolve(import.meta.dirname, '../..')

/** Our own, as it is in `dist`. */
export const handbookGenerator: Generator = {
  name: 'handbook',
  includes: 'search, highlighting',
  prepare: (book, folder) => {
    const site = path.join(folder, 'site')
    const args = [path.join(root, 'dist/bundle/bin.js'), 'build', book, site, '-q']
    // What is kept between runs is kept here, so that every build is a first one.
    const env = { XDG_CACHE_HOME: path.join(folder, 'cache') }
    return { command: process.execPath, args, cwd: root, site, env }
  },
}

/** The peers that can be run here; `folder` is one in which their npm packages were installed. */
export function findGenerators(folder: string): readonly Generator[] {
  const modules = path.resolve(folder, 'node_modules')
  return [
    honkit(modules),
    vitepress(modules),
    mdbook(modules),
    mkdocs(),
    material(),
    hugo(hugoFiles, 'highlighting; a layout of 20 lines, no search'),
    hugo(hugoBookFiles, 'highlighting; a layout as themes for books have it, texts for a search'),
  ].filter((generator) => generator !== undefined)
}

function writeTexts(folder: string, texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function packageVersion(modules: string, name: string): string | undefined {
  const file = path.join(modules, name, 'package.json')
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** What a command says of itself, or undefined when there is none. */
function says(command: string, args: readonly string[], pattern: RegExp): string | undefined {
  return pattern.exec(spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '')?.[1]
}

function honkit(modules: string): Generator | undefined {
  const version = packageVersion(modules, 'honkit')
  if (version === undefined) return undefined
  return {
    name: `HonKit ${version}`,
    includes: 'search, highlighting',
    prepare: (book, folder) => {
      const site = path.join(folder, 'site')
      const args = [path.join(modules, 'honkit/bin/honkit.js'), 'build', book, site]
      return { command: process.execPath, args, cwd: folder, site }
    },
  }
}

function vitepress(modules: string): Generator | undefined {
  const version = packageVersion(modules, 'vitepress')
  if (version === undefined) return undefined
  return {
    name: `VitePress ${version}`,
    includes: 'search, highlighting',
    prepare: (book, folder) => {
      cpSync(book, folder, { recursive: true })
      writeTexts(folder, vitepressFiles(book))
      symlinkSync(modules, path.join(folder, 'node_modules'))
      const args = [path.join(modules, 'vitepress/bin/vitepress.js'), 'build', folder]
      const site = path.join(folder, '.vitepress/dist')
      return { command: process.execPath, args, cwd: folder, site }
    },
  }
}

function mkdocs(): Generator | undefined {
  const version = says('mkdocs', ['--version'], /version (\S+?),?\s/)
  if (version === undefined) return undefined
  return {
    name: `MkDocs ${version}`,
    includes: 'search',
    prepare: (book, folder) => runMkdocs(book, folder, { theme: 'mkdocs', extensions: [] }),
  }
}

function material(): Generator | undefined {
  const script = "import importlib.metadata as m; print('v' + m.version('mkdocs-material'))"
  const version = says('python3', ['-c', script], /v(\S+)/) ?? materialOfDebian()
  if (version === undefined) return undefined
  const extensions = ['pymdownx.highlight', 'pymdownx.superfences']
  return {
    name: `Material for MkDocs ${version}`,
    includes: 'search, highlighting',
    prepare: (book, folder) => runMkdocs(book, folder, { theme: 'material', extensions }),
  }
}

/** Debian's packages belong to Debian's Python, which need not be the first on PATH. */
function materialOfDebian(): string | undefined {
  const query = ['-W', '-f', 'v${Version}\n', 'mkdocs-material']
  return says('dpkg-query', query, /v([\d.]+)/)
}

function runMkdocs(
  book: string,
  folder: string,
  options: { readonly theme: string; readonly extensions: readonly string[] },
): Build {
  cpSync(book, path.join(folder, 'docs'), { recursive: true })
  writeTexts(folder, mkdocsFiles(book, options))
  const args = ['build', '--quiet', '--clean']
  return { command: 'mkdocs', args, cwd: folder, site: path.join(folder, 'site') }
}

function hugo(filesOf: typeof hugoFiles, includes: string): Generator | undefined {
  const version = says('hugo', ['version'], /v(\d[\d.]+)/)
  if (version === undefined) return undefined
  return {
    name: filesOf === hugoFiles ? `Hugo ${version}` : `Hugo ${version}, as a book`,
    includes,
    prepare: (book, folder) => {
      writeTexts(folder, filesOf(book))
      return { command: 'hugo', args: ['--quiet'], cwd: folder, site: path.join(folder, 'public') }
    },
  }
}

/** The program on PATH, or the one that a package of npm brings. */
function mdbook(modules: string): Generator | undefined {
  const carried = path.join(modules, 'cargo-mdbook/bin/mdbook-linux')
  const command = existsSync(carried) ? carried : 'mdbook'
  const version = says(command, ['--version'], /v(\d[\d.]+)/)
  if (version === undefined) return undefined
  return {
    name: `mdBook ${version}`,
    includes: 'search; code is colored as it is read',
    prepare: (book, folder) => {
      cpSync(book, path.join(folder, 'src'), { recursive: true })
      writeTexts(folder, mdbookFiles(book))
      return { command, args: ['build'], cwd: folder, site: path.join(folder, 'book') }
    },
  }
}
