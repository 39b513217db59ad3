// The program as users get it: command line and library with the modules that they share, in a few files. Loading 300
// takes as long as building a small book. What `tsc` has made is the input. The declarations that the
// library leads to lie in a folder of their own, since a package needs no others.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { asScript } from './bundle/as-script.ts'

const dist = path.resolve(import.meta.dirname, '../dist')
const module = (name: string): string => path.join(dist, `${name}.js`)

/** Files with all that they name, and what that names: `named` finds the names, relative, without their ending. */
function reached(starts: readonly string[], named: RegExp, ending: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...starts]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue
    found.add(file)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(named))
      open.push(path.resolve(path.dirname(file), name + ending))
  }
  return found
}

/** Modules with all that they import, except what they load later. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  return reached(names.map(module), /^(?:import|export)\b[^;]*?from '(\.[^']+)\.js';$/gm, '.js')
}

/** What is loaded before anybody knows what is asked for: to tell the version takes no more. */
const first = withImports(['version', 'cli/asks-version', 'files/caches', 'core/at-end'])
/** What every command loads. The program itself stays apart: it waits for what loads the rest. */
const start = withImports(['cli/program'])
/** What a build loads to learn whether anything has changed. */
const again = withImports(['cli/build'])
/** What every build loads besides. Modules that few commands share would be a file for each group of commands. */
const build = withImports(['pipeline/build', 'output/write', 'output/folder'])

/**
 * Files of libraries that come along, by the names that the program asks for: their packages bring many times as much, and
 * others with them.
 */
const CARRIED: Readonly<Record<string, string>> = {
  'handlebars/dist/handlebars.js': 'handlebars/dist/handlebars.min.js',
  'handlebars/dist/handlebars.runtime.js': 'handlebars/dist/handlebars.runtime.min.js',
}

/**
 * What compiles style sheets, and what that needs: its package brings a command line, and others that read networks. It
 * becomes a file of its own, for books that have such a sheet.
 */
const LESS = ['less/lib/less/index.js', 'copy-anything', 'is-what', 'parse-node-version']

/** Small libraries that every build loads, and theirs: to find and to compile their 30 files takes longer than what they do. */
const JOINED: ReadonlySet<string> = new Set([
  ...LESS,
  'commander',
  'entities',
  'get-east-asian-width',
  'ignore',
  'image-size',
  'jsonc-parser',
  'linkify-it',
  'markdown-it',
  'markdown-it-cjk-friendly',
  'markdown-it-deflist',
  'mdurl',
  'punycode.js',
  'uc.micro',
])

/** How the bundle calls a file that comes along. */
const carriedName = (name: string): string => `./${path.basename(name, '.js')}.cjs`

const asked = new Set<string>()
function askForCarried(code: string): string {
  return Object.keys(CARRIED).reduce((text, name) => {
    if (text.includes(`require('${name}')`)) asked.add(name)
    return text.replaceAll(`require('${name}')`, `require('${carriedName(name)}')`)
  }, code)
}

rmSync(path.join(dist, 'bundle'), { recursive: true, force: true })
const bundle = await rolldown({
  input: {
    bin: module('bin'),
    index: module('index'),
    compiled: module('files/compiled'),
    // Threads begin with it, by its name.
    'page-worker': module('pipeline/page-worker'),
  },
  platform: 'node',
  plugins: [{ name: 'carried', transform: askForCarried }],
  // What says that it is a library of modules is read as such.
  resolve: { mainFields: ['module', 'main'] },
  external: (name) => !name.startsWith('.') && !path.isAbsolute(name) && !JOINED.has(name),
  // A module may be loaded late by one command and be in the file of another: that is meant.
  onLog: (level, log, warn) => {
    if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') warn(level, log)
  },
})
const { output } = await bundle.write({
  dir: path.join(dist, 'bundle'),
  format: 'esm',
  chunkFileNames: '[name]-[hash].js',
  codeSplitting: {
    groups: [
      { name: 'first', test: (file) => first.has(file), priority: 4 },
      { name: 'start', test: (file) => start.has(file), priority: 3 },
      { name: 'again', test: (file) => again.has(file), priority: 2 },
      { name: 'build', test: (file) => build.has(file), priority: 1 },
    ],
  },
})

const built = output.find(
  (one) =>
    one.type === 'chunk' &&
    one.name === 'build' &&
    !one.isEntry &&
    one.moduleIds.some((id) => build.has(id)),
)
if (built === undefined) throw new Error('There is no chunk of a build')
asScript(path.join(dist, 'bundle', built.fileName), 'compiled.js')

for (const [name, file] of Object.entries(CARRIED)) {
  if (!asked.has(name)) throw new Error(`Nobody asks for ${name}`)
  copyFileSync(
    createRequire(import.meta.url).resolve(file),
    path.join(dist, 'bundle', carriedName(name)),
  )
}

/** The library's declarations and all that they name. */
const declarations = reached(
  [path.join(dist, 'index.d.ts')],
  /(?:\bfrom |\bimport\()'(\.[^']+)\.[jt]s'/g,
  '.d.ts',
)
rmSync(path.join(dist, 'types'), { recursive: true, force: true })
for (const file of declarations) {
  const place = path.join(dist, 'types', path.relative(dist, file))
  mkdirSync(path.dirname(place), { recursive: true })
  copyFileSync(file, place)
}

// npm makes a program runnable when it installs it; a checkout is rebuilt without it.
for (const program of ['bin.js', 'bundle/bin.js']) chmodSync(path.join(dist, program), 0o755)
