// The numbers of headings where they go on from that of the page: `1.2.1` is the first section of page 1.2. The style sheet
// shows them; it cannot know the number of the page itself.
import { type Element, type Node, headingLevel, setAttribute } from '../node.ts'

/** The lowest heading with a number. */
const LOWEST = 4

/** Writes its number into every heading of a page, but those in quotes. */
export function numberHeadings(nodes: readonly Node[], chapter: string | undefined): void {
  if (chapter === undefined) return
  const counts: number[] = []
  for (const heading of headingsIn(nodes)) {
    const depth = headingLevel(heading) - 1
    while (counts.length < depth) counts.push(0)
    counts.length = depth
    if (depth > 0) counts[depth - 1] = (counts[depth - 1] ?? 0) + 1
    setAttribute(heading, 'data-number', [chapter, ...counts].join('.'))
  }
}

function* headingsIn(nodes: readonly Node[]): Iterable<Element> {
  for (const node of nodes) {
    if (node.kind === 'block') yield* headingsIn(node.children)
    if (node.kind !== 'element' || node.name === 'blockquote') continue
    const level = headingLevel(node)
    if (level === 0) yield* headingsIn(node.children)
    else if (level <= LOWEST) yield node
  }
}
