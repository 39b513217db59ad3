// Where the work on a page is.
import type { Document, Node, Statement } from '../read/document.ts'
import type { Output } from './output.ts'
import type { Run } from './run.ts'

/** Variables of a part of a page. */
export interface Scope {
  readonly variables: Map<string, unknown>
  readonly parent?: Scope
  /** What is set here is not set outside. */
  readonly isIsolated?: boolean
}

/** A text on the way that led to it. */
export interface OpenText {
  readonly document: Document
  /** Names from the page down to this text. */
  readonly chain: readonly string[]
}

/** A `{% block %}` with the text that holds it. */
export interface Block extends OpenText {
  readonly statement: Statement
}

/** What a text and those that it extends share. */
export interface Context {
  /** What is set at the top of the text; macros see it, and who imports the text gets it. */
  readonly variables: Map<string, unknown>
  /** Blocks by name: what overrides before what is overridden. */
  readonly blocks: Map<string, readonly Block[]>
  /** The text that is shown instead. */
  parent?: OpenText
}

/** Where the work is, and where its text goes. */
export interface Frame extends OpenText {
  readonly run: Run
  readonly walk: Walk
  readonly context: Context
  readonly scope: Scope
  /** True where what is set belongs to the text. */
  readonly isTop: boolean
  readonly output: Output
}

/** Writing what a statement holds, for those who are called by it. */
export interface Walk {
  readonly nodes: (nodes: readonly Node[], frame: Frame) => void
  readonly document: (frame: Frame) => void
}
