import type { BookPath } from '../core/path.ts'
import type { TextFile } from './files.ts'

interface RememberedText<T> extends TextFile {
  readonly path: BookPath
  readonly value: T
}

/**
 * A function of the texts of a book that remembers what it made of each. Files answer with the same object as long as
 * nothing changed, and may be a program's own: an object stands for its text only as long as it says the same.
 */
export function rememberTexts<T>(
  read: (path: BookPath, source: TextFile) => T,
): (path: BookPath, source: TextFile) => T {
  const known = new WeakMap<TextFile, RememberedText<T>>()
  return (path, source) => {
    const { text, utf8 } = source
    const before = known.get(source)
    if (before?.path === path && before.text === text && before.utf8 === utf8) return before.value
    const value = read(path, source)
    known.set(source, { path, text, utf8, value })
    return value
  }
}
