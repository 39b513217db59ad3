// Ids with white space, which authors wrote in HTML: no id may hold any. The id gets hyphens, and the old name stays as
// that of an anchor, so that links lead there from inside and outside of the book.
import { type Element, added, attributeOf, setAttribute } from '../node.ts'
import { createIdPool } from '../slug.ts'

const SPACE = /[ \t\n\f\r]+/g
/** May hold an anchor as its first child. */
const HOLDS_ANCHOR = new Set(
  'blockquote dd div dt figcaption figure h1 h2 h3 h4 h5 h6 li p section span td th'.split(' '),
)

/** Makes such ids valid, each another one than those that are. Tells whether there were any. */
export function settleIds(elements: readonly Element[]): boolean {
  const valid: string[] = []
  const found: (readonly [node: Element, id: string])[] = []
  for (const node of elements) {
    const id = node.attributes.length === 0 ? undefined : attributeOf(node, 'id')
    if (id === undefined) continue
    if (/[ \t\n\f\r]/.test(id.value)) found.push([node, id.value])
    else valid.push(id.value)
  }
  if (found.length === 0) return false
  const pool = createIdPool()
  for (const id of valid) pool.reserve(id)
  for (const [node, id] of found) {
    setAttribute(node, 'id', pool.claim(id.trim().replaceAll(SPACE, '-')))
    keepName(node, id)
  }
  return true
}

function keepName(node: Element, name: string): void {
  if (node.name === 'a' && attributeOf(node, 'name') === undefined) setAttribute(node, 'name', name)
  else if (HOLDS_ANCHOR.has(node.name)) node.children.unshift(added('a', [['name', name]]))
}
