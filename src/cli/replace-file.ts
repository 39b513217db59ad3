import { rmSync, statSync, writeFileSync } from 'node:fs'
import { renameFile } from '../files/rename.ts'

/** Writes a file, new or not: it is its old self or its new self, whatever happens in between. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.handbook-${process.pid}`
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  try {
    writeFileSync(temporary, content, mode === undefined ? {} : { mode })
    renameFile(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    // Nobody has heard of the temporary file.
    if (error instanceof Error && 'path' in error) error.path = file
    throw error
  }
}
