// A page as Markdown, for readers that are no browsers. In its tree everything that AsciiDoc can say has become one of
// few elements; what only serves readers of the page (tables of contents, links of
// headings to themselves) is left out.
import type { Node } from '../tree/node.ts'
import { blocksMarkdown } from './markdown-blocks.ts'
import { readMarks } from '../core/marked-text.ts'

/** A page in Markdown, with the places of its destinations as offsets. */
export interface MarkdownText {
  readonly text: string
  readonly destinations: readonly { readonly from: number; readonly to: number }[]
}

/** The Markdown of a page. */
export function toMarkdown(nodes: readonly Node[]): MarkdownText {
  const { text, marks } = readMarks(blocksMarkdown(nodes))
  return { text, destinations: marks.map(({ from, to }) => ({ from, to })) }
}
