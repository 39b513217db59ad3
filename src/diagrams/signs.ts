// Signs that mean something to the library go through it as others, of the private part of Unicode.
const SIGNS = '"[]{}<> :'
const FIRST = 0xe0_10

/** A sign that the library does not look at. */
export function hidden(sign: string): string {
  const at = SIGNS.indexOf(sign)
  return at < 0 ? sign : String.fromCodePoint(FIRST + at)
}

/** A text with the signs that were hidden. */
export function shown(text: string): string {
  return text.replaceAll(/[\ue010-\ue018]/g, (sign) => SIGNS[sign.charCodeAt(0) - FIRST] ?? sign)
}
