// What the parts of the writer of Markdown share.
import type { Element, Lines, MarkdownWriting, Node, Raw } from '../node.ts'
import type { Brackets } from './escape.ts'

/** A block of Markdown without an empty line at its ends. */
export interface Piece {
  readonly text: string
  /** Where it stands in the page, when it is as it was written. */
  readonly lines?: Lines
}

/** A page on its way to Markdown. */
export interface Writing extends MarkdownWriting {
  pieces(nodes: readonly Node[]): readonly Piece[]
  /** Is this HTML of an author, which stays HTML? */
  isOfAuthor(node: Element | Raw): boolean
  /** The same with everything in Markdown, HTML of authors too. */
  readonly converting: Writing
  /** The same inside the words of a link. */
  readonly linked: Writing
  /** Which brackets may mean something. */
  readonly brackets: Brackets
  /** Notes that written text refers to. */
  readonly notes: Set<string>
}

/** Pieces with an empty line between them, or none where there was none. */
export function joinPieces(pieces: readonly Piece[]): string {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    if (before !== undefined) text += between(before, piece)
    text += piece.text
    before = piece
  }
  return text
}

function between(before: Piece, piece: Piece): string {
  if (before.lines !== undefined && before.lines[1] === piece.lines?.[0]) return '\n'
  const kind = listKind(before.text)
  const joins = kind !== '' && (kind === listKind(piece.text) || /^(?: {4}|\t)/.test(piece.text))
  return joins ? '\n\n<!-- -->\n\n' : '\n\n'
}

/** The sign behind which the items of a list stand, or the descriptions of a term; '' for other blocks. */
function listKind(text: string): string {
  const [, bullet, number] = /^ {0,3}(?:([-+*])|\d{1,9}([.)]))(?:\s|$)/.exec(text) ?? []
  return bullet ?? number ?? (/^[^\n]+\n{1,2}: {3}/.test(text) ? ':' : '')
}
