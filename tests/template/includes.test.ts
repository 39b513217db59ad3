import { describe, expect, test } from 'vitest'
import type { FolderPrefix } from '../../src/core/path.ts'
import { expand, origins, problems, expandedText } from './expand-page.ts'

describe('includes', () => {
  test.each([
    ['a neighbor', '"./x.md"', 'ch/x.md'],
    ['a neighbor by its bare name', '"x.md"', 'ch/x.md'],
    ['a file above', '"../x.md"', 'x.md'],
    ['a file from the top', '"/x.md"', 'x.md'],
    ['a name with a space, as it is or encoded', '"中%20文.md"', 'ch/中 文.md'],
    ['a name in single quotes', "'x.txt'", 'ch/x.txt'],
    ['a name from a variable', 'book.file', 'ch/x.md'],
  ])('finds %s', (_, reference, file) => {
    const result = expand(`a {% include ${reference} %} b`, {
      files: { [file]: 'X{{ book.file }}' },
      variables: { book: { file: 'x.md' } },
    })
    expect(result.text).toBe('a Xx.md b')
    expect(result.diagnostics).toEqual([])
  })

  test('"/" means the top of the content', () => {
    const options = {
      path: 'docs/a/b.md',
      root: 'docs/' as FolderPrefix,
      files: { 'docs/x.md': 'X' },
    }
    expect(expandedText('{% include "/x.md" %}', options)).toBe('X')
  })

  test('paths are relative to the file that holds the tag, also in files that are included', () => {
    const files = {
      'inc/a.md': '[{% include "./b.md" %}]',
      'inc/b.md': '{% include "../c.md" %}',
      'c.md': 'C',
    }
    expect(expandedText('{% include "../inc/a.md" %}', { files })).toBe('[C]')
  })

  test('front matter of an included file is left out', () => {
    expect(
      expandedText('{% include "x.md" %}', { files: { 'ch/x.md': '---\na: 1\n---\nX' } }),
    ).toBe('X')
  })

  test('code of an included file is that of the book: what the book defines is expanded', () => {
    const files = { 'ch/x.md': '- `{{ book.version }}`\n\n      {{ page.title }} {{ book.x }}\n' }
    expect(expandedText('{% include "x.md" %}', { files })).toBe(
      '- `1.2`\n\n      {{ page.title }} {{ book.x }}\n',
    )
  })

  test('what a page sets is visible in what it includes, in loops too', () => {
    const files = { 'ch/x.md': '{{ a }}{{ x }}{{ loop.index }}' }
    const source = '{% set a = 1 %}{% for x in book.list %}{% include "x.md" %};{% endfor %}'
    expect(expandedText(source, { files })).toBe('1x1;1y2;')
    expect(problems(source, { files })).toEqual([])
  })

  test('an unknown variable is reported in the included file', () => {
    const files = { 'ch/x.md': 'a\nb {{ nobody }}' }
    expect(problems('{% include "x.md" %}', { files })).toEqual([
      'template/unknown-variable ch/x.md:2:3',
    ])
  })

  test('a missing file is reported at the tag, and the tag stays', () => {
    const files = { 'ch/x.md': '---\na: 1\n---\n\n  {% include "./gone.md" %}' }
    const source = 'a\n {% include "x.md" %}{{ book.version }}'
    expect(expandedText(source, { files })).toBe('a\n \n  {% include "./gone.md" %}1.2')
    expect(problems(source, { files })).toEqual(['template/missing-include ch/x.md:5:3'])
  })

  test('`ignore missing` shows nothing instead', () => {
    expect(expandedText('a{% include "gone.md" ignore missing %}b')).toBe('ab')
    expect(problems('a{% include "gone.md" ignore missing %}b')).toEqual([])
  })

  test.each(['"../../x.md"', '"/../x.md"'])('%s does not leave the book', (reference) => {
    expect(problems(`{% include ${reference} %}`)).toEqual(['template/outside-book ch/page.md:1:1'])
  })

  test('a circle is cut and named', () => {
    const files = {
      'ch/page.md': '',
      'ch/a.md': 'A{% include "b.md" %}',
      'ch/b.md': 'B{% include "a.md" %}',
    }
    const result = expand('{% include "a.md" %}!', { files })
    expect(result.text).toBe('AB{% include "a.md" %}!')
    expect(result.diagnostics.map(({ code, at, args }) => [code, at?.file, args])).toEqual([
      ['template/include-cycle', 'ch/b.md', { chain: ['ch/a.md', 'ch/b.md', 'ch/a.md'] }],
    ])
  })

  test('a page that includes itself is a circle', () => {
    const source = 'x{% include "page.md" %}'
    expect(problems(source, { files: { 'ch/page.md': source } })).toEqual([
      'template/include-cycle ch/page.md:1:2',
    ])
  })

  test('depth has a limit', () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`ch/${n}.md`, `{% include "${n + 1}.md" %}`]),
    )
    expect(problems('{% include "0.md" %}', { files })).toEqual([
      'template/include-depth ch/49.md:1:1',
    ])
  })
})

