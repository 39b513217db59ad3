// Films, sounds, pictures, files and pages of others. A link is always there, and nothing is asked of others before a reader
// follows it: a script puts the player of a known host in its place when it is clicked. What the book itself has is played.
import { decodeReference, extensionOf } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import {
  type Attribute,
  type Element,
  type MarkdownWriting,
  type Node,
  added,
  element,
  forEachElement,
  isElement,
  raw,
  textContent,
  words,
} from '../tree/node.ts'
import { isBlank } from './blank.ts'
import { expandable } from './expandable.ts'
import {
  type Component,
  type ComponentBlock,
  type ComponentKit,
  attribute,
  hrefIn,
  tags,
  textOf,
} from './define.ts'
import { playerOf } from './players.ts'

/** Attributes that hold an address; a value without a name does too. */
export const SOURCES: readonly string[] = [
  'url',
  'src',
  'href',
  'page',
  'path',
  'link',
  'id',
  'video',
  '',
]
const NEW_LINE = raw('\n')

/** Films by their numbers: what the address has before it. */
const FILMS: { readonly [tag: string]: string } = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  bilibili: 'https://www.bilibili.com/video/',
  youku: 'https://v.youku.com/v_show/id_',
  asciinema: 'https://asciinema.org/a/',
}
/** And behind it. */
const FILM_ENDS: { readonly [tag: string]: string } = { youku: '.html' }

export const embed: Component = {
  name: 'embed',
  tags: tags(
    'optional',
    ...'embed video localvideo audio iframe pdf urlembed iframely oembed'.split(' '),
    ...Object.keys(FILMS),
  ),
  html(block, kit) {
    const body = textContent(block.content).trim()
    const given = textOf(block, ...SOURCES) ?? ofData(block, 'url')
    if (given !== undefined) return embedded(block, given, block.content, kit)
    // Some books put the address between the tags.
    return /^\S+$/.test(body) ? embedded(block, body, [], kit) : withoutAddress(block, kit)
  },
  markdown: asLink,
}

/** Slides of the plugin reveal by their address, or what the plugin click-reveal hides. */
export const reveal: Component = {
  name: 'reveal',
  tags: tags('optional', 'reveal'),
  html(block, kit) {
    const body = textContent(block.content).trim()
    const isAddress = textOf(block, ...SOURCES) !== undefined || /^\S+\.html?$/i.test(body)
    const shown = isAddress || isWeb(body) ? embed : expandable
    return shown.html?.(block, kit) ?? []
  },
}

/** A fact of `{% embed data="{\"url\":…,\"title\":…}" %}` of 2018. */
function ofData(block: ComponentBlock, name: 'url' | 'title'): string | undefined {
  const found = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)+)"`).exec(
    textOf(block, 'data') ?? '',
  )
  return found?.[1]?.replaceAll(/\\(.)/g, '$1')
}

function embedded(
  block: ComponentBlock,
  given: string,
  content: readonly Node[],
  kit: ComponentKit,
): readonly Node[] {
  const address = addressOf(block.tag, given)
  const player = playerOf(address)
  const extra: Attribute[] = player === undefined ? [] : [{ name: 'data-player', value: player }]
  const at = attribute(block, ...SOURCES)?.at
  // A page of the book is called by its title.
  const otherwise = isWeb(address)
    ? ofData(block, 'title')
    : (kit.titleOf({ name: 'href', value: address, at }) ?? fileName(address))
  const beside = hostOf(address)
  const link = linked(block, { address, content, name: 'embed', extra, beside, otherwise })
  return [...playerHere(block, address), ...link]
}

/** The address of a film by its number; marks of a player may stand behind that. */
function addressOf(tag: string, given: string): string {
  const film = FILMS[tag]
  if (film === undefined || isWeb(given)) return given
  return film + given.replace(/@+$/, '') + (FILM_ENDS[tag] ?? '')
}

/** The player of a film or sound that is a file of the book, above its link. */
function playerHere(block: ComponentBlock, address: string): readonly Node[] {
  const kind = isWeb(address) ? undefined : mediaOf(address)
  if (kind === undefined || block.isInline === true) return []
  const at = attribute(block, ...SOURCES)?.at ?? block.at
  const shown = element(kind, [['class', 'player']])
  const attributes = [
    ...shown.attributes,
    { name: 'controls', value: '' },
    { name: 'preload', value: 'metadata' },
    { name: 'src', value: address, at },
  ]
  return [{ ...shown, at: block.at, attributes }, NEW_LINE]
}

function mediaOf(address: string): 'video' | 'audio' | undefined {
  const extension = extensionOf(splitReference(address).path).slice(1).toLowerCase()
  if (/^(?:mp4|m4v|webm|ogv|mov)$/.test(extension)) return 'video'
  return /^(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)$/.test(extension) ? 'audio' : undefined
}

/** In Markdown there are no players: the link is all. */
function asLink(
  { children, isInline }: ComponentBlock,
  writing: MarkdownWriting,
): readonly string[] {
  const rest = children.filter((node) => !isElement(node, 'video', 'audio'))
  return isInline === true ? [writing.inline(rest)] : writing.blocks(rest)
}

function hostOf(address: string): string {
  return /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1] ?? ''
}

