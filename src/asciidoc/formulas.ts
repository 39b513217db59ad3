// Formulas of AsciiDoc (`stem:[…]`, `[stem]` blocks) become blocks of the tree. Converters leave them as code of the class
// `math`, or `asciimath` where they are not written in TeX.
import { texOf } from '../formulas/asciimath.ts'
import {
  type Block,
  type Element,
  type MathFacts,
  type Node,
  type Source,
  isElement,
  textContent,
  valueOf,
} from '../tree/node.ts'

/** Puts blocks of the tree in the place of formulas. */
export function formulasAsBlocks(nodes: Node[], source: Source): void {
  for (const [index, node] of nodes.entries()) {
    if (isFormulaCode(node)) nodes[index] = formulaOf(node, source)
    else if ('children' in node) formulasAsBlocks(node.children, source)
  }
}

function isFormulaCode(node: Node): node is Element {
  return isElement(node, 'pre', 'code') && /^(?:ascii)?math$/.test(valueOf(node, 'class') ?? '')
}

function formulaOf(node: Element, source: Source): Block & MathFacts {
  const display = node.name === 'pre'
  const written = textContent(node.children).trim()
  return {
    kind: 'block',
    block: 'math',
    tex: valueOf(node, 'class') === 'math' ? written : texOf(written),
    display,
    ...(display ? {} : { isInText: true }),
    source,
    at: node.at ?? { source, from: 0, to: 0 },
    children: [],
  }
}
