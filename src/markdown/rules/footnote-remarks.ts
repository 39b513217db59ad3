// What the two halves of the footnote rule tell each other.
import { type Remark, createRemark } from '../remarks.ts'

/** A footnote's definition, on the token that opens it. */
export interface Definition {
  /** As its author wrote it. */
  readonly label: string
  /** What references are compared with. */
  readonly key: string
  /** Where it is in the text. */
  readonly offset: number
}

/** A reference by label; one without this remark is a note written inline. */
export interface LabelReference {
  readonly key: string
  readonly label: string
}

/** Remarks of tokens that open a definition. */
export const definitions: Remark<Definition> = createRemark()
/** Remarks of references, those to nothing included. */
export const references: Remark<LabelReference> = createRemark()
