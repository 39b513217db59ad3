// The letters above a long glossary: where the terms of each begin, and how those in Chinese are read.
import type { Space, Term } from '../core/book.ts'
import { compare } from '../core/diagnostic.ts'
import { groupBy } from '../core/list.ts'
import { fragment } from '../tree/fragment.ts'
import { readingOf } from '../tree/romanize.ts'

/** What stands above the terms of a glossary. */
export interface GlossaryView {
  readonly letters: readonly GlossaryLetter[]
  /** How terms of Chinese are read, by their ids: `id:sound`, separated by spaces. */
  readonly readings: string
}

/** A letter with the first term that begins with it, and the ids of all of them where they do not stand together. */
interface GlossaryLetter {
  readonly letter: string
  readonly url: string
  readonly terms?: string
}

/** Fewer are seen at a glance. */
const FEW = 12

/** What a page shows that is the glossary of its space. */
export function asGlossary(
  { glossary }: Space,
  language: string,
): { readonly isGlossary: true; readonly terms?: GlossaryView } {
  const terms = glossaryIndex(glossary, language.startsWith('zh-'))
  return { isGlossary: true, ...(terms && { terms }) }
}

/** The letters of a glossary, in books in Chinese by how characters are read; undefined for a short one. */
export function glossaryIndex(
  terms: readonly Term[],
  isChinese: boolean,
): GlossaryView | undefined {
  if (terms.length < FEW) return undefined
  const letters = terms.map(({ name }) => letterOf(name, isChinese))
  const isSorted = isInRuns(letters)
  return {
    letters: [...groupBy(terms, (_, index) => letters[index] ?? OTHERS)]
      .sort(([a], [b]) => compare(a, b))
      .map(([letter, own]) => letterView(letter, own, isSorted)),
    readings: isChinese ? terms.flatMap(readingsOf).join(' ') : '',
  }
}

/** Terms of a letter that stand apart are named: a script gathers them. */
function letterView(letter: string, terms: readonly Term[], isSorted: boolean): GlossaryLetter {
  const url = fragment(terms[0]?.id ?? '')
  return isSorted ? { letter, url } : { letter, url, terms: terms.map(({ id }) => id).join(' ') }
}

/** Does what is equal stand together? */
function isInRuns(letters: readonly string[]): boolean {
  const runs = letters.filter((letter, index) => letter !== letters[index - 1])
  return runs.length === new Set(runs).size
}

const HAN = /\p{sc=Han}/u

/** A term of Chinese with its sound, as it is typed. */
function readingsOf({ id, name }: Term): readonly string[] {
  if (!HAN.test(name)) return []
  const sound = Array.from(name, (sign) => (HAN.test(sign) ? readingOf(sign) : '')).join('')
  return sound === '' ? [] : [`${id}:${sound}`]
}

/** The sign for what has no letter, digits among it. */
const OTHERS = '#'
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const ROWS = 'あかさたなはまやらわ'

/** Under which letter a term is looked for: without accents; a row of kana, the first sound of a syllable of Korean. */
function letterOf(name: string, isChinese: boolean): string {
  const sign = /\p{L}|\p{N}/u.exec(name)?.[0] ?? ''
  if (HAN.test(sign)) return (isChinese && readingOf(sign).charAt(0).toUpperCase()) || OTHERS
  const [letter = ''] = sign.normalize('NFKD')
  if (!/\p{L}/u.test(letter)) return OTHERS
  return initialOf(letter) ?? rowOf(letter) ?? letter.toUpperCase()
}

function initialOf(jamo: string): string | undefined {
  return INITIALS[jamo.charCodeAt(0) - 0x11_00]
}

/** The last row that begins before a kana; small ones come before their letters. */
function rowOf(letter: string): string | undefined {
  const kana = /[ァ-ヺ]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) - 0x60) : letter
  if (!/[ぁ-ゖ]/.test(kana)) return undefined
  return Array.from(ROWS).findLast((first) => first <= kana) ?? 'あ'
}
