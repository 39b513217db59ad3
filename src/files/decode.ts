import { decodeStrictly, readOtherEncoding } from './encodings.ts'
import type { TextFile } from './files.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/**
 * Bytes to text: BOM dropped, CRLF and CR to LF. Bytes that are no UTF-8 are read as what they surely are, UTF-16 by its
 * mark and others by how their languages are written; else they become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): TextFile {
  const file = utf16(bytes) ?? utf8(bytes) ?? other(bytes)
  const { text } = file
  return text.includes('\r') ? { ...file, text: text.replaceAll(/\r\n?/g, '\n') } : file
}

function utf8(bytes: Uint8Array): TextFile | undefined {
  try {
    return { text: strict.decode(bytes), utf8: true }
  } catch {
    return undefined
  }
}

function other(bytes: Uint8Array): TextFile {
  return { ...(readOtherEncoding(bytes) ?? { text: lenient.decode(bytes) }), utf8: false }
}

/** Marks by the order of the bytes (Unicode Standard, 23.8). Four bytes with zeros would be UTF-32. */
function utf16(bytes: Uint8Array): TextFile | undefined {
  const [first, second, third, fourth] = bytes
  const isLittle = first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)
  const isBig = first === 0xfe && second === 0xff
  if (!isLittle && !isBig) return undefined
  const text = decodeStrictly(isLittle ? 'utf-16le' : 'utf-16be', bytes)
  return text === undefined ? undefined : { text, utf8: false, readAs: 'UTF-16' }
}
