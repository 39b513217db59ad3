// Blocks of code, highlighted while the book is built. The text of a block is never changed.
import type { MarkdownIt, RendererRule } from 'markdown-it'
import type { Highlighter } from '../highlight.ts'
import { escapeHtml } from '../html.ts'
import { parseCodeInfo } from './code-info.ts'

/** Sets how fences and indented code become HTML. */
export function code(md: MarkdownIt, highlighter: Highlighter): void {
  const { unescapeAll } = md.utils

  const fence: RendererRule = (tokens, index) => {
    const token = tokens[index]
    const { language } = parseCodeInfo(unescapeAll(token?.info ?? ''))
    const text = token?.content ?? ''
    if (language === '') return block('', escapeHtml(text))
    const highlighted = highlighter.highlight(text, language)
    const canonical = highlighted?.language ?? language.toLowerCase()
    const classes = `lang-${language} language-${canonical}${highlighted ? ' hljs' : ''}`
    return block(` class="${escapeHtml(classes)}"`, highlighted?.html ?? escapeHtml(text))
  }
  md.renderer.rules['fence'] = fence
  md.renderer.rules['code_block'] = (tokens, index) =>
    block('', escapeHtml(tokens[index]?.content ?? ''))
}

/** Wide code scrolls, and what scrolls must be reachable by keyboard. */
function block(attributes: string, html: string): string {
  return `<pre tabindex="0"><code${attributes}>${html}</code></pre>\n`
}
