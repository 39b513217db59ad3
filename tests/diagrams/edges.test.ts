// Diagrams that a line or two make larger than anybody can draw.
import { describe, expect, test } from 'vitest'
import { crossingsOf, graphEdges } from '../../src/diagrams/edges.ts'
import { buildBook, codes, page } from '../support/build-book.ts'

const names = (name: string, count: number, between: string): string =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(between)

describe('edges of a graph', () => {
  test.each([
    ['digraph { a -> b -> c; d }', 2],
    ['graph { a -- b c -- d }', 2],
    ['digraph { a -> { b c d } }', 3],
    ['digraph { {a b} -> {c d e} -> f }', 9],
    ['digraph { subgraph x { a; b; c } -> subgraph y { d e } }', 6],
    ['digraph { subgraph x { a b c }; subgraph x -> subgraph x }', 9],
    ['digraph { "a -> {" -> b [label="x -> {y z}"] // c -> d\n /* e -> f */ }', 1],
    ['digraph { node [shape=box]; rankdir=LR; a->b }', 1],
    ['digraph {', 0],
    ['}}}} a -> b', 0],
  ])('%s', (source, edges) => {
    expect(graphEdges(source)).toBe(edges)
  })
})

describe('edges of a diagram beyond a tree', () => {
  test.each([
    ['graph TD\na --> b --> c', -1],
    ['graph TD\na & b --> c & d & e', 1],
    ['graph TD\na[A text & more] -- words --> b', 0],
    ['pie\n"a" : 1', 0],
  ])('%j', (source, crossings) => {
    expect(crossingsOf(source)).toBeLessThanOrEqual(crossings + 1)
    expect(crossingsOf(source)).toBeGreaterThanOrEqual(crossings - 1)
  })
})

test('a diagram of too many edges is shown as its source, and the book is built', async () => {
  const mermaid = `graph TD\n${names('a', 60, ' & ')} --> ${names('b', 60, ' & ')}`
  const graph = `digraph { {${names('a', 1000, ' ')}} -> {${names('b', 1000, ' ')}} }`
  const built = await buildBook({
    'README.md': `# A\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n\n\`\`\`dot\n${graph}\n\`\`\`\n`,
  })
  expect(codes(built)).toEqual([
    'diagrams/not-drawn README.md:3:1',
    'diagrams/not-drawn README.md:8:1',
  ])
  expect(page(built, 'index.html')).toContain('a59')
})
