import type { Highlighted } from '../markdown/highlight.ts'
import { escapeHtml } from '../core/html.ts'
import { decodeText } from '../tree/parse.ts'
import {
  type NodeConverter,
  type ConverterContext,
  attribute,
  contentOf,
  idAndClass,
  titleOf,
} from './converter-context.ts'
import { type AsciidocNode, spotOf } from './processor.ts'

const CALLOUT = /<b class="conum">\(\d+\)<\/b>/g
const CALLOUTS_AT_END = /\s*(?:<b class="conum">\(\d+\)<\/b>\s*)+$/

const listing: NodeConverter = async (node, kit) => {
  const language = node.style === 'source' ? attribute(node, 'language') : ''
  const html = await contentOf(node)
  const mark = kit.notebook.mark({
    spot: spotOf(node),
    code: { language, lines: node.lines ?? [] },
  })
  if (language === '') return block(node, `<pre tabindex="0"${mark}><code>${html}\n</code></pre>`)
  const highlighted = highlight(html, language, kit)
  const canonical = highlighted?.language ?? language.toLowerCase()
  const names = `lang-${language} language-${canonical}${highlighted ? ' hljs' : ''}`
  const code = highlighted?.html ?? html
  return block(
    node,
    `<pre tabindex="0"${mark}><code class="${escapeHtml(names)}">${code}\n</code></pre>`,
  )
}

const literal: NodeConverter = async (node) =>
  block(node, `<pre tabindex="0">${await contentOf(node)}</pre>`)

const formula: NodeConverter = async (node) =>
  block(
    node,
    `<pre tabindex="0" class="${formulaClass(node.style)}">${await contentOf(node)}</pre>`,
  )

/** Tells TeX from AsciiMath. */
export function formulaClass(language: string | null | undefined): 'math' | 'asciimath' {
  return language === 'latexmath' ? 'math' : 'asciimath'
}

/** With a title, an id or a role the block is a figure; otherwise the code stands alone. */
function block(node: AsciidocNode, pre: string): string {
  if (!node.hasTitle() && !node.id && !node.role) return pre
  return `<div${idAndClass(node, 'code-block')}>\n${titleOf(node)}${pre}\n</div>`
}

/** Code that holds markup of its own (`subs=quotes`) stays as it is; callouts go back to the ends of their lines. */
function highlight(html: string, language: string, kit: ConverterContext): Highlighted | undefined {
  if (html.replaceAll(CALLOUT, '').includes('<')) return undefined
  const callouts: string[] = []
  const code = html.split('\n').map((line, index) => {
    const [marks] = CALLOUTS_AT_END.exec(line) ?? []
    if (marks === undefined) return line
    callouts[index] = ` ${marks.trim()}`
    return line.slice(0, -marks.length)
  })
  // A mark elsewhere than at the end would become text.
  if (code.some((line) => line.includes('<'))) return undefined
  const highlighted = kit.highlight(decodeText(code.join('\n')), language)
  if (highlighted === undefined) return undefined
  const lines = highlighted.html.replace(/\n$/, '').split('\n')
  const withCallouts = lines.map((line, index) => line + (callouts[index] ?? ''))
  return { ...highlighted, html: withCallouts.join('\n') }
}

/** The explanations below the code, numbered as the marks are. */
const calloutList: NodeConverter = async (node) => {
  const items = await Promise.all(
    (node.getItems() as readonly AsciidocNode[]).map(async (item) => {
      const more = item.hasBlocks() ? `\n${await contentOf(item)}` : ''
      return `<li>\n<p>${item.getText()}</p>${more}\n</li>`
    }),
  )
  return `${titleOf(node)}<ol${idAndClass(node, 'colist')}>\n${items.join('\n')}\n</ol>`
}

/** Code, and what explains it. */
export const codeConverters: Readonly<Record<string, NodeConverter>> = {
  listing,
  literal,
  stem: formula,
  colist: calloutList,
}
