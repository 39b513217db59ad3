// One text, read: what of it is text, what is a tag, and which tags belong together.
import type { Range } from '../../core/range.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { BlockSpelling } from '../request.ts'
import type { Expression } from './expression.ts'
import type { Tag } from './scan.ts'
import type { SourceFile } from './source-file.ts'
import type { Head } from './statements.ts'

/** A tag, with the white space that it takes away beside itself. */
export interface PlacedTag extends Tag {
  readonly shown: Range
}

/** A part of a text. */
export type Node =
  | TextNode
  | { readonly kind: 'print'; readonly tag: PlacedTag; readonly value: Expression }
  | Statement

/** Text as it is. */
export interface TextNode {
  readonly kind: 'text'
  readonly from: number
  readonly to: number
  /** Its author protected it: nobody looks for tags in it, now or later. */
  readonly isRaw?: true
}

/** A statement with everything that it surrounds. */
export interface Statement {
  readonly kind: 'statement'
  readonly name: string
  /** What opens it, and what divides it, each with what follows. */
  readonly parts: readonly [Part, ...Part[]]
  /** Undefined for a statement that stands alone. */
  readonly end?: PlacedTag
  /** Names that it gives a meaning to outside its own body. */
  readonly binds: readonly string[]
  /** Who registered it; undefined for the language's own. */
  readonly spelling?: BlockSpelling
}

/** A tag of a statement and what stands below it. */
export interface Part {
  readonly tag: PlacedTag
  readonly head: Head
  readonly body: readonly Node[]
}

/** A text, read. */
export interface Document {
  readonly file: SourceFile
  readonly nodes: readonly Node[]
  /** What can be said without running it. */
  readonly diagnostics: readonly Diagnostic[]
  /** Names that it gives a meaning to. */
  readonly names: ReadonlySet<string>
  /** The `{% block %}`s in it. */
  readonly blocks: ReadonlyMap<string, Statement>
  readonly extends: boolean
}

/** Braces directly after a command, a `^` or a `_` are those of a formula: \frac{{a}}{b}, x^{{n}}. */
export function isTex(file: SourceFile, { from }: Range): boolean {
  return /(?:\\[A-Za-z]+|[\^_]|[^}%]\})$/.test(file.text.slice(Math.max(0, from - 40), from))
}

/** The text of a range. */
export function textAt(file: SourceFile, { from, to }: Range): string {
  return file.text.slice(from, to)
}
