// What a build gives: the files of the site.
import type { BookPath, OutputPath } from './path.ts'

/** A part of a file. */
export interface OutputPart {
  /** A hash of all that the part is made of, where that is known before it is made. */
  readonly madeOf?: string | undefined
  readonly content: string
}

/** Something to publish. Copies keep their bytes on disk until somebody asks. */
export type OutputFile = {
  /** The file whose name differs in case only and that comes first: the one a disk keeps that cannot hold both. */
  readonly yieldsTo?: OutputPath
} & (
  | {
      readonly kind: 'made'
      readonly path: OutputPath
      readonly content: string | Uint8Array
      /** Set when the content is made only for those who ask: tells whether somebody has. */
      readonly isMade?: () => boolean
      /** A hash of all that the content is made of, where that is known before it is made. */
      readonly madeOf?: () => string | undefined
      /** The content where another thread makes it, for those who can wait; undefined for those who have to make it. */
      readonly coming?: () => Promise<Uint8Array | undefined> | undefined
      /** The same content in parts, where it may be too long for one text. */
      readonly parts?: () => Iterable<OutputPart>
    }
  | { readonly kind: 'copied'; readonly path: OutputPath; readonly from: BookPath }
)
