/** A text on one line: white space is one space, and none at its ends. */
export function foldSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
