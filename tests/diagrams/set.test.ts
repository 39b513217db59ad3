import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { NotLoaded } from '../../src/core/not-loaded.ts'
import { drawDiagram } from '../../src/diagrams/draw.ts'
import { strictFlowchart } from '../../src/diagrams/flowchart.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { literalHost } from '../markdown/host.ts'

const fixture = readFileSync(new URL('../fixtures/diagrams/mermaid.md', import.meta.url), 'utf8')
const cases = [...fixture.matchAll(/^## (.*)\n\n(```mermaid\n[^]*?\n```)$/gm)].map(
  ([, title = '', block = '']) => ({ title, block }),
)

beforeAll(async () => {
  for (const [language, source] of [
    ['mermaid', 'graph LR\n  a --> b'],
    ['dot', 'graph { a -- b }'],
  ] as const)
    try {
      drawDiagram(language, source, '')
    } catch (error) {
      if (error instanceof NotLoaded) await error.load()
    }
})

function render(text: string) {
  return createMarkdown().render({
    path: bookPath('page.md')!,
    text,
    firstLine: 1,
    host: literalHost,
  })
}

const mermaid = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\``
const wordsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll(/<[^>]*>/g, ''),
  )

test('the fixture has a source of every kind', () => {
  expect(cases).toHaveLength(39)
})

