// The list of the files that handbook wrote into an output folder. Only what is on it is ever replaced or removed.
import { lstatSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onceForText } from '../core/attempt.ts'
import { compare } from '../core/diagnostic.ts'
import { bookPath } from '../core/path.ts'
import { renameFile } from '../files/rename.ts'

/** The name of the list inside the output folder. */
export const manifestName = '.handbook-manifest.json'

/** The folder for half-written files inside the output folder. */
export const temporaryName = '.handbook-tmp'

/** True for names that no file of a site may have. */
export function isReserved(output: string): boolean {
  const top = output.split('/')[0]?.toLowerCase()
  return top === manifestName || top === temporaryName
}

/** The files that handbook wrote; undefined without a list, 'broken' when there is one that makes no sense. */
export function readManifest(dir: string): ReadonlySet<string> | 'broken' | undefined {
  const file = path.join(dir, manifestName)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) return undefined
  return found.isFile() ? parseManifest(readFileSync(file, 'utf8')) : 'broken'
}

/** A build looks at its folder three times. */
const parseManifest = onceForText((text): ReadonlySet<string> | 'broken' => {
  try {
    const { version, files } = JSON.parse(text) as { version?: unknown; files?: unknown }
    return version === 1 && Array.isArray(files) && files.every(isOutputName)
      ? new Set<string>(files)
      : 'broken'
  } catch {
    return 'broken'
  }
})

/** A list that was tampered with must not make us delete anything outside the folder. */
function isOutputName(name: unknown): name is string {
  return typeof name === 'string' && bookPath(name) === name && !isReserved(name)
}

/** Replaces the list in one step. The same files give the same bytes, whenever and wherever. */
export function writeManifest(dir: string, files: Iterable<string>): void {
  const temporary = path.join(dir, temporaryName, 'manifest')
  const content = { generator: 'handbook', version: 1, files: [...files].sort(compare) }
  writeFileSync(temporary, `${JSON.stringify(content, null, 1)}\n`)
  renameFile(temporary, path.join(dir, manifestName))
}
