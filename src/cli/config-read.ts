// A book with the configurations that it is made of.
import type { WrittenConfig } from '../book/config.ts'
import type { Book, Space } from '../core/book.ts'
import type { Files } from '../files/files.ts'

/** The configuration of a space. */
export interface SpaceConfig {
  readonly space: Space
  readonly written: WrittenConfig
}

/** A book with the configurations that it is made of. */
export interface ReadConfigs {
  readonly book: Book
  readonly files: Files
  readonly top: WrittenConfig
  /** Languages and books side by side; none for a book that is one space. */
  readonly spaces: readonly SpaceConfig[]
}
