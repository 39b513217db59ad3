// What the words of a table of contents are, and what they were meant to be.
import { isPagePath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'

/** `[Pond(pond.md)`, `Pond](pond.md)`, and brackets as Chinese keyboards have them. */
const UNCLOSED =
  /^[[【［]?([^[\]()【】（）［］]+)[\]】］]?[(（]([^()（）\s]+\.(?:md|markdown|adoc))[)）]?$/i

/** What a title that was meant to be a link says. */
interface MeantLink {
  readonly text: string
  readonly href: string
}

/** The link that a title was meant to be. */
export function meantLink(title: string): MeantLink | undefined {
  const [, text, href] =
    /^\[([^[\]]+)\]\s+\(([^()\s]+)\)?$/.exec(title) ??
    /^\[([^[\]]+)\]\(([^()\s]+)$/.exec(title) ??
    UNCLOSED.exec(title) ??
    []
  if (text !== undefined && href !== undefined) return { text, href }
  const [, turned, target] = /^\(([^()]+)\)\[([^[\]\s]+)\]$/.exec(title) ?? []
  if (turned !== undefined && target !== undefined) return { text: turned, href: target }
  const isFile = /^[^\s[\]]+$/.test(title) && isPagePath(title)
  return isFile ? { text: nameOf(title), href: title } : undefined
}

/** A title for a link that has none: the file's name. */
export function nameOf(href: string): string {
  const path = splitReference(href).path.replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || href
}
