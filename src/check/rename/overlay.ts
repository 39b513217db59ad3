import { compare } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import { decodeText } from '../../files/decode.ts'
import type { Files } from '../../files/files.ts'

/** A file with its new name, its new text, or both. */
export interface FileChange {
  readonly from: BookPath
  readonly to: BookPath
  /** Undefined when the bytes stay as they are. */
  readonly content?: string
}

/** The files of a book as they will be when these changes are made. */
export function withChanges(files: Files, changes: readonly FileChange[]): Files {
  const written = new Map<BookPath, Uint8Array>()
  const origins = new Map<BookPath, BookPath>()
  const gone = new Set<BookPath>()
  for (const { from, to, content } of changes) {
    if (from !== to) gone.add(from)
    origins.set(to, from)
    if (content !== undefined) written.set(to, new TextEncoder().encode(content))
  }
  for (const { to } of changes) gone.delete(to)
  const names = [
    ...new Set([...files.list().filter((path) => !gone.has(path)), ...origins.keys()]),
  ].sort(compare)
  /** Where the bytes of a path come from; undefined when there are none. */
  const originOf = (path: BookPath): BookPath | undefined =>
    gone.has(path) ? undefined : (origins.get(path) ?? path)
  const asked = <T>(path: BookPath, ask: (origin: BookPath) => T | undefined): T | undefined => {
    const origin = originOf(path)
    return origin === undefined ? undefined : ask(origin)
  }
  return {
    ...(files.dir === undefined ? {} : { dir: files.dir }),
    list: () => names,
    text(path) {
      const bytes = written.get(path)
      return bytes === undefined ? asked(path, (origin) => files.text(origin)) : decodeText(bytes)
    },
    bytes: (path) => written.get(path) ?? asked(path, (origin) => files.bytes(origin)),
    head: (path, length) =>
      written.get(path)?.subarray(0, length) ?? asked(path, (origin) => files.head(origin, length)),
    size: (path) => written.get(path)?.byteLength ?? asked(path, (origin) => files.size(origin)),
    problems: () => files.problems(),
    location: (path) => asked(path, (origin) => files.location(origin)),
  }
}
