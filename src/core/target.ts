// What a path of the book leads to on the site, whoever names it.
import type { BookPath, OutputPath } from './path.ts'

/** Where a path leads. */
export type Target =
  /** A page, listed in SUMMARY or not; `path` is its source with the real spelling. */
  | { readonly kind: 'page' | 'unlisted'; readonly path: BookPath; readonly output: OutputPath }
  /** A published file, or a page of ours without a source of its own, such as the list of chapters. */
  | {
      readonly kind: 'asset'
      readonly path: BookPath
      readonly output: OutputPath
      /** The page that a picture is shown on when a text leads to it. */
      readonly shown?: OutputPath
    }
  /** A file that is shown on a page of its own. */
  | { readonly kind: 'source'; readonly path: BookPath; readonly output: OutputPath }
  /** A folder without a start page. */
  | { readonly kind: 'folder' }
  /** It exists, and ignore files keep it from the site; or it lies outside of the content root. */
  | { readonly kind: 'hidden'; readonly outside?: true }
  /** A page that its front matter keeps from readers. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'absent'; readonly near?: string }

/** Tells where a normalized path leads; '' is the book's own folder. */
export type TargetOf = (path: string) => Target

/** A target that has something to show. */
export type LocatedTarget = Extract<Target, { readonly output: OutputPath }>
