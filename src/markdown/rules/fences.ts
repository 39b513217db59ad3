// Blocks of code between fences, as CommonMark has them, and two things more. A fence that a list item or a quote cuts
// off because its code or its end stands further left ends where its author wrote the end, as in GitBook: otherwise that
// end would begin a block that swallows the rest of the page. And its author hears of a fence that never ends.
import { oncePer } from '../../core/attempt.ts'
import { isIndented, startOf } from './state-lines.ts'
import type { MarkdownIt, StateBlock, Token } from 'markdown-it'
import type { Range } from '../../core/range.ts'
import { problem } from '../../messages/problem.ts'
import { pageOf } from '../page.ts'
import { type Remark, createRemark } from '../remarks.ts'
import { parseCodeInfo } from './code-info.ts'
import { meantLanguage } from './code-mistyped.ts'

const FENCE = /^(`{3,})([^`]*)$|^(~{3,})(.*)$/
/** A line that may be a fence, whatever it stands in. */
const ANY_FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:`{3,}[^`]*|~{3,}.*)$/
/** What begins something new below an empty line: code that was never closed ends before it. */
const SOMETHING_NEW = /^(?:#{1,6}[ \t]|(?:[-*+]|\d+[.)])[ \t])/

/** Replaces the rule for fences. */
export function fences(md: MarkdownIt): void {
  md.block.ruler.at('fence', readFence, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
}

/** Fences that end where CommonMark would not end them: in Markdown they need an end. */
export const strayFences: Remark<true> = createRemark()

/** An opening fence. */
interface Fence {
  readonly line: number
  readonly markup: string
  readonly info: string
}

function readFence(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const fence = isIndented(state, line) ? undefined : fenceAt(state, line)
  if (fence === undefined) return false
  if (silent) return true
  reportLanguage(state, fence)
  const part = endOfPart(state, fence, end)
  if (part !== undefined) {
    strayFences.set(push(state, fence, { last: part, hasEnd: false }), true)
    report(state, fence, 'part')
    return true
  }
  const inside = lastInside(state, fence, { end })
  const beyond = inside.isClosed ? undefined : endBeyond(state, inside.last, { fence, end })
  const token = push(state, fence, {
    last: beyond ?? inside.last,
    hasEnd: inside.isClosed || beyond !== undefined,
  })
  if (!inside.isClosed) strayFences.set(token, true)
  if (!inside.isClosed) report(state, fence, beyond === undefined ? openOf(token) : 'outside')
  return true
}

/** Marks without a language and with nothing behind them are mostly an end too many. */
function openOf({ info, content }: Token): 'open' | 'empty' {
  return info.trim() === '' && content.trim() === '' ? 'empty' : 'open'
}

/** Does a line look like the beginning of code? */
export function isFence(state: StateBlock, line: number): boolean {
  return !isIndented(state, line) && fenceAt(state, line) !== undefined
}

/**
 * Does code that begins on a line end in its container, and in the element of HTML around it? What is asked for many lines
 * takes linear time.
 */
export function isWholeFence(
  state: StateBlock,
  line: number,
  { end, element }: { readonly end: number; readonly element: string },
): boolean {
  const fence = fenceAt(state, line)
  if (fence === undefined) return false
  const { length } = fence.markup
  const key = `${fence.markup.charAt(0)}${element}`
  const before = vainOf(state).get(key)
  if (before !== undefined && line < before.until && length >= before.length) return false
  const endTag = `</${element}`
  const isOutside = (inside: number): boolean =>
    textOf(state, inside).toLowerCase().startsWith(endTag)
  const { last, isClosed } = lastInside(state, fence, { end, isOutside })
  if (!isClosed) vainOf(state).set(key, { until: last, length })
  return isClosed
}

/** Up to which line no end was found for fences of a sign in an element that are as long as this, or longer. */
const vainOf = oncePer<
  StateBlock,
  Map<string, { readonly until: number; readonly length: number }>
>(() => new Map())

/**
 * The line before which code ends that a file which was included leaves open: behind that file it would swallow the page.
 * Undefined for any other, and for code that ends in another file, where fences behind this one do not pair up.
 */
function endOfPart(state: StateBlock, fence: Fence, end: number): number | undefined {
  const to = partEnd(state, fence.line)
  if (to === undefined) return undefined
  let limit = fence.line + 1
  while (limit < end && (state.bMarks[limit] ?? 0) < to) limit++
  if (limit === end && to >= state.src.length) return undefined
  const { last, isClosed } = lastInside(state, fence, { end: limit })
  const isOpen = !isClosed && last === limit
  return isOpen && fencesBehind(state, fence, limit) % 2 === 0 ? limit : undefined
}

/** Where the innermost part ends that a line begins in. */
function partEnd(state: StateBlock, line: number): number | undefined {
  const start = state.bMarks[line] ?? 0
  const parts = pageOf(state.env)?.parts ?? []
  const around = parts.filter(({ from, to }) => from <= start && start < to)
  return around.length === 0 ? undefined : Math.min(...around.map(({ to }) => to))
}

/** How many lines from one on may be fences; what other files leave open counts for nothing. */
function fencesBehind(state: StateBlock, fence: Fence, from: number): number {
  const parts = pageOf(state.env)?.parts ?? []
  const counts = new Map<Range | undefined, { count: number; readonly mayEnd: boolean }>()
  const { length } = fencesOf(state)
  for (let line = from; line < length; line++) {
    const text = state.src.slice(state.bMarks[line], state.eMarks[line])
    if (!ANY_FENCE.test(text)) continue
    const start = state.bMarks[line] ?? 0
    const part = parts.find((one) => one.from <= start && start < one.to)
    const known = counts.get(part)
    if (known !== undefined) known.count++
    else counts.set(part, { count: 1, mayEnd: isBareEnd(fence, text.replace(/^[ \t>]*/, '')) })
  }
  let sum = 0
  for (const [part, { count, mayEnd }] of counts)
    sum += part === undefined || mayEnd ? count : count - (count % 2)
  return sum
}

/** The line at which the code ends that stays in its container, and whether that is its end by CommonMark. */
function lastInside(
  state: StateBlock,
  fence: Fence,
  limits: { readonly end: number; readonly isOutside?: (line: number) => boolean },
): { readonly last: number; readonly isClosed: boolean } {
  let last = fence.line + 1
  for (; last < limits.end && !isCutOff(state, last); last++) {
    if (isEndOf(fence, state, last)) return { last, isClosed: true }
    if (limits.isOutside?.(last) === true) break
  }
  return { last, isClosed: false }
}

function push(
  state: StateBlock,
  { line, info, markup }: Fence,
  { last, hasEnd }: { readonly last: number; readonly hasEnd: boolean },
): Token {
  const token = state.push('fence', 'code', 0)
  token.info = info
  token.content = state.getLines(line + 1, last, state.sCount[line] ?? 0, true)
  token.markup = markup
  state.line = hasEnd ? last + 1 : last
  token.map = [line, state.line]
  return token
}

function fenceAt(state: StateBlock, line: number): Fence | undefined {
  const sign = state.src.charCodeAt(startOf(state, line))
  if (sign !== 0x60 /* ` */ && sign !== 0x7e /* ~ */) return undefined
  const found = FENCE.exec(textOf(state, line))
  if (found === null) return undefined
  return { line, markup: found[1] ?? found[3] ?? '', info: found[2] ?? found[4] ?? '' }
}

function isEndOf(fence: Fence, state: StateBlock, line: number): boolean {
  return !isIndented(state, line) && isBareEnd(fence, textOf(state, line))
}

function isBareEnd({ markup }: Fence, text: string): boolean {
  const bare = text.trimEnd()
  return bare.startsWith(markup) && bare === (markup[0] ?? '').repeat(bare.length)
}

/** A line that does not belong to the list item or quote any more. */
function isCutOff(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent
}

/** The line outside of its container with which an author ended a fence; undefined when none is meant. */
function endBeyond(
  state: StateBlock,
  from: number,
  { fence, end }: { readonly fence: Fence; readonly end: number },
): number | undefined {
  const { counts, length } = fencesOf(state)
  // The end of a text is no container. Of fences that pair up among themselves none is the end of this one.
  if (from >= length || (counts[from] ?? 0) % 2 === 0) return undefined
  const isQuote = from === end
  for (let line = from; line < length; line++) {
    const text = state.src.slice(state.bMarks[line], state.eMarks[line])
    const inner = text.replace(/^[ \t>]*/, '')
    if (ANY_FENCE.test(text)) return isBareEnd(fence, inner) ? line : undefined
    if (isQuote && text.trim() === '') return undefined
    if (state.isEmpty(line - 1) && SOMETHING_NEW.test(inner)) return undefined
  }
  return undefined
}

/** How many lines from each on may be fences. */
const fencesOf = oncePer(
  (state: StateBlock): { readonly counts: readonly number[]; length: number } => {
    const lines = state.src.split('\n')
    const counts: number[] = []
    let count = 0
    for (let line = lines.length - 1; line >= 0; line--) {
      if (ANY_FENCE.test(lines[line] ?? '')) count++
      counts[line] = count
    }
    return { counts, length: Math.min(lines.length, state.bMarks.length - 1) }
  },
)

function report(
  state: StateBlock,
  { line, markup, info }: Fence,
  how: 'open' | 'empty' | 'outside' | 'part',
): void {
  const page = pageOf(state.env)
  const start = startOf(state, line)
  const at = page?.placeAt(start, markup.length + info.trimEnd().length)
  const severity = how === 'open' || how === 'empty' ? 'warning' : 'info'
  page?.diagnostics.push(
    problem('markdown/unclosed-code', at, { case: how, marks: markup }, { severity }),
  )
}

/** Tells of a language that is nearly one. */
function reportLanguage(state: StateBlock, { line, markup, info }: Fence): void {
  const { language } = parseCodeInfo(info)
  const near = meantLanguage(language)
  const page = near === undefined ? undefined : pageOf(state.env)
  const offset = startOf(state, line) + markup.length + info.indexOf(language)
  page?.diagnostics.push(
    problem('markdown/unknown-language', page.placeAt(offset, language.length), { language, near }),
  )
}

function textOf(state: StateBlock, line: number): string {
  const start = startOf(state, line)
  return state.src.slice(start, state.eMarks[line])
}
