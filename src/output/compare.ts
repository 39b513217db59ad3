import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import type { OutputFile } from '../core/book.ts'
import type { Files } from '../files/files.ts'

const chunkBytes = 256 * 1024

/** True when a file on disk, `size` bytes long, is already what the site wants it to be. */
export function hasContent(onDisk: string, size: number, file: OutputFile, files: Files): boolean {
  if (file.kind === 'made')
    return (
      Buffer.byteLength(file.content) === size &&
      readFileSync(onDisk).equals(Buffer.from(file.content))
    )
  const source = files.location(file.from)
  if (source !== undefined) return hasSameBytes(onDisk, size, source)
  const bytes = files.bytes(file.from)
  return bytes !== undefined && bytes.byteLength === size && readFileSync(onDisk).equals(bytes)
}

function hasSameBytes(onDisk: string, size: number, source: string): boolean {
  const found = statSync(source, { throwIfNoEntry: false })
  if (found?.size !== size) return false
  if (size <= chunkBytes) return readFileSync(onDisk).equals(readFileSync(source))
  const descriptors = [openSync(onDisk, 'r'), openSync(source, 'r')] as const
  try {
    return sameChunks(descriptors[0], descriptors[1])
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor)
  }
}

function sameChunks(one: number, other: number): boolean {
  const [a, b] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)]
  for (;;) {
    const read = readSync(one, a)
    if (read !== readSync(other, b)) return false
    if (read === 0) return true
    if (!a.subarray(0, read).equals(b.subarray(0, read))) return false
  }
}
