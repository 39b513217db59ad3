// How deep the tags of a layout stand in each other, found before the parser of Handlebars sees them: it takes the
// square of the depth, and whoever reads its tree calls himself for each level.
import type { Position } from '../core/diagnostic.ts'

/** More than any layout needs. */
export const DEEPEST = 100

/** The part of Handlebars that cuts a text into tokens; its types do not name it. */
export interface Tokenizer {
  readonly terminals_: { readonly [token: number]: string | undefined }
  readonly lexer: {
    yy: object
    /** 0-based, where `yylloc` has a 1-based line. */
    readonly yylloc: { readonly first_line: number; readonly first_column: number }
    setInput(text: string): void
    lex(): number
  }
}

const OPENING = new Set([
  'OPEN_BLOCK',
  'OPEN_PARTIAL_BLOCK',
  'OPEN_INVERSE',
  'OPEN_RAW_BLOCK',
  'OPEN_SEXPR',
])
const CLOSING = new Set(['OPEN_ENDBLOCK', 'END_RAW_BLOCK', 'CLOSE_SEXPR'])

/** Where a layout nests too deep; undefined when it does not. A text that is no layout is left to the parser. */
export function tooDeep({ lexer, terminals_ }: Tokenizer, text: string): Position | undefined {
  const nesting: Nesting = { open: [], chained: 0, parts: 0 }
  lexer.yy = {}
  lexer.setInput(text)
  try {
    for (let token = ''; token !== 'EOF';) {
      token = terminals_[lexer.lex()] ?? ''
      count(nesting, token)
      if (Math.max(nesting.open.length + nesting.chained, nesting.parts) > DEEPEST) {
        const { first_line: line, first_column: column } = lexer.yylloc
        return { line, column: column + 1 }
      }
    }
  } catch {
    // A character that no token begins with.
  }
  return undefined
}

interface Nesting {
  /** Each open block, and how many `{{else if}}` it has by now: every one stands in the one before it. */
  readonly open: number[]
  /** All of those. */
  chained: number
  /** `a.b.c` is as deep as it has parts. */
  parts: number
}

function count(nesting: Nesting, token: string): void {
  const { open } = nesting
  if (token === 'SEP') nesting.parts += 1
  else if (token !== 'ID') nesting.parts = 0
  if (OPENING.has(token)) open.push(0)
  else if (CLOSING.has(token)) nesting.chained -= open.pop() ?? 0
  else if (token === 'OPEN_INVERSE_CHAIN' && open.length > 0) {
    open.push((open.pop() ?? 0) + 1)
    nesting.chained += 1
  }
}
