// An image that stands alone in its paragraph and has a title is a figure with that title below it. In books that say how
// captions look, its alternative text is one as well, and figures are numbered.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { Captions, PictureLook } from '../../core/captions.ts'
import { added, element, raw, words } from '../../tree/node.ts'
import { pageOf } from '../page.ts'
import { plainText } from '../plain-text.ts'
import { type Remark, createRemark } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

/** The caption of an image in a figure. */
const captions: Remark<string> = createRemark()

/** Adds the rule. */
export function figures(md: MarkdownIt, style?: Captions): void {
  md.core.ruler.push('figures', (state: StateCore) => {
    const captionFor = captioner(style, pageOf(state.env)?.level)
    for (const index of state.tokens.keys()) markFigure(state.tokens, index, captionFor)
  })
}

interface Caption extends PictureLook {
  readonly text: string
  readonly id?: string
}

/** The caption of an image; undefined when it has none. */
type Captioner = (image: Token) => Caption | undefined

/** Captions as the book wants them, numbered from the top of the page. */
function captioner(style: Captions | undefined, level = ''): Captioner {
  let count = 0
  return (image) => {
    const title = String(image.attrGet('title') ?? '').trim()
    if (style === undefined) return title === '' ? undefined : { text: title }
    const caption = title === '' ? plainText(image.children ?? []).trim() : title
    if (caption === '') return undefined
    count++
    const key = level === '' ? String(count) : `${level}.${count}`
    const { template = style.template, skip, ...look } = style.images.get(key) ?? {}
    if (skip === true) return undefined
    const values = new Map([
      ['_CAPTION_', caption],
      ['_PAGE_LEVEL_', level],
      ['_PAGE_IMAGE_NUMBER_', String(count)],
      // A number of the whole book would change all pages after a new picture: this one names it as well.
      ['_BOOK_IMAGE_NUMBER_', key],
    ])
    const text = template.replaceAll(/_[A-Z]+(?:_[A-Z]+)*_/g, (name) => values.get(name) ?? name)
    return { text, id: `fig${key}`, ...style.usual, ...look }
  }
}

/** Makes a figure of a paragraph that is nothing but an image with a caption, linked or not. */
function markFigure(tokens: readonly Token[], index: number, captionFor: Captioner): void {
  const [open, inline, close] = tokens.slice(index, index + 3)
  if (open?.type !== 'paragraph_open' || open.hidden || close === undefined) return
  const image = onlyImage(inline?.children ?? [])
  const caption = image && captionFor(image)
  if (image === undefined || caption === undefined) return
  // The caption says it already.
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title')
  open.type = 'figure_open'
  dress(open, image, caption)
  close.type = 'figure_close'
  captions.set(close, caption.text)
}

function dress(figure: Token, image: Token, { id, align, attributes = [] }: Caption): void {
  if (id !== undefined) figure.attrs = [['id', id]]
  if (align !== undefined) figure.attrSet('class', `figure-${align}`)
  for (const [name, value] of attributes) image.attrSet(name, value)
}

function onlyImage(children: readonly Token[]): Token | undefined {
  const [first, second] = children
  if (children.length === 3 && first?.type === 'link_open')
    return second?.type === 'image' ? second : undefined
  return children.length === 1 && first?.type === 'image' ? first : undefined
}

/** Figures. */
export const figureMakers: Makers = {
  figure_open: ({ builder }, { attrs }) => builder.open(element('figure', attrs ?? [])),
  figure_close({ builder }, token) {
    builder.add(raw('\n'))
    builder.add(added('figcaption', [], [words(captions.of(token) ?? '')]))
    builder.close()
    builder.add(raw('\n'))
  },
}
