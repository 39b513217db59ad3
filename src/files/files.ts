import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { FilesState } from './file-states.ts'
import type { DiskSeed } from './seed.ts'
import type { Stamp } from './stamp.ts'

/** A text file with line endings and byte order mark already settled: '\n' only, no BOM. */
export interface TextFile {
  readonly text: string
  /** False when the bytes were not UTF-8: what could not be decoded is U+FFFD in `text`. */
  readonly utf8: boolean
  /** The other encoding that they surely were in; absent when nobody knows. */
  readonly readAs?: string
}

/** A text and its front matter, as hashes; '' for what is not there. */
export interface TextHashes {
  readonly text: string
  readonly opening: string
}

/** The outside world behind one small interface. Paths are relative to the book's folder. */
export interface Files {
  /** The folder of the operating system, where there is one. */
  readonly dir?: string
  /** Every file that the book publishes or reads, without the ignored ones, in code-unit order. */
  list(): readonly BookPath[]
  /** A text, also of an ignored file; undefined when there is none. */
  text(path: BookPath): TextFile | undefined
  /** What a text says, where that is known without reading it; see `hashesAt`. */
  known?(path: BookPath): TextHashes | undefined
  /** The front matter of a text, for those who ask for nothing else; see `openingAt`. */
  opening?(path: BookPath): TextFile | undefined
  /** The bytes of a file; undefined when there is none. */
  bytes(path: BookPath): Uint8Array | undefined
  /** The first bytes of a file, for those who only want its header. */
  head(path: BookPath, length: number): Uint8Array | undefined
  /** Size in bytes; undefined when there is no such file. */
  size(path: BookPath): number | undefined
  /**
   * Opens the file of the operating system that there is for this path, for those who read it in parts and close it.
   * Throws what the system says when it cannot be read.
   */
  open?(path: BookPath): number | undefined
  /** How the files are now, where nothing changes until somebody says so. */
  state?(): FilesState
  /** What was wrong with the folder itself: links that lead out of the book, unreadable files. */
  problems(): readonly Diagnostic[]
  /** A file of the operating system for this path, where there is one: for modules, for git and to watch it. It is not to be read: see `open`. */
  location(path: BookPath): string | undefined
  /** For other threads of one build; absent where they cannot look at the same files. */
  readonly shared?: SharedFiles
}

/** How another thread looks at the same files. */
export interface SharedFiles {
  /** What it opens them with. */
  readonly seed: () => DiskSeed
  /** What was seen of them so far: what is as it was need not be read again. */
  readonly looks?: () => Looks | undefined
  /** Tells what it has seen of them; undefined when nobody knows. */
  readonly seen: (looks: Looks | undefined) => void
}

/** All that was seen of a folder. */
export interface Looks {
  /** What `list` and `problems` say, as a hash. */
  readonly tree: string
  /** Each file that was asked for; null for one that was not there. */
  readonly files: Readonly<Record<BookPath, Stamp | null>>
  /** What those say that were read as texts. */
  readonly hashes: KnownTexts
}

/** What texts said, by their paths. */
export type KnownTexts = ReadonlyMap<BookPath, TextHashes>
