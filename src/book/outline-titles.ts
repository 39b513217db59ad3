// What the words of a table of contents are, and what they were meant to be.
import { isPagePath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'

/** Text and target, in the order of the groups. */
const MEANT: readonly RegExp[] = [
  // A space between the brackets, no end, half a title, no brackets around the target.
  /^\[([^[\]]+)\]\s+\(([^()\s]*[^()\s）])[)）]?$/,
  /^\[([^[\]]+)\]\(([^()\s]*[^()\s）])）?(?:\s+["'].*)?$/,
  /^\[([^[\]]+)\]:?\s+(\S+\.(?:md|markdown|adoc))$/i,
  // `[Pond(pond.md)`, `Pond](pond.md)`, and brackets as Chinese keyboards have them.
  /^[[【［]?([^[\]()【】（）［］]+)[\]】］]?[(（]([^()（）\s]+\.(?:md|markdown|adoc))[)）]?$/i,
  /^\(([^()]+)\)\[([^[\]\s]+)\]$/,
  /^\(([^()]+)\)\s+\[([^[\]\s]+\.(?:md|markdown|adoc))\]$/i,
  // Quotes around a target with spaces, or no end behind one.
  /^\[([^[\]]+)\]\(\s*["'“‘]?([^()"'“”‘’]+\.(?:md|markdown|adoc))["'”’]?\s*\)?$/i,
]

/** What a title that was meant to be a link says. */
interface MeantLink {
  readonly text: string
  readonly href: string
}

/** The link that a title was meant to be. */
export function meantLink(title: string): MeantLink | undefined {
  const [, text, href] = MEANT.map((form) => form.exec(title)).find((found) => found !== null) ?? []
  if (text !== undefined && href !== undefined) return { text: text.trim(), href }
  // A link of a wiki.
  const [, page, name = page] = /^\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]$/.exec(title) ?? []
  if (page !== undefined && name !== undefined)
    return { text: name, href: /\.\w+$/.test(page) ? page : `${page}.md` }
  const isFile = /^[^\s[\]]+$/.test(title) && isPagePath(title)
  return isFile ? { text: nameOf(title), href: title } : undefined
}

/** Does a target name a page? A sign of an anchor may be one of its name: `C# demo.md`. */
export function leadsToPage(href: string): boolean {
  return isPagePath(href) || isPagePath(splitReference(href).path)
}

/** The words of a title that stands in brackets, as a link without its address does. */
export function withoutBrackets(title: string): string {
  return /^\[([^[\]]{2,})\]$/.exec(title)?.[1]?.trim() || title
}

/** A title for a link that has none: the file's name. */
export function nameOf(href: string): string {
  const path = splitReference(href).path.replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || href
}

/** What GitBook.com is to make of a description, where an item holds nothing but that. */
export function askedOf(
  lines: readonly string[],
  { line }: { readonly line: number },
): string | undefined {
  if (!/^\s*[*+-]\s+(?:`{3,}|~{3,})\s*ya?ml\s*$/.test(lines[line - 1] ?? '')) return undefined
  const end = lines.findIndex(
    (text, index) => index >= line && /^\s*(?:`{3,}|~{3,})\s*$/.test(text),
  )
  const inside = lines.slice(line, end < 0 ? line + 20 : end).filter((text) => text.trim() !== '')
  const indent = Math.min(...inside.map((text) => /^[ \t]*/.exec(text)?.[0].length ?? 0))
  const asked = inside.map((text) => text.slice(indent)).join('\n')
  return /^type:\s*['"]?builtin:/m.test(asked) ? asked : undefined
}
