// Files of values, a line each, behind its hash: what a disk or somebody else has changed is not taken for what was written.
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from '../core/hash.ts'
import { renameFile } from './rename.ts'

const HASH_LENGTH = 32

/** The values of the lines; undefined for one that is not what was written. */
export function* readLines(file: string): Generator<unknown, undefined> {
  const bytes = readFileSync(file)
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const text = bytes.subarray(start + HASH_LENGTH + 1, end)
    const hash = bytes.toString('latin1', start, start + HASH_LENGTH)
    yield contentHash(text) === hash ? JSON.parse(text.toString('utf8')) : undefined
    start = end + 1
  }
  return undefined
}

/** Under another name first: whoever reads at the same time sees the old file or the new one. */
export function writeLines(file: string, values: Iterable<object>): void {
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(draft, 'w', 0o600)
  try {
    for (const value of values) writeFileSync(handle, toLine(value))
  } finally {
    closeSync(handle)
  }
  renameFile(draft, file)
}

/** As bytes: that is what is hashed and written. */
function toLine(value: object): Buffer {
  const text = Buffer.from(`${' '.repeat(HASH_LENGTH + 1)}${JSON.stringify(value)}\n`)
  text.write(contentHash(text.subarray(HASH_LENGTH + 1, -1)), 0, 'latin1')
  return text
}
