// Headings in boxes beside the text of a page, which its list of headings leaves out: those of cards, and in books of
// GitBook.com those of hints, tabs and details, as it has it.
import type { Heading } from '../../core/book.ts'
import { type Element, forEachElement, hasClass, headingLevel, valueOf } from '../node.ts'

/** The headings of a page of these elements, with those marked that stand beside its text. */
export function withAsides(
  headings: readonly Heading[],
  elements: readonly Element[],
  isOfGitbookCom = false,
): readonly Heading[] {
  const ids = new Set<string>()
  const boxed = new Set<Element>()
  for (const box of elements) {
    if (!isBox(box, isOfGitbookCom) || boxed.has(box)) continue
    forEachElement(box.children, (node) => {
      boxed.add(node)
      if (headingLevel(node) > 0) ids.add(valueOf(node, 'id') ?? '')
    })
  }
  if (ids.size === 0) return headings
  return headings.map((heading) => (ids.has(heading.id) ? { ...heading, isAside: true } : heading))
}

function isBox(node: Element, isOfGitbookCom: boolean): boolean {
  if (hasClass(node, 'cards')) return true
  if (!isOfGitbookCom) return false
  return node.name === 'details' || hasClass(node, 'callout') || hasClass(node, 'tab')
}
