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

/** What a line holds. */
export interface Line {
  readonly value: unknown
  readonly hash: string
}

/** The lines of a file; undefined for one that is not what was written. */
export function* readLines(file: string): Generator<Line | undefined, undefined> {
  const bytes = readFileSync(file)
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const text = bytes.subarray(start + HASH_LENGTH + 1, end)
    const hash = bytes.toString('latin1', start, start + HASH_LENGTH)
    const isWhole = contentHash(text) === hash
    yield isWhole ? { value: JSON.parse(text.toString('utf8')), hash } : undefined
    start = end + 1
  }
  // The rest of a line that nobody wrote to its end.
  if (start < bytes.length) yield undefined
  return undefined
}

/** A value as a line, with the hash that it begins with. */
export function toLine(value: object): { readonly bytes: Buffer; readonly hash: string } {
  const bytes = Buffer.from(`${' '.repeat(HASH_LENGTH + 1)}${JSON.stringify(value)}\n`)
  const hash = contentHash(bytes.subarray(HASH_LENGTH + 1, -1))
  bytes.write(hash, 0, 'latin1')
  return { bytes, hash }
}

/** Under another name first: whoever reads at the same time sees the old file or the new one. */
export function writeLines(file: string, lines: Iterable<Buffer>): void {
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
