// Formulas of a page.
import type { MathFacts } from '../../tree/facts.ts'
import {
  type Block as TreeBlock,
  type Element,
  type Node,
  forEachElement,
  hasClass,
  isElement,
  textContent,
} from '../../tree/node.ts'
import type { Formula } from '../content.ts'
import { elementText } from './drawing.ts'
import { opened } from './reading.ts'

const MATHML = 'http://www.w3.org/1998/Math/MathML'

/** A formula; without MathML when it was not understood. */
export function formulaOf({ tex, display, children }: TreeBlock & MathFacts): Formula {
  const math = mathIn(children)
  const formula: Formula = { kind: 'formula', tex, ...(display ? { isDisplay: true } : {}) }
  if (math === undefined) return formula
  const [number, ...others] = numbersIn(math)
  const plain = { ...math, attributes: [] }
  const more = ` xmlns="${MATHML}"${display ? ' display="block"' : ''}`
  const only = number === undefined || others.length > 0 ? {} : { number }
  return { ...formula, ...only, mathml: elementText(plain, more) }
}

/** The numbers at the edge of its lines. */
function numbersIn(math: Element): readonly string[] {
  const found: string[] = []
  forEachElement([math], (node) => {
    const number = hasClass(node, 'm-half') ? textContent(node.children).trim() : ''
    if (number !== '') found.push(number)
  })
  return found
}

function mathIn(nodes: readonly Node[]): Element | undefined {
  for (const node of opened(nodes)) {
    if (isElement(node, 'math')) return node
    const inner = 'children' in node ? mathIn(node.children) : undefined
    if (inner !== undefined) return inner
  }
  return undefined
}

/** Does a block stand in a line? */
export function isInLine(node: TreeBlock): boolean {
  if (node.block === 'math') return !node.display || node.isInText === true
  return node.block === 'component' && node.isInline === true
}
