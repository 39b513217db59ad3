import type { BookPath, OutputPath } from '../core/path.ts'
import type { Content } from './content.ts'

/** A page of the book as a chapter. */
export interface Chapter {
  readonly path: BookPath
  readonly output: OutputPath
  readonly title: string
  /** How deep in SUMMARY, from 1; pages that only links reach are 1. */
  readonly depth: number
  readonly content: Content
  /** Everything on the page that links can lead to. */
  readonly ids: ReadonlySet<string>
  readonly isGlossary: boolean
  /** SUMMARY names it; others are reached by links alone. */
  readonly isListed: boolean
}
