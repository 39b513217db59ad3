/** Text as search compares it. */
export function settle(text: string): string
/** The same, and where each of its characters began in the text. */
export function settleWithMap(text: string): {
  readonly settled: string
  readonly map: readonly number[]
}
/** 0 for what separates words, 1 for letters and digits, 2 for scripts that are taken by characters. */
export function kindOf(text: string, index: number): number
/** Visits the runs of letters of settled text. */
export function visitRuns(
  text: string,
  visit: (kind: number, from: number, to: number) => void,
): void
/** The words of a dense run: all of it, where nothing is known about words. */
export function wordsOf(run: string): readonly string[]
/** Tells whether a word begins at a place in settled text. */
export function beginsWord(text: string, at: number): boolean
/** Of a longer word its beginning is filed. */
export const LONGEST: number
/** What a word is filed under. */
export function wordTerm(word: string): string
/** Visits the characters of a dense run by where they stand, and after all but the first the pair that it ends. */
export function visitDense(
  text: string,
  from: number,
  to: number,
  visit: (from: number, to: number, isPair?: boolean) => void,
): void
/** What the inflections of an English word have in common. */
export function stem(word: string): string
/** The anchor that most headings have. */
export function anchorOf(title: string): string
