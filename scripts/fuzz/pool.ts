// Texts that mutations start from: our own, those of fixtures, and those of any folder.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { SEEDS } from './seeds.ts'

/** A text, and the name of the file that it is from. */
export interface Seed {
  readonly name: string
  readonly text: string
}

const EXTENSION = /\.(?:md|markdown|adoc|asciidoc|json|ya?ml|hbs|html|txt|svg)$/
/** Longer texts cost time and say nothing more. */
const LONGEST = 30_000

/** The texts of folders in an order that no disk decides, behind our own. */
export function poolOf(folders: readonly string[]): readonly Seed[] {
  return [...SEEDS, ...folders.flatMap(textsIn)]
}

function textsIn(folder: string): readonly Seed[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => EXTENSION.test(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name))
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name)
      const stats = statSync(file, { throwIfNoEntry: false })
      if (stats?.isFile() !== true || stats.size > LONGEST) return []
      return [{ name: name.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }]
    })
}
