// Headings in boxes beside the text of a page, which its list of headings leaves out: those of cards, and in books of
// GitBook.com those of hints, tabs and details, as it has it.
import type { Heading } from '../../core/book.ts'
import { type Element, type Node, hasClass, headingLevel, valueOf } from '../node.ts'

/** The headings of a page, with those marked that stand beside its text. */
export function withAsides(
  headings: readonly Heading[],
  nodes: readonly Node[],
  isOfGitbookCom = false,
): readonly Heading[] {
  const ids = new Set<string>()
  const visit = (inside: readonly Node[], isInBox: boolean): void => {
    for (const node of inside) {
      if (!('children' in node)) continue
      const isElement = node.kind === 'element'
      if (isInBox && isElement && headingLevel(node) > 0) ids.add(valueOf(node, 'id') ?? '')
      visit(node.children, isInBox || (isElement && isBox(node, isOfGitbookCom)))
    }
  }
  visit(nodes, false)
  if (ids.size === 0) return headings
  return headings.map((heading) => (ids.has(heading.id) ? { ...heading, isAside: true } : heading))
}

function isBox(node: Element, isOfGitbookCom: boolean): boolean {
  if (hasClass(node, 'cards')) return true
  if (!isOfGitbookCom) return false
  return node.name === 'details' || hasClass(node, 'callout') || hasClass(node, 'tab')
}
