// Texts put aside on the disk until somebody wants them: what a large book comes to does not fit into memory. The file
// has no name any more while it is used, so that nothing is left behind, however the program ends.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attempt } from '../core/attempt.ts'

/** Takes texts, and gives for each what reads it again. */
export interface Shelf {
  /** Undefined when the disk is full: whoever asks keeps the texts. */
  put(texts: readonly string[]): readonly (() => string)[] | undefined
}

/** Where something lies on a shelf, in bytes. */
export interface ShelfPlace {
  readonly from: number
  readonly length: number
}

/** A shelf on which another thread puts what its owner takes. */
export interface SharedShelf {
  /** By which the other thread fills it. */
  readonly handle: number
  read(place: ShelfPlace): Uint8Array
}

/** A file without a name. */
interface Nameless {
  readonly handle: number
}

/** Closes a file when nobody can read from it any more. */
const closing = new FinalizationRegistry<number>((handle) => closeSync(handle))

/** An empty shelf; where the system has no place for it, nothing can be put on it. */
export function openShelf(): Shelf {
  const file = attempt(openNameless)
  if (file === undefined) return { put: () => undefined }
  const put = fillShelf(file.handle)
  return {
    put(texts) {
      const parts = texts.map((text) => Buffer.from(text))
      const placed = put(Buffer.concat(parts))
      if (placed === undefined) return undefined
      let { from } = placed
      return parts.map(({ length }) => {
        const place = { from, length }
        from += length
        return () => readFrom(file, place).toString()
      })
    },
  }
}

/**
 * An empty shelf for another thread, which gets its number. The system closes what a thread has opened when that ends,
 * so the owner opens it. Undefined where the system has no place for it.
 */
export function openSharedShelf(): SharedShelf | undefined {
  const file = attempt(openNameless)
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

/** What lies there. Whoever may still ask holds the file, which so stays open, and nothing of what was written. */
function readFrom({ handle }: Nameless, { from, length }: ShelfPlace): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length;) {
    const count = readSync(handle, bytes, done, length - done, from + done)
    if (count === 0) throw new Error('a temporary file is shorter than what was written to it')
    done += count
  }
  return bytes
}
