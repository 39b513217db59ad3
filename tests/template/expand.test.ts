import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { expandTemplates } from '../../src/template/expand.ts'
import { expand, origins, problems, expandedText } from './expand-page.ts'

describe('variables', () => {
  test.each([
    ['prints a variable', 'v{{ book.version }}', 'v1.2'],
    ['prints HTML as it is', '{{ book.html }}', '<b>b</b>'],
    ['knows names in Chinese', '{{ book.名 }}！', '书！'],
    ['prints nothing for an empty page', '', ''],
    ['evaluates in link addresses', '[a](x/{{ book.version }}.md)', '[a](x/1.2.md)'],
    [
      'evaluates in attributes of raw HTML',
      '<a href="{{ book.version }}">x</a>',
      '<a href="1.2">x</a>',
    ],
    ['evaluates a tag over two lines', '{{ book\n.version }}', '1.2'],
    ['reads strings that hold delimiters', '{{ "}}" }} {{ "%}" }}', '}} %}'],
    ['takes white space away where a dash says so', 'a \n {{- book.version -}} \n b', 'a1.2b'],
    ['prints lists as they always were', '{{ book.list }}', 'x,y'],
    ['has the filters of the engine', '{{ book.version | replace(".", "-") }}', '1-2'],
    ['formats dates', '{{ book.day | date("YYYY/MM") }}', '2020/01'],
    ['counts with range', '{% for i in range(3) %}{{ i }}{% endfor %}', '012'],
    [
      'counts from, to, by and down',
      '{% for i in range(1, 3) %}{{ i }}{% endfor %}, {% for i in range(1, 7, 3) %}{{ i }}{% endfor %}, {% for i in range(3, 0, -1) %}{{ i }}{% endfor %}',
      '12, 14, 321',
    ],
    ['takes a step of nothing for one', '{% for i in range(0, 3, 0) %}{{ i }}{% endfor %}', '012'],
    [
      'alternates with cycler',
      '{% set c = cycler("a", "b") %}{{ c.next() }}{{ c.next() }}{{ c.next() }}',
      'aba',
    ],
    [
      'joins with joiner',
      '{% set c = joiner("-") %}{% for x in book.list %}{{ c() }}{{ x }}{% endfor %}',
      'x-y',
    ],
    [
      'takes the other value where there is none',
      '{{ book.gone or "d" }}{{ nobody | default("e") }}{{ nobody or "f" }}',
      'def',
    ],
    [
      'asks whether a variable is defined',
      '{% if nobody is defined %}a{% else %}b{% endif %}',
      'b',
    ],
  ])('%s', (_, source, expected) => {
    const result = expand(source)
    expect(result.text).toBe(expected)
    expect(result.diagnostics).toEqual([])
  })

  test('reports a variable without a value once, and prints nothing', () => {
    const source = 'a\nb {{ book.gone }} {{ book.gone }} {{ page.x.y }}'
    expect(expandedText(source)).toBe('a\nb   ')
    expect(problems(source)).toEqual([
      'template/undefined-value ch/page.md:2:3',
      'template/undefined-value ch/page.md:2:35',
    ])
  })

  test('counts the lines of the front matter', () => {
    expect(problems('\n{{ book.gone }}', { firstLine: 5 })).toEqual([
      'template/undefined-value ch/page.md:6:1',
    ])
  })

  test('looks at no variable that the page does not use', () => {
    const seen: string[] = []
    const variables = {
      get book() {
        seen.push('book')
        return { a: 1 }
      },
      get page() {
        seen.push('page')
        return {}
      },
    }
    expect(
      expandedText('{{ book.a }} {% include "x.md" %}', {
        variables,
        path: 'p.md',
        files: { 'x.md': 'x' },
      }),
    ).toBe('1 x')
    expect(seen).toEqual(['book'])
  })

  test('gives the same text in every build', () => {
    const source = '{{ book.list | random }} {{ book.day | dateFromNow }}'
    expect(expandedText(source)).toBe('x 2020-01-02')
    expect(expand(source).diagnostics.map(({ severity }) => severity)).toEqual(['info', 'info'])
  })

  test('returns a page without tags as it is', () => {
    const host = {
      text: () => undefined,
      codeRanges: () => [],
      body: () => ({ body: '', firstLine: 1 }),
    }
    const source = 'no { tags } here #} %} }} {# not even this #} {#id}\n'
    const result = expandTemplates({
      path: 'a.md' as BookPath,
      text: source,
      firstLine: 3,
      root: '' as never,
      variables: {},
      host,
    })
    expect(result.text).toBe(source)
    expect(result.origin(2)).toEqual({ file: 'a.md', line: 4, sameColumns: true })
  })
})

