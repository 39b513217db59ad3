// Footnotes: `[^id]` and `[^id]: blocks`, or `^[written here]`. Notes are numbered in the order of their references
// and gathered at the end of the page. Their ids are those of GitBook: `fn_id` and `reffn_id`. Pages of mdBook may have
// `{{footnote: written here}}`, as its preprocessor of that name reads it.
import { isIndented, startOf } from './state-lines.ts'
import type { Env, MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it'
import { ranges } from '../remarks.ts'
import { gatherFootnotes } from './footnote-list.ts'
import { pageOf } from '../page.ts'
import { definitions, references } from './footnote-remarks.ts'

const DEFINITION = /^\[\^([^\s[\]]{1,200})\]:/
const REFERENCE = /\[\^([^\s[\]]{1,200})\]/y

const BRACES = /\{\{footnote:\s*/y
/** Longer than anybody writes; what is beyond is not looked for again and again. */
const LONGEST = 10_000

/** The definition of a link, which ends a note that it follows without a blank line, as in GitBook. */
const LINK_DEFINITION = /^\[[^\]^\\][^\]]{0,200}\]:\s*\S/

/** The column from which lines belong to the note that is being read. */
const noteIndents = new WeakMap<StateBlock, number>()

const labels = new WeakMap<Env, Set<string>>()

/** Adds the rules. */
export function footnotes(md: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote']
  md.block.ruler.before('reference', 'footnote_definition', definition, { alt })
  md.block.ruler.before('paragraph', 'footnote_end', endsNote, { alt: ['paragraph'] })
  md.inline.ruler.after('image', 'footnote_inline', inlineNote)
  md.inline.ruler.before('escape', 'footnote_braces', bracedNote)
  md.inline.ruler.before('link', 'footnote_reference', reference)
  md.core.ruler.after('inline', 'footnotes', gatherFootnotes)
}

/** Labels defined so far, normalized: a reference is one only if its note exists somewhere on the page. */
function definedLabels(env: Env): Set<string> {
  const known = labels.get(env) ?? new Set<string>()
  labels.set(env, known)
  return known
}

function definition(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (isIndented(state, line)) return false
  const start = startOf(state, line)
  if (state.src.charCodeAt(start) !== 0x5b /* [ */) return false
  const max = state.eMarks[line] ?? start
  const found = DEFINITION.exec(state.src.slice(start, max))
  if (found === null) return false
  if (silent) return true
  const [mark, label = ''] = found
  const key = state.md.utils.normalizeReference(label)
  definedLabels(state.env).add(key)
  const open = state.push('footnote_definition_open', '', 1)
  open.map = [line, line + 1]
  definitions.set(open, { label, key, offset: start })
  parseBody(state, line, endLine, start + mark.length)
  open.map = [line, state.line]
  state.push('footnote_definition_close', '', -1)
  return true
}

/** Parses the blocks of a note: the rest of its first line and what is indented below it by four columns. */
function parseBody(state: StateBlock, line: number, endLine: number, from: number): void {
  const { parentType, blkIndent } = state
  const saved = [state.bMarks[line], state.tShift[line], state.sCount[line]] as const
  const text = state.skipSpaces(from)
  state.bMarks[line] = from
  state.tShift[line] = text - from
  state.blkIndent += 4
  state.sCount[line] = state.blkIndent
  state.parentType = 'footnote'
  if (text >= (state.eMarks[line] ?? text)) state.line = line + 1
  const around = noteIndents.get(state)
  noteIndents.set(state, state.blkIndent)
  state.md.block.tokenize(state, line, endLine)
  if (around === undefined) noteIndents.delete(state)
  else noteIndents.set(state, around)
  state.line = Math.max(state.line, line + 1)
  state.parentType = parentType
  state.blkIndent = blkIndent
  state.bMarks[line] = saved[0] ?? 0
  state.tShift[line] = saved[1] ?? 0
  state.sCount[line] = saved[2] ?? 0
}

/** Ends the last paragraph of a note; by itself it makes nothing. */
function endsNote(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const indent = noteIndents.get(state)
  if (!silent || indent === undefined || (state.sCount[line] ?? 0) >= indent) return false
  const start = startOf(state, line)
  return LINK_DEFINITION.test(state.src.slice(start, state.eMarks[line]))
}

function readMark(state: StateInline, start: number): readonly (string | undefined)[] {
  REFERENCE.lastIndex = start
  const found = REFERENCE.exec(state.src) ?? []
  return start + (found[0]?.length ?? 0) > state.posMax ? [] : found
}

function reference(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e) return false
  const [mark, label] = readMark(state, start)
  if (mark === undefined || label === undefined) return false
  const key = state.md.utils.normalizeReference(label)
  const defined = definedLabels(state.env).has(key)
  if (!defined && '([:'.includes(state.src[start + mark.length] ?? ' ')) return false
  if (!silent) {
    // `text_special` is not merged with the text around it before the notes are gathered.
    const token = state.push(defined ? 'footnote_reference' : 'text_special', '', 0)
    token.content = defined ? '' : mark
    references.set(token, { key, label })
    ranges.set(token, { from: start, to: start + mark.length })
  }
  state.pos = start + mark.length
  return true
}

function inlineNote(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (state.src.charCodeAt(start) !== 0x5e || state.src.charCodeAt(start + 1) !== 0x5b) return false
  const end = state.md.helpers.parseLinkLabel(state, start + 1)
  if (end < 0) return false
  if (!silent) pushNote(state, start + 2, end)
  state.pos = end + 1
  return true
}

function bracedNote(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (state.src.charCodeAt(start) !== 0x7b || state.src.charCodeAt(start + 1) !== 0x7b) return false
  BRACES.lastIndex = start
  const [mark] = BRACES.exec(state.src) ?? []
  if (mark === undefined || pageOf(state.env)?.isOfMdbook !== true) return false
  const from = start + mark.length
  const length = state.src.slice(from, Math.min(state.posMax, from + LONGEST)).indexOf('}}')
  if (length < 0) return false
  const end = from + length
  if (!silent) pushNote(state, from, end)
  state.pos = end + 2
  return true
}

/** A reference to a note that is written between two places of the line. */
function pushNote(state: StateInline, from: number, to: number): void {
  const token = state.push('footnote_reference', '', 0)
  const children: Token[] = []
  token.content = state.src.slice(from, to).trimEnd()
  state.md.inline.parse(token.content, state.md, state.env, children)
  for (const child of children) {
    const range = ranges.of(child)
    if (range !== undefined) ranges.set(child, { from: range.from + from, to: range.to + from })
  }
  token.children = children
}
