// How many cells of a terminal a text takes. Follows East Asian Width and the emoji properties of Unicode; ambiguous
// characters are narrow, as in terminals of today.

/** One user-perceived character with its place in the text and its width in cells. */
export interface Cell {
  readonly text: string
  /** Offset of its first UTF-16 unit. */
  readonly offset: number
  readonly width: number
}

const tabWidth = 4
const plainText = /^[\u0020-\u007E]*$/
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Wide and fullwidth ranges that no emoji property covers. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1aff0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
]

/** Splits a line into cells. Tabs become spaces, and what would disturb a terminal becomes U+FFFD. */
export function cellsOf(line: string): readonly Cell[] {
  if (plainText.test(line)) return Array.from(line, (text, offset) => ({ text, offset, width: 1 }))
  const cells: Cell[] = []
  let column = 0
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
  if (/\p{Emoji_Presentation}/u.test(character))
    return /\p{Regional_Indicator}/u.test(character) ? 1 : 2
  const code = character.codePointAt(0) ?? 0
  return code >= 0x1100 && wideRanges.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}
