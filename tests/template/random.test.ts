import { expect, test } from 'vitest'
import { isLinear } from '../support/yardstick.ts'
import { expand } from './expand-page.ts'

const PIECES = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '{###',
  '###}',
  '{{ book.version }}',
  '{{ nobody }}',
  '{% if book.version %}',
  '{% if nobody %}',
  '{% else %}',
  '{% elif book.x %}',
  '{% endif %}',
  '{% for x in book.list %}',
  '{{ x }}',
  '{% endfor %}',
  '{% raw %}',
  '{% endraw %}',
  '{% set y = 1 %}',
  '{% set y %}',
  '{% endset %}',
  '{{ y | upper }}',
  '{% include "inc.md" %}',
  '{% include "gone.md" %}',
  '{% macro m(a) %}',
  '{% endmacro %}',
  '{{ m(1) }}',
  '{% call m() %}',
  '{% endcall %}',
  '{% filter trim %}',
  '{% endfilter %}',
  '{% block b %}',
  '{% endblock %}',
  '{% switch y %}',
  '{% case 1 %}',
  '{% default %}',
  '{% endswitch %}',
  '{% keep %}',
  '{% endkeep %}',
  '{% make 1, a=2 %}',
  '{% part %}',
  '{% endmake %}',
  '{{- y -}}',
  '{%- if y -%}',
  '{{ book.list() }}',
  '{{ "',
  "'",
  '\\',
  '`',
  '```\n',
  '\n',
  '\n\n',
  '- ',
  '> ',
  '    ',
  '| a | b |\n|-|-|\n',
  '<pre>',
  '</pre>',
  '<!--',
  '-->',
  '中文',
  '**',
  '[a](b)',
  '$',
  '^',
  '_',
  '}',
  '{',
  '%',
  '#',
  ' ',
  '{% extends "inc.md" %}',
  '{% import "inc.md" as i %}',
  '{{ i.z() }}',
  '{{ super() }}',
  '{{ loop.index }}',
  '{{ caller() }}',
  '{{ range(3) }}',
  '{{ {a: 1} }}',
  '{{ y.a.b }}',
  '{{ y() }}',
]

/** A small generator of pseudo-random numbers: the same sequence in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const blocks = new Map([
  ['keep', {}],
  ['make', { sections: ['part'], render: ({ body }: { body: string }) => `(${body})` }],
])
const files = {
  'ch/inc.md':
    'I {{ x }} {{ book.version }} {% block b %}c{% endblock %}{% macro z() %}Z{% endmacro %}\n',
}

test('whatever a page holds, it is expanded without an error, and no mark is left', () => {
  for (let seed = 1; seed <= 600; seed++) {
    const next = numbers(seed)
    const source = Array.from({ length: 1 + next(30) }, () => PIECES[next(PIECES.length)]).join(
      next(2) === 0 ? '' : ' ',
    )
    const result = expand(source, { blocks, files })
    expect(result.text, source).not.toMatch(/[\uE000-\uF8FF\uFDD0-\uFDEF]/)
    const lines = result.text.split('\n')
    for (const [index] of lines.entries())
      expect(result.origin(index + 1), JSON.stringify(source)).toBeDefined()
    for (const { at } of result.diagnostics) expect(at?.start, source).toBeDefined()
    if (seed % 10 === 0) expect(expand(source, { blocks, files }).text).toBe(result.text)
  }
})

test('lines that say to have the same columns do', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed + 5000)
    const source = Array.from({ length: 20 }, () => PIECES[next(PIECES.length)]).join('')
    const result = expand(source, { blocks, files })
    const [page, included] = [source.split('\n'), files['ch/inc.md'].split('\n')]
    for (const [index, line] of result.text.split('\n').entries()) {
      const origin = result.origin(index + 1)
      if (origin?.sameColumns !== true) continue
      const from = origin.file === 'ch/page.md' ? page : included
      expect(from[origin.line - 1], JSON.stringify(source)).toBe(line)
    }
  }
})

test('characters that we use for ourselves survive in text', () => {
  const source = 'a\uFDD0b\uFDD6\uFDE1c {{ book.version }} {{ "\uFDD1" }} \uE001'
  expect(expand(source).text).toBe('a\uFDD0b\uFDD6\uFDE1c 1.2 \uFDD1 \uE001')
})

test.each<[string, (size: number) => string]>([
  ['openings', (size) => '{{ '.repeat(5 * size)],
  ['statement openings', (size) => '{% '.repeat(5 * size)],
  ['quotes in openings', (size) => "{{ ' ".repeat(4 * size)],
  ['conditions without an end', (size) => '{% if book.version %}'.repeat(size)],
  ['ends without a beginning', (size) => '{% endif %}'.repeat(size)],
  [
    'openings and the wrong ends',
    (size) => '{% if book.version %}'.repeat(size) + '{% endfor %}'.repeat(size),
  ],
  ['raw tags without an end', (size) => '{% raw %}'.repeat(size)],
  ['unknown tags', (size) => '{% a %}{% enda %}'.repeat(size)],
  ['three braces', (size) => '{{{ '.repeat(5 * size)],
  ['openings of comments', (size) => '{### {{'.repeat(4 * size)],
  ['statements on a line with text', (size) => '{% a %}'.repeat(size) + 'x'],
  ['blocks', (size) => '{% keep %}{{ x }}{% endkeep %}'.repeat(size)],
  ['variables', (size) => '{{ book.version }} '.repeat(size)],
])('many %s take linear time', (_, source) => {
  expect(expand(source(10)).text.length).toBeGreaterThan(0)
  expect(isLinear((size) => expand(source(size)), 300)).toBe(true)
})
