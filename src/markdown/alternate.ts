// A page in Markdown, for whoever reads it without a browser.
import type { MarkdownLink } from '../core/book.ts'
import { type MarkdownText, writeMarkdown } from '../tree/markdown/write.ts'
import type { Node } from '../tree/node.ts'

/** More empty lines than one are left of templates. */
const SPARE_LINES = /\n[ \t]*\n[ \t]*\n/

/** The page in Markdown: its text, unless something in it has another form there. */
export function alternate(
  text: string,
  nodes: readonly Node[],
  links: readonly MarkdownLink[],
  isRewritten: boolean,
): MarkdownText<MarkdownLink> {
  if (isRewritten || SPARE_LINES.test(text)) return writeMarkdown(nodes, { text, links })
  return { text, destinations: links.map((link) => ({ from: link.from, to: link.to, link })) }
}