describe('statements', () => {
  test.each([
    [
      'conditions',
      '{% if output.name == "website" %}web{% elif book.x %}x{% else %}other{% endif %}',
      'web',
    ],
    [
      'loops',
      '{% for x in book.list %}\n- {{ loop.index }} {{ x }}{% else %}none{% endfor %}',
      '\n- 1 x\n- 2 y',
    ],
    ['loops over objects', '{% for k, v in {a: 1, b: 2} %}{{ k }}{{ v }}{% endfor %}', 'a1b2'],
    ['values', '{% set x = 3 %}{{ x + 1 }}', '4'],
    [
      'captured values',
      '{% set x %}a{{ book.version }}{% endset %}{{ x }}{% if x == "a1.2" %}!{% endif %}{{ x | length }}',
      'a1.2!4',
    ],
    [
      'macros',
      '{% macro m(a, b="z") %}[{{ a }}{{ b }}]{% endmacro %}{{ m("x") }}{{ m("x", b="y") }}',
      '[xz][xy]',
    ],
    ['calls', '{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}in{% endcall %}', '<in>'],
    ['filters over text', '{% filter upper %}a{{ book.html }}{% endfilter %}', 'A<B>B</B>'],
    ['trimming filters', '{% filter trim %}\n  a\n{% endfilter %}|', 'a|'],
    ['blocks', '{% block a %}x{% endblock a %}', 'x'],
    [
      'switches',
      '{% switch book.version %}{% case "1" %}one{% case "1.2" %}two{% default %}d{% endswitch %}',
      'two',
    ],
    ['raw text', 'a {% raw %}{{ b }} {% if %}{% endraw %} c', 'a {{ b }} {% if %} c'],
    [
      'nested raw text',
      '{% raw %}a{% raw %}{{ b }}{% endraw %}c{% endraw %}d',
      'a{% raw %}{{ b }}{% endraw %}cd',
    ],
    ['verbatim text', '{% verbatim %}{{ b }}{% endverbatim %}', '{{ b }}'],
    ['comments of old books', 'a{### {{ b }} ###}c', 'ac'],
    ['braces with a hash as text', '{# x #} # T {#id} {{ book.version }}', '{# x #} # T {#id} 1.2'],
    ['functions in length', '{{ book.list | length }}', '2'],
  ])('expands %s', (_, source, expected) => {
    const result = expand(source)
    expect(result.text).toBe(expected)
    expect(result.diagnostics).toEqual([])
  })

  test('removes raw tags around a fence without leaving blank lines in a list', () => {
    const source = '- a\n  {% raw %}\n  ```\n  {{ x }}\n  ```\n  {% endraw %}\n- b\n'
    expect(expandedText(source)).toBe('- a\n  ```\n  {{ x }}\n  ```\n- b\n')
    expect(origins(source)).toEqual([
      'ch/page.md:1=',
      'ch/page.md:3=',
      'ch/page.md:4=',
      'ch/page.md:5=',
      'ch/page.md:7=',
      'ch/page.md:8=',
    ])
  })

  test('leaves a blank line for a raw tag between paragraphs', () => {
    expect(expandedText('a\n{% raw %}\n{{ b }}\n{% endraw %}\nc')).toBe('a\n\n{{ b }}\n\nc')
  })

  test('prints raw tags inside a fence', () => {
    const source = '```\n{% raw %}{{ a }}{% endraw %}\n```\n{{ book.version }}'
    expect(expandedText(source)).toBe('```\n{% raw %}{{ a }}{% endraw %}\n```\n1.2')
  })
})

