/** A text as the quoted value of a tag that is made of it: what would end the value or the tag is a space. */
export function tagValue(text: string): string {
  return text.replaceAll(/["\\]|[{%}]{2}/g, ' ')
}
