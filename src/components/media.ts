// Blocks that lead somewhere else: pages, films, files. A link says the same without foreign scripts; nothing is asked of
// others before a reader follows it.
import { splitReference } from '../core/reference.ts'
import {
  type Element,
  type Node,
  element,
  forEachElement,
  raw,
  textContent,
  words,
} from '../tree/node.ts'
import { isBlank } from './blank.ts'
import { type Component, type ComponentBlock, attribute, tags, textOf } from './define.ts'

const SOURCES = ['url', 'src', 'href', 'page', 'path', 'link', 'id', 'video', '']
const NEW_LINE = raw('\n')

/** Films by their numbers. */
const FILMS: { readonly [tag: string]: string } = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  bilibili: 'https://www.bilibili.com/video/',
}

export const embed: Component = {
  name: 'embed',
  tags: tags(
    'optional',
    'embed',
    'video',
    'localvideo',
    'audio',
    'iframe',
    'reveal',
    'youtube',
    'vimeo',
    'bilibili',
  ),
  html(block) {
    const { content } = block
    const given = textOf(block, ...SOURCES)
    const body = textContent(content).trim()
    const film = FILMS[block.tag]
    if (given === undefined)
      return /^\S+$/.test(body) ? linked(block, film && !isWeb(body) ? film + body : body) : content
    const address = film === undefined || isWeb(given) ? given : film + given
    return linked(block, address, content)
  },
}

export const file: Component = {
  name: 'file',
  tags: tags('optional', 'file'),
  html(block) {
    const given = textOf(block, ...SOURCES)
    return given === undefined
      ? block.content
      : linked(block, given, block.content, fileName(given))
  },
}

/** `{% content-ref url="a.md" %}[a.md](a.md){% endcontent-ref %}`; the older form names the page alone. */
export const reference: Component = {
  name: 'reference',
  tags: [...tags('void', 'page-ref'), ...tags('paired', 'content-ref')],
  html(block) {
    const { content } = block
    let hasLink = false
    forEachElement(content, ({ name }) => (hasLink ||= name === 'a'))
    if (hasLink) return content
    const given = textOf(block, ...SOURCES)
    if (given === undefined) return content
    const name = fileName(given).replace(/\.(?:md|markdown|adoc)$/i, '')
    return linked(block, given, content, name)
  },
}

export const picture: Component = {
  name: 'picture',
  tags: tags('optional', 'lightbox', 'image', 'fancybox'),
  html(block) {
    const given = attribute(block, ...SOURCES)
    if (given === undefined) return block.content
    const image: Element = {
      ...element('img', []),
      attributes: [
        { ...given, name: 'src' },
        {
          name: 'alt',
          value: textOf(block, 'caption', 'title') ?? textContent(block.content).trim(),
        },
      ],
    }
    return paragraph(block, [image])
  },
}

function isWeb(address: string): boolean {
  return /^(?:[a-z]+:)?\/\//i.test(address)
}

function fileName(url: string): string {
  const name = splitReference(url).path.split('/').at(-1) ?? ''
  return name === '' ? url : name
}

/** A link with its caption as its text; a caption that is more than a line of words stands below it. */
function linked(
  block: ComponentBlock,
  address: string,
  content: readonly Node[] = [],
  otherwise = address,
): readonly Node[] {
  const shown = content.filter((node) => !isBlank(node))
  const [only] = shown
  const line =
    shown.length === 1 && only?.kind === 'element' && only.name === 'p' ? only.children : undefined
  const isLine = line !== undefined && !hasLinks(line)
  const inline = block.isInline === true && content.length > 0 ? content : undefined
  const caption = textOf(block, 'caption', 'title')
  const text = inline ?? (isLine ? line : [words(caption ?? otherwise)])
  const link: Element = {
    ...element('a', [], [...text]),
    at: block.at,
    attributes: [
      { name: 'href', value: address, at: attribute(block, ...SOURCES)?.at ?? block.at },
    ],
  }
  return [...paragraph(block, [link]), ...(isLine || inline !== undefined ? [] : content)]
}

function hasLinks(nodes: readonly Node[]): boolean {
  let found = false
  forEachElement(nodes, ({ name }) => (found ||= name === 'a'))
  return found
}

function paragraph(block: ComponentBlock, inside: readonly Node[]): readonly Node[] {
  return block.isInline === true ? inside : [element('p', [], [...inside]), NEW_LINE]
}
