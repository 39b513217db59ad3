import type { TextFile } from './files.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/**
 * Bytes to text: BOM dropped, CRLF and CR to LF. Bytes that are no UTF-8 are read as what they surely are, UTF-16 by its
 * mark and Chinese in GB18030 by its characters; else they become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): TextFile {
  const file = utf16(bytes) ?? utf8(bytes) ?? chinese(bytes) ?? unknown(bytes)
  const { text } = file
  return text.includes('\r') ? { ...file, text: text.replaceAll(/\r\n?/g, '\n') } : file
}

function utf8(bytes: Uint8Array): TextFile | undefined {
  const text = decoded(strict, bytes)
  return text === undefined ? undefined : { text, utf8: true }
}

const unknown = (bytes: Uint8Array): TextFile => ({ text: lenient.decode(bytes), utf8: false })

/** Marks by the order of the bytes (Unicode Standard, 23.8). Four bytes with zeros would be UTF-32. */
function utf16(bytes: Uint8Array): TextFile | undefined {
  const [first, second, third, fourth] = bytes
  const isLittle = first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)
  const isBig = first === 0xfe && second === 0xff
  if (!isLittle && !isBig) return undefined
  const text = decoded(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }), bytes)
  return text === undefined ? undefined : { text, utf8: false, readAs: 'UTF-16' }
}

/** The least part of the characters that must be among the most frequent ones. */
const FAMILIAR = 0.9

/**
 * Chinese of old editors. Texts of other encodings seldom are GB18030 at all, and when they are, not in the characters
 * that Chinese texts are written with: those of the first level of GB 2312 and its punctuation.
 */
function chinese(bytes: Uint8Array): TextFile | undefined {
  const pairs = pairsOf(bytes)
  const familiar = pairs.filter(isFamiliar)
  if (pairs.length === 0 || familiar.length < pairs.length * FAMILIAR) return undefined
  const text = decoded(new TextDecoder('gb18030', { fatal: true }), bytes)
  return text === undefined ? undefined : { text, utf8: false, readAs: 'GB18030' }
}

/** What is no ASCII, two bytes each. */
function pairsOf(bytes: Uint8Array): readonly (readonly [lead: number, trail: number])[] {
  const pairs: (readonly [number, number])[] = []
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead >= 0x80) pairs.push([lead, bytes[++at] ?? 0])
  }
  return pairs
}

function isFamiliar([lead, trail]: readonly [lead: number, trail: number]): boolean {
  const isFrequent = (lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3
  return isFrequent && trail >= 0xa1
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
