// An image that stands alone in its paragraph and has a title is a figure with that title below it. In books that say how
// captions look, its alternative text is one as well, and figures are numbered.
import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { type Captions, type PictureLook, captionBy, pictureKey } from '../../core/captions.ts'
import { added, element, raw, words } from '../../tree/node.ts'
import { type PageState, pageOf } from '../page.ts'
import { plainText } from '../plain-text.ts'
import { type Remark, createRemark } from '../remarks.ts'
import type { Makers } from '../to-tree.ts'

/** The caption of an image in a figure. */
const captions: Remark<string> = createRemark()

/** Adds the rule. */
export function figures(md: MarkdownIt, style?: Captions): void {
  md.core.ruler.push('figures', (state: StateCore) => {
    const captionFor = captioner(style, pageOf(state.env))
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
function captioner(style: Captions | undefined, page: PageState | undefined): Captioner {
  const { level = '', picturesBefore } = page ?? {}
  let index = 0
  return (image) => {
    const { title, caption } = captionOf(image)
    if (style === undefined) return title === '' ? undefined : { text: title }
    if (caption === '') return undefined
    index++
    const key = pictureKey({ level, index })
    const { template = style.template, skip, ...look } = style.images.get(key) ?? {}
    if (skip === true) return undefined
    const inBook = (): number => (picturesBefore?.() ?? 0) + index
    const text = captionBy(template, { caption, level, index }, inBook)
    return { text, id: `fig${key}`, ...lookOf(style.usual), ...lookOf(look) }
  }
}

function lookOf({ align, attributes }: PictureLook): PictureLook {
  return { ...(align && { align }), ...(attributes && { attributes }) }
}

/** What a picture says of itself: its title, and its alternative text where it has none. */
export function captionOf(image: Token): {
  readonly title: string
  readonly alt: string
  readonly caption: string
} {
  const title = String(image.attrGet('title') ?? '').trim()
  const alt = plainText(image.children ?? []).trim()
  return { title, alt, caption: title === '' ? alt : title }
}

/** Makes a figure of a paragraph that is nothing but an image with a caption, linked or not. */
function markFigure(tokens: readonly Token[], index: number, captionFor: Captioner): void {
  const image = lonePicture(tokens, index)
  const caption = image && captionFor(image)
  const [open, close] = [tokens[index], tokens[index + 2]]
  if (image === undefined || caption === undefined || open === undefined || close === undefined)
    return
  // The caption says it already.
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'title')
  open.type = 'figure_open'
  dress(open, image, caption)
  close.type = 'figure_close'
  captions.set(close, caption.text)
}

/** The image of a paragraph that is nothing else, linked or not. */
export function lonePicture(tokens: readonly Token[], index: number): Token | undefined {
  const [open, inline, close] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (open?.type !== 'paragraph_open' || open.hidden || close === undefined) return undefined
  return onlyImage(inline?.children ?? [])
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
