// A block that nobody knows. Its content is kept, and what it says in words is said; of its tags nothing is shown.
import { type Node, element, raw, words } from '../tree/node.ts'
import { type Component, type ComponentBlock, textOf } from './define.ts'

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
  const url = textOf(block, 'url', 'src', 'href', 'link')
  const head: Node[] = []
  const isAddress = url !== undefined && /^https?:\/\//i.test(url)
  if (isAddress)
    head.push(element('p', [], [element('a', [['href', url]], [words(title ?? url)])]), raw('\n'))
  else if (title !== undefined)
    head.push(element('p', [], [element('strong', [], [words(title)])]), raw('\n'))
  return [...head, ...block.content]
}
