// Tags as the plugin tags read them: in front matter, or in a line of the page.
import { escapeHtml } from '../core/html.ts'
import { type Json, isJsonObject, scalarText } from '../core/json.ts'
import { type Range, isIn } from '../core/range.ts'

/** The tags in front matter: a list, or names with commas between them. GitBook.com writes `- tag: spring`. */
export function tagsOfValue(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return tagNames(scalarText(value ?? null) ?? '')
  return (value as readonly Json[])
    .map((one) => (scalarText(isJsonObject(one) ? (one['tag'] ?? null) : one) ?? '').trim())
    .filter((name) => name !== '')
}

/** Names between commas; the brackets and quotes of YAML mean nothing. */
function tagNames(text: string): readonly string[] {
  return text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[,，]/)
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => name !== '')
}

const LINE =
  /(?<=(?:^|\n)(?:[ \t]*|#{1,6}[ \t][^\n]*)\n|^)tags:[ \t]*([^\n]*?\S)[ \t]*(?=\n[ \t]*(?:\n|$)|$)/gi

/** The tags in lines `tags: a, b` that are alone in their paragraphs. */
export function tagsOfLines(
  text: string,
  codeOf: (text: string) => readonly Range[],
): readonly string[] {
  if (!/tags:/i.test(text)) return []
  const code = codeOf(text)
  return [...text.matchAll(LINE)].flatMap(({ 1: names = '', index }) =>
    isIn(code, index) ? [] : tagNames(names),
  )
}

/** Such lines as lists; `urlOf` says where a tag leads. */
export function tagsAsList(
  text: string,
  code: readonly Range[],
  urlOf: (name: string) => string | undefined,
): string {
  return text.replaceAll(LINE, (written, names: string, at) => {
    if (isIn(code, Number(at))) return written
    const items = tagNames(names).map((name) => {
      const shown = escapeHtml(name).replaceAll(/[{%}]{2}/g, ' ')
      const url = urlOf(name)
      return url === undefined
        ? `<li>${shown}</li>`
        : `<li><a href="${escapeHtml(url)}">${shown}</a></li>`
    })
    return `<ul class="tags">${items.join('')}</ul>`
  })
}
