// The characters that stand for something between us and the template engine. They are noncharacters of Unicode
// (U+FDD0 to U+FDEF), reserved for use inside a program: no text has them for a meaning of its own. Page text never
// meets them, because it does not pass through the engine: the engine sees a reference to it.

/** Delimiters of the engine. A '{{' that nobody rewrote means nothing to it. */
export const DELIMITERS = {
  variableStart: '\uFDD0',
  variableEnd: '\uFDD1',
  blockStart: '\uFDD2',
  blockEnd: '\uFDD3',
  commentStart: '\uFDD4',
  commentEnd: '\uFDD5',
} as const

/** Names of our functions and filters inside rewritten tags: no author can write them. */
export const NAMES = {
  /** Makes text of a value. */
  print: '\uFDD9',
  /** Notes which tag is running, and gives its number back. */
  at: '\uFDDA',
  /** Notes which tag is running, and prints nothing. */
  mark: '\uFDDB',
  /** A registered block, as a filter over its body. */
  block: '\uFDDC',
  /** A section of a registered block. */
  section: '\uFDDD',
} as const

/** What a mark in rendered text refers to; 'escape' says whether what follows is text for HTML (1) or not (0). */
export type MarkKind = 'text' | 'block' | 'section' | 'escape'

const OPENERS: Record<MarkKind, string> = {
  text: '\uFDD6',
  block: '\uFDD7',
  section: '\uFDD8',
  escape: '\uFDDE',
}
const FIRST_DIGIT = 0xfde0

/** A reference to an entry of a table, to stand in rendered text. */
export function markOf(kind: MarkKind, index: number): string {
  const digits = index
    .toString(16)
    .replaceAll(/./g, (digit) => String.fromCharCode(FIRST_DIGIT + Number.parseInt(digit, 16)))
  return OPENERS[kind] + digits
}

const MARK = /([\uFDD6-\uFDD8\uFDDE])([\uFDE0-\uFDEF]+)|[\uFDD0-\uFDEF]/g
const KINDS: { readonly [opener: string]: MarkKind } = {
  [OPENERS.text]: 'text',
  [OPENERS.block]: 'block',
  [OPENERS.section]: 'section',
  [OPENERS.escape]: 'escape',
}

/** A piece of rendered text: text of its own, or a mark. */
export type RenderedPiece =
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: MarkKind; readonly index: number }

/** Rendered text, cut at its marks. Stray marks are dropped. */
export function splitMarks(rendered: string): readonly RenderedPiece[] {
  const pieces: RenderedPiece[] = []
  let done = 0
  for (const found of rendered.matchAll(MARK)) {
    if (found.index > done) pieces.push({ kind: 'own', text: rendered.slice(done, found.index) })
    done = found.index + found[0].length
    const kind = KINDS[found[1] ?? '']
    if (kind !== undefined) pieces.push({ kind, index: indexOf(found[2] ?? '') })
  }
  if (done < rendered.length) pieces.push({ kind: 'own', text: rendered.slice(done) })
  return pieces
}

function indexOf(digits: string): number {
  let index = 0
  for (let at = 0; at < digits.length; at++)
    index = index * 16 + (digits.charCodeAt(at) - FIRST_DIGIT)
  return index
}

/** True when a text holds any of our characters. */
export function hasMarks(text: string): boolean {
  return /[\uFDD0-\uFDEF]/.test(text)
}

/** A text without any of our characters. */
export function withoutMarks(text: string): string {
  return hasMarks(text) ? text.replaceAll(/[\uFDD0-\uFDEF]/g, '') : text
}