export const file: Component = {
  name: 'file',
  tags: tags('optional', 'file'),
  html(block, kit) {
    const { content } = block
    const address = textOf(block, ...SOURCES)
    if (address === undefined) return withoutAddress(block, kit)
    const otherwise = fileName(address)
    const beside = extensionOf(splitReference(address).path).slice(1).toUpperCase()
    const extra = [{ name: 'download', value: '', written: ' download' }]
    const link = linked(block, { address, content, name: 'file', extra, beside, otherwise })
    return [...playerHere(block, address), ...link]
  },
  markdown: asLink,
}

/** A block of a service that GitBook.com had: `{% @vendor/block url="…" %}`. */
export const vendor: Component = {
  name: 'vendor',
  tags: [],
  html(block, kit) {
    const address = textOf(block, 'url', 'src', 'link')
    if (address !== undefined && isWeb(address)) return embedded(block, address, block.content, kit)
    if (!block.content.every(isBlank)) return block.content
    const text = textOf(block, 'content', 'code', 'text')
    const isDiagram = /mermaid/i.test(block.tag)
    // Elements of the service's own draw nothing anywhere else.
    if (text !== undefined && !/^\s*<[a-z]\w*-/.test(text))
      return [
        kit.code({
          text: isDiagram ? withoutFences(text) : text,
          language: isDiagram ? 'mermaid' : '',
          source: block.at?.source,
        }),
      ]
    return withoutAddress(block, kit)
  },
}

/** The editor took indented lines of a diagram for code, and put a fence around them. */
function withoutFences(text: string): string {
  return text.replaceAll(/^[ \t]*`{3,}[ \t]*\n?/gm, '')
}

export const picture: Component = {
  name: 'picture',
  tags: tags('optional', 'lightbox', 'image', 'fancybox'),
  html(block) {
    const given = attribute(block, ...SOURCES)
    if (given === undefined) return block.content
    const alt = textOf(block, 'caption', 'title') ?? textContent(block.content).trim()
    const image: Element = {
      ...element('img', []),
      attributes: [
        { ...given, name: 'src' },
        { name: 'alt', value: alt },
      ],
    }
    return block.isInline === true ? [image] : [element('p', [], [image]), NEW_LINE]
  },
}

/** What leads nowhere is what stands in it, and its author is told. */
function withoutAddress(block: ComponentBlock, kit: ComponentKit): readonly Node[] {
  const { at, tag, content } = block
  const place = at?.source.place(at.from, at.to) ?? kit.page.place
  kit.report(problem('component/no-address', place, { name: tag }))
  return content
}

function isWeb(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address)
}

/** The name of the file that an address leads to. */
export function fileName(url: string): string {
  const name = decodeReference(splitReference(url).path).split('/').at(-1) ?? ''
  return name === '' ? url : name
}

/** What a link of a block is made of. */
interface LinkParts {
  readonly address: string
  readonly content: readonly Node[]
  /** Its class. */
  readonly name: string
  readonly extra?: readonly Attribute[]
  /** A few words beside it, for readers alone. */
  readonly beside?: string
  /** Its words when its author gave none. */
  readonly otherwise?: string | undefined
}

/** A link with its caption as its words: its first paragraph. What more there is stands below it. */
export function linked(block: ComponentBlock, made: LinkParts): readonly Node[] {
  const { address, content, name, extra = [], beside } = made
  const { line, rest } = captioned(block, content, address)
  const caption = textOf(block, 'caption', 'title') ?? made.otherwise ?? address
  const at = attribute(block, ...SOURCES)?.at ?? block.at
  const link: Element = {
    ...element('a', [], line.length > 0 ? [...line] : [words(caption)]),
    at: block.at,
    attributes: [{ name: 'href', value: address, at }, ...extra],
  }
  if (block.isInline === true) return [link, ...rest]
  const shown = element('p', [['class', name]], [link, ...factsOf(beside)])
  return [shown, NEW_LINE, ...rest]
}

function factsOf(beside = ''): readonly Node[] {
  return beside === '' ? [] : [added('span', [['class', 'beside']], [words(beside)])]
}

/** The words between the tags that are a caption, and what else stands there. */
function captioned(
  { isInline }: ComponentBlock,
  content: readonly Node[],
  address: string,
): { readonly line: readonly Node[]; readonly rest: readonly Node[] } {
  const [first, ...others] = content.filter((node) => !isBlank(node))
  const isLine = isInline === true || isElement(first, 'p')
  const line = isInline === true ? content : isElement(first, 'p') ? first.children : []
  const said = isLine ? wordsFor(line, address) : undefined
  if (said === undefined) return { line: [], rest: content }
  return { line: said, rest: isInline === true ? [] : others.flatMap((node) => [node, NEW_LINE]) }
}

/** A caption has no links, but may be the link itself: `[Title](address)`. Its address alone says nothing. */
function wordsFor(line: readonly Node[], address: string): readonly Node[] | undefined {
  const [only, ...others] = line.filter((node) => !isBlank(node))
  const isItself =
    others.length === 0 && isElement(only, 'a') && hrefIn(line)?.value.trim() === address
  const said = isItself && only !== undefined && 'children' in only ? only.children : line
  if (textContent(said).trim() === address) return []
  return hasLinks(said) ? undefined : said
}

function hasLinks(nodes: readonly Node[]): boolean {
  let found = false
  forEachElement(nodes, ({ name }) => (found ||= name === 'a'))
  return found
}
