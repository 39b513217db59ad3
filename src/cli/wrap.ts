// Text for a terminal, in lines that end between words: a terminal by itself cuts them in two.
import { displayWidth } from './display-width.ts'

const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
const OPENING = '（“‘「『《【'
const CLOSING = '，。；：、！？）”’」』》】'
const WORD = String.raw`[^\s\x60${WIDE}${OPENING}${CLOSING}]`

/** Where a line may end: after spaces outside of code, and after each wide character with the signs that close it. */
const PIECES = new RegExp(
  String.raw`[${OPENING}]*(?:(?:${WORD}*\x60[^\x60\n]+\x60)+${WORD}*|[${WIDE}]|${WORD}+|\x60)[${CLOSING}]*|\s+|[${OPENING}${CLOSING}]+`,
  'gu',
)

/** A line of text as lines of at most so many cells, of which the first has fewer; what has no place to break stays whole. */
export function wrapLine(line: string, width: number, taken = 0): readonly string[] {
  if (taken + displayWidth(line) <= width) return [line]
  const lines = ['']
  let room = width - taken
  let used = 0
  for (const piece of line.match(PIECES) ?? []) {
    const cells = displayWidth(piece)
    const isSpace = piece.trim() === ''
    if (used > 0 && !isSpace && used + cells > room) {
      lines.push(piece)
      room = width
      used = cells
    } else if (used > 0 || !isSpace || lines.length === 1) {
      lines[lines.length - 1] += piece
      used += cells
    }
  }
  return lines.map((one) => one.trimEnd())
}
