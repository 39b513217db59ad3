// `<i class="fa-github">:github:</i>` of GitBook.com's editor: a symbol where handbook has it, and never the name of one.
import { isFamily } from '../core/symbol.ts'
import type { Listed } from '../tree/listed.ts'
import { type Node, classesOf, isElement } from '../tree/node.ts'
import { replaceNodes } from '../tree/replace.ts'
import { symbol } from '../tree/passes/head.ts'

/** Puts symbols in the place of icons; `elements` are those below the nodes. */
export function showIcons(nodes: Node[], { elements }: Pick<Listed, 'elements'>): void {
  if (!elements.some((node) => iconOf(node) !== undefined)) return
  replaceNodes(nodes, (node) => {
    const name = iconOf(node)
    return name === undefined ? undefined : (symbol(name) ?? { kind: 'raw', html: '' })
  })
}

/** The name of the icon that an element is; undefined when it is none. */
function iconOf(node: Node): string | undefined {
  if (!isElement(node, 'i')) return undefined
  const name = classesOf(node).find((one) => one.startsWith('fa-') && !isFamily(one))
  const isPlaceholder = node.children.every(
    (child) => child.kind === 'text' && /^\s*(?::?[\w-]+:?)?\s*$/.test(child.value),
  )
  return isPlaceholder ? name?.slice(3) : undefined
}
