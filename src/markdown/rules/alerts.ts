// GitHub's alerts: a quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.
import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../html.ts'
import { ENGLISH } from '../labels.ts'
import { pageOf } from '../page.ts'
import { type Remark, createRemark, origins } from '../remarks.ts'

const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const
const REMOVED = 'removed'
const MARK = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n[ \t]*|$)/i

/** Adds the rule. */
export function alerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'alerts', findAlerts)
  md.renderer.rules['alert_open'] = renderOpen
  md.renderer.rules['alert_close'] = () => '</div>\n'
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

const renderOpen: RendererRule = (tokens, index, _options, env) => {
  const kind = kinds.of(tokens[index]) ?? 'note'
  const title = escapeHtml((pageOf(env)?.labels ?? ENGLISH)[kind])
  return `<div class="callout callout-${kind}" role="note">\n<p class="callout-title">${title}</p>\n`
}
