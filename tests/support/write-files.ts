import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes files below a folder, with the folders that they need. */
export function writeFiles(
  folder: string,
  files: { readonly [name: string]: string | Uint8Array },
): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
