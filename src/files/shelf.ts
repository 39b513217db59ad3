// What is put aside on the disk until somebody wants it: what a large book comes to does not fit into memory. The file
// has no name any more while it is used, so that nothing is left behind, however the program ends.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attempt } from '../core/attempt.ts'

/** Where something lies on a shelf, in bytes. */
export interface ShelfPlace {
  readonly from: number
  readonly length: number
}

/** A file without a name. */
export interface Shelf {
  /** By which it is filled, by this thread or another one. */
  readonly handle: number
  readonly read: (place: ShelfPlace) => Buffer
}

/** Closes a file when nobody can read from it any more. */
const closing = new FinalizationRegistry<number>((handle) => closeSync(handle))

/**
 * An empty shelf. The system closes what a thread has opened when that ends, so whoever reads from it opens it. Undefined
 * where the system has no place for it.
 */
export function openShelf(): Shelf | undefined {
  return attempt(() => {
    const handle = openNameless()
    const shelf: Shelf = { handle, read: (place) => readFrom(handle, place) }
    closing.register(shelf, handle)
    return shelf
  })
}

/** Puts bytes on a shelf that nobody else fills; gives undefined when the disk is full. */
export function fillShelf(handle: number): (bytes: Uint8Array) => ShelfPlace | undefined {
  let end = 0
  return (bytes) => {
    const place = { from: end, length: bytes.length }
    if (attempt(() => writeAll(handle, bytes, end)) === undefined) return undefined
    end += bytes.length
    return place
  }
}

function openNameless(): number {
  const file = join(tmpdir(), `handbook-${randomUUID()}`)
  const handle = openSync(file, 'wx+', 0o600)
  rmSync(file, { force: true })
  return handle
}

function writeAll(handle: number, bytes: Uint8Array, start: number): true {
  for (let done = 0; done < bytes.length;)
    done += writeSync(handle, bytes, done, bytes.length - done, start + done)
  return true
}

function readFrom(handle: number, { from, length }: ShelfPlace): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length;) {
    const count = readSync(handle, bytes, done, length - done, from + done)
    if (count === 0) throw new Error('a temporary file is shorter than what was written to it')
    done += count
  }
  return bytes
}
