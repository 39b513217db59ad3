// Files with texts among them that nobody wrote.
import { compare } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { Files, TextFile } from './files.ts'

/** The same files and these texts; a file stands before a text of its name. */
export function withTexts(files: Files, texts: ReadonlyMap<string, string>): Files {
  if (texts.size === 0) return files
  const made = new Map(
    [...texts].map(([path, text]): [string, TextFile] => [path, { text, utf8: true }]),
  )
  const bytesOf = (path: BookPath): Uint8Array | undefined => {
    const text = texts.get(path)
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }
  const names = [...new Set([...files.list(), ...(texts.keys() as Iterable<BookPath>)])].sort(
    compare,
  )
  return {
    ...files,
    list: () => names,
    text: (path) => files.text(path) ?? made.get(path),
    bytes: (path) => files.bytes(path) ?? bytesOf(path),
    head: (path, length) => files.head(path, length) ?? bytesOf(path)?.subarray(0, length),
    size: (path) => files.size(path) ?? bytesOf(path)?.byteLength,
  }
}
