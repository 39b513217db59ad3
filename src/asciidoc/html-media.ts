import { escapeHtml } from '../core/html.ts'
import { shareOf } from '../core/width.ts'
import { decodeText } from '../tree/parse.ts'
import { constraints, targetOf } from './html-inline.ts'
import {
  type NodeConverter,
  type ConverterContext,
  attribute,
  idAndClass,
  plainTitleOf,
} from './converter-context.ts'
import { type AsciidocNode, spotOf } from './processor.ts'

const image: NodeConverter = async (node, kit) => {
  const html = await imageHtml(node, attribute(node, 'target'), kit)
  const caption = node.hasTitle() ? `\n<figcaption>${node.captionedTitle()}</figcaption>` : ''
  const align = attribute(node, 'align') || attribute(node, 'float')
  return `<figure${idAndClass(node, 'image', align === '' ? '' : `align-${align}`)}>\n${html}${caption}\n</figure>`
}

const inlineImage: NodeConverter = async (node, kit) => {
  // Without an icon font an icon is its name.
  if (node.type === 'icon') return `[${escapeHtml(node.getAlt())}]`
  const html = await imageHtml(node, await targetOf(node), kit)
  const names = idAndClass(node)
  return names === '' ? html : `<span${names}>${html}</span>`
}

async function imageHtml(
  node: AsciidocNode,
  target: string,
  kit: ConverterContext,
): Promise<string> {
  const spot = spotOf(node)
  const spellings = [decodeText(target), target]
  const written = decodeText(await node.imageUri(target))
  const unsaid = isUnsaid(node) ? { unsaid: true } : {}
  const src = kit.notebook.note({ written, spot, spellings, ...unsaid })
  const alt = escapeHtml(decodeText(node.getAlt()))
  const title = node.nodeName === 'inline_image' && attribute(node, 'title')
  const tip = title ? ` title="${escapeHtml(decodeText(title))}"` : ''
  const html = `<img src="${src}" alt="${alt}"${tip}${size(node)}>`
  const link = decodeText(attribute(node, 'link'))
  if (link === '') return html
  const to = link === 'self' ? written : link
  const href = kit.notebook.note({
    written: to,
    spot,
    spellings: [link === 'self' ? target : link],
    picture: true,
  })
  return `<a href="${href}"${constraints(node)}>${html}</a>`
}

/** Its author gave neither a title nor an alternative text: Asciidoctor takes the name of the file. */
function isUnsaid(node: AsciidocNode): boolean {
  if (node.nodeName === 'image' && node.hasTitle()) return false
  const name = attribute(node, 'default-alt')
  return name !== '' && attribute(node, 'alt') === name
}

/** Pixels stay pixels; a share of the line becomes a class in steps of ten. */
function size(node: AsciidocNode): string {
  const width = attribute(node, 'width')
  const share = shareOf(width)
  if (share !== undefined) return ` class="${share}"`
  return pixels('width', width) + pixels('height', attribute(node, 'height'))
}

function pixels(name: string, value: string): string {
  const digits = /^(\d+)(?:px)?$/.exec(value)?.[1]
  return digits === undefined ? '' : ` ${name}="${digits}"`
}

/** Films and sounds of the book. */
function player(name: 'video' | 'audio'): NodeConverter {
  return async (node, kit) => {
    const target = decodeText(attribute(node, 'target'))
    const spot = spotOf(node)
    const src = kit.notebook.note({
      written: decodeText(await node.imageUri(target)),
      spot,
      spellings: [target],
    })
    const poster = attribute(node, 'poster')
    const still =
      poster === ''
        ? ''
        : ` poster="${kit.notebook.note({ written: await node.imageUri(poster), spot, spellings: [poster] })}"`
    const switches = ['autoplay', 'loop', 'muted'].filter((option) => node.hasOption(option))
    const controls = node.hasOption('nocontrols') ? [] : ['controls']
    const flags = [...controls, ...switches].map((flag) => ` ${flag}`).join('')
    const caption = node.hasTitle() ? `\n<figcaption>${node.captionedTitle()}</figcaption>` : ''
    return `<figure${idAndClass(node, name)}>\n<${name} src="${src}"${still}${size(node)}${flags}></${name}>${caption}\n</figure>`
  }
}

const film = player('video')

/** Where services show their films, by the number of one. */
const SERVICES: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  wistia: 'https://fast.wistia.net/embed/iframe/',
}

const video: NodeConverter = (node, kit, standard) => {
  const service = SERVICES[attribute(node, 'poster')]
  return service === undefined ? film(node, kit, standard) : serviceFilm(node, service, kit)
}

/** A film that a service plays is a link until a reader asks for it, as on pages in Markdown. */
function serviceFilm(node: AsciidocNode, service: string, kit: ConverterContext): Promise<string> {
  // `id/list` and `id,id` are lists of films that begin with one.
  const [id = ''] = decodeText(attribute(node, 'target')).split(/[/,]/)
  const start = attribute(node, 'start')
  const from = start === '' || !service.includes('youtube') ? '' : `&t=${start}`
  const caption = plainTitleOf(node)
  const given = [{ name: 'url', value: `${service}${id}${from}` }]
  if (caption !== undefined) given.push({ name: 'caption', value: caption })
  const mark = kit.notebook.component({ spot: spotOf(node), tag: 'embed', given })
  return Promise.resolve(`<div${mark}></div>`)
}

/** Images, films and sounds. */
export const mediaConverters: Readonly<Record<string, NodeConverter>> = {
  image,
  inline_image: inlineImage,
  audio: player('audio'),
  video,
}
