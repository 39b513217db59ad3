// Tags that browsers read and CommonMark does not: two attributes without a space between them (`src="a.png"alt="b"`), a
// comma or semicolon behind a value, a quote too many, `<br / >`. GitBook passed them on as HTML; as words they would show
// their author's markup to readers. Only what certainly is a tag counts: an element of HTML whose first attribute has a value
// in quotes, or one that holds nothing.
import { VOID, isHtmlName } from '../../tree/names.ts'

/** Every character has one way through it, so that time stays linear; a quote before the end opens nothing. */
const LOOSE =
  /<([a-z][a-z0-9]*)(?:\s+[a-z][\w:-]*\s*=\s*(?="[^"<>]*"|'[^'<>]*')(?:[^"'<>]|"[^"<>]*"|'[^'<>]*')*(?:(?<!\\["'])["'][\s/]*)?|[\s/]*)>/iy

/** The offset after a loosely written tag that begins at an offset; -1 when there is none. */
export function looseTagEnd(text: string, at: number): number {
  LOOSE.lastIndex = at
  const [found = '', written = ''] = LOOSE.exec(text) ?? []
  const name = written.toLowerCase()
  if (found === '' || !isHtmlName(name) || (!found.includes('=') && !VOID.has(name))) return -1
  return at + found.length
}
