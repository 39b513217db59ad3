// What stands against a move on the disk, although the book in memory would be right.
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'
import type { Files } from '../../files/files.ts'
import { problem } from '../../messages/problem.ts'
import type { Names } from './rewrite.ts'

/** Moved files that have another name by a symbolic link, which would lead nowhere afterwards. */
export function linkedFiles(files: Files, names: Names): readonly Diagnostic[] {
  const moved = new Map<string, BookPath>()
  for (const path of names.keys()) {
    const place = files.location(path)
    if (place !== undefined) moved.set(place, path)
  }
  if (moved.size === 0) return []
  return files.list().flatMap((other) => {
    const path = names.has(other) ? undefined : moved.get(files.location(other) ?? '')
    return path === undefined ? [] : [problem('move/linked-file', undefined, { path, other })]
  })
}

/** Texts that would have to change with a move, and are read but never written: those that are not in UTF-8. */
export function unwritableTexts(files: Files, changed: readonly BookPath[]): readonly Diagnostic[] {
  return changed
    .filter((file) => files.text(file)?.utf8 === false)
    .map((file) => problem('move/other-encoding', { file }, { path: file }))
}
