import type { Place } from '../../core/diagnostic.ts'
import { type BookPath, type FolderPrefix, encodePath, writtenFrom } from '../../core/path.ts'
import { lineStarts } from '../../core/position.ts'
import { splitReference } from '../../core/reference.ts'
import type { Files } from '../../files/files.ts'

/** What stands at a place of one line; undefined when that is not known exactly. */
export function sourceAt(files: Files, { file, start, end }: Place): string | undefined {
  if (start === undefined || end === undefined || start.line !== end.line) return undefined
  const text = files.text(file)?.text
  const begin = text === undefined ? undefined : lineStarts(text)[start.line - 1]
  if (text === undefined || begin === undefined) return undefined
  const slice = text.slice(begin + start.column - 1, begin + end.column - 1)
  return slice.includes('\n') || slice.length !== end.column - start.column ? undefined : slice
}

/** A reference in the source: its path, and what follows. */
export interface WrittenReference {
  readonly path: string
  readonly suffix: string
}

/** Takes a reference apart; undefined for one with escapes, of which nobody can be sure. */
export function sourceReference(slice: string): WrittenReference | undefined {
  if (slice === '' || /[\\&]/.test(slice)) return undefined
  const { path, query, hash } = splitReference(slice)
  return { path, suffix: query + hash }
}

/** Percent codes for the signs of a pattern, brackets too, which `encodeURIComponent` leaves. */
export function encodeSigns(text: string, signs: RegExp): string {
  return text.replaceAll(signs, (sign) =>
    sign === '(' || sign === ')' ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
  )
}

/** The path of `target` in the manner of the reference that it replaces. */
export function inMannerOf(
  written: string,
  from: BookPath,
  target: string,
  root: FolderPrefix,
): string {
  const relative = written.startsWith('/')
    ? `/${target.slice(root.length)}`
    : `${written.startsWith('./') ? './' : ''}${writtenFrom(from, target)}`
  if (/%[0-9a-f]{2}/i.test(written) && /%[89a-f]/i.test(written)) return encodePath(relative)
  return encodeSigns(relative, /[\s()<>"%#?]/g)
}