describe('braces of others', () => {
  test('a page full of them comes out as it went in', () => {
    const file = path.join(import.meta.dirname, '../books-braces/README.md')
    const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
    const result = expand(source)
    // In a condition what nobody defines has no value, as in GitBook; everything else stays.
    const condition = '{% if user.is_authenticated %}hello{% endif %}'
    expect(source).toContain(condition)
    expect(result.text).toBe(source.replace(condition, ''))
    const prose = source.split('\n').indexOf('## In prose') + 1
    for (const { at } of result.diagnostics) expect(at?.start?.line).toBeGreaterThan(prose)
    expect(new Set(result.diagnostics.map(({ code }) => code))).toEqual(
      new Set(['template/syntax', 'template/unknown-variable', 'template/unknown-tag']),
    )
  })

  test.each([
    [
      'a variable that nobody defined',
      '{{ user.name }}',
      'template/unknown-variable ch/page.md:1:1',
    ],
    ['a tag that nobody defined', 'x {% load static %}', 'template/unknown-tag ch/page.md:1:3'],
    [
      'a filter that nobody defined',
      '{{ book.version | shout }}',
      'template/unknown-filter ch/page.md:1:1',
    ],
    ['another syntax', '{{ a b }}', 'template/syntax ch/page.md:1:1'],
    ['an empty tag', '{{}}', 'template/syntax ch/page.md:1:1'],
    ['an opening alone', 'a {{ book.version', 'template/syntax ch/page.md:1:3'],
    ['an opening alone before a blank line', 'a {{ b\n\nc }}', 'template/syntax ch/page.md:1:3'],
    ['a condition without an end', '{% if book.version %}x', 'template/syntax ch/page.md:1:1'],
    [
      'a loop without an end in a condition',
      '{% for x in book.list %}y',
      'template/syntax ch/page.md:1:1',
    ],
    ['an end without a beginning', 'x{% endif %}', 'template/syntax ch/page.md:1:2'],
    ['an else without an if', 'x{% else %}', 'template/syntax ch/page.md:1:2'],
    [
      'a test that nobody defined',
      '{% if book is shiny %}x{% endif %}',
      'template/failed ch/page.md:1:1',
    ],
    [
      'a misplaced else',
      '{% if book.a %}{% else %}x{% elif book.b %}y{% endif %}',
      'template/syntax ch/page.md:1:16',
    ],
    ['names with quotes in them', '{{ x";y=1;" }}', 'template/syntax ch/page.md:1:1'],
    ['three braces', '{{{ book.version }}}', 'template/syntax ch/page.md:1:1'],
  ])('%s stays as written', (_, source, problem) => {
    expect(expandedText(source)).toBe(source)
    expect(problems(source)).toEqual([problem])
  })

  test.each([
    '\\{{ book.version }}',
    '\\{% if x %}',
    '\\frac{{a}}{b}',
    'x^{{2}} y_{{i}}',
    '}} %} #}',
    '\\newcommand{\\x}{%\n}',
    '{{{',
    '`{{`',
  ])('%j stays as written without a word where it is plain', (source) => {
    expect(expandedText(source)).toBe(source)
  })

  test('reports each name once a page', () => {
    expect(problems('{{ a.b }} {{ a.c }} {% x %} {% x %} {{ b }}')).toEqual([
      'template/unknown-variable ch/page.md:1:1',
      'template/unknown-tag ch/page.md:1:21',
      'template/unknown-variable ch/page.md:1:37',
    ])
  })

  test('reports an unknown block once, not its parts', () => {
    expect(problems('{% quiz %}a{% answer %}b{% endquiz %}')).toEqual([
      'template/unknown-tag ch/page.md:1:1',
    ])
  })

  test('a loop that is not ours keeps its body as written', () => {
    const source = '{% for user in users %}{{ user.name }} {{ book.version }}{% endfor %}'
    expect(expandedText(source)).toBe('{% for user in users %}{{ user.name }} 1.2{% endfor %}')
  })

  test('what a rejected value would have set is unknown', () => {
    const source = '{% set a = nobody.x %}{% set b = a %}{{ b }}'
    expect(expandedText(source)).toBe(source)
  })

  test('suggests the variable that was meant', () => {
    const { diagnostics } = expand('{{ bok.version }}')
    expect(diagnostics[0]?.args).toMatchObject({ name: 'bok', near: 'book' })
  })

  test('crossed statements stay as written where they cross', () => {
    const source = '{% if book.version %}{% for x in book.list %}{% endif %}{% endfor %}'
    expect(expandedText(source)).toBe('{% for x in book.list %}{% endfor %}')
  })
})

