// What is known of the search index of a book, kept on disk between runs of the program as results of pages are: what was
// kept may be old, and is compared page by page.
import { endianness } from 'node:os'
import { attempt } from '../core/attempt.ts'
import type { OutputPath } from '../core/path.ts'
import { readWithBytes, withBytes, writeLines } from '../files/hashed-lines.ts'
import type { KeptIndexes } from '../site/emit-request.ts'
import { programHash } from './program-hash.ts'

/** As kept on the disk, before the numbers of all indexes. */
interface Kept {
  readonly format: number
  readonly program: string
  readonly numbers: ReturnType<typeof endianness>
  readonly indexes: readonly {
    readonly folder: OutputPath
    readonly index: KeptIndex['index']
    readonly from: number
    readonly length: number
  }[]
}

const FORMAT = 1

type KeptIndex = KeptIndexes extends ReadonlyMap<OutputPath, infer Own> ? Own : never

/** What was kept; nothing when none of it can be used. */
export function readIndexes(file: string): KeptIndexes {
  return attempt(() => read(file)) ?? new Map()
}

function read(file: string): KeptIndexes {
  const whole = readWithBytes(file)
  const kept = whole?.value as Kept | undefined
  const isOurs =
    kept?.format === FORMAT && kept.program === programHash() && kept.numbers === endianness()
  if (!isOurs || whole === undefined) return new Map()
  const numbers = new Uint32Array(new Uint8Array(whole.bytes).buffer)
  return new Map(
    kept.indexes.map(({ folder, index, from, length }) => [
      folder,
      { index, numbers: numbers.subarray(from, from + length) },
    ]),
  )
}

/** Keeps what is known. */
export function writeIndexes(file: string, known: KeptIndexes): void {
  let end = 0
  const indexes = [...known].map(
    ([
      folder,
      {
        index,
        numbers: { length },
      },
    ]) => {
      end += length
      return { folder, index, from: end - length, length }
    },
  )
  const numbers = new Uint32Array(end)
  for (const { folder, from } of indexes) numbers.set(known.get(folder)?.numbers ?? [], from)
  const head: Kept = { format: FORMAT, program: programHash(), numbers: endianness(), indexes }
  writeLines(file, withBytes(head, new Uint8Array(numbers.buffer)))
}
