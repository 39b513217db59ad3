// Blocks of code, highlighted while the book is built. The text of a block is never changed, but for comments that
// were meant for the one who shows it.
import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it'
import type { Highlighter } from '../highlight.ts'
import { escapeHtml } from '../html.ts'
import { type Remark, createRemark } from '../remarks.ts'
import { showsBlocks, takeCodeComments, takeDiffSigns } from './code-comments.ts'
import { parseCodeInfo } from './code-info.ts'
import { wrapLines } from './code-lines.ts'
import { type CodeOptions, type LineRange, parseCodeOptions } from './code-options.ts'

/** How blocks of code are shown that do not say it themselves. */
export interface CodeDefaults {
  readonly lineNumbers: boolean
  readonly wrap: boolean
}

/** What one block asks for. */
interface Wishes extends CodeOptions {
  readonly language: string
  readonly wrap: boolean
}

const SIGNS = new Set(['ins', 'del', 'error', 'warning'])
const wishes: Remark<Wishes> = createRemark()

/** Sets how fences and indented code become HTML. */
export function code(md: MarkdownIt, highlighter: Highlighter, defaults: CodeDefaults): void {
  md.core.ruler.after('block', 'code_options', (state: StateCore) => {
    for (const token of state.tokens)
      if (token.type === 'fence') readWishes(token, md.utils.unescapeAll(token.info), defaults)
  })
  const fence: RendererRule = (tokens, index) => {
    const token = tokens[index]
    return token === undefined ? '' : renderFence(token, highlighter)
  }
  md.renderer.rules['fence'] = fence
  md.renderer.rules['code_block'] = (tokens, index) =>
    `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`
}

/** Before anyone reads the text of the block: search shall find what readers see. */
function readWishes(token: Token, info: string, defaults: CodeDefaults): void {
  const parsed = parseCodeInfo(info)
  const options = parseCodeOptions(parsed)
  const isDiff = options.under !== undefined && parsed.language === 'diff'
  const signed = isDiff ? takeDiffSigns(token.content) : { text: token.content, ranges: [] }
  const { text, ranges } = showsBlocks(parsed.language, signed.text)
    ? { text: signed.text, ranges: [] }
    : takeCodeComments(signed.text)
  token.content = text
  wishes.set(token, {
    ...options,
    language: isDiff ? (options.under ?? '') : parsed.language,
    ranges: [...options.ranges, ...signed.ranges, ...ranges],
    numbers: options.numbers ?? (defaults.lineNumbers ? 1 : false),
    wrap: options.wrap ?? defaults.wrap,
  })
}

/** Wide code scrolls, and what scrolls must be reachable by keyboard. */
function renderFence(token: Token, highlighter: Highlighter): string {
  const asked = wishes.of(token)
  const { html, classes } = highlight(token.content, asked?.language ?? '', highlighter)
  const pre = preClasses(asked)
  const lines = pre.includes('code-lines')
  const start = asked?.numbers === false ? undefined : asked?.numbers
  const inner = lines ? wrapLines(html, { ranges: asked?.ranges ?? [], start }) : html
  const block = `<pre tabindex="0"${attribute(pre)}><code${attribute(classes)}>${inner}</code></pre>\n`
  if (asked?.title === undefined) return block
  const caption = `<figcaption>${escapeHtml(asked.title)}</figcaption>`
  return `<figure class="code">${caption}\n${block}</figure>\n`
}

function highlight(
  text: string,
  language: string,
  highlighter: Highlighter,
): { readonly html: string; readonly classes: readonly string[] } {
  if (language === '') return { html: escapeHtml(text), classes: [] }
  const highlighted = highlighter.highlight(text, language)
  const canonical = highlighted?.language ?? language.toLowerCase()
  const classes = [`lang-${language}`, `language-${canonical}`]
  if (highlighted === undefined) return { html: escapeHtml(text), classes }
  return { html: highlighted.html, classes: [...classes, 'hljs'] }
}

/** Lines are elements only where something is to be seen of them. */
function preClasses(asked: Wishes | undefined): readonly string[] {
  if (asked === undefined) return []
  const numbered = typeof asked.numbers === 'number'
  const has = (test: (range: LineRange) => boolean): boolean => asked.ranges.some(test)
  return [
    ...(numbered || asked.ranges.length > 0 ? ['code-lines'] : []),
    ...(numbered ? ['code-numbers'] : []),
    ...(has(({ as }) => SIGNS.has(as)) ? ['code-signs'] : []),
    ...(has(({ as }) => as === 'focus') ? ['code-focus'] : []),
    ...(asked.wrap ? ['wrap'] : []),
  ]
}

function attribute(classes: readonly string[]): string {
  return classes.length === 0 ? '' : ` class="${escapeHtml(classes.join(' '))}"`
}
