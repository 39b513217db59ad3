/** A text on one line: white space is one space, and none at its ends. */
export function foldSpace(text: string): string {
  // Of most texts nothing changes: single spaces are not looked for.
  return text.replaceAll(/[^\S ]\s*| \s+/g, ' ').trim()
}

/** Signs without a width: they come along with what is copied, and nobody sees them. */
export const INVISIBLE: RegExp = /[\u200B-\u200D\u2060\uFEFF]/g

/** The engine copies what is shorter instead of pointing into the text that it is cut from. */
const SHORTEST_SLICE = 13

/**
 * The same text by itself: a slice keeps all of the text that it was cut from in memory. Before a joined text can be cut, the
 * engine writes it out.
 */
export function ownText(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1)
}

/** `help-center` in words. */
export function inWords(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
