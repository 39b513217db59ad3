// The style sheets that a book has for kinds of ebooks.
import type { BookPath } from '../core/path.ts'
import { fileOfSetting } from '../site/own-head.ts'
import type { Edition } from './edition.ts'

/** The files of `styles.ebook`, `styles.epub` and the like that are there. */
export function stylesFor({ read, space }: Edition, kinds: readonly string[]): readonly BookPath[] {
  const written = kinds.flatMap((kind) => space.config.styles[kind] ?? [])
  const found = written.flatMap((name) => fileOfSetting(read.book, space, name) ?? [])
  return [...new Set(found)]
}
