// Signs that Latin and East Asian scripts share, and set differently: quotation marks, dashes, dots. In a line of Chinese or
// Japanese they are as wide as its characters, and stand where those fonts put them; between Latin letters they are not.
import type { Inline } from '../content.ts'
import { plainWords } from '../walk.ts'

const CHARACTER = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]`
const CHARACTERS = new RegExp(CHARACTER, 'u')
/** Signs that stand beside each other are set together, so that the room between them is that of one. */
const BESIDE = String.raw`[、。，．：；！？（）《》「」『』【】〈〉]*`
const APOSTROPHE = String.raw`(?<=[\p{Script=Latin}\p{N}])’(?=\p{Script=Latin})`
const WIDE = new RegExp(
  String.raw`${BESIDE}(?:(?!${APOSTROPHE})[“”‘’]|—{2,}|…{2,}|(?<=${CHARACTER})[—…]|[—…](?=${CHARACTER}))(?:(?!${APOSTROPHE})[“”‘’—…、。，．：；！？（）《》「」『』【】〈〉])*`,
  'gu',
)

/** Is this a line of Chinese or Japanese? */
export function hasCharacters(line: readonly Inline[]): boolean {
  return CHARACTERS.test(plainWords(line))
}

/** Words in pieces, in turn without and with signs that are wide. */
export function piecesOf(words: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (const { 0: signs, index } of words.matchAll(WIDE)) {
    pieces.push(words.slice(from, index), signs)
    from = index + signs.length
  }
  return [...pieces, words.slice(from)]
}
