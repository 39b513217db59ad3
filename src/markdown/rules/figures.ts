// An image that stands alone in its paragraph and has a title is a figure with that title below it.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { added, element, raw, words } from '../../tree/node.ts'
import { type Remark, createRemark } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

/** The caption of an image in a figure. */
const captions: Remark<string> = createRemark()

/** Adds the rule. */
export function figures(md: MarkdownIt): void {
  md.core.ruler.push('figures', (state: StateCore) => {
    for (const index of state.tokens.keys()) markFigure(state.tokens, index)
  })
}

/** Makes a figure of a paragraph that is nothing but an image with a title, linked or not. */
function markFigure(tokens: readonly Token[], index: number): void {
  const [open, inline, close] = tokens.slice(index, index + 3)
  if (open?.type !== 'paragraph_open' || open.hidden || close === undefined) return
  const image = onlyImage(inline?.children ?? [])
  const title = String(image?.attrGet('title') ?? '').trim()
  if (image === undefined || title === '') return
  // The caption says it already.
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title')
  open.type = 'figure_open'
  close.type = 'figure_close'
  captions.set(close, title)
}

function onlyImage(children: readonly Token[]): Token | undefined {
  const [first, second] = children
  if (children.length === 3 && first?.type === 'link_open')
    return second?.type === 'image' ? second : undefined
  return children.length === 1 && first?.type === 'image' ? first : undefined
}

/** Figures. */
export const figureMakers: Makers = {
  figure_open: ({ builder }) => builder.open(element('figure', [])),
  figure_close({ builder }, token) {
    builder.add(raw('\n'))
    builder.add(added('figcaption', [], [words(captions.of(token) ?? '')]))
    builder.close()
    builder.add(raw('\n'))
  },
}
