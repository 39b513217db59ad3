import { compare } from '../core/diagnostic.ts'
import { type BookPath, bookPath } from '../core/path.ts'
import { decodeText } from './decode.ts'
import type { Files } from './files.ts'

/** A map of paths to contents as Files: for tests, previews and the library. Paths must lie inside the book. */
export function memoryFiles(contents: { readonly [path: string]: string | Uint8Array }): Files {
  const files = new Map<BookPath, Uint8Array>()
  for (const [name, content] of Object.entries(contents)) {
    const path = bookPath(name)
    if (path === undefined) throw new RangeError(`"${name}" lies outside the book`)
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }
  const names = [...files.keys()].sort(compare)
  return {
    list: () => names,
    text(path) {
      const bytes = files.get(path)
      return bytes && decodeText(bytes)
    },
    bytes: (path) => files.get(path),
    head: (path, length) => files.get(path)?.subarray(0, length),
    size: (path) => files.get(path)?.byteLength,
    problems: () => [],
    location: () => undefined,
  }
}
