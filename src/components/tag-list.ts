// `{% tags %}`: every tag of the book as a heading, with links to the pages that carry it.
import { type Element, type Node, type SourceRange, element, raw, words } from '../tree/node.ts'
import { symbol } from '../tree/passes/head.ts'
import {
  type Component,
  type ComponentBlock,
  type ComponentKit,
  type ShownTag,
  tags,
} from './define.ts'

const NEW_LINE = raw('\n')

export const tagList: Component = {
  name: 'tag-list',
  tags: tags('void', 'tags'),
  html(block, kit) {
    const { compare } = new Intl.Collator(kit.words.language, { numeric: true })
    const sorted = kit.tags().toSorted((one, other) => compare(one.label, other.label))
    return sorted.flatMap((tag) => [oneTag(tag, block, kit), NEW_LINE])
  },
}

function oneTag(
  { id, label, icon, pages }: ShownTag,
  { at }: ComponentBlock,
  kit: ComponentKit,
): Element {
  const shown = symbol(icon)
  const heading = {
    ...element('h2', [], [...(shown === undefined ? [] : [shown]), words(label)]),
    attributes: [{ name: 'id', value: id, at }],
  }
  const items = pages.flatMap((page) => [pageItem(page, at, kit), NEW_LINE])
  const list = element('ul', [], [NEW_LINE, ...items])
  return element('div', [['class', 'tagged']], [NEW_LINE, heading, NEW_LINE, list, NEW_LINE])
}

function pageItem(page: string, at: SourceRange | undefined, kit: ComponentKit): Node {
  const href = { name: 'href', value: page, at }
  const link = { ...element('a', [], [words(kit.titleOf(href) ?? page)]), at, attributes: [href] }
  return element('li', [], [link])
}
