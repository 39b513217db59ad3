import { mkdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and those above it that are missing; gives the outermost that it made. Node's own way says of a
 * read-only disk that there is no such folder, and never ends below `/proc`.
 */
export function makeFolder(dir: string): string | undefined {
  try {
    mkdirSync(dir)
    return dir
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return undefined
    const parent = path.dirname(dir)
    if (code !== 'ENOENT' || parent === dir) throw error
    const made = makeFolder(parent)
    // The folder above is there now, unless nothing can be made in it.
    if (made === undefined) throw error
    mkdirSync(dir)
    return made
  }
}
