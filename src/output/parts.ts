// Files in parts. Where the file of the build before is known, parts that would be made of the same are taken from it: the
// page that holds a whole book is not made anew for a word in one of its chapters.
import { closeSync, futimesSync, openSync, readSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OutputFile, OutputPart } from '../core/output-file.ts'
import type { KnownOutputs, KnownParts } from '../files/known-outputs.ts'

/** Files are read in parts of this size. */
export const chunkBytes: number = 256 * 1024

/** How far the time of a file is set back, in seconds: more than a clock may be behind. */
const SET_BACK = 0.1

/** A file that is made in parts. */
export function isInParts(
  file: OutputFile,
): file is OutputFile & { readonly kind: 'made'; readonly parts: () => Iterable<OutputPart> } {
  return file.kind === 'made' && file.parts !== undefined
}

/** Where bytes stand. */
interface Span {
  readonly from: number
  readonly length: number
}

/** Where the parts of a known file stand, by what they are made of. */
function placesOf(known: KnownParts): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>()
  let end = 0
  for (const [madeOf, length] of known) {
    if (madeOf !== '') places.set(madeOf, { from: end, length })
    end += length
  }
  return places
}

/** True when a file on disk, `size` bytes long, has these parts. Those that are known to be in their places are not made. */
export function hasParts(
  { onDisk, size, parts: known = [] }: OnDisk,
  parts: Iterable<OutputPart>,
): boolean {
  const places = placesOf(known)
  const written = openSync(onDisk, 'r')
  try {
    let at = 0
    for (const part of parts) {
      const there = part.madeOf === undefined ? undefined : places.get(part.madeOf)
      if (there !== undefined) {
        // As all before it is the same, it cannot well stand elsewhere in the same file.
        if (there.from !== at) return false
        at += there.length
        continue
      }
      const bytes = Buffer.from(part.content)
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

/** A file that was written before, and what is known of it. */
export interface OnDisk {
  readonly onDisk: string
  readonly size: number
  readonly parts?: KnownParts | undefined
}

/** A file whose parts may be taken. */
interface PartsSource {
  readonly file: string
  readonly parts: KnownParts
}

/** The parts that a file has that will be replaced. */
export function partsThere(
  { path: name }: OutputFile,
  dir: string,
  known: KnownOutputs | undefined,
): PartsSource | undefined {
  const parts = known?.partsOf(name)
  return parts && { file: path.join(dir, name), parts }
}

/**
 * Writes a file, and says what it holds. Its time is set back a little: whoever changes it once it is in its place leaves
 * another, however slow the clock, so that nobody needs to make it again to be sure of it.
 */
export function writeParts(
  parts: Iterable<OutputPart>,
  to: string,
  before: PartsSource | undefined,
): KnownParts {
  const target = openSync(to, 'w')
  try {
    const written =
      before === undefined ? writeAll(parts, target) : writeFrom(parts, target, before)
    const time = Date.now() / 1000 - SET_BACK
    futimesSync(target, time, time)
    return written
  } finally {
    closeSync(target)
  }
}

function writeFrom(
  parts: Iterable<OutputPart>,
  target: number,
  { file, parts: known }: PartsSource,
): KnownParts {
  const source = openSync(file, 'r')
  try {
    return writeAll(parts, target, { source, places: placesOf(known) })
  } finally {
    closeSync(source)
  }
}

function writeAll(
  parts: Iterable<OutputPart>,
  target: number,
  {
    source = -1,
    places = new Map(),
  }: {
    readonly source?: number
    readonly places?: ReadonlyMap<string, Span>
  } = {},
): KnownParts {
  const written: (readonly [string, number])[] = []
  // Neighbors are taken together.
  let taken: Span = { from: 0, length: 0 }
  const take = (next: Span): void => {
    const isNext = next.from === taken.from + taken.length
    if (!isNext) copySpan(source, taken, target)
    taken = isNext ? { from: taken.from, length: taken.length + next.length } : next
  }
  for (const part of parts) {
    const { madeOf = '' } = part
    const there = places.get(madeOf)
    if (there !== undefined) {
      take(there)
      written.push([madeOf, there.length])
      continue
    }
    take({ from: 0, length: 0 })
    const bytes = Buffer.from(part.content)
    writeFileSync(target, bytes)
    written.push([madeOf, bytes.length])
  }
  copySpan(source, taken, target)
  return written
}

const buffer = Buffer.allocUnsafe(chunkBytes)

function copySpan(source: number, { from, length }: Span, target: number): void {
  for (let done = 0; done < length;) {
    const read = readSync(source, buffer, 0, Math.min(length - done, buffer.length), from + done)
    if (read === 0) throw new Error('a file of the site is shorter than it was a moment ago')
    writeFileSync(target, buffer.subarray(0, read))
    done += read
  }
}
