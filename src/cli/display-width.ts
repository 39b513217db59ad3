// How many cells of a terminal a text takes. Follows East Asian Width and the emoji properties of Unicode; ambiguous
// characters are narrow, as in terminals of today.
import { eastAsianWidth } from 'get-east-asian-width'

/** One user-perceived character with its place in the text and its width in cells. */
export interface Cell {
  readonly text: string
  /** Offset of its first UTF-16 unit. */
  readonly offset: number
  readonly width: number
}

const tabWidth = 4
const plainText = /^[\u0020-\u007E]*$/
let segmenter: Intl.Segmenter | undefined

/** Splits a line into cells. Tabs become spaces, and what would disturb a terminal becomes U+FFFD. */
export function cellsOf(line: string): readonly Cell[] {
  if (plainText.test(line)) return Array.from(line, (text, offset) => ({ text, offset, width: 1 }))
  const cells: Cell[] = []
  let column = 0
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const { segment, index } of segmenter.segment(line)) {
    const width = segment === '\t' ? tabWidth - (column % tabWidth) : graphemeWidth(segment)
    const text = segment === '\t' ? ' '.repeat(width) : printable(segment)
    cells.push({ text, offset: index, width })
    column += width
  }
  return cells
}

/** The width of a text in cells. */
export function displayWidth(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0)
}

/** As much of a text as has room, and a sign that there is more. */
export function clipped(text: string, room: number): string {
  if (displayWidth(text) <= room) return text
  let shown = ''
  let used = 1
  for (const cell of cellsOf(text)) {
    used += cell.width
    if (used > room) break
    shown += cell.text
  }
  return `${shown}…`
}

/** A text without characters that move the cursor, color the screen or turn the direction of the text. */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

function graphemeWidth(grapheme: string): number {
  if (/^\p{Regional_Indicator}{2}/u.test(grapheme)) return 2
  if (/\p{Extended_Pictographic}/u.test(grapheme) && /[\uFE0F\u200D]/.test(grapheme)) return 2
  let width = 0
  for (const character of grapheme) width += characterWidth(character)
  return /\p{Emoji_Modifier}/u.test(grapheme) ? Math.min(width, 2) : width
}

function characterWidth(character: string): number {
  if (printable(character) !== character) return 1
  if (/[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF\uD7B0-\uD7FF]/u.test(character)) return 0
  return eastAsianWidth(character.codePointAt(0) ?? 0)
}
