// Formulas of AsciiDoc (`stem:[…]`, `[stem]` blocks) become blocks of the tree. Converters leave them as code of the class
// `math`, or `asciimath` where they are not written in TeX.
import { divided } from '../components/split-paragraphs.ts'
import type { Place } from '../core/diagnostic.ts'
import { replaceAt } from '../core/list.ts'
import { texOf } from '../formulas/asciimath.ts'
import { withoutDelimiters } from '../tree/tex.ts'
import type { MathFacts, Source } from '../tree/facts.ts'
import {
  type Block,
  type Element,
  type Node,
  isElement,
  textContent,
  valueOf,
} from '../tree/node.ts'

/** Puts blocks of the tree in the place of formulas; `find` tells where the next of some spellings was written. */
export function formulasAsBlocks(
  nodes: Node[],
  find: (spellings: readonly string[]) => Place,
): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Node
    if (isFormulaCode(node)) nodes[index] = formulaOf(node, find)
    else if ('children' in node) formulasAsBlocks(node.children, find)
    const parts = partsOf(node)
    if (parts === undefined) continue
    replaceAt(nodes, index, parts)
    index += parts.length - 1
  }
}

/** A paragraph ends where a formula stands on lines of its own. */
function partsOf(node: Node): readonly Node[] | undefined {
  return isElement(node, 'p') && node.children.some(isDisplayed)
    ? divided(node, isDisplayed)
    : undefined
}

const isDisplayed = (node: Node): boolean =>
  node.kind === 'block' && node.block === 'math' && node.display

function isFormulaCode(node: Node): node is Element {
  return isElement(node, 'pre', 'code') && /^(?:ascii)?math$/.test(valueOf(node, 'class') ?? '')
}

function formulaOf(
  node: Element,
  find: (spellings: readonly string[]) => Place,
): Block & MathFacts {
  const text = textContent(node.children)
  // Within a paragraph, between marks on lines of their own.
  const display = node.name === 'pre' || /^[ \t]*\n[^]*\n[ \t]*$/.test(text)
  const written = text.trim()
  const [first = ''] = written.split('\n')
  // Looked for only when something is wrong with it.
  const source: Source = { kind: 'html', place: () => find([written, first]) }
  return {
    kind: 'block',
    block: 'math',
    tex: valueOf(node, 'class') === 'math' ? withoutDelimiters(written) : texOf(written),
    display,
    ...(display ? {} : { isInText: true }),
    source,
    at: { source, from: 0, to: written.length },
    children: [],
  }
}
