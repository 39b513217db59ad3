import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { OutputFile } from '../core/output-file.ts'
import type { Files } from '../files/files.ts'
import { type OnDisk, chunkBytes, hasParts, isInParts } from './parts.ts'

/**
 * True when a file on disk, `size` bytes long, is already what the site wants it to be. Otherwise `onMade` gets what was made
 * of it to see that.
 */
export function hasContent(
  found: OnDisk,
  file: OutputFile,
  files: Files,
  onMade?: (bytes: Uint8Array) => void,
): boolean {
  const { onDisk, size } = found
  if (isInParts(file)) return hasParts(found, file.parts())
  if (file.kind === 'made') {
    // It may be made anew whenever it is asked for.
    const bytes = Buffer.from(file.content)
    const isSame = bytes.length === size && readFileSync(onDisk).equals(bytes)
    if (!isSame) onMade?.(bytes)
    return isSame
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
