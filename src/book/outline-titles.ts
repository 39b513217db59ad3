// What the words of a table of contents are, and what they were meant to be.
import { isPagePath } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'

/** `[Pond(pond.md)`, `Pond](pond.md)`, and brackets as Chinese keyboards have them. */
const UNCLOSED =
  /^[[【［]?([^[\]()【】（）［］]+)[\]】］]?[(（]([^()（）\s]+\.(?:md|markdown|adoc))[)）]?$/i

/** A title that was meant to be a link, as it should be written. */
export function meantLink(title: string): string | undefined {
  const [, text, target] =
    /^\[([^[\]]+)\]\s+\(([^()\s]+)\)?$/.exec(title) ??
    /^\[([^[\]]+)\]\(([^()\s]+)$/.exec(title) ??
    UNCLOSED.exec(title) ??
    []
  if (text !== undefined && target !== undefined) return `[${text}](${target})`
  const [, turned, label] = /^\(([^()]+)\)\[([^[\]\s]+)\]$/.exec(title) ?? []
  if (turned !== undefined && label !== undefined) return `[${turned}](${label})`
  return /^[^\s[\]]+$/.test(title) && isPagePath(title) ? `[${nameOf(title)}](${title})` : undefined
}

/** A title for a link that has none: the file's name. */
export function nameOf(href: string): string {
  const path = splitReference(href).path.replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || href
}
