// The only door to the maker of zip files.
import { type Zippable, strToU8, zipSync } from 'fflate'

/** A file for an archive. */
export interface ArchiveFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** Kept as it is: pictures do not get smaller, and the first file of an EPUB must not be compressed. */
  readonly isStored?: boolean
}

/** An archive: the same bytes for the same files, wherever it is made. */
export function zipFiles(files: readonly ArchiveFile[]): Uint8Array {
  // The first time that zip files know, as it is told where the archive is made.
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {}
  for (const { name, content, isStored } of files)
    entries[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { level: isStored === true ? 0 : 9, mtime },
    ]
  return zipSync(entries)
}
