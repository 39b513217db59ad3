// Files of values, a line each, behind its checksum and its hash: what a disk or somebody else has changed is not taken for
// what was written. The checksum tells that in a fifth of the time; the hash is for those who compare values.
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
import { crc32 } from 'node:zlib'
import { once } from '../core/attempt.ts'
import { contentHash } from '../core/hash.ts'
import { renameFile } from './rename.ts'

const SUM_LENGTH = 8
const HASH_LENGTH = 32
/** Both, and the space before the values. */
const HEAD_LENGTH = SUM_LENGTH + HASH_LENGTH + 1

/** Stands between the values of a line. JSON holds none. */
const TAB = 9
const LINE_END = 10

/** What a line holds: values, each of which is read when somebody asks for it. */
export interface Line {
  readonly hash: string
  /** Undefined when there is none in this place. */
  readonly value: (place: number) => unknown
  readonly has: (place: number) => boolean
  /** Where its text lies in the line, in bytes; empty when there is none. */
  readonly rangeOf: (place: number) => readonly [from: number, to: number]
}

/** The lines of a file; undefined for one that is not what was written. */
export function readLines(file: string): Generator<Line | undefined, undefined> {
  return linesIn(readFileSync(file))
}

function* linesIn(bytes: Buffer): Generator<Line | undefined, undefined> {
  let start = 0
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    const sum = bytes.toString('latin1', start, start + SUM_LENGTH)
    const isWhole = sumOf(bytes.subarray(start + SUM_LENGTH, end)) === sum
    yield isWhole ? lineAt(bytes, { start, to: end }) : undefined
    start = end + 1
  }
  // The rest of a line that nobody wrote to its end.
  if (start < bytes.length) yield undefined
  return undefined
}

const sumOf = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(SUM_LENGTH, '0')

/** A value with bytes behind it, as lines to be written. */
export function withBytes(value: unknown, bytes: Uint8Array): readonly Uint8Array[] {
  return [toLine(value, sumOf(bytes)).bytes, bytes]
}

/** A value and the bytes behind it; undefined when they are not what was written. */
export function readWithBytes(
  file: string,
): { readonly value: unknown; readonly bytes: Uint8Array } | undefined {
  const all = readFileSync(file)
  const line = linesIn(all).next().value
  const bytes = all.subarray(all.indexOf(LINE_END) + 1)
  if (line?.value(1) !== sumOf(bytes)) return undefined
  return { value: line?.value(0), bytes }
}

/** A line that was just made, and that nobody else could change. */
export function lineOf(bytes: Buffer): Line {
  return lineAt(bytes, { start: 0, to: bytes.length - 1 })
}

function lineAt(
  bytes: Buffer,
  { start, to }: { readonly start: number; readonly to: number },
): Line {
  const from = start + HEAD_LENGTH
  const hash = bytes.toString('latin1', start + SUM_LENGTH, from - 1)
  const starts = [from]
  for (let tab = bytes.indexOf(TAB, from); tab >= 0 && tab < to; tab = bytes.indexOf(TAB, tab + 1))
    starts.push(tab + 1)
  const textAt = (place: number): readonly [from: number, to: number] => [
    starts[place] ?? to,
    (starts[place + 1] ?? to + 1) - 1,
  ]
  const rangeOf = (place: number): readonly [from: number, to: number] => {
    const [first, end] = textAt(place)
    return [first - start, end - start]
  }
  const has = (place: number): boolean => {
    const [first, end] = textAt(place)
    return end > first
  }
  const value = (place: number): unknown =>
    has(place) ? JSON.parse(bytes.toString('utf8', ...textAt(place))) : undefined
  return { hash, value, has, rangeOf }
}

/** Values as a line, with the hash that it begins with. */
export function toLine(...values: readonly unknown[]): {
  readonly bytes: Buffer
  readonly hash: string
} {
  const texts = values.map((value) => (value === undefined ? '' : JSON.stringify(value)))
  const bytes = encoded(texts)
  const hash = contentHash(bytes.subarray(HEAD_LENGTH, -1))
  return { bytes: sealed(bytes, hash), hash }
}

/** Room in which texts become bytes: to join them first, and to ask how long they will be, takes as long again. */
const roomForLine = once(() => Buffer.allocUnsafeSlow(LARGEST_ROOM).fill(' ', 0, HEAD_LENGTH))
const LARGEST_ROOM = 1 << 20
/** Of the longest code unit in UTF-8. */
const MOST_BYTES = 3

/** A line without its head. */
function encoded(texts: readonly string[]): Buffer {
  const units = texts.reduce((sum, text) => sum + text.length + 1, 0)
  const most = HEAD_LENGTH + units * MOST_BYTES
  if (most > LARGEST_ROOM) return Buffer.from(`${' '.repeat(HEAD_LENGTH)}${texts.join('\t')}\n`)
  const room = roomForLine()
  let end = HEAD_LENGTH
  for (const [index, text] of texts.entries()) {
    if (index > 0) room[end++] = TAB
    end += room.write(text, end)
  }
  room[end++] = LINE_END
  return Buffer.from(room.subarray(0, end))
}

/** The hash of a line and its values as they are written. */
export function takeApart(line: Buffer): {
  readonly hash: string
  readonly texts: readonly Buffer[]
} {
  const texts: Buffer[] = []
  let start = HEAD_LENGTH
  for (let tab = line.indexOf(TAB, start); tab >= 0; tab = line.indexOf(TAB, start)) {
    texts.push(line.subarray(start, tab))
    start = tab + 1
  }
  texts.push(line.subarray(start, -1))
  return { hash: line.toString('latin1', SUM_LENGTH, HEAD_LENGTH - 1), texts }
}

/** A value as it is written and another as a line, with the hash of something that is more than both. */
export function toLineOf(hash: string, text: Buffer, value: unknown): Buffer {
  const rest = Buffer.from(`\t${JSON.stringify(value)}\n`)
  return sealed(Buffer.concat([Buffer.alloc(HEAD_LENGTH, ' '), text, rest]), hash)
}

function sealed(bytes: Buffer, hash: string): Buffer {
  bytes.write(hash, SUM_LENGTH, 'latin1')
  bytes.write(sumOf(bytes.subarray(SUM_LENGTH, -1)), 0, 'latin1')
  return bytes
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
