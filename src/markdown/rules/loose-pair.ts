// Whether two runs of marks that CommonMark left over were meant as emphasis.

/** Neighboring marks that were written together. */
export interface Run {
  /** The index of its first mark among the delimiters, and of that mark's token. */
  readonly at: number
  readonly token: number
  readonly length: number
  readonly isStar: boolean
  /** CommonMark pairs none of its marks. */
  readonly isLeft: boolean
  /** The characters on its sides; '' at the ends of a text. */
  readonly before: string
  readonly after: string
}

const SPACE = /^\s?$/
const LETTER = /^\p{L}/u
const DIGIT = /^\d/
const ASCII_WORD = /^\w/
/** No programming language that prose is full of, and no name in one, is written in these. */
const FOREIGN = /^[^\P{L}\p{ASCII}]/u
const A_WORD = /\p{L}{2}|[^\P{L}\p{ASCII}]/u
/** What may follow the end of bold text that ends with a space. */
const ENDS_PHRASE = /^[.,;:!?)\]}»”、。，；：！？）】」』]/u
/** Words, not names of a program: `create new method `. */
const PHRASE = /^\p{L}{2,}(?:[\s-]+[\p{L}\p{N}'’]+)*\s+$/u
/** `**args and **more` are two. */
const JOINS = /(?:^|\s)(?:and|or|und|oder|et|ou|y|o|e|и|или)\s*$/iu
const ALL_BOLD = /^\*\*[^*]+\*\*\s*$/
const ENDS_WITH_PUNCTUATION = /[\p{P}\p{S}]\s*$/u

/** Are they the two ends of emphasis? */
export function isPair(open: Run, close: Run, inner: string): boolean {
  if (inner.trim() === '' || (DIGIT.test(open.before) && DIGIT.test(close.after))) return false
  const isTight = !isSpace(open.after) && !isSpace(close.before)
  if (open.isStar && open.length > 1) return isTight || isLooselyStrong(open, close, inner)
  const outer = [open.before, close.after]
  if (isTight && isForeignWord(outer)) return true
  if (open.isStar) return false
  return open.length > 1 ? isUnderscored(open, close, inner) : isSlanted(open, close, inner)
}

/** Emphasis as GitBook's editor writes it, with the space inside: `_Note: _ x`, `_**bold** _[a link](a.md)`. */
function isSlanted(open: Run, close: Run, inner: string): boolean {
  if (isSpace(open.after) || isWordy(open.before) || isWordy(close.after)) return false
  return (
    ALL_BOLD.test(inner) || (isSpace(close.before) && A_WORD.test(inner) && /^\p{L}/u.test(inner))
  )
}

/** Bold by underscores: one letter of a word, or words with a space on the wrong side of the marks. */
function isUnderscored(open: Run, close: Run, inner: string): boolean {
  const outer = [open.before, close.after]
  return isSpace(open.after) || isSpace(close.before)
    ? !outer.some((sign) => isWordy(sign)) && isLooselyStrong(open, close, inner)
    : isOneLetter(inner) && outer.some((sign) => LETTER.test(sign))
}

/** A word of a script in which no names of programs are written, where a single mark means nothing else. */
function isForeignWord(outer: readonly string[]): boolean {
  return outer.some((sign) => FOREIGN.test(sign)) && !outer.some((sign) => ASCII_WORD.test(sign))
}

/** Bold with a space inside: `**Note: ** x`, `** bold **`. */
function isLooselyStrong(open: Run, close: Run, inner: string): boolean {
  if (isSpace(open.after) && !isSpace(open.before) && !FOREIGN.test(open.before)) return false
  if (!isSpace(close.before)) return true
  if (isSpace(close.after) || ENDS_PHRASE.test(close.after))
    return !isSpace(open.after) || A_WORD.test(inner)
  // A word right behind: either the space is on the wrong side of the marks, or they are no pair at all.
  if (FOREIGN.test(inner.trim())) return true
  return !isSpace(open.after) && isPhrase(inner)
}

function isPhrase(inner: string): boolean {
  const isSaid = ENDS_WITH_PUNCTUATION.test(inner) || /^\p{Lu}/u.test(inner)
  return isSaid || (PHRASE.test(inner) && !JOINS.test(inner))
}

function isSpace(sign: string): boolean {
  return SPACE.test(sign)
}

function isWordy(sign: string): boolean {
  return /^[\p{L}\p{N}]/u.test(sign)
}

function isOneLetter(text: string): boolean {
  return /^\p{L}\p{M}*$/u.test(text)
}
