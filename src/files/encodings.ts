// What encoding a text is in that is no UTF-8: each is tried, and taken when what comes out is written as its languages are.
// Bytes that are letters in one of them are letters in many, so that a text is told by those that are frequent.

/** A text that was read, and how. */
interface ReadText {
  readonly text: string
  readonly readAs: string
}

interface Encoding {
  /** What `iconv` and `TextDecoder` call it. */
  readonly name: string
  /** Is this what its languages look like? The bytes tell what the signs do not: in which part of a table they stand. */
  readonly isLikely: (signs: readonly string[], bytes: Uint8Array, text: string) => boolean
}

/** The least part of the signs that must be among the frequent ones. */
const FAMILIAR = 0.9

/** In the order in which they are tried: the first ones tell more. */
const ENCODINGS: readonly Encoding[] = [
  { name: 'Shift_JIS', isLikely: isJapanese },
  { name: 'EUC-JP', isLikely: isJapanese },
  { name: 'EUC-KR', isLikely: isKorean },
  { name: 'GB18030', isLikely: (_signs, bytes) => isSimplified(pairsOf(bytes)) },
  { name: 'Big5', isLikely: (_signs, bytes) => isTraditional(pairsOf(bytes)) },
  { name: 'windows-1251', isLikely: isCyrillic },
  { name: 'KOI8-R', isLikely: isCyrillic },
  { name: 'IBM866', isLikely: isCyrillic },
  { name: 'windows-1252', isLikely: isWestern },
]

/** The text of bytes that are surely in one of the encodings of old editors; undefined when none is sure. */
export function readOtherEncoding(bytes: Uint8Array): ReadText | undefined {
  if (isDamagedUtf8(bytes)) return undefined
  for (const { name, isLikely } of ENCODINGS) {
    const text = decodeStrictly(name, bytes)
    if (text === undefined) continue
    const signs = text.match(/[^\0-\x7f]/gu) ?? []
    if (signs.length > 0 && isLikely(signs, bytes, text)) return { text, readAs: name }
  }
  return undefined
}

/** Bytes to text; undefined when they are not in that encoding, or this program does not know it. */
export function decodeStrictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    // Some versions of Node read windows-1252 as Latin-1, which has other signs there.
    return label === 'windows-1252' ? text.replaceAll(/[\x80-\x9f]/g, signOfWindows) : text
  } catch {
    return undefined
  }
}

const OF_WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function signOfWindows(sign: string): string {
  return OF_WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign
}

/** A text in UTF-8 of which a few bytes were lost: most of what is no ASCII can be read. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const lost = count(text, /\uFFFD/g)
  return count(text, /[^\0-\x7f\uFFFD]/gu) * 2 >= lost
}

const KANA = /^[\u3041-\u30fe]$/
const JAPANESE = /^[\u3000-\u30fe\u4e00-\u9fff\uff01-\uff5e]$/

/** No text is without kana, and half-width ones are not what texts are written with. */
function isJapanese(signs: readonly string[]): boolean {
  return share(signs, KANA) >= 0.1 && share(signs, JAPANESE) >= FAMILIAR
}

const HANGUL = /^[\uac00-\ud7a3]$/

/** Few Chinese characters stand where Hangul does, one after the other: a short text could be either, and is Chinese. */
function isKorean(signs: readonly string[]): boolean {
  const letters = signs.filter((sign) => /\p{L}/u.test(sign))
  return letters.length >= 10 && share(letters, HANGUL) >= 0.95
}

type Pair = readonly [lead: number, trail: number]

/** What is no ASCII, two bytes each. */
function pairsOf(bytes: Uint8Array): readonly Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead >= 0x80) pairs.push([lead, bytes[++at] ?? 0])
  }
  return pairs
}

/** Characters of the first level of GB 2312, and its punctuation. */
function isSimplified(pairs: readonly Pair[]): boolean {
  return most(pairs, ([lead, trail]) => {
    const isFrequent = (lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3
    return isFrequent && trail >= 0xa1
  })
}

/** Characters of the first level of Big5, and its punctuation; their second bytes are those of ASCII, too. Few could be anything. */
function isTraditional(pairs: readonly Pair[]): boolean {
  if (pairs.length < 5) return false
  const isLevel = most(pairs, ([lead]) => lead >= 0xa1 && lead <= 0xc6)
  return isLevel && pairs.some(([, trail]) => trail >= 0x40 && trail <= 0x7e)
}

/** More than a third of every text in Russian, Ukrainian or Bulgarian. */
const FREQUENT = /^[аеоинт]$/
const CYRILLIC = /^[\u0400-\u04ff\u00a0«»„“”–—…№’•]$/

function isCyrillic(signs: readonly string[]): boolean {
  const letters = signs.filter((sign) => /\p{L}/u.test(sign))
  const isText = share(letters, /^\p{Ll}$/u) >= 0.6 && share(letters, FREQUENT) >= 0.33
  return letters.length >= 5 && isText && share(signs, CYRILLIC) >= FAMILIAR
}

const WESTERN =
  /^[àáâãäåæçèéêëíîïñóôõöøœùúûüßìòÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØŒÚÜ\u00a0¡¿«»‘’“”„–—…·•°§©®™€£ªº]$/
/** Letters that Western languages do not write there: what Czech or Polish would look like. */
const NOT_WESTERN = /[ìòù]\p{L}|\p{L}[¡¿°ªº]\p{L}/u

/** Single letters among those of ASCII. */
function isWestern(signs: readonly string[], _bytes: Uint8Array, text: string): boolean {
  return share(signs, WESTERN) === 1 && !NOT_WESTERN.test(text) && !/[^\0-\x7f]{4}/u.test(text)
}

function share(signs: readonly string[], kind: RegExp): number {
  return signs.length === 0 ? 0 : signs.filter((sign) => kind.test(sign)).length / signs.length
}

function most(pairs: readonly Pair[], isFamiliar: (pair: Pair) => boolean): boolean {
  return pairs.length > 0 && pairs.filter(isFamiliar).length >= pairs.length * FAMILIAR
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0
}
