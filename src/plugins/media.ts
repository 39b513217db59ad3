// Blocks that lead somewhere else: a link says the same without foreign scripts.
import { splitReference } from '../core/reference.ts'
import type { BlockSpelling, TemplateBlock } from '../template/expand.ts'
import { argument, link } from './wrap.ts'

type Named = readonly [string, BlockSpelling]

const SOURCES = ['url', 'src', 'href', 'page', 'path', 'id', 'video']

/** Links, videos and pictures. Most stand alone; some books close them. */
export function mediaBlocks(endOf: (name: string) => { readonly end?: null }): readonly Named[] {
  const shown = (name: string, render: (block: TemplateBlock) => string): Named => [
    name,
    { ...endOf(name), render },
  ]
  return [
    ...['embed', 'video', 'localvideo', 'audio', 'iframe', 'reveal'].map((name) =>
      shown(name, (block) => linkTo(block)),
    ),
    shown('file', (block) => linkTo(block, fileName)),
    ...['page-ref', 'content-ref'].map((name) => shown(name, pageReference)),
    shown('youtube', (block) => videoOf(block, 'https://www.youtube.com/watch?v=')),
    shown('vimeo', (block) => videoOf(block, 'https://vimeo.com/')),
    shown('bilibili', (block) => videoOf(block, 'https://www.bilibili.com/video/')),
    ...['lightbox', 'image', 'fancybox'].map((name) => shown(name, picture)),
  ]
}

function captionOf({ body, kwargs }: TemplateBlock): string | undefined {
  const caption = [kwargs['caption'], kwargs['title']].find((value) => typeof value === 'string')
  return body.trim() === '' ? caption : body.trim()
}

/** A link with the caption as its text; a body that is an address is the address. */
function linkTo(block: TemplateBlock, textFor: (url: string) => string = (url) => url): string {
  const given = argument(block, SOURCES)
  if (given === undefined) {
    const body = block.body.trim()
    return /^\S+$/.test(body) ? link(body, body) : block.body
  }
  const caption = captionOf(block)
  // A caption that is Markdown with links of its own stands after the link.
  if (caption !== undefined && /\]\(|\n/.test(caption))
    return `${link(textFor(given), given)}\n\n${block.body.trim()}\n`
  return link(caption ?? textFor(given), given)
}

function fileName(url: string): string {
  const name = splitReference(url).path.split('/').at(-1) ?? ''
  return name === '' ? url : name
}

/** `{% content-ref url="a.md" %}[A](a.md){% endcontent-ref %}` holds its link; the older form names the page alone. */
function pageReference(block: TemplateBlock): string {
  if (/\]\(/.test(block.body)) return block.body
  return linkTo(block, (url) => fileName(url).replace(/\.(?:md|markdown|adoc)$/i, ''))
}

function videoOf(block: TemplateBlock, base: string): string {
  const given = argument(block, SOURCES) ?? block.body.trim()
  if (given === '') return ''
  const url = /^(?:[a-z]+:)?\/\//i.test(given) ? given : base + given
  return link(captionOf({ ...block, body: '' }) ?? url, url)
}

function picture(block: TemplateBlock): string {
  const url = argument(block, SOURCES)
  return url === undefined ? block.body : `!${link(captionOf(block) ?? '', url)}`
}
