// A page that a page leads to, by its title: `{% content-ref url="a.md" %}`, the older `{% page-ref page="a.md" %}`, and links
// that are mentions. What their authors wrote as words is the name of a file more often than not.
import {
  type Attribute,
  type Element,
  type Node,
  attributeOf,
  element,
  forEachElement,
  raw,
  textContent,
  words,
} from '../tree/node.ts'
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
/** What the editor leaves where a page is gone. */
const BROKEN = /^(?:\/?broken-reference\b|\/broken\/)/
const PLACEHOLDER =
  /^(?:\.{0,2}\/?|[^\s]*\.(?:md|markdown|adoc)(?:#\S*)?|broken-reference|[^\s]*\/)$/i

export const reference: Component = {
  name: 'reference',
  tags: [...tags('void', 'page-ref'), ...tags('paired', 'content-ref')],
  html(block, kit) {
    const written = textContent(block.content).trim()
    const given = targetOf(block, kit)
    if (given === undefined) return block.content
    const text = titleOf(given, written, kit)
    if (BROKEN.test(given.value)) return [element('p', [['class', 'ref']], [words(text)]), NEW_LINE]
    const link: Element = {
      ...element('a', [], [words(text)]),
      at: block.at,
      attributes: [{ name: 'href', value: given.value, at: given.at ?? block.at }],
    }
    return [element('p', [['class', 'ref']], [link]), NEW_LINE]
  },
}

/** What a reference leads to. GitBook.com's editor writes folders without a name for their first page: `url=""`, `url=".."`. */
function targetOf(block: ComponentBlock, kit: ComponentKit): Attribute | undefined {
  const named = attribute(block, ...SOURCES)
  const linked = hrefIn(block.content)
  if (named === undefined || !/^(?:\.{1,2}(?:\/|$))*$/.test(named.value)) return named ?? linked
  const folder = { ...named, value: named.value === '' ? './' : named.value }
  return linked === undefined || kit.titleOf(folder) !== undefined ? folder : linked
}

/** The words of a reference: those of its author where they mean a part of a page, else the title of the page. */
function titleOf(given: Attribute, written: string, kit: ComponentKit): string {
  const { value } = given
  const isSaid = written !== '' && written !== value && !PLACEHOLDER.test(written)
  if (isSaid && (value.includes('#') || /^https?:/i.test(value))) return written
  const title = kit.titleOf(given)
  if (title !== undefined) return title
  if (isSaid) return written
  if (BROKEN.test(value)) return kit.words.missing
  return /^https?:/i.test(value)
    ? value.replace(/^https?:\/\//i, '').replace(/\/$/, '')
    : fileName(value).replace(/\.(?:md|markdown|adoc)$/i, '')
}

/** Gives mentions the titles of what they mention: `[a.md](a.md "mention")`, `<a data-mention href="a.md">`. */
export function nameMentions(nodes: readonly Node[], kit: ComponentKit): void {
  forEachElement(nodes, (node) => {
    if (node.name !== 'a') return
    const isMention =
      attributeOf(node, 'title')?.value === 'mention' ||
      attributeOf(node, 'data-mention') !== undefined
    const href = attributeOf(node, 'href')
    if (!isMention || href === undefined) return
    const kept = node.attributes.filter(({ name }) => name !== 'title' && name !== 'data-mention')
    node.attributes.splice(0, node.attributes.length, ...kept)
    node.children = [words(titleOf(href, textContent(node.children).trim(), kit))]
  })
}
