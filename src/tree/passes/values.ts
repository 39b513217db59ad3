// Values in running text, as GitBook.com writes them: `<code class="expression">space.vars.price</code>` is the value
// of what stands in it. Code of a page that an author meant as code is never such an element.
import type { Place } from '../../core/diagnostic.ts'
import { replaceNodes } from '../replace.ts'
import { type Element, type Node, hasClass, textContent, words } from '../node.ts'

/** Gives the value of an expression as text; undefined when it cannot be told, which is reported at its place. */
export type Evaluate = (expression: string, at: Place | undefined) => string | undefined

/** Puts values in the place of the expressions that ask for them. */
export function putValues(nodes: Node[], evaluate: Evaluate): void {
  replaceNodes(nodes, (node) => {
    if (node.kind !== 'element' || !isExpression(node)) return undefined
    const { at } = node
    const value = evaluate(textContent(node.children).trim(), at?.source.place(at.from, at.to))
    return value === undefined ? undefined : words(value, at?.source)
  })
}

function isExpression(node: Element): boolean {
  return node.name === 'code' && node.tags !== undefined && hasClass(node, 'expression')
}
