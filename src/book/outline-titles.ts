// What the words of a table of contents are, and what they were meant to be.
import { isPagePath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'

/** Text and target, in the order of the groups. */
const MEANT: readonly RegExp[] = [
  // A space between the brackets, no end, half a title, no brackets around the target.
  /^\[([^[\]]+)\]\s+\(([^()\s]+)\)?$/,
  /^\[([^[\]]+)\]\(([^()\s]+)(?:\s+["'].*)?$/,
  /^\[([^[\]]+)\]:?\s+(\S+\.(?:md|markdown|adoc))$/i,
  // `[Pond(pond.md)`, `Pond](pond.md)`, and brackets as Chinese keyboards have them.
  /^[[【［]?([^[\]()【】（）［］]+)[\]】］]?[(（]([^()（）\s]+\.(?:md|markdown|adoc))[)）]?$/i,
  /^\(([^()]+)\)\[([^[\]\s]+)\]$/,
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

/** A title for a link that has none: the file's name. */
export function nameOf(href: string): string {
  const path = splitReference(href).path.replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || href
}
