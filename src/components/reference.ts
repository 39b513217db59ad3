// A page that a page leads to, by its title: `{% content-ref url="a.md" %}`, the older `{% page-ref page="a.md" %}`, and links
// that are mentions. What their authors wrote as words is the name of a file more often than not.
import { baseName, decodeReference } from '../core/path.ts'
import { isOfDeleted, splitReference } from '../core/reference.ts'
import { spaceLink } from '../core/space-link.ts'
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  element,
  forEachElement,
  isElement,
  raw,
  textContent,
  valueOf,
  words,
} from '../tree/node.ts'
import type { Listed } from '../tree/listed.ts'
import { isBlank } from './blank.ts'
import { changeNodes } from '../tree/replace.ts'
import {
  type Component,
  type ComponentBlock,
  type ComponentKit,
  attribute,
  hrefIn,
  tags,
} from './define.ts'
import { SOURCES, fileName } from './media.ts'

const NEW_LINE = raw('\n')
const PLACEHOLDER =
  /^(?:\.{0,2}\/?|#\S*|[^\s]*\.(?:md|markdown|adoc)(?:#\S*)?|broken-reference|[^\s]*\/)$/i

export const reference: Component = {
  name: 'reference',
  tags: [...tags('void', 'page-ref'), ...tags('paired', 'content-ref')],
  values(block, kit) {
    const given = targetOf(block, kit)
    if (given === undefined) return {}
    return { url: given.value, title: titleOf(given, textContent(block.content).trim(), kit) }
  },
  html(block, kit) {
    const first = block.content.find((node) => !isBlank(node))
    const written = first === undefined ? '' : textContent([first]).trim()
    const given = targetOf(block, kit)
    if (given === undefined) return block.content
    const text = titleOf(given, written, kit)
    const link: Element = {
      ...element('a', [], [words(text)]),
      at: block.at,
      attributes: [{ name: 'href', value: given.value, at: given.at ?? block.at }],
    }
    return [element('p', [['class', 'ref']], [link]), NEW_LINE, ...moreThan(block.content)]
  },
}

/** What stands in a reference beyond its words: it is no name of what it leads to, and never ended more often than not. */
function moreThan(content: readonly Node[]): readonly Node[] {
  const [first, ...others] = content.filter((node) => !isBlank(node))
  // In a cell there are no paragraphs.
  const isInCell = first?.kind === 'text' || isElement(first, 'a')
  const isName = isElement(first, 'p') ? isLinkOrWords(first) : isInCell
  const more = isName || first === undefined ? others : [first, ...others]
  return more.flatMap((node) => [node, NEW_LINE])
}

function isLinkOrWords({ children }: Element): boolean {
  const said = children.filter((node) => !isBlank(node))
  return said.length === 1 || !said.some((node) => isElement(node, 'a'))
}

/** What a reference leads to. GitBook.com's editor writes folders without a name for their first page: `url=""`, `url=".."`. */
function targetOf(block: ComponentBlock, kit: ComponentKit): Attribute | undefined {
  const named = attribute(block, ...SOURCES)
  const linked = hrefIn(block.content)
  if (named === undefined || !/^(?:\.{1,2}(?:\/|$))*$/.test(named.value)) return named ?? linked
  const folder = { ...named, value: named.value === '' ? './' : named.value }
  return linked === undefined || kit.titleOf(folder) !== undefined ? folder : linked
}

/** The words of a reference: those of its author where they say something, else the title of what it leads to. */
function titleOf(given: Attribute, written: string, kit: ComponentKit): string {
  const { value } = given
  const isSaid = saysSomething(written, value)
  const isElsewhere = /^https?:/i.test(value) && spaceLink(value) === undefined
  if (isSaid && (value.includes('#') || isElsewhere)) return written
  const title = partOf(value, kit) ?? kit.titleOf(given)
  if (title !== undefined) return title
  if (isSaid) return written
  if (isOfDeleted(value)) return kit.words.missing
  return /^https?:/i.test(value)
    ? value.replace(/^https?:\/\//i, '').replace(/\/$/, '')
    : fileName(value).replace(/\.(?:md|markdown|adoc)$/i, '')
}

/** Are these words more than the address, or the name of its file or folder? */
function saysSomething(written: string, value: string): boolean {
  if (written === '' || written === value || PLACEHOLDER.test(written)) return false
  const { path } = splitReference(value)
  return !path.endsWith('/') || written !== baseName(decodeReference(path.slice(0, -1)))
}

/** The heading that a reference to a part of a page means. */
function partOf(value: string, kit: ComponentKit): string | undefined {
  const { path, hash } = splitReference(value)
  if (hash.length < 2 || /^[a-z]+:/i.test(value)) return undefined
  const text = kit.fileText(pageIn(path, kit))
  return text === undefined ? undefined : kit.headingOf(text, decodeReference(hash.slice(1)))
}

/** The page that a path leads to: this one, or the first of a folder. */
function pageIn(path: string, kit: ComponentKit): string {
  if (path === '') return baseName(kit.page.path)
  const folder = /(?:^|\/)\.{1,2}$/.test(path) ? `${path}/` : path
  return folder.endsWith('/') ? `${folder}README.md` : path
}

/** Gives mentions the titles of what they mention: `[a.md](a.md "mention")`, `<a data-mention href="a.md">`. */
export function nameMentions(
  nodes: readonly Node[],
  { elements }: Pick<Listed, 'elements'>,
  kit: ComponentKit,
): void {
  if (!elements.some(isMention)) return
  changeNodes(nodes, (node) => {
    const href = isMention(node) ? attributeOf(node, 'href') : undefined
    if (!isMention(node) || href === undefined) return false
    const mention = attributeOf(node, 'data-mention')
    const kept = node.attributes.filter(({ name }) => name !== 'title' && name !== 'data-mention')
    node.attributes.splice(0, node.attributes.length, ...kept)
    // AsciiDoc has words for those, too, which no author wrote.
    const said = mention?.value === 'unsaid' ? '' : textContent(node.children).trim()
    node.children = [words(titleOf(href, said, kit))]
    return true
  })
}

function isMention(node: Node): node is Element {
  if (!isElement(node, 'a')) return false
  return valueOf(node, 'title') === 'mention' || attributeOf(node, 'data-mention') !== undefined
}

/** The name of a page is its title, and that of a part of it its heading. */
export function nameLinks(cell: Element, kit: ComponentKit): void {
  forEachElement([cell], (node) => {
    const href = node.name === 'a' ? attributeOf(node, 'href') : undefined
    if (href === undefined) return
    const title = titleOf(href, textContent(node.children).trim(), kit)
    node.children = [words(title, node.at?.source)]
  })
}
