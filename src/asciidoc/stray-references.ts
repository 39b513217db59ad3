// References to an id alone (`<<id>>`) that the page does not have: in books that were one document it stands on
// another page. Where exactly one has it, the reference leads there.
import type { AnchorHolder } from '../core/anchor.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { type FolderPrefix, decodeReference, encodePath, writtenFrom } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { fragment } from '../tree/fragment.ts'
import { type Element, type Node, attributeOf, forEachElement, words } from '../tree/node.ts'

/** The ids of the other pages. */
export interface OtherAnchors {
  /** What a leading '/' means. */
  readonly root: FolderPrefix
  /** The other pages that have an id. */
  readonly holdersOf: (id: string) => readonly AnchorHolder[]
}

interface StrayKit extends OtherAnchors {
  readonly ids: readonly string[]
  readonly report: (diagnostic: Diagnostic) => void
}

/** Leads the references of a page to those pages. */
export function leadStrayReferences(
  nodes: readonly Node[],
  others: OtherAnchors | undefined,
  page: Omit<StrayKit, keyof OtherAnchors>,
): void {
  if (others === undefined) return
  const kit = { ...others, ...page }
  const ids = new Set(kit.ids)
  forEachElement(nodes, (node) => {
    const href = node.name === 'a' ? attributeOf(node, 'href') : undefined
    if (href?.note?.local === undefined || !href.value.startsWith('#')) return
    const id = decodeReference(href.value.slice(1))
    if (id !== '' && !ids.has(id)) lead(node, id, kit)
  })
}

function lead(node: Element, id: string, { root, holdersOf, report }: StrayKit): void {
  const href = attributeOf(node, 'href')
  const holders = holdersOf(id)
  const [first] = holders
  if (href === undefined || first === undefined) return
  const { at, note } = href
  if (holders.length > 1) {
    const place = at?.source.place(at.from, at.to) as Place
    const pages = holders.map(({ page }) => page)
    const written = `${writtenFrom(place.file, first.page)}#${first.id}`
    report(problem('links/ambiguous-anchor', place, { id, pages, written }))
    node.attributes.splice(node.attributes.indexOf(href), 1)
    return
  }
  href.value = `/${encodePath(first.page.slice(root.length))}${fragment(first.id)}`
  if (note?.local === 'wordless' && first.title !== '') node.children = [words(first.title)]
}
