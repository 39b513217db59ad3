import { expect, test } from 'vitest'
import { elementsIn, listed } from '../../src/tree/listed.ts'
import { type Node, element, words } from '../../src/tree/node.ts'

test('elements and blocks are listed from the outside in, each kind in the order of the page', () => {
  const inner = element('em', [], [words('x')])
  const block: Node = { kind: 'block', block: 'definition', lines: [0, 1], children: [inner] }
  const outer = element('p', [], [words('a'), block])
  const last = element('hr', [])
  expect(listed([outer, last])).toEqual({ elements: [outer, inner, last], blocks: [block] })
  expect(elementsIn([words('a')])).toEqual([])
})
