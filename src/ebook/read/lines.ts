// White space in a line: runs of it are one space, none stands at the ends or beside a break.
import type { Inline } from '../content.ts'

/** A line with its white space folded. Empty strings are gone. */
export function tidy(line: readonly Inline[]): readonly Inline[] {
  const state = { isSpaced: true }
  return withoutEnd(folded(line, state))
}

/** True when nothing of a line is seen. */
export function isBlank(line: readonly Inline[]): boolean {
  return line.every((inline) => {
    if (typeof inline === 'string') return inline.trim() === ''
    if (inline.kind === 'break') return true
    return 'children' in inline && isBlank(inline.children)
  })
}

interface State {
  /** What stands before is white space, or nothing. */
  isSpaced: boolean
}

/** Ideographic and no-break spaces are words. */
const SPACES = /[ \t\n\r\f]+/g

function folded(line: readonly Inline[], state: State): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of line) {
    const next = foldedOne(inline, state)
    const last = result.at(-1)
    if (next === '') continue
    if (typeof next === 'string' && typeof last === 'string')
      result[result.length - 1] = last + next
    else result.push(next)
  }
  return result
}

function foldedOne(inline: Inline, state: State): Inline {
  if (typeof inline === 'string') {
    const single = inline.replaceAll(SPACES, ' ')
    const text = state.isSpaced ? single.replace(/^ /, '') : single
    if (text !== '') state.isSpaced = text.endsWith(' ')
    return text
  }
  if ('children' in inline) return { ...inline, children: folded(inline.children, state) }
  if (inline.kind === 'break') state.isSpaced = true
  else if (inline.kind !== 'anchor') state.isSpaced = false
  return inline
}

/** Without white space and breaks at the end. */
function withoutEnd(line: readonly Inline[]): readonly Inline[] {
  const last = line.at(-1)
  if (last === undefined) return line
  const rest = line.slice(0, -1)
  if (typeof last === 'string') {
    const text = last.replace(/ +$/, '')
    return text === '' ? withoutEnd(rest) : [...rest, text]
  }
  return last.kind === 'break' ? withoutEnd(rest) : line
}
