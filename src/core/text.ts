/** A text on one line: white space is one space, and none at its ends. */
export function foldSpace(text: string): string {
  // Of most texts nothing changes: single spaces are not looked for.
  return text.replaceAll(/[^\S ]\s*| \s+/g, ' ').trim()
}
