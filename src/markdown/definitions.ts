// Where definitions of references (`[label]: destination`) have their destinations.
import type { Range } from '../core/range.ts'
import type { Token } from 'markdown-it'
import { lineStarts } from '../core/position.ts'
import type { Engine } from './engine.ts'

/** The destinations of a page's definitions, as offsets in its text. */
export function definedDestinations(
  tokens: readonly Token[],
  text: string,
  { helpers }: Engine,
): readonly Range[] {
  const found = tokens.filter(({ type }) => type === 'reference_definition')
  if (found.length === 0) return []
  const starts = lineStarts(text)
  return found.flatMap(({ map }) => {
    const from = text.indexOf('[', starts[map?.[0] ?? 0])
    const end = starts[map?.[1] ?? 0] ?? text.length
    // The label, and what stands between it and its destination, which may be on a line of its own.
    const lead = /^\[(?:\\[^]|[^\\\]])*\]:\s*(?:>\s*)*/.exec(text.slice(from, end))?.[0] ?? ''
    const at = from + lead.length
    const { ok, pos } = helpers.parseLinkDestination(text, at, end)
    if (lead === '' || !ok) return []
    return text[at] === '<' ? [{ from: at + 1, to: pos - 1 }] : [{ from: at, to: pos }]
  })
}
