import { blockConverters, tableOfContents } from './html-blocks.ts'
import { codeConverters } from './html-code.ts'
import { inlineConverters } from './html-inline.ts'
import { listConverters } from './html-lists.ts'
import { mediaConverters } from './html-media.ts'
import { tableConverters } from './html-table.ts'
import { escapeHtml } from '../core/html.ts'
import {
  type NodeConverter,
  type ConverterContext,
  attribute,
  contentOf,
} from './converter-context.ts'
import { type AsciidocDocument, type AsciidocNode, type Convert, MAIN } from './processor.ts'

const embedded: NodeConverter = async (node, kit) => {
  const { document } = node
  const mark = kit.notebook.mark({ spot: { file: MAIN, line: 1 } })
  const title =
    document.hasHeader() && !document.isNotitle()
      ? `<h1${node.id ? ` id="${escapeHtml(node.id)}"` : ''}${mark}>${document.header?.title ?? ''}</h1>\n`
      : ''
  const placement = attribute(document, 'toc-placement')
  const contents =
    placement === 'macro' || placement === 'preamble' ? '' : await tableOfContents(document)
  // Footnotes are known once the content is made.
  const content = await contentOf(node)
  return [title, contents, content, footnotes(document, kit)].filter(Boolean).join('\n')
}

function footnotes(document: AsciidocDocument, { labels }: ConverterContext): string {
  if (!document.hasFootnotes() || document.hasAttribute('nofootnotes')) return ''
  const items = document.footnotes.map(({ index, text }) => {
    const name = escapeHtml(`${labels.backToReference} ${index}`)
    const back = `<a href="#_footnoteref_${index}" class="footnote-back" aria-label="${name}">↩\uFE0E</a>`
    return `<li id="_footnotedef_${index}">\n<p>${text} ${back}</p>\n</li>`
  })
  return `<section class="footnotes" aria-label="${escapeHtml(labels.footnotes)}">\n<ol>\n${items.join('\n')}\n</ol>\n</section>`
}

const converters: Readonly<Record<string, NodeConverter>> = {
  embedded,
  ...blockConverters,
  ...codeConverters,
  ...inlineConverters,
  ...listConverters,
  ...mediaConverters,
  ...tableConverters,
}

/** Makes the HTML of one page, node by node. */
export function createConverter(kit: ConverterContext): Convert {
  return (node: AsciidocNode, transform, standard) =>
    Object.hasOwn(converters, transform) ? converters[transform]?.(node, kit, standard) : undefined
}