describe('failures while running', () => {
  test('a failing tag stays, and the rest is expanded', () => {
    const source =
      'a {{ book.version() }} b {{ book.version }}\n{{ page.title.x.y() }} {% for i in range(1000000) %}{% endfor %}'
    expect(expandedText(source)).toBe(
      'a {{ book.version() }} b 1.2\n{{ page.title.x.y() }} {% for i in range(1000000) %}{% endfor %}',
    )
    expect(problems(source)).toEqual([
      'template/failed ch/page.md:1:3',
      'template/failed ch/page.md:2:1',
      'template/failed ch/page.md:2:24',
    ])
  })

  test('a failing tag in an include is reported there', () => {
    const files = { 'ch/inc.md': '---\na: 1\n---\n\nok {{ book.version() }}\n' }
    expect(expandedText('{% include "inc.md" %}{{ book.version }}', { files })).toBe(
      '\nok {{ book.version() }}\n1.2',
    )
    expect(problems('{% include "inc.md" %}', { files })).toEqual(['template/failed ch/inc.md:5:4'])
  })

  test.each([
    [
      'a loop in a loop in a loop',
      '{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['a macro that calls itself', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}'],
    [
      'a text that doubles',
      '{% set x = "aaaaaaaaaaaaaaaa" %}{% for i in range(40) %}{% set x = x ~ x %}{% endfor %}{{ x }}',
    ],
  ])('%s ends', (_, source) => {
    const result = expand(source)
    expect(result.diagnostics.map(({ code }) => code)).toContain('template/failed')
  })

  test('a page with very many failures is left alone', () => {
    const source = '{{ book.version() }}\n'.repeat(60)
    const result = expand(source)
    expect(result.text).toBe(source)
    expect(result.diagnostics.length).toBeGreaterThan(0)
  })

  test('nothing leads to the functions that make functions', () => {
    const key =
      '{{ "a"["con" ~ "structor"] }}|{{ {}["__pro" ~ "to__"] }}|{{ book["proto" ~ "type"] }}'
    expect(expandedText(key)).toBe('||')
    expect(expandedText('{{ constructor | default("x") }}{{ book.constructor }}')).toBe('x')
  })
})

const listSections = ({
  body,
  blocks,
}: {
  body: string
  blocks: readonly { name: string; body: string; args: readonly unknown[] }[]
}) =>
  [body, ...blocks.map((block) => `${block.name}(${block.args.join()})=${block.body}`)].join('|')

describe('registered blocks', () => {
  const shout = {
    render: ({ body, args, kwargs }: { body: string; args: readonly unknown[]; kwargs: object }) =>
      `<${body.toUpperCase()} ${JSON.stringify([args, kwargs])}>`,
  }

  test('tags without a renderer stay in the page, silently, and their content is expanded', () => {
    const blocks = new Map([
      ['hint', {}],
      ['tabs', { sections: ['tab'] }],
      ['embed', { end: null }],
    ])
    const source =
      '{% hint style="info" %}\n{{ book.version }}\n{% endhint %}{% tabs %}{% tab x %}{% endtabs %}{% embed url="x" %}'
    const result = expand(source, { blocks })
    expect(result.text).toBe(source.replace('{{ book.version }}', '1.2'))
    expect(result.diagnostics).toEqual([])
  })

  test('a renderer gets arguments and expanded content, also inside each other and in loops', () => {
    const blocks = new Map([['shout', shout]])
    const source =
      '{% for x in book.list %}{% shout x, n=1 %}a{% shout %}{{ x }}{% endshout %}{% endshout %}{% endfor %}'
    expect(expandedText(source, { blocks })).toBe(
      '<A<X [[],{}]> [["x"],{"n":1}]><A<Y [[],{}]> [["y"],{"n":1}]>',
    )
  })

  test('a renderer gets the sections of its block', () => {
    const blocks = new Map([['method', { render: listSections, sections: ['sample', 'common'] }]])
    const source =
      '{% method %}a{% sample lang="js" %}b{{ book.version }}{% common 1 %}c{% endmethod %}'
    expect(expandedText(source, { blocks })).toBe('a|sample()=b1.2|common(1)=c')
  })

  test('a block without content needs no end', () => {
    const blocks = new Map([
      [
        'video',
        { end: null, render: ({ args }: { args: readonly unknown[] }) => `<v ${String(args[0])}>` },
      ],
    ])
    expect(expandedText('a{% video "x" %}b', { blocks })).toBe('a<v x>b')
  })

  test('the content of a verbatim block is not expanded', () => {
    const blocks = new Map([
      ['math', { verbatim: true, render: ({ body }: { body: string }) => `$${body}$` }],
    ])
    const result = expand(
      '{% math %}{{ a }} {% if %} {{ book.version }}{% endmath %}{{ book.version }}',
      { blocks },
    )
    expect(result.text).toBe('${{ a }} {% if %} {{ book.version }}$1.2')
    expect(result.diagnostics).toEqual([])
  })

  test('a renderer that fails leaves the block as written', () => {
    const blocks = new Map([
      [
        'bad',
        {
          render: (): never => {
            throw new Error('no')
          },
        },
      ],
    ])
    const source = 'a {% bad %}x{{ book.version }}{% endbad %} b'
    expect(expandedText(source, { blocks })).toBe(source)
    expect(problems(source, { blocks })).toEqual(['template/failed ch/page.md:1:3'])
  })
})
