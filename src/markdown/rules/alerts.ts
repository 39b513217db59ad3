// GitHub's alerts: a quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`. A book may
// know more marks; each may have a title of its own, `[!NOTE|label:Before you dig]`.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { block } from '../../tree/made.ts'
import { added, element, raw, words } from '../../tree/node.ts'
import { CALLOUTS, type CalloutKind, type QuoteMarks } from '../../core/callout.ts'
import { closest } from '../../core/suggest.ts'
import { problem } from '../../messages/problem.ts'
import { type PageState, pageOf } from '../page.ts'
import { type Remark, createRemark, origins } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

const REMOVED = 'removed'
const MARK = /^\[!([a-z][\w-]*)((?:\|[^\]\n]*)?)\][ \t]*(?:\n[ \t]*|$)/i
/** With the words behind it, as flexible-alerts read them. */
const LOOSE = /^\[!([a-z][\w-]*)((?:\|[^\]\n]*)?)\](?:[ \t]*\n|[ \t]+(?=[^\s([])|[ \t]*$)[ \t]*/i

const markIn = (content: string, marks: QuoteMarks['marks']): RegExpExecArray | null =>
  (marks.size > 0 ? LOOSE : MARK).exec(content)

/** Adds the rule. */
export function alerts(md: MarkdownIt, marks: QuoteMarks['marks'] = new Map()): void {
  md.core.ruler.after('block', 'alerts', (state: StateCore) => findAlerts(state, marks))
}

/** What a callout is. */
interface Callout {
  readonly kind: CalloutKind
  /** Instead of the usual word. */
  readonly title?: string
  /** Its title is among its tokens, as one of `asTitle`. */
  readonly isInside?: true
}

/** On the token that opens an alert. */
const callouts: Remark<Callout> = createRemark()

/** Makes a callout of the quote between two tokens. */
export function asAlert(open: Token, close: Token, { kind, title, isInside }: Callout): void {
  open.type = 'alert_open'
  close.type = 'alert_close'
  callouts.set(open, {
    kind,
    ...(title === undefined ? {} : { title }),
    ...(isInside && { isInside }),
  })
}

/** Makes the title of a callout of the tokens of a heading. */
export function asTitle(token: Token): void {
  token.type = token.type.replace('heading_', 'alert_title_')
}

function findAlerts(state: StateCore, marks: QuoteMarks['marks']): void {
  const { tokens } = state
  if (!state.src.includes('[!')) return
  const page = pageOf(state.env)
  tokens.forEach((token, index) => {
    if (token.type !== 'blockquote_open') return
    makeAlert(tokens, index, marks)
    if (token.type === 'blockquote_open' && page !== undefined) reportMark(tokens[index + 2], page)
  })
  if (tokens.some(({ type }) => type === REMOVED))
    state.tokens = tokens.filter(({ type }) => type !== REMOVED)
}

/** Turns the quote at an index into an alert if it is marked as one. */
function makeAlert(tokens: readonly Token[], index: number, marks: QuoteMarks['marks']): void {
  const [quote, paragraph, inline] = tokens.slice(index, index + 3)
  if (quote === undefined || paragraph?.type !== 'paragraph_open' || inline === undefined) return
  const [mark = ''] = markIn(inline.content, marks) ?? []
  const callout = calloutOf(inline.content, marks)
  const close = closingOf(tokens, index)
  if (callout === undefined || close === undefined) return
  const isAll = inline.content.length === mark.length && tokens[index + 4] === close
  if (isAll && isWritten(callout, marks)) return
  asAlert(quote, close, callout)
  removeMark(tokens, index + 1, mark)
}

/** A quote that holds nothing but a mark shows how it is written, unless plugins or a title make it more. */
function isWritten({ title }: Callout, marks: QuoteMarks['marks']): boolean {
  return marks.size === 0 && title === undefined
}

/** What a mark means: `style`, `icon` and `className` of flexible-alerts are about its looks, and the theme has its own. */
function calloutOf(content: string, marks: QuoteMarks['marks']): Callout | undefined {
  const [, written = '', options = ''] = markIn(content, marks) ?? []
  const name = written.toLowerCase()
  const kind = CALLOUTS.find((known) => known === name)
  const own = marks.get(name) ?? (kind === undefined ? undefined : { kind })
  if (own === undefined) return undefined
  const label = /\|[ \t]*label[ \t]*:([^|]*)/.exec(options)?.[1]?.trim()
  return label === undefined || label === '' ? own : { ...own, title: label }
}

const ANY_MARK = /^\[!([a-z][a-z-]*)\][-+]?(?=[ \t]|\n|$)/i

/** A quote that was meant to be an alert: of a kind that is none, or with words behind its mark. */
function reportMark(inline: Token | undefined, page: PageState): void {
  const mark = inline?.type === 'inline' ? ANY_MARK.exec(inline.content) : null
  if (inline === undefined || mark === null) return
  const [written, name = ''] = mark
  const at = page.place(inline, { from: 0, to: written.length })
  const near = closest(name, CALLOUTS)
  const isKind = near === name.toLowerCase()
  // A quote that holds nothing but the mark shows how it is written.
  if (isKind && inline.content.trim() === written) return
  page.diagnostics.push(
    isKind
      ? problem('markdown/unknown-alert', at, { case: 'words', written })
      : problem('markdown/unknown-alert', at, {
          case: 'kind',
          written,
          near: near === undefined ? undefined : `[!${near.toUpperCase()}]`,
          kinds: CALLOUTS.map((kind) => kind.toUpperCase()),
        }),
  )
}

/** The token that closes what the one at an index opens. */
export function closingOf(tokens: readonly Token[], index: number): Token | undefined {
  const level = tokens[index]?.level
  let close = index + 1
  while (close < tokens.length && tokens[close]?.level !== level) close++
  return tokens[close]
}

/** Takes the first line from the paragraph at an index, or the whole paragraph when nothing remains. */
function removeMark(tokens: readonly Token[], index: number, mark: string): void {
  const inline = tokens[index + 1]
  if (inline === undefined) return
  inline.content = inline.content.slice(mark.length)
  const [first = 0, ...others] = origins.of(inline) ?? []
  origins.set(inline, mark.includes('\n') ? others : [first + mark.length, ...others])
  if (inline.content !== '') return
  for (const token of tokens.slice(index, index + 3)) token.type = REMOVED
}

const TITLE = [['class', 'callout-title']] as const

/** A callout with its title. */
export const alertMakers: Makers = {
  alert_open({ builder, labels }, token) {
    const callout: Callout = callouts.of(token) ?? { kind: 'note' }
    const { kind, title = labels[kind] } = callout
    const isTitled = callout.title !== undefined
    builder.open(block({ block: 'callout', callout: kind, title, ...(isTitled && { isTitled }) }))
    builder.open(
      element('div', [
        ['class', `callout callout-${kind}`],
        ['role', 'note'],
      ]),
    )
    builder.add(raw('\n'))
    if (callout.isInside) return
    // A title of its author's is one of the page's words.
    builder.add((isTitled ? element : added)('p', TITLE, [words(title)]))
    builder.add(raw('\n'))
  },
  alert_title_open({ builder }) {
    builder.open(element('p', TITLE))
  },
  alert_title_close({ builder }) {
    builder.close()
    builder.add(raw('\n'))
  },
  alert_close({ builder }) {
    builder.close()
    builder.close()
    builder.add(raw('\n'))
  },
}
