// Decides whether a folder may receive a site. Folders are compared by what they are on disk, not by how they are
// spelled, so that links, case and `..` make no difference.
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import { systemReason } from '../messages/system.ts'
import { manifestName, readManifest, temporaryName } from './manifest.ts'

/** An output folder that may be written to, or the reason why not. */
export type OutputFolder =
  | { readonly kind: 'usable'; readonly dir: string; readonly ours: ReadonlySet<string> }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic }

/** What an empty folder may hold: traces of version control and of file managers. */
const harmless = new Set([
  '.git',
  '.gitkeep',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  temporaryName,
])

/** Looks at the output folder without changing anything. `shown` is its name in messages. */
export function inspectOutput(outputDir: string, bookDir: string, shown: string): OutputFolder {
  try {
    const dir = realPlace(outputDir)
    const found = statSync(dir, { throwIfNoEntry: false })
    if (found === undefined) return { kind: 'usable', dir, ours: new Set() }
    if (!found.isDirectory())
      return refused(problem('output/not-a-folder', undefined, { folder: shown }))
    if (isSame(dir, bookDir))
      return refused(problem('output/is-book', undefined, { folder: shown }))
    if (ancestors(realpathSync.native(bookDir)).some((folder) => isSame(folder, dir)))
      return refused(problem('output/contains-book', undefined, { folder: shown }))
    return inspectContents(dir, shown)
  } catch (error) {
    return refused(
      problem('output/unwritable', undefined, { file: shown, reason: systemReason(error) }),
    )
  }
}

function inspectContents(dir: string, shown: string): OutputFolder {
  const manifest = readManifest(dir)
  if (manifest === 'broken')
    return refused(
      problem('output/foreign-files', undefined, {
        case: 'manifest',
        folder: shown,
        file: manifestName,
      }),
    )
  if (manifest !== undefined) return { kind: 'usable', dir, ours: manifest }
  const foreign = readdirSync(dir).filter((name) => !harmless.has(name))
  return foreign.length === 0
    ? { kind: 'usable', dir, ours: new Set() }
    : refused(
        problem('output/foreign-files', undefined, {
          case: 'found',
          folder: shown,
          names: foreign.sort(),
        }),
      )
}

const refused = (diagnostic: Diagnostic): OutputFolder => ({ kind: 'refused', diagnostic })

/** The real path of a folder, also of one that does not exist yet: its existing part is resolved. */
function realPlace(dir: string): string {
  const absolute = path.resolve(dir)
  if (lstatSync(absolute, { throwIfNoEntry: false }) !== undefined)
    return realpathSync.native(absolute)
  const parent = path.dirname(absolute)
  return parent === absolute ? absolute : path.join(realPlace(parent), path.basename(absolute))
}

function ancestors(dir: string): readonly string[] {
  const parent = path.dirname(dir)
  return parent === dir ? [] : [parent, ...ancestors(parent)]
}

function isSame(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return false
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  return a.dev === b.dev && a.ino === b.ino
}
