import type { Highlighted } from '../markdown/highlight.ts'
import { wrapLines } from '../markdown/rules/code-lines.ts'
import { parseRanges } from '../markdown/rules/code-options.ts'
import { type Wishes, preClasses } from '../markdown/rules/code.ts'
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
import { named } from './named-blocks.ts'
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
  const highlighted = language === '' ? undefined : highlight(html, language, kit)
  const canonical = highlighted?.language ?? language.toLowerCase()
  const names = `lang-${language} language-${canonical}${highlighted ? ' hljs' : ''}`
  const classes = language === '' ? '' : ` class="${escapeHtml(names)}"`
  const { name, lines } = inLines(`${highlighted?.html ?? html}\n`, optionsOf(node))
  const pre = `<pre tabindex="0"${name}${mark}><code${classes}>${lines}</code></pre>`
  return named(node, kit, pre) ?? block(node, pre)
}

/** `[source,js,linenums,start=10,highlight="1,3-5"]`, and `%wrap`. */
function optionsOf(node: AsciidocNode): Wishes {
  const start = Number(attribute(node, 'start') || 1)
  return {
    language: '',
    ranges: parseRanges(attribute(node, 'highlight'), 'mark'),
    wrap: node.hasOption('wrap'),
    numbers: node.hasOption('linenums') && Number.isInteger(start) ? start : false,
  }
}

/** Code whose lines are elements, where something is to be seen of them. */
function inLines(html: string, asked: Wishes): { readonly name: string; readonly lines: string } {
  const names = preClasses(asked)
  const name = names.length === 0 ? '' : ` class="${names.join(' ')}"`
  if (!names.includes('code-lines')) return { name, lines: html }
  const start = asked.numbers === false ? undefined : asked.numbers
  return { name, lines: wrapLines(html, { ranges: asked.ranges, start }) }
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

/** With a title, an id or a role there is something around the code; otherwise it stands alone. */
function block(node: AsciidocNode, pre: string): string {
  if (node.hasTitle())
    return `<figure${idAndClass(node, 'code')}><figcaption>${node.captionedTitle()}</figcaption>\n${pre}\n</figure>`
  if (!node.id && !node.role) return pre
  return `<div${idAndClass(node, 'code-block')}>\n${pre}\n</div>`
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
