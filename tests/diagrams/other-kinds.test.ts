// Kinds of Mermaid that are said as flowcharts or drawn by charts of our own.
import { beforeAll, describe, expect, test } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { drawDiagram } from '../../src/diagrams/draw.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { loaded } from '../support/loaded.ts'
import { literalHost } from '../markdown/host.ts'

beforeAll(() => loaded(async () => drawDiagram('mermaid', 'graph LR\n  a --> b', '')))

const render = (source: string) =>
  createMarkdown().render({
    path: bookPath('page.md')!,
    text: `\`\`\`mermaid\n${source}\n\`\`\``,
    firstLine: 1,
    host: literalHost,
  })
const wordsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll(/<[^>]*>/g, ''),
  )

describe('boxes and arrows of other kinds', () => {
  test('C4: elements say what they are, boundaries are groups, a title is a caption', () => {
    const source = [
      'C4Container',
      'title The garden',
      'Person_Ext(guest, "Guest", "Comes, eats")',
      'System_Boundary(s, "Shed") {',
      'ContainerDb(seeds, "Seeds", "wood", "In rows")',
      'Component(key, "Key", $techn="iron")',
      '}',
      'Rel(guest, seeds, "Asks for", "a word")',
      'UpdateRelStyle(guest, seeds, $textColor="red")',
    ]
    const { html, diagnostics } = render(source.join('\n'))
    expect(diagnostics).toEqual([])
    const words = wordsIn(html).join(' ')
    for (const one of ['[external person]', 'Comes, eats', 'Shed (system)', '[container: wood]'])
      expect(words).toContain(one)
    for (const one of ['[component: iron]', 'Asks for', '[a word]']) expect(words).toContain(one)
    expect(words).not.toMatch(/Update|textColor/)
    expect(html).toContain('<figcaption>The garden</figcaption>')
  })

  test('a requirement shows its facts, whichever way its arrow is written', () => {
    const facts = 'requirement a {\nid: 1\ntext: wet\n}\nelement "b c" {\ntype: can\n}'
    const { html } = render(`requirementDiagram\n${facts}\na <- satisfies - "b c"`)
    const words = wordsIn(html).join(' ')
    for (const one of ['«requirement»', 'id: 1', 'text: wet', 'b c', 'type: can', 'satisfies'])
      expect(words).toContain(one)
  })

  test('services stand in their groups', () => {
    const source =
      'group g(cloud)[Out there]\nservice a(disk)[Rack] in g\nservice b[Door]\na:R -[in]- L:b'
    expect(render(`architecture-beta\n${source}`).diagnostics).toHaveLength(1)
    const right = source.replace('-[in]-', '--')
    expect(wordsIn(render(`architecture-beta\n${right}`).html)).toEqual(
      expect.arrayContaining(['Out there', 'Rack', 'Door']),
    )
  })
})

describe('charts of our own', () => {
  test('cards of a board stand in their columns, with their facts', () => {
    const source =
      'kanban\n  todo[To do]\n    a[Dig]@{ assigned: "Li", priority: High }\n  Done\n    [Sow]'
    expect(wordsIn(render(source).html)).toEqual(['To do', 'Dig', 'Li · High', 'Done', 'Sow'])
  })

  test('fields of a packet go on in the next row, and may be counted', () => {
    const { html } = render('packet\n0-15: "A"\n+32: "B"\n48: C')
    expect(wordsIn(html)).toEqual(['0', '15', 'A', '16', '31', 'B', '32', '47', 'B', '48', 'C'])
  })

  test('blocks keep their rows and groups', () => {
    const source =
      'block-beta\ncolumns 2\na["One"]:2\nblock:g["Group"]\nb c\nend\nspace d(("Four"))\na --> d'
    expect(wordsIn(render(source).html)).toEqual(['One', 'Group', 'b', 'c', 'Four'])
  })

  test.each([
    'packet\n5-2: "A"',
    'packet\nwords',
    'packet\n0-99999: "A"',
    'block-beta\na --> nowhere',
    'block-beta\n',
    'block-beta\na[[[',
    'kanban\n',
    'C4Context\nPerson(a',
    'C4Context\nwords',
    'requirementDiagram\na likes b',
    'architecture-beta\na b c',
  ])('%j is shown as its source, with a remark', (source) => {
    const { html, diagnostics } = render(source)
    expect(html).toContain('<pre')
    expect(diagnostics.map(({ code }) => code)).toEqual(['diagrams/not-drawn'])
  })
})

describe('notes', () => {
  test.each([
    [
      'classDiagram\nclass A\nnote "of all"\nnote for A "of<br/>A"\nA <|-- B',
      ['of all', 'A: of A'],
    ],
    ['stateDiagram-v2\n[*] --> A\nnote right of A : short\nA --> B', ['A: short']],
    [
      'stateDiagram-v2\nA --> B\nnote left of B\n  long: one\n  two\nend note\nB --> C',
      ['B: long: one two'],
    ],
  ])('of %j stand below the drawing', (source, notes) => {
    const { html, diagnostics } = render(source)
    expect(diagnostics).toEqual([])
    const [, height = ''] = /viewBox="0 0 \S+ (\S+)"/.exec(html) ?? []
    const [, plain = ''] =
      /viewBox="0 0 \S+ (\S+)"/.exec(render('stateDiagram-v2\nA --> B').html) ?? []
    expect(Number(height)).toBeGreaterThan(Number(plain))
    expect(wordsIn(html).slice(-notes.length)).toEqual(notes)
  })
})
