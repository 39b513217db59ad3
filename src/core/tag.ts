// Words that pages are filed under.
import type { BookPath } from './path.ts'

/** A tag and the pages that carry it, in the order of the book. */
export interface TaggedPages {
  /** As the first of them writes it. */
  readonly name: string
  readonly pages: readonly BookPath[]
}

/** What names a tag in addresses: spellings that differ in case or spaces only are one tag. */
export function tagId(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, '-')
}
