// What is heavy in the results that are kept on disk, in a file beside them: a later build asks for little of it, and what
// nobody asks for is not read. The lines of the results tell where each part lies and its checksum.
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { attempt } from '../core/attempt.ts'
import { renameFile } from '../files/rename.ts'
import { type Stamp, shapeOf } from '../files/stamp.ts'

/** Where the parts of a result lie: the first of them, and of each the length, which is 0 for none, and the checksum. */
export type Places = readonly [from: number, ...lengthsAndSums: number[]]

/** A file of parts that can be read. */
export interface KeptParts {
  readonly stamp: Stamp
  /** The text of a part; undefined when it is not what was written. */
  readonly text: (places: Places, part: number) => string | undefined
}

/** A file of parts that is made anew or grows. */
export interface GrowingParts {
  /** Adds the texts of a result. */
  readonly add: (texts: readonly Buffer[]) => Places
  /** The file as it is now, when nobody else has written into it meanwhile. */
  readonly done: () => Stamp | undefined
  /** Closes the file; a new one that was not done is left out. */
  readonly close: () => void
}

/** Closes a file when nobody can read from it any more. */
const closing = new FinalizationRegistry<number>((handle) => closeSync(handle))

/** Opens the parts; they stay readable when another file takes the place of this one. */
export function openParts(file: string): KeptParts {
  const opened = { handle: openSync(file, 'r') }
  closing.register(opened, opened.handle)
  return {
    stamp: shapeOf(fstatSync(opened.handle)),
    text(places, part) {
      const [from, length, sum] = placeOf(places, part)
      const bytes = Buffer.allocUnsafe(length)
      for (let done = 0; done < length;) {
        const count = readSync(opened.handle, bytes, done, length - done, from + done)
        if (count === 0) return undefined
        done += count
      }
      return crc32(bytes) === sum ? bytes.toString() : undefined
    },
  }
}

/** Is the part there? */
export function hasPart(places: Places, part: number): boolean {
  return lengthOf(places, part) > 0
}

function placeOf(
  places: Places,
  part: number,
): readonly [from: number, length: number, sum: number] {
  let [from] = places
  for (let before = 0; before < part; before++) from += lengthOf(places, before)
  return [from, lengthOf(places, part), places[2 * part + 2] ?? 0]
}

const lengthOf = (places: Places, part: number): number => places[2 * part + 1] ?? 0

/** Parts that take the place of those that are there when they are done. */
export function writeParts(file: string): GrowingParts {
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(draft, 'w', 0o600)
  let isDraft = true
  const parts = growing(handle, 0, () => {
    renameFile(draft, file)
    isDraft = false
  })
  return {
    ...parts,
    close() {
      parts.close()
      if (isDraft) attempt(() => rmSync(draft, { force: true }))
    },
  }
}

/** More parts, behind those that are there. */
export function appendParts(file: string): GrowingParts {
  const handle = openSync(file, constants.O_RDWR | constants.O_APPEND)
  return growing(handle, fstatSync(handle).size, () => undefined)
}

/** Texts are gathered: one call for each would cost more than to copy them. */
const CHUNK = 1 << 20

function growing(handle: number, start: number, settle: () => void): GrowingParts {
  let end = start
  let size = 0
  let waiting: Buffer[] = []
  const flush = (): void => {
    if (size > 0) writeFileSync(handle, Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  return {
    add(texts) {
      const places: Places = [end, ...texts.flatMap((text) => [text.length, crc32(text)])]
      for (const text of texts) {
        waiting.push(text)
        size += text.length
        end += text.length
      }
      if (size > CHUNK) flush()
      return places
    },
    done() {
      flush()
      settle()
      const stats = fstatSync(handle)
      return stats.size === end ? shapeOf(stats) : undefined
    },
    close: () => attempt(() => closeSync(handle)),
  }
}
