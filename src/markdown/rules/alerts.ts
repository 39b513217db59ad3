// GitHub's alerts: a quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { block } from '../../tree/build.ts'
import { added, element, raw, words } from '../../tree/node.ts'
import { type Remark, createRemark, origins } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const
const REMOVED = 'removed'
const MARK = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n[ \t]*|$)/i

/** Adds the rule. */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'alerts', findAlerts)
}

type Kind = (typeof KINDS)[number]

/** On the token that opens an alert. */
const kinds: Remark<Kind> = createRemark()

function findAlerts(state: StateCore): void {
  const { tokens } = state
  for (const [index, token] of tokens.entries())
    if (token.type === 'blockquote_open') makeAlert(tokens, index)
  if (tokens.some(({ type }) => type === REMOVED))
    state.tokens = tokens.filter(({ type }) => type !== REMOVED)
}

/** Turns the quote at an index into an alert if it is marked as one. */
function makeAlert(tokens: readonly Token[], index: number): void {
  const [quote, paragraph, inline] = tokens.slice(index, index + 3)
  if (quote === undefined || paragraph?.type !== 'paragraph_open' || inline === undefined) return
  const mark = MARK.exec(inline.content)?.[0]
  const kind = KINDS.find((name) => mark?.toLowerCase().startsWith(`[!${name}]`))
  const close = closingOf(tokens, index)
  if (mark === undefined || kind === undefined || close === undefined) return
  // A quote that holds nothing but the mark is a quote.
  if (inline.content.length === mark.length && tokens[index + 4] === close) return
  quote.type = 'alert_open'
  kinds.set(quote, kind)
  close.type = 'alert_close'
  removeMark(tokens, index + 1, mark)
}

function closingOf(tokens: readonly Token[], index: number): Token | undefined {
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
  origins.set(inline, origins.of(inline)?.slice(1) ?? [])
  if (inline.content !== '') return
  for (const token of tokens.slice(index, index + 3)) token.type = REMOVED
}

/** A callout with its title. */
export const alertMakers: Makers = {
  alert_open({ builder, labels }, token) {
    const kind = kinds.of(token) ?? 'note'
    const title = labels[kind]
    builder.open(block({ block: 'callout', callout: kind, title }))
    builder.open(
      element('div', [
        ['class', `callout callout-${kind}`],
        ['role', 'note'],
      ]),
    )
    builder.add(raw('\n'))
    builder.add(added('p', [['class', 'callout-title']], [words(title)]))
    builder.add(raw('\n'))
  },
  alert_close({ builder }) {
    builder.close()
    builder.close()
    builder.add(raw('\n'))
  },
}
