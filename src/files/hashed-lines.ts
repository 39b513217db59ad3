// Files of values, a line each, behind its hash: what a disk or somebody else has changed is not taken for what was written.
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { contentHash } from '../core/hash.ts'
import { renameFile } from './rename.ts'

const HASH_LENGTH = 32

/** Stands between the values of a line. JSON holds none. */
const TAB = 9
const LINE_END = 10

/** What a line holds: values, each of which is read when somebody asks for it. */
export interface Line {
  readonly hash: string
  /** Undefined when there is none in this place. */
  readonly value: (place: number) => unknown
  readonly has: (place: number) => boolean
}

/** The lines of a file; undefined for one that is not what was written. */
export function readLines(file: string): Generator<Line | undefined, undefined> {
  return linesIn(readFileSync(file))
}

function* linesIn(bytes: Buffer): Generator<Line | undefined, undefined> {
  let start = 0
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    const hash = bytes.toString('latin1', start, start + HASH_LENGTH)
    const from = start + HASH_LENGTH + 1
    const isWhole = contentHash(bytes.subarray(from, end)) === hash
    yield isWhole ? lineAt(bytes, { from, to: end, hash }) : undefined
    start = end + 1
  }
  // The rest of a line that nobody wrote to its end.
  if (start < bytes.length) yield undefined
  return undefined
}

/** A value with bytes behind it, as lines to be written. */
export function withBytes(value: unknown, bytes: Uint8Array): readonly Uint8Array[] {
  return [toLine(value, contentHash(bytes)).bytes, bytes]
}

/** A value and the bytes behind it; undefined when they are not what was written. */
export function readWithBytes(
  file: string,
): { readonly value: unknown; readonly bytes: Uint8Array } | undefined {
  const all = readFileSync(file)
  const line = linesIn(all).next().value
  const bytes = all.subarray(all.indexOf(LINE_END) + 1)
  if (line?.value(1) !== contentHash(bytes)) return undefined
  return { value: line?.value(0), bytes }
}

function lineAt(
  bytes: Buffer,
  { from, to, hash }: { readonly from: number; readonly to: number; readonly hash: string },
): Line {
  const starts = [from]
  for (let tab = bytes.indexOf(TAB, from); tab >= 0 && tab < to; tab = bytes.indexOf(TAB, tab + 1))
    starts.push(tab + 1)
  const textAt = (place: number): readonly [from: number, to: number] => [
    starts[place] ?? to,
    (starts[place + 1] ?? to + 1) - 1,
  ]
  const has = (place: number): boolean => {
    const [first, end] = textAt(place)
    return end > first
  }
  const value = (place: number): unknown =>
    has(place) ? JSON.parse(bytes.toString('utf8', ...textAt(place))) : undefined
  return { hash, value, has }
}

/** Values as a line, with the hash that it begins with. */
export function toLine(...values: readonly unknown[]): {
  readonly bytes: Buffer
  readonly hash: string
} {
  const texts = values.map((value) => (value === undefined ? '' : JSON.stringify(value)))
  const bytes = Buffer.from(`${' '.repeat(HASH_LENGTH + 1)}${texts.join('\t')}\n`)
  const hash = contentHash(bytes.subarray(HASH_LENGTH + 1, -1))
  bytes.write(hash, 0, 'latin1')
  return { bytes, hash }
}

/** Under another name first: whoever reads at the same time sees the old file or the new one. */
export function writeLines(file: string, lines: Iterable<Uint8Array>): void {
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(draft, 'w', 0o600)
  try {
    for (const line of lines) writeFileSync(handle, line)
  } finally {
    closeSync(handle)
  }
  renameFile(draft, file)
}

/** Adds lines to a file that begins with a line; false when it begins with another, as somebody else has written it. */
export function appendLines(file: string, first: Buffer, lines: readonly Buffer[]): boolean {
  // What was opened is what is added to, whoever puts another file in its place.
  const handle = openSync(file, constants.O_RDWR | constants.O_APPEND)
  try {
    const begin = Buffer.alloc(first.length)
    if (readSync(handle, begin, 0, begin.length, 0) !== begin.length || !begin.equals(first))
      return false
    writeFileSync(handle, Buffer.concat(lines))
    return true
  } finally {
    closeSync(handle)
  }
}