test.each(cases)('$title', ({ block }) => {
  const { html, diagnostics, features } = render(block)
  expect(diagnostics).toEqual([])
  expect(features).toEqual(['diagram'])
  expect(html).toMatch(/^<div class="diagram">(?:<figure>)?<div class="diagram-box/)
  expect(html).toMatch(/<svg [^>]*role="img" aria-label="[^"]+"/)
  // Nothing of its own but what the theme can color: no style, no address, no data of the library.
  expect(html.replace(/<details[^]*/, '')).not.toMatch(/<style| style=|var\(|https?:|data-|@import/)
  expect(html).toContain('<summary>Show source</summary><pre')
})

test('a sequence is drawn with its numbers, frames and notes', () => {
  const lines = [
    'autonumber',
    'actor W as Well',
    'rect rgb(1, 2, 3)',
    'A->>W: ask',
    'end',
    'critical Connect',
    'A-->>W: try',
    'option timeout',
    'Note over A: a: b',
    'W-->>A: no',
    'end',
    'destroy A',
  ]
  const { html, diagnostics } = render(mermaid(`sequenceDiagram\n${lines.join('\n')}`))
  expect(diagnostics).toEqual([])
  const found = wordsIn(html)
  for (const words of ['Well', '1. ask', '2. try', '3. no', '[timeout]', 'a: b'])
    expect(found).toContain(words)
  expect(found.join(' ')).toContain('critical [Connect]')
  expect(found.join(' ')).not.toMatch(/rgb|destroy|option/)
})

test('a class keeps what it is, and is known without its parameters', () => {
  const source =
    'classDiagram\nclass List~T~ {\n+add(T item)\n}\n<<interface>> List\nList~T~ *--> Node~T~'
  const { html, diagnostics } = render(mermaid(source))
  expect(diagnostics).toEqual([])
  const found = wordsIn(html).join(' ')
  expect(found).toContain('&lt;&lt;interface&gt;&gt;')
  expect(found.match(/List/g)).toHaveLength(1)
  expect(html).toMatch(/cls-composition"[^>]*refX="12"/)
})

test('arrows, groups and colors are those of the source', () => {
  const { html } = render(mermaid('graph TD\n开始-->|是|B[a & b]\nstyle B fill:#123'))
  expect(wordsIn(html)).toEqual(['是', '开始', 'a &amp; b'])
  expect(html).toContain('fill="#123"')
  expect(html).toMatch(/fill="#fff"[^>]*>a &amp; b|>a &amp; b/)
})

test.each([
  ['graph LR; A-->B;', ['n0["A"] --> n1["B"]']],
  ['graph LR\nA & B --> C', ['n0["A"] --> n2["C"]', 'n1["B"] --> n2']],
  ['graph LR\nA-->B\nB(b)-->C{c}', ['n0["A"] --> n1("b")', 'n1 --> n2{"c"}']],
  ['graph LR\nA-->B\nB[first]\nB[last]', ['n0["A"] --> n1["last"]', 'n1', 'n1']],
  ['graph LR\nA-- x y -->B', ['n0["A"] -->|x y| n1["B"]']],
  ['graph LR\nA-.->B==>C---D', ['n0["A"] -.-> n1["B"]', 'n1 ==> n2["C"]', 'n2 --- n3["D"]']],
  ['graph LR\nsubgraph S [T]\nA\nend', ['subgraph n0 ["T"]', 'n1["A"]', 'end']],
  ['graph LR\nA-->B\nclick A "https://x"', ['n0["A"] --> n1["B"]']],
])('%j is written strictly', (source, lines) => {
  expect(strictFlowchart(source).split('\n').slice(1)).toEqual(lines)
})

const words = (source: string): readonly string[] => wordsIn(render(mermaid(source)).html)

test.each([
  ['pie\n"a" : 1', 'diagram-box'],
  ['treemap\n"a"\n  "b": 1\n  "c": 2', 'diagram-box diagram-broad'],
  ['packet\n0-31: "a"', 'diagram-box diagram-wide'],
])('on a narrow screen no drawing is smaller than can be read: %j', (source, look) => {
  expect(render(mermaid(source)).html).toContain(`<div class="${look}"`)
})

describe('charts', () => {
  test('a pie says the share of each part', () => {
    expect(words('pie title T\n"a" : 1\n"b" : 3')).toEqual(['a · 25%', 'b · 75%'])
    expect(words('pie showData\n"a" : 2\n"b" : 2')).toEqual(['a · 2 · 50%', 'b · 2 · 50%'])
  })

  test('a Gantt chart knows what follows what', () => {
    const { html } = render(
      mermaid('gantt\nA :a, 2026-01-01, 5d\nB :after a, 5d\nC :crit, 2026-01-01, 2026-01-11'),
    )
    const widths = [...html.matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map(
      ([, x, width]) => [Number(x), Number(width)] as const,
    )
    expect(widths).toHaveLength(3)
    const [a, b, c] = widths
    expect(b![0]).toBeCloseTo(a![0] + a![1], 1)
    expect(c![1]).toBeCloseTo(a![1] + b![1], 1)
  })

  test('a mindmap is a tree by its indents', () => {
    const { html } = render(mermaid('mindmap\n  root((R))\n    a\n      b\n    c'))
    expect(wordsIn(html)).toEqual(['b', 'a', 'c', 'R'])
    expect(html.match(/<path/g)).toHaveLength(3)
  })

  test('a graph of git joins what was merged', () => {
    const { html } = render(
      mermaid('gitGraph\ncommit\nbranch b\ncommit\ncheckout main\ncommit\nmerge b'),
    )
    expect(html.match(/<circle/g)).toHaveLength(4)
    expect(html.match(/<path/g)).toHaveLength(4)
  })

  test.each(['pie', 'gantt', 'timeline', 'mindmap', 'journey', 'gitGraph'])(
    '%s without anything is shown as its source',
    (kind) => {
      expect(render(mermaid(kind)).diagnostics.map(({ code }) => code)).toEqual([
        'diagrams/not-drawn',
      ])
    },
  )
})

test('ids are unique on a page, and references follow', () => {
  const { html } = render(`${mermaid('graph LR\nA-->B')}\n\n${mermaid('graph LR\nA-->B')}`)
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of html.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id)
})

test('a title is a caption, and a description is heard', () => {
  const { html } = render(
    mermaid('---\ntitle: Seeds\n---\nflowchart LR\naccDescr: From seed to plant\nA --> B'),
  )
  expect(html).toContain('<figcaption>Seeds</figcaption>')
  expect(html).toContain('aria-label="Seeds: From seed to plant"')
})

test.each([
  ['digraph { a [label="x" }', { case: 'graph-line', line: 1, near: '}' }],
  ['digraph {\na -> ', { case: 'graph-line', line: 3, near: '' }],
  ['', { case: 'nothing-to-draw' }],
])('what Graphviz says of %j is told as data', (source, reason) => {
  const { diagnostics } = render(`\`\`\`dot\n${source}\n\`\`\``)
  expect(diagnostics.map(({ args }) => args)).toEqual([{ language: 'dot', reason }])
})

test('graphs of Graphviz are drawn on no ground of their own', () => {
  const { html, diagnostics } = render('```dot\ndigraph { a -> b [color=red] }\n```')
  expect(diagnostics).toEqual([])
  expect(html).toContain('stroke="red"')
  expect(html).toContain('class="ds-line"')
  expect(html).not.toContain('<polygon fill="white"')
})

describe('what cannot be drawn', () => {
  test.each([
    [mermaid('graph LR\nA --> ['), 'diagrams/not-drawn 1:1'],
    [mermaid('nonsense'), 'diagrams/not-drawn 1:1'],
    [`text\n\n${mermaid(`graph LR\n${'A-->B\n'.repeat(700)}`)}`, 'diagrams/not-drawn 3:1'],
    ['```plantuml\n@startuml\n@enduml\n```', 'diagrams/not-drawn 1:1'],
    ['```dot\ndigraph {\n```', 'diagrams/not-drawn 1:1'],
  ])('%j is shown as its source', (text, found) => {
    const { html, diagnostics } = render(text)
    expect(html).toContain('<pre')
    expect(html).not.toContain('<svg')
    expect(
      diagnostics.map(({ code, at }) => `${code} ${at?.start?.line}:${at?.start?.column}`),
    ).toEqual([found])
  })
})

test('a sequence and a flow of old plugins are drawn', () => {
  const sequence =
    'Title: Tea\nparticipant My cat as C\nC->Dog: Hello\nNote right of Dog: thinks\nDog-->C: Hi'
  const { html, diagnostics } = render(`\`\`\`sequence\n${sequence}\n\`\`\``)
  expect(diagnostics).toEqual([])
  expect(wordsIn(html)).toEqual(expect.arrayContaining(['My cat', 'Dog', 'Hello', 'thinks', 'Hi']))
  expect(html).toContain('<figcaption>Tea</figcaption>')
  const flow =
    'st=>start: Go\nc=>condition: Ripe?\ne=>end: Eat:>http://x\nst->c\nc(yes)->e\nc(no, left)->st'
  const drawn = render(`\`\`\`flow\n${flow}\n\`\`\``)
  expect(drawn.diagnostics).toEqual([])
  expect(wordsIn(drawn.html).toSorted()).toEqual(['Eat', 'Go', 'Ripe?', 'no', 'yes'])
})

test('what needs Java is shown under its name', () => {
  expect(render('```plantuml\n@startuml\n```').html).toContain('<figcaption>PlantUML</figcaption>')
})

test('an arrow with two heads has both, each as it points', () => {
  const { html } = render(mermaid('graph LR\na <--> b'))
  expect(html).toMatch(/<marker id="[^"]*arrowhead-start"[^>]*orient="auto"/)
  expect(html).toMatch(/marker-end="[^"]*"[^>]*marker-start=/)
  expect(render(mermaid('graph LR\na --> b')).html).not.toContain('marker-start')
})

test.each<[string, string, readonly string[]]>([
  [
    'quadrants',
    'quadrantChart\ntitle Beds\nx-axis Little --> Much\ny-axis Low\nquadrant-1 "Keep"\nBeans: [0.2, 1.3]\nNothing: here',
    ['Keep', 'Little', 'Much', 'Low', 'Beans'],
  ],
  [
    'bars and lines',
    'xychart-beta\ntitle "Rain"\nx-axis "Months" [jan, "feb"]\ny-axis "mm" 0 --> 10\nbar "Rain" [3, -2]\nline [1, 2]',
    ['0', '10', 'jan', 'feb', 'Months', 'mm', 'Rain'],
  ],
  [
    'values on axes',
    'radar-beta\naxis a["Water"], b, c[Soil]\ncurve x["Beds"]{1, 2}, y{ c: 3, a: -1 }\ngraticule polygon\nticks 99\nmin 0',
    ['Water', 'b', 'Soil', 'Beds', 'y'],
  ],
  [
    'areas in areas',
    'treemap\n"Garden"\n  "Beds": 1,000.5\n  Paths: 2 :::wide\n  "None": 0\n"Pond": 300\n"Words without a value"\nclassDef wide fill:red',
    ['Garden', '1002.5', 'Beds', '1000.5', 'Pond', '300'],
  ],
  [
    'flows',
    'sankey-beta\nRain,Pond,2\n"Pond, deep",Air,1\nAir,Rain,0.5\nAir,Air,9',
    ['Rain', 'Pond', 'Pond, deep', 'Air'],
  ],
])(
  '%s have all their words, and whatever makes no sense is left out',
  (_kind, source, expected) => {
    const { html, diagnostics } = render(mermaid(source))
    expect(diagnostics).toEqual([])
    const found = wordsIn(html).map((word) => word.replace(/ · .*/, ''))
    for (const word of expected) expect(found).toContain(word)
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  },
)

test.each([
  'quadrantChart',
  'xychart-beta\nbar []',
  'sankey-beta\na,b,-1',
  'xychart-beta\nline [x]',
  'radar-beta\naxis a, b\ncurve x{0, 0}',
  'radar-beta\ncurve x{1}',
  'treemap-beta\n"A"\n  "B"',
])('a chart without anything to draw is shown as it is written: %j', (source) => {
  const { html, diagnostics } = render(mermaid(source))
  expect(diagnostics.map(({ code }) => code)).toEqual(['diagrams/not-drawn'])
  expect(html).toContain('<pre')
})

test('search finds what is written in a drawing', () => {
  expect(render(mermaid('graph LR\nA[Seed]-->|rain|B[Plant]')).sections[0]?.text).toBe(
    'rain\nSeed\nPlant',
  )
})

test('why a diagram is not drawn is said in the language of its author', async () => {
  const [java, kind] = render(
    '```plantuml\n@startuml\n@enduml\n```\n\n```mermaid\nzenuml\n```',
  ).diagnostics
  const chinese = await loadMessages('zh_CN')
  expect(formatDiagnostic(java!, chinese).message).toContain('它由 PlantUML 绘制，需要 Java')
  expect(formatDiagnostic(kind!, chinese).message).toContain('没有程序能画“zenuml”')
  expect(formatDiagnostic(kind!, await loadMessages()).message).toContain(
    'shown as its source: no program here draws "zenuml"',
  )
})

test('quotes around the words of an arrow are no part of them', () => {
  const { html } = render(
    mermaid('graph LR\n  a -->|"two words"| b\n  b -- "three (3) words" --> c'),
  )
  expect(wordsIn(html)).toContain('two words')
  expect(wordsIn(html)).toContain('three (3) words')
})
