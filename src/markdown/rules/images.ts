// Images: always with an alternative text, decoded apart from the page, and fetched late except the first.
import type { MarkdownIt, RendererRule } from 'markdown-it'
import { attributes } from '../html.ts'
import { plainText } from '../plain-text.ts'

/** Sets how images become HTML. What they point to and their size was put into their attributes before. */
export function images(md: MarkdownIt): void {
  md.renderer.rules['image'] = renderImage
}

const renderImage: RendererRule = (tokens, index) => {
  const token = tokens[index]
  if (token === undefined) return ''
  const [source, ...others] = token.attrs ?? []
  const alt: [string, string] = ['alt', plainText(token.children ?? [])]
  return `<img${attributes([...(source ? [source] : []), alt, ...others])}>`
}
