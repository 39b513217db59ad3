// Kinds of Mermaid that are drawn here, or said again for the library: what people write is there, and nothing lies over
// something else.
import { beforeAll, describe, expect, test } from 'vitest'
import { NotLoaded } from '../../src/core/not-loaded.ts'
import { type DrawnDiagram, drawDiagram } from '../../src/diagrams/draw.ts'
import { widthOf } from '../../src/diagrams/charts/draw-svg.ts'
import { type Element, type Node, valueOf } from '../../src/tree/node.ts'

const drawn = (source: string): DrawnDiagram => drawDiagram('mermaid', source, 'x')
const words = (source: string): readonly string[] => drawn(source).words

beforeAll(async () => {
  try {
    drawn('graph LR\na --> b')
  } catch (error) {
    if (error instanceof NotLoaded) await error.load()
  }
})

interface Box {
  readonly name: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly words: string
}

/** The texts and rectangles of a drawing, by what they cover. */
function boxesOf(svg: Element): readonly Box[] {
  const boxes: Box[] = []
  const visit = (node: Node, dx: number): void => {
    if (node.kind !== 'element') return
    const number = (name: string): number => Number(valueOf(node, name) ?? 0)
    const moved = /translate\(([\d.-]+)/.exec(valueOf(node, 'transform') ?? '')
    const shift = dx + Number(moved?.[1] ?? 0)
    const x = number('x') + shift
    if (node.name === 'rect')
      boxes.push({
        name: 'rect',
        left: x,
        right: x + number('width'),
        top: number('y'),
        bottom: number('y') + number('height'),
        words: '',
      })
    if (node.name === 'text') {
      const said = node.children.map((one) => (one.kind === 'text' ? one.value : '')).join('')
      const wide = widthOf(said)
      const left = valueOf(node, 'text-anchor') === 'middle' ? x - wide / 2 : x
      boxes.push({
        name: 'text',
        left,
        right: left + wide,
        top: number('y') - 6,
        bottom: number('y') + 6,
        words: said,
      })
    }
    for (const child of node.children) visit(child, shift)
  }
  visit(svg, 0)
  return boxes
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1

describe('a sequence', () => {
  const SOURCE = [
    'sequenceDiagram',
    'autonumber 10 5',
    'box rgb(1,2,3) The north',
    'actor R as A reader',
    'participant S',
    'end',
    'participant D as Seeds<br/>and more',
    'R->>+S: A message with so many words that it cannot stand in a single line above its arrow',
    'loop Every minute',
    'S->>S: Think',
    'alt is there',
    'S-->>D: yes',
    'else is #quot;missing#quot;',
    'Note over R,D: They know<br/>each other',
    'end',
    'end',
    'opt with a note alone',
    'Note right of D: far out',
    'end',
    'par this',
    'S->>D: a',
    'and that',
    'D->>S: b',
    'end',
    'rect rgb(0, 0, 0)',
    'S-)R: c',
    'end',
    'S-->>-R: bye: all',
    'destroy D',
    'S-xD: gone',
  ].join('\n')

  test('says all that its source says', () => {
    const said = words(SOURCE).join(' ')
    for (const one of [
      'The north',
      'A reader',
      'Seeds',
      'and more',
      '15. Think',
      '[Every minute]',
      '[is "missing"]',
      'far out',
      'par',
      '40. bye: all',
      '45. gone',
    ])
      expect(said).toContain(one)
    expect(said).not.toMatch(/rgb|destroy|autonumber|<br/)
  })

  test('has room for all of it: no words lie over others, or beyond the paper', () => {
    const { svg } = drawn(SOURCE)
    const [, , width = 0, height = 0] = (valueOf(svg, 'viewBox') ?? '').split(' ').map(Number)
    const texts = boxesOf(svg).filter(({ name }) => name === 'text')
    for (const one of texts) {
      expect(one.left, one.words).toBeGreaterThanOrEqual(0)
      expect(one.right, one.words).toBeLessThanOrEqual(width)
      expect(one.bottom, one.words).toBeLessThanOrEqual(height)
    }
    const pairs = texts.flatMap((a, index) => texts.slice(index + 1).map((b) => [a, b] as const))
    expect(pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => [a.words, b.words])).toEqual([])
  })

  test.each([
    ['a->>b: x', ['x', 'a', 'b']],
    ['web-server->>db-x: x', ['x', 'web-server', 'db-x']],
    ['a-xb: lost', ['lost', 'a', 'b']],
    ['a->>b', ['a', 'b']],
    ['a<<->>b: both;', ['both', 'a', 'b']],
    ['participant p as A -> B\np->>p: x', ['x', 'A -> B']],
    ['create actor 猫@{ "type": "actor" } as 我的猫\n猫-->>b: 喵', ['喵', '我的猫', 'b']],
  ])('reads %j', (source, found) => {
    expect(words(`sequenceDiagram\n${source}`)).toEqual(found)
  })

  test('with a line that is none is not drawn', () => {
    expect(() => drawn('sequenceDiagram\na->>b: x\nnonsense')).toThrow('no-sense')
    expect(() => drawn('sequenceDiagram')).toThrow('nothing-to-draw')
  })
})

describe('entities', () => {
  test.each([
    ['A }o--|| B : has', ['A', 'B', 'has']],
    ['A }o..o{ C:::big : "is: of"', ['A', 'C', 'is: of']],
    ['"A long name" ||--|| B', ['A long name', 'B']],
    ['p["A person"] zero or more to one or many q : likes', ['A person', 'q', 'likes']],
    ['A only one optionally to 1+ B : x', ['A', 'B', 'x']],
    ['A', ['A']],
    ['A {\n string name PK\n}\nclassDef x fill:red', ['A', 'PK', 'string', 'name']],
  ])('are read from %j', (source, found) => {
    expect(words(`erDiagram\n${source}`)).toEqual(found)
  })

  test('with a line that is none are not drawn', () => {
    expect(() => drawn('erDiagram\nA -> B')).toThrow('no-sense')
  })
})

test('members of classes keep what their types are made of, and abstract methods their names', () => {
  const said = words(
    'classDiagram\nclass A {\n+List~Leaf~ leaves\n#water()*\n+grow(n) int$\n}',
  ).join('|')
  expect(said).toContain('List<Leaf>')
  expect(said).not.toMatch(/[~*$]/)
})

test('where ways of states part and meet there is a sign, and no name', () => {
  expect(words('stateDiagram-v2\nstate c <<choice>>\nstate f [[fork]]\na --> c\nc --> f')).toEqual(
    expect.arrayContaining(['a', '◇', '━━━']),
  )
})

test('long labels are broken', () => {
  const said = words(
    'graph LR\nA["Some words that are by far too long to stand in one line of a box"] -->|short| B',
  )
  expect(said).not.toContain('Some words that are by far too long to stand in one line of a box')
  expect(said.join(' ')).toContain('Some words that are by far')
})