describe('import and extends', () => {
  const macros = { 'ch/m.md': '{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{% set v = 7 %}' }

  test('macros come from other files', () => {
    const source =
      '{% import "./m.md" as m %}{% from "m.md" import b as c %}{{ m.b(1) }}{{ c(2) }}{{ m.v }}'
    expect(expandedText(source, { files: macros })).toBe('<b>1</b><b>2</b>7')
    expect(problems(source, { files: macros })).toEqual([])
  })

  test('a page fills the blocks of another file', () => {
    const files = {
      'base.md':
        '# {% block title %}none{% endblock %}\n{% set s = 5 %}{% block body %}x{% endblock %}\n',
    }
    const source =
      '{% extends "../base.md" %}\n{% block title %}T {{ book.version }} {{ super() }}{% endblock %}\n{% block body %}{{ s }}{% endblock %}'
    expect(expandedText(source, { files })).toBe('# T 1.2 none\n5\n')
    expect(problems(source, { files })).toEqual([])
  })

  test.each([
    ['{% import "gone.md" as m %}a'],
    ['{% from "gone.md" import b %}a'],
    ['{% extends "gone.md" %}a'],
  ])('%s stays when its file is missing', (source) => {
    expect(expandedText(source)).toBe(source)
    expect(problems(source)).toEqual(['template/missing-include ch/page.md:1:1'])
  })

  test('what a missing import would have given stays as written', () => {
    const source = '{% import "gone.md" as m %}{{ m.b(1) }}'
    expect(expandedText(source)).toBe(source)
  })
})

describe('origins', () => {
  test('name the file and the line, front matter counted', () => {
    const files = { 'ch/x.md': '---\na: 1\n---\none\n[two](y.md)\n' }
    expect(
      origins('a\n{% include "x.md" %}\nb {{ book.version }}\n', { files, firstLine: 4 }),
    ).toEqual([
      'ch/page.md:4=',
      'ch/x.md:4=',
      'ch/x.md:5=',
      'ch/page.md:5',
      'ch/page.md:6',
      'ch/page.md:7=',
    ])
  })

  test('are exact in loops', () => {
    expect(origins('{% for x in book.list %}\n\n- a\n- {{ x }}\n{% endfor %}\nz')).toEqual([
      'ch/page.md:1',
      'ch/page.md:2=',
      'ch/page.md:3=',
      'ch/page.md:4',
      'ch/page.md:1',
      'ch/page.md:2=',
      'ch/page.md:3=',
      'ch/page.md:4',
      'ch/page.md:5',
      'ch/page.md:6=',
    ])
  })

  test('of a value with several lines are the tag that prints it', () => {
    const variables = { book: { text: 'a\nb\nc' } }
    expect(origins('x\n{{ book.text }}\ny', { variables })).toEqual([
      'ch/page.md:1=',
      'ch/page.md:2',
      'ch/page.md:2',
      'ch/page.md:2',
      'ch/page.md:3=',
    ])
  })

  test('of a list item that is an include are the included file', () => {
    const files = { 'ch/x.md': '[a](b.md)' }
    expect(
      origins('1. {% include "x.md" %}\n> {% include "x.md" %}\nText {% include "x.md" %}', {
        files,
      }),
    ).toEqual(['ch/x.md:1', 'ch/x.md:1', 'ch/page.md:3'])
  })

  test('of a column are exact inside a line of several sources', () => {
    const files = { 'ch/x.md': 'abc' }
    const { origin } = expand('12 {% include "x.md" %} {{ book.version }} z', { files })
    expect(origin(1, 2)).toMatchObject({ file: 'ch/page.md', line: 1, column: 2 })
    expect(origin(1, 5)).toMatchObject({ file: 'ch/x.md', line: 1, column: 2 })
    expect(origin(1, 9)).toEqual({ file: 'ch/page.md', line: 1, sameColumns: false })
    expect(origin(1, 12)).toMatchObject({ file: 'ch/page.md', line: 1, column: 44 })
    expect(origin(9)).toBeUndefined()
  })
})
