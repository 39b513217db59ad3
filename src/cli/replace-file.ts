import { rmSync, statSync, writeFileSync } from 'node:fs'
import { attempt } from '../core/attempt.ts'
import { renameFile } from '../files/rename.ts'

/** Writes a file, new or not: it is its old self or its new self, whatever happens in between. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.handbook-${process.pid}`
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  try {
    writeFileSync(temporary, content, mode === undefined ? {} : { mode })
    renameFile(temporary, file)
  } catch (error) {
    // Newer versions of Node say of a folder that is a file that it is none, whether or not anything is forced.
    attempt(() => rmSync(temporary, { force: true }))
    // Nobody has heard of the temporary file.
    if (error instanceof Error && 'path' in error) error.path = file
    throw error
  }
}
