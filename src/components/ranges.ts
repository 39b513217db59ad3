// The parts of a text that the step of templates leaves to components.
import { scanComponents } from './pair.ts'
import type { Tag } from './tag.ts'

/** A part of a text; of one that is code the step of templates expands what the book defines. */
interface Left {
  readonly from: number
  readonly to: number
  readonly isCode?: true
}

/** What of a text the step of templates leaves alone: the tags of components, and of content that is code nearly all. */
export function componentRanges(
  text: string,
  isDefined?: (name: string) => boolean,
): readonly Left[] {
  const { openings, ends, stray } = scanComponents(text, isDefined && { isDefined })
  const all = [...openings.values()]
  const found = all.flatMap(({ tag, known, until }, index): readonly Left[] => {
    if (known.isVerbatim !== true) return aroundValues(text, tag)
    // What divides it is a tag of its own.
    const next = all[index + 1]?.tag.from ?? text.length
    const to = Math.min(until ?? tag.to, next)
    return to > tag.to ? [tag, { from: tag.to, to, isCode: true }] : [tag]
  })
  return [...found, ...ends.values(), ...stray.values()]
}

/** A tag without the values that templates print into it: `{% hint title="{{ book.name }}" %}`. */
function aroundValues(
  text: string,
  { from, to, name }: Tag,
): readonly { from: number; to: number }[] {
  const written = text.slice(from, to)
  if (name.startsWith('@') || !written.includes('{{')) return [{ from, to }]
  const parts: { from: number; to: number }[] = []
  let at = from
  for (const { 0: print, index } of written.matchAll(/\{\{.*?\}\}/g)) {
    parts.push({ from: at, to: from + index })
    at = from + index + print.length
  }
  return [...parts, { from: at, to }]
}
