import type { TextFile } from './files.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/** Bytes to text: BOM dropped, CRLF and CR to LF, undecodable bytes to U+FFFD and said so. */
export function decodeText(bytes: Uint8Array): TextFile {
  let utf8 = true
  let text: string
  try {
    text = strict.decode(bytes)
  } catch {
    utf8 = false
    text = lenient.decode(bytes)
  }
  if (text.includes('\r')) text = text.replaceAll(/\r\n?/g, '\n')
  return { text, utf8 }
}
