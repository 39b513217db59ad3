/** The id that mdBook gives to a heading with this text; '' when nothing remains. */
export function slugOfMdbook(text: string): string {
  return text
    .trim()
    .replaceAll(/[^\p{Alphabetic}\p{N}_\s-]/gu, '')
    .replaceAll(/\s/g, '-')
    .toLowerCase()
}
