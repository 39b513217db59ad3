// A block that nobody knows. Its content is kept, and what it says in words is said; of its tags nothing is shown.
import { isPicturePath } from '../core/path.ts'
import {
  type Attribute,
  type Element,
  type Node,
  element,
  isBlank,
  isElement,
  raw,
  words,
} from '../tree/node.ts'
import { saysNothing } from './blank.ts'
import { type Component, type ComponentBlock, attribute, textOf } from './define.ts'

export const unknown: Component = {
  name: 'unknown',
  tags: [],
  html: shown,
}

/** What a tag without an end divides a block into that nobody knows: GitBook's plugins gave their blocks such parts. */
export const unknownPart: Component = {
  name: 'unknown-part',
  within: 'unknown',
  tags: [],
  html: shown,
}

function shown(block: ComponentBlock): readonly Node[] {
  if (block.isInline === true) return block.content
  const title = textOf(block, 'title', 'caption', 'label', 'description', 'summary')
  const url = attribute(block, 'url', 'src', 'href', 'link')
  const head: Node[] = []
  if (saysNothing(block.content)) return whatItNames(block, title)
  const picture = pictureOf(block, title)
  if (picture !== undefined) return figure(picture, block.content)
  if (url !== undefined && leadsOn(url.value.trim(), title))
    head.push(element('p', [], [linkTo(url, title)]), raw('\n'))
  else if (title !== undefined)
    head.push(element('p', [], [element('strong', [], [words(title)])]), raw('\n'))
  return [...head, ...block.content]
}

const WEB = /^https?:\/\//i
const FILE = /^[^\s<>]+\.\w{1,8}$/

/** An address of the web; with a title, a page or a folder of the book, too. */
function leadsOn(value: string, title: string | undefined): boolean {
  const isOfBook = FILE.test(value) || /^[^\s<>]+\/$/.test(value)
  return WEB.test(value) || (title !== undefined && isOfBook)
}

function linkTo(named: Attribute, title: string | undefined): Element {
  const link = element('a', [], [words(title ?? named.value.trim())])
  link.attributes.push({ ...named, name: 'href' })
  return link
}

const NAMED = ['url', 'src', 'href', 'link', 'file', 'path', '']

/** The picture that a block names. */
function pictureOf(block: ComponentBlock, title: string | undefined): Element | undefined {
  const named = attribute(block, ...NAMED)
  if (named === undefined || !isPicturePath(named.value.trim())) return undefined
  const alt = { name: 'alt', value: title ?? '' }
  return { ...element('img', []), attributes: [{ ...named, name: 'src' }, alt] }
}

/** A picture with words below: `{% figure "a.png" %}…{% endfigure %}`. */
function figure(picture: Element, content: readonly Node[]): readonly Node[] {
  const [only, ...others] = content.filter((node) => !isBlank(node))
  const isLine = others.length === 0 && isElement(only, 'p')
  const said = element('figcaption', [], isLine ? only.children : [...content])
  return [element('figure', [], [picture, raw('\n'), said]), raw('\n')]
}

/** A block without content is about what it names: a page elsewhere, or a file of the book. */
function whatItNames(block: ComponentBlock, title: string | undefined): readonly Node[] {
  const picture = pictureOf(block, title)
  if (picture !== undefined) return [element('p', [], [picture]), raw('\n')]
  const named = attribute(block, ...NAMED)
  const value = named?.value.trim() ?? ''
  if (named !== undefined && (WEB.test(value) || FILE.test(value)))
    return [element('p', [], [linkTo(named, title)]), raw('\n')]
  if (title === undefined) return block.content
  return [element('p', [], [element('strong', [], [words(title)])]), raw('\n')]
}
