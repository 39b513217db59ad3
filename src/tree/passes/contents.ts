// A list of the headings of a page where its author asked for one: at `<!-- toc -->`, as plugins of old books put it.
import {
  type ContentsItem,
  type ContentsWishes,
  belowTitle,
  contentsOf,
} from '../../core/contents.ts'
import type { Heading } from '../../core/book.ts'
import { type Node, added, element, raw, words } from '../node.ts'

const SIGN = /^\s*<!--\s*toc\s*-->\s*$/i

/** Puts the lists; the ids of headings are known. */
export function putContents(
  nodes: Node[],
  headings: readonly Heading[],
  wanted: ContentsWishes,
): void {
  for (const [index, node] of nodes.entries()) {
    if ('children' in node) putContents(node.children, headings, wanted)
    if (node.kind !== 'raw' || !SIGN.test(node.html)) continue
    const items = contentsOf(belowTitle(headings, false), wanted)
    nodes[index] = items.length === 0 ? raw('') : added('ul', [], listOf(items))
  }
}

function listOf(items: readonly ContentsItem[]): Node[] {
  return [
    raw('\n'),
    ...items.flatMap(({ id, text, children }) => [
      element(
        'li',
        [],
        [
          element('a', [['href', `#${id}`]], [words(text)]),
          ...(children.length === 0 ? [] : [raw('\n'), element('ul', [], listOf(children))]),
        ],
      ),
      raw('\n'),
    ]),
  ]
}
