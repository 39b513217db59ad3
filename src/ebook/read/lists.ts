// Lists, and terms with what is said of them.
import { type Element, type Node, isElement, valueOf } from '../../tree/node.ts'
import type { Block, Entry, Item } from '../content.ts'
import { idOf, lineOf } from './inlines.ts'
import { type Reading, opened } from './reading.ts'

type BlocksOf = (nodes: readonly Node[], reading: Reading) => readonly Block[]

/** A list; undefined when it has no item. What stands between items is an item. */
export function listOf(
  node: Element,
  reading: Reading,
  itemOf: (node: Element, reading: Reading) => Item,
): Block | undefined {
  const items = itemsIn(node.children)
    .map((item) => itemOf(item, reading))
    .filter(({ blocks, id }) => blocks.length > 0 || id !== undefined)
  if (items.length === 0) return undefined
  const isOrdered = node.name === 'ol'
  const start = Number(valueOf(node, 'start') ?? Number.NaN)
  const marker = /^[aAiI]$/.exec(valueOf(node, 'type') ?? '')?.[0]
  const id = idOf(node)
  return {
    kind: 'list',
    isOrdered,
    items,
    ...(isOrdered && Number.isInteger(start) && start >= 0 ? { start } : {}),
    ...(isOrdered && marker !== undefined ? { marker } : {}),
    ...(id === undefined ? {} : { id }),
  }
}

function itemsIn(nodes: readonly Node[]): readonly Element[] {
  const items: Element[] = []
  for (const node of opened(nodes)) {
    if (isElement(node, 'li')) items.push(node)
    else if (node.kind === 'text' && node.value.trim() === '') continue
    else items.push({ kind: 'element', name: 'li', attributes: [], children: [node] })
  }
  return items
}

/** Terms; undefined when nothing is said. */
export function definitions(
  node: Element,
  reading: Reading,
  blocksOf: BlocksOf,
): Block | undefined {
  const entries: { terms: Entry['terms'][number][]; details: (readonly Block[])[] }[] = []
  for (const child of childrenOf(node)) {
    const last = entries.at(-1)
    if (child.name === 'dt') {
      const id = idOf(child)
      const term = {
        children: lineOf(child.children, reading),
        ...(id === undefined ? {} : { id }),
      }
      if (last === undefined || last.details.length > 0)
        entries.push({ terms: [term], details: [] })
      else last.terms.push(term)
    } else {
      const details = blocksOf(child.children, reading)
      if (last === undefined) entries.push({ terms: [], details: [details] })
      else last.details.push(details)
    }
  }
  const id = idOf(node)
  if (entries.length === 0) return undefined
  return { kind: 'terms', entries, ...(id === undefined ? {} : { id }) }
}

/** Terms and details, also inside of boxes. */
function childrenOf(node: Element): readonly Element[] {
  return [...opened(node.children)].flatMap((child): readonly Element[] => {
    if (isElement(child, 'dt', 'dd')) return [child]
    return isElement(child, 'div') ? childrenOf(child) : []
  })
}
