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
interface Nameless {
  readonly handle: number
}

/** What is put aside lies here. */
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
  const file = attempt(openNameless)
  // Whoever may still read holds the file, whatever else of the shelf is let go.
  return file && { handle: file.handle, read: (place) => readFrom(file, place) }
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

function openNameless(): Nameless {
  const file = join(tmpdir(), `handbook-${randomUUID()}`)
  const handle = openSync(file, 'wx+', 0o600)
  rmSync(file, { force: true })
  const nameless: Nameless = { handle }
  closing.register(nameless, handle)
  return nameless
}

function writeAll(handle: number, bytes: Uint8Array, start: number): true {
  for (let done = 0; done < bytes.length;)
    done += writeSync(handle, bytes, done, bytes.length - done, start + done)
  return true
}

/** What lies there: the file stays open, and nothing else of the shelf in memory, as long as somebody may ask for it. */
function readFrom({ handle }: Nameless, { from, length }: ShelfPlace): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length;) {
    const count = readSync(handle, bytes, done, length - done, from + done)
    if (count === 0) throw new Error('a temporary file is shorter than what was written to it')
    done += count
  }
  return bytes
}
