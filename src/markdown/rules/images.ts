// Images: always with an alternative text, decoded apart from the page, and fetched late except the first. One that
// stands alone in its paragraph and has a title is a figure with that title below it.
import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it'
import { attributes, escapeHtml } from '../html.ts'
import { plainText } from '../plain-text.ts'
import { type Remark, createRemark } from '../remarks.ts'

/** The variant of an image for dark themes; set when its reference is resolved. */
export const darkVariants: Remark<string> = createRemark()

/** The caption of an image in a figure. */
const captions: Remark<string> = createRemark()

/** Sets how images become HTML. What they point to and their size was put into their attributes before. */
export function images(md: MarkdownIt): void {
  md.core.ruler.push('figures', (state: StateCore) => {
    for (const index of state.tokens.keys()) markFigure(state.tokens, index)
  })
  md.renderer.rules['image'] = renderImage
  md.renderer.rules['figure_open'] = () => '<figure>'
  md.renderer.rules['figure_close'] = (tokens, index) =>
    `\n<figcaption>${escapeHtml(captions.of(tokens[index]) ?? '')}</figcaption></figure>\n`
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

const renderImage: RendererRule = (tokens, index) => {
  const token = tokens[index]
  if (token === undefined) return ''
  const [source, ...others] = token.attrs ?? []
  const alt: [string, string] = ['alt', plainText(token.children ?? [])]
  const image = `<img${attributes([...(source ? [source] : []), alt, ...others])}>`
  const dark = darkVariants.of(token)
  if (dark === undefined) return image
  const media = attributes([
    ['srcset', dark],
    ['media', '(prefers-color-scheme: dark)'],
  ])
  return `<picture><source${media}>${image}</picture>`
}
