import { expect, test } from 'vitest'
import { mermaidOfChart } from '../../src/diagrams/data-chart.ts'
import { drawXy } from '../../src/diagrams/charts/xy.ts'

const YAML = `
padding:
  top: 40
# of the garden
data:
    x: 'year'
    columns:
    - [year, 2011, 2012]
    - ["Beds, dug", 3, 4.5]
    -
      - Pears
      - 1
      - 2
    type: bar
    types: 
        Pears: spline
axis:
    y: 
        label: metres
`

test('columns of C3 in YAML are bars and lines over their names', () => {
  expect(mermaidOfChart(YAML).split('\n')).toEqual([
    'xychart',
    'x-axis "" [2011, 2012]',
    'y-axis "metres"',
    'bar "Beds, dug" [3, 4.5]',
    'line "Pears" [1, 2]',
  ])
})

test('series of Highcharts are, too, with their titles', () => {
  const chart = {
    chart: { type: 'column' },
    title: { text: 'The "garden"' },
    xAxis: { categories: ['Jan, cold', 'Feb'] },
    yAxis: { title: { text: '°C [mean]' } },
    series: [
      { name: 'Here', data: [7, { y: 6.9 }] },
      { name: 'There', type: 'area', data: [['Jan', -1], null] },
    ],
  }
  expect(mermaidOfChart(JSON.stringify(chart)).split('\n')).toEqual([
    'xychart',
    `title "The 'garden'"`,
    'x-axis "" [Jan  cold, Feb]',
    'y-axis "°C mean"',
    'bar "Here" [7, 6.9]',
    'line "There" [-1, 0]',
  ])
})

test.each([
  {
    data: {
      type: 'donut',
      columns: [
        ['a', 30, 10],
        ['b', 60],
      ],
    },
  },
  { chart: { type: 'pie' }, series: [{ data: [{ name: 'a', y: 40 }, ['b', 60]] }] },
])('a whole has its parts: %j', (chart) => {
  expect(mermaidOfChart(JSON.stringify(chart))).toBe('pie\n"a": 40\n"b": 60')
})

test('a line lies on all bars', () => {
  const svg = drawXy(['xychart', 'line "a" [1, 2]', 'bar "b" [3, 4]'])
  expect(svg.indexOf('<polyline')).toBeGreaterThan(svg.indexOf('<rect'))
})

test('bars over one name stand beside each other', () => {
  const svg = drawXy(['xychart', 'bar "a" [1, 2]', 'bar "b" [3, 4]'])
  const places = [...svg.matchAll(/<rect x="([\d.]+)"[^>]* width="78"/g)].map(([, x]) => Number(x))
  expect(places.map((x) => x - (places[0] ?? 0))).toEqual([0, 260, 78, 338])
})

test.each([
  ['{"data": {"type": "gauge", "columns": [["a", 1]]}}', 'unknown-diagram'],
  ['{ "axis": d3.format("$,") }', 'nothing-to-draw'],
  ['type: bar\nlabels: [a]\n', 'nothing-to-draw'],
  ['words', 'nothing-to-draw'],
  ['a: 1\n  b: 2', 'nothing-to-draw'],
])('what is no such chart is not drawn: %j', (source, reason) => {
  expect(() => mermaidOfChart(source)).toThrow(reason)
})
