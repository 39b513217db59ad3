// How search reads text. The index is built with these very functions, and the reader's browser asks with them: they
// are joined into `search.js`, so that both sides always agree.

/** Accents, points and signs that do not count; invisible characters. Kana and Indic marks are letters and stay. */
const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\p{Cf}\p{VS}]/gu
const ALIKE = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' }
for (const sign of '‘’ʼ′´') ALIKE[sign] = "'"
for (const sign of '‐‒–—−') ALIKE[sign] = '-'
/** The apostrophe of what English leaves out (don't, it's): many leave it out as well. */
const LEFT_OUT = /'(?<=\p{L}')(?=(?:[tsdm]|re|ve|ll)(?!\p{L}))/gu
/** Written without spaces between words, or with spaces that readers leave out: taken by characters. */
const DENSE =
  '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}\u30fc]'
export const dense = new RegExp(DENSE, 'u')
const spaceBesideDense = new RegExp(` (?:(?<=${DENSE} )|(?=${DENSE}))`, 'gu')
const letter = /[\p{L}\p{N}\p{M}]/u
/** Of a longer word its beginning is filed. */
export const LONGEST = 32
const pieces = new Map()
const kinds = new Uint8Array(65536)

/** One character with its marks as search sees it. */
function foldPiece(piece) {
  let folded = pieces.get(piece)
  if (folded === undefined) {
    folded =
      ALIKE[piece] ||
      piece
        .normalize('NFKD')
        .replace(DROPPED, '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\0-\x7f]/g, (one) => ALIKE[one] || one)
    if (pieces.size > 20000) pieces.clear()
    pieces.set(piece, folded)
  }
  return folded
}

/** Text as search compares it: case, width and accents folded, white space one space, and none beside dense scripts. */
export function settle(text) {
  return text
    .replace(/[^\0-\x7f\u4e00-\u9fff][\p{M}\uff9e\uff9f]*/gu, foldPiece)
    .toLowerCase()
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .replace(spaceBesideDense, '')
    .trim()
    .replace(LEFT_OUT, '')
}

/** The same with the way back: `map[i]` is where character `i` of the settled text began; one more entry for the end. */
export function settleWithMap(text) {
  let settled = ''
  let space = -1
  const map = []
  const add = (characters, at) => {
    for (const unit of characters) {
      if (/\s/.test(unit)) {
        if (space < 0) space = at
        continue
      }
      const glued = !settled || kindOf(unit, 0) === 2 || kindBefore(settled, settled.length) === 2
      if (space >= 0 && !glued) {
        settled += ' '
        map.push(space)
      }
      space = -1
      settled += unit
      for (let count = unit.length; count; count--) map.push(at)
    }
  }
  for (const { 0: piece, index } of text.matchAll(
    /[^\0-\x7f\u4e00-\u9fff][\p{M}\uff9e\uff9f]*|[^]/gu,
  ))
    add(piece < '\x80' ? piece.toLowerCase() : foldPiece(piece), index)
  map.push(space < 0 ? text.length : space)
  for (const { index } of [...settled.matchAll(LEFT_OUT)].reverse()) map.splice(index, 1)
  return { settled: settled.replace(LEFT_OUT, ''), map }
}

/** 0 for what separates words, 1 for letters and digits, 2 for dense scripts. */
export function kindOf(text, index) {
  const code = text.charCodeAt(index)
  if (code >> 11 === 27) return judge(String.fromCodePoint(text.codePointAt(index)))
  if (!kinds[code]) kinds[code] = judge(text[index]) + 1
  return kinds[code] - 1
}

const judge = (character) => (dense.test(character) ? 2 : letter.test(character) ? 1 : 0)

const kindBefore = (text, at) => kindOf(text, at - (text.charCodeAt(at - 1) >> 10 === 55 ? 2 : 1))

/** Two for what takes a pair of units, the first of which is a high surrogate. */
const widthAt = (text, index) => (text.charCodeAt(index) >> 10 === 54 ? 2 : 1)

/** Visits the runs of letters in settled text: kind, first index, index after the last. */
export function visitRuns(text, visit) {
  let from = 0
  let kind = 0
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const next = kindOf(text, at)
    if (next === kind) continue
    if (kind) visit(kind, from, at)
    from = at
    kind = next
  }
  if (kind) visit(kind, from, text.length)
}

/** Scripts that have words without showing where they end: dictionaries of the browser know. */
const SPOKEN = '[\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]'
const spoken = new RegExp(`^${SPOKEN}+$`, 'u')
let segmenter
/** Opens those dictionaries, which takes longer than to read a page; undefined where there are none. */
const dictionaries = () =>
  (segmenter ??= globalThis.Intl?.Segmenter && new Intl.Segmenter('th', { granularity: 'word' }))

/** The words of a dense run: all of it, where nothing is known about words. */
export const wordsOf = (run) =>
  spoken.test(run) && dictionaries()
    ? Array.from(dictionaries().segment(run), ({ segment }) => segment)
    : [run]

/** Tells whether a word begins at a place in settled text. */
export function beginsWord(text, at) {
  const kind = at && kindBefore(text, at)
  if (!kind || kind !== kindOf(text, at)) return true
  if (!spoken.test(text.slice(at - 1, at + 1)) || !dictionaries()) return kind > 1
  const from = Math.max(0, at - 40)
  return (
    dictionaries()
      .segment(text.slice(from, at + 40))
      .containing(at - from).index ===
    at - from
  )
}

/** What a word is filed under. */
export const wordTerm = (word) => word.slice(0, LONGEST)

/** Visits the characters of a dense run, and after all but the first the pair that it makes with the one before. */
export function visitDense(text, from, to, visit) {
  let before = to
  for (let at = from; at < to;) {
    const next = at + widthAt(text, at)
    visit(at, next)
    if (before < at) visit(before, next, true)
    before = at
    at = next
  }
}

/** What the forms of an English word have in common: always how they begin. */
export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word
  const bare = word
    .replace(/(?:i?e[sd]|ings?|ers?|(?<=[a-z]{3}[^aioublmp])e?ly|s|e|(?<![aeiou])y)$/, '')
    .replace(
      /(?<=[a-z]{3}[ai]b)(?:l|ilit)$|(?<=[a-z]{5})(?:at(?:ion|or)?|ion)$|(?<=[a-z]{4}[^e])e?ment$/,
      '',
    )
  const root = (bare.length < 3 ? word : bare).replace(/([^aeiou])\1$/, '$1')
  return root.length < 3 ? bare : root
}

/** The anchor that most headings have. */
export const anchorOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
