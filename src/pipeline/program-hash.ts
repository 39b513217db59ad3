// What a cache depends on besides the book.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { attempt, once } from '../core/attempt.ts'
import { contentHash } from '../core/hash.ts'
import { packageFolder } from '../files/package.ts'
import { version } from '../version.ts'

/** Everything besides the book that a site depends on: this program, its theme, its libraries, and the runtime. */
export const programHash: () => string = once(() => {
  const here = import.meta.dirname
  // The files of the bundle lie together; beside them, in a checkout, are those that it was made of.
  const root = path.basename(here) === 'bundle' ? here : path.resolve(here, '..')
  // An installed program changes with its version alone; whoever builds a checkout anew writes its files.
  const folders = root.includes('node_modules')
    ? []
    : [root, ...THEME.map((folder) => path.join(packageFolder, folder))]
  const own = folders.flatMap(sourcesIn)
  return contentHash(JSON.stringify([version, process.version, own, ...librariesAround(root)]))
})

const THEME = ['dist/theme', 'templates/labels']

function sourcesIn(folder: string): readonly string[] {
  return (attempt(() => readdirSync(folder, { recursive: true, encoding: 'utf8' })) ?? [])
    .filter((name) => /\.(?:c?[jt]s|json|woff2)$/.test(name) && !name.endsWith('.d.ts'))
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(folder, name))
      return `${name} ${size} ${mtimeMs}`
    })
}

/** What package managers say is installed around the program: in its own folder, or beside it in that of a book. */
const INSTALLED = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-state.yml', '.yarn-integrity']

function librariesAround(folder: string): readonly string[] {
  const above = path.dirname(folder)
  const found = INSTALLED.flatMap(
    (name) =>
      attempt(() => contentHash(readFileSync(path.join(folder, 'node_modules', name)))) ?? [],
  )
  return above === folder ? found : [...found, ...librariesAround(above)]
}
