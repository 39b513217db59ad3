import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { OutputFile } from '../core/book.ts'
import type { Files } from '../files/files.ts'

/** Files are read in parts of this size. */
export const chunkBytes: number = 256 * 1024

/** True when a file on disk, `size` bytes long, is already what the site wants it to be. */
export function hasContent(onDisk: string, size: number, file: OutputFile, files: Files): boolean {
  if (file.kind === 'made') {
    if (file.parts !== undefined) return hasParts(onDisk, size, file.parts())
    // It may be made anew whenever it is asked for.
    const { content } = file
    if (Buffer.byteLength(content) !== size) return false
    return readFileSync(onDisk).equals(Buffer.from(content))
  }
  let source: number | undefined
  try {
    source = files.open?.(file.from)
  } catch {
    // It will be reported when it cannot be copied.
    return false
  }
  if (source !== undefined) return hasSameBytes(onDisk, size, source)
  const bytes = files.bytes(file.from)
  return bytes !== undefined && bytes.byteLength === size && readFileSync(onDisk).equals(bytes)
}

function hasParts(onDisk: string, size: number, parts: Iterable<string>): boolean {
  const written = openSync(onDisk, 'r')
  try {
    let at = 0
    for (const part of parts) {
      const bytes = Buffer.from(part)
      const found = Buffer.alloc(bytes.length)
      readSync(written, found, 0, bytes.length, at)
      if (!found.equals(bytes)) return false
      at += bytes.length
    }
    return at === size
  } finally {
    closeSync(written)
  }
}

/** Closes the source. */
function hasSameBytes(onDisk: string, size: number, source: number): boolean {
  try {
    if (fstatSync(source).size !== size) return false
    const written = openSync(onDisk, 'r')
    try {
      return sameChunks(written, source)
    } finally {
      closeSync(written)
    }
  } finally {
    closeSync(source)
  }
}

const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)] as const

function sameChunks(one: number, other: number): boolean {
  const [a, b] = buffers
  for (;;) {
    const read = readSync(one, a)
    if (read !== readSync(other, b)) return false
    if (read === 0) return true
    if (!a.subarray(0, read).equals(b.subarray(0, read))) return false
  }
}
