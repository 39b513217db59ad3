// What pairing makes of the tags of a text.
import type { FoundTag } from './find.ts'
import type { KnownTag } from './table.ts'
import type { Tag } from './tag.ts'

/** A component in a text. */
export interface Opening {
  readonly tag: Tag
  known: KnownTag
  readonly where: FoundTag['where']
  readonly colons: number
  /** How many lines are before it. */
  readonly line: number
  /** It is a part of a line of text, though it may stand first in it. */
  isOfLine?: boolean
  /** Where its content ends; undefined for one without content. */
  until?: number
  /** Its end tag. */
  end?: Tag
  readonly children: Opening[]
}

/** The tags of a text that mean something. */
export interface Scan {
  /** By the offset of their tag. */
  readonly openings: ReadonlyMap<number, Opening>
  /** End tags by their offset: what is met at the beginning of a line is dropped. */
  readonly ends: ReadonlyMap<number, Tag>
  /** End tags that end nothing. */
  readonly stray: ReadonlyMap<number, Tag>
  /** Openings that should have an end tag and have none. */
  readonly unended: readonly Opening[]
}

/** Is a block of code without an end over where another block begins that is no part of it? One more of its kind is none. */
export function isLeft({ known }: Opening, next: Opening): boolean {
  const { within } = next.known.component
  const { component } = known
  const isPart = within !== undefined && [component.name, component.within].includes(within)
  return (known.isVerbatim === true || component.name === 'code') && !isPart
}

/** It has content, and nothing says where it ends. */
export function isImplied({ known, end }: Opening): boolean {
  return end === undefined && (known.kind === 'paired' || known.kind === 'divides')
}

/** Is it a word, or does it end in the middle of the line of a text that it begins on? */
export function isOfLine({ tag, known }: Opening, end: Tag, text: string): boolean {
  if (known.isInline !== true || known.isWord === true) return known.isWord === true
  const lineEnd = text.indexOf('\n', tag.from)
  const line = lineEnd < 0 ? text.length : lineEnd
  return end.to <= line && text.slice(end.to, line).trim() !== ''
}

/** Older books put bare code between tags of code. */
export function lookIn(opening: Opening, text: string): void {
  if (opening.tag.name !== 'code' || opening.colons > 0) return
  const body = text.slice(opening.tag.to, opening.until)
  if (body.trim() !== '' && opening.children.length === 0 && !/`{3}|~{3}|<pre\b/.test(body))
    opening.known = { ...opening.known, isVerbatim: true }
}
