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
  let end = 0
  return {
    put(texts) {
      const parts = texts.map((text) => Buffer.from(text))
      const bytes = Buffer.concat(parts)
      const start = end
      if (attempt(() => writeAll(file, bytes, start)) === undefined) return undefined
      const readers: (() => string)[] = []
      for (const { length } of parts) {
        readers.push(readerOf(file, { from: end, length }))
        end += length
      }
      return readers
    },
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

function writeAll({ handle }: Nameless, bytes: Uint8Array, start: number): true {
  for (let done = 0; done < bytes.length;)
    done += writeSync(handle, bytes, done, bytes.length - done, start + done)
  return true
}

/** What reads a part of a file. It holds the file, which so stays open, and nothing of what was written. */
function readerOf(
  file: Nameless,
  { from, length }: { readonly from: number; readonly length: number },
): () => string {
  return () => {
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length;) {
      const count = readSync(file.handle, bytes, done, length - done, from + done)
      if (count === 0) throw new Error('a temporary file is shorter than what was written to it')
      done += count
    }
    return bytes.toString()
  }
}
