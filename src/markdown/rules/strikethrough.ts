// GFM strikethrough: a run of one or two tildes, closed by a run of the same length. A single tilde inside a word or
// between numbers stays what it is ("3~5 days, 10~20 people"), as Chinese and Japanese write ranges with it.
import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it'

const TILDE = 0x7e
// Runs of different length never match: each length has a marker of its own among the delimiters.
const SINGLE = -1
const DOUBLE = -2

/** Replaces the rule for strikethrough. */
export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.at('strikethrough', scan)
  md.inline.ruler2.at('strikethrough', finish)
}

function scan(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false
  const run = state.scanDelims(state.pos, state.src.charCodeAt(state.pos + 1) === TILDE)
  const token = state.push('text', '', 0)
  token.content = '~'.repeat(run.length)
  state.pos += run.length
  if (run.length > 2) return true
  state.delimiters.push({
    marker: run.length === 1 ? SINGLE : DOUBLE,
    length: 0,
    token: state.tokens.length - 1,
    end: -1,
    open: run.can_open,
    close: run.can_close,
  })
  return true
}

function finish(state: StateInline): void {
  for (const delimiters of delimitersOf(state)) replacePairs(state, delimiters)
}

/** The marks of a text, those of the links and pictures in it behind its own. */
export function delimitersOf(state: StateInline): readonly (readonly Delimiter[])[] {
  const found = state.delimiters.length === 0 ? [] : [state.delimiters]
  for (const meta of state.tokens_meta)
    if (meta?.delimiters !== undefined && meta.delimiters.length > 0) found.push(meta.delimiters)
  return found
}

/** For each mark the other one of its pair, -1 for none. */
export function partnersOf(delimiters: readonly Delimiter[]): number[] {
  const partners = delimiters.map(({ end }) => end)
  for (const [index, { end }] of delimiters.entries()) if (end >= 0) partners[end] = index
  return partners
}

function replacePairs(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    if (opener.marker !== SINGLE && opener.marker !== DOUBLE) continue
    const closer = delimiters[opener.end]
    if (closer === undefined) continue
    replace(state, opener.token, 's_open', 1)
    replace(state, closer.token, 's_close', -1)
  }
}

function replace(state: StateInline, index: number, type: string, nesting: 1 | -1): void {
  const token = state.tokens[index]
  if (token === undefined) return
  token.type = type
  token.tag = 'del'
  token.nesting = nesting
  token.markup = token.content
  token.content = ''
}
