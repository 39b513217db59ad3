// The parts of a text that the step of templates leaves to components.
import { scanComponents } from './pair.ts'
import type { Tag } from './tag.ts'

/** What of a text the step of templates leaves alone: the tags of components, and content that is code. */
export function componentRanges(
  text: string,
  isDefined?: (name: string) => boolean,
): readonly { readonly from: number; readonly to: number }[] {
  const { openings, ends, stray } = scanComponents(text, isDefined && { isDefined })
  const found = [...openings.values()].flatMap(({ tag, known, until }) =>
    known.isVerbatim === true ? [{ from: tag.from, to: until ?? tag.to }] : aroundValues(text, tag),
  )
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
