import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import {
  type PrecompiledTemplates,
  type TemplateSource,
  joinTemplates,
  precompile,
} from '../../src/template/handlebars.ts'

const labels = { next: 'Next', branch: 'Chapters in “{title}”' }

const keys = Object.keys(labels)
const noTheme: PrecompiledTemplates = { layouts: {}, partials: {}, inline: [] }

function source(name: string, text: string): TemplateSource {
  return { name, kind: 'layout', file: `_layouts/layouts/${name}.hbs` as BookPath, text }
}

function partial(name: string, text: string): TemplateSource {
  return { name, kind: 'partial', file: `_layouts/partials/${name}.hbs` as BookPath, text }
}

function render(text: string, view: object, ...partials: readonly TemplateSource[]): string {
  const { value, diagnostics } = joinTemplates(noTheme, [source('page', text), ...partials], keys)
  expect(diagnostics).toEqual([])
  return value.render('page', { labels, ...view })
}

function problems(text: string, ...partials: readonly TemplateSource[]): readonly string[] {
  const { diagnostics } = joinTemplates(noTheme, [source('page', text), ...partials], keys)
  return diagnostics.map(
    ({ code, at }) =>
      `${code} ${at?.file ?? ''}:${at?.start?.line ?? '-'}:${at?.start?.column ?? '-'}`,
  )
}

test('escapes values, except between three braces', () => {
  expect(render('{{a}} {{{a}}}', { a: '<b title="x">种菜</b>' })).toBe(
    '&lt;b title&#x3D;&quot;x&quot;&gt;种菜&lt;/b&gt; <b title="x">种菜</b>',
  )
})

test('fills in partials, with their own values and without indenting what they print', () => {
  const row = partial('row', '<pre>a\nb</pre>{{name}}{{extra}}')
  expect(render('  {{> row extra="!"}}', { name: '行' }, row)).toBe('  <pre>a\nb</pre>行!')
})

test('looks up labels in the language of the view, escaped, with their placeholders filled', () => {
  expect(render("{{t 'next'}}, {{t 'branch' title=title}}", { title: '<土壤>' })).toBe(
    'Next, Chapters in “&lt;土壤&gt;”',
  )
})

test('keeps a placeholder that nobody fills, for the script to do it', () => {
  expect(render("{{t 'branch'}}", {})).toBe('Chapters in “{title}”')
})

test('compares and chooses', () => {
  const text = "{{#if (eq a 'x')}}x{{else}}other{{/if}} {{#if (or none list b)}}some{{/if}}"
  expect(render(text, { a: 'x', list: [], b: 1 })).toBe('x some')
  expect(render(text, { a: 'y', list: [] })).toBe('other ')
})

test('does not reach inherited properties of a view, and prints no warning about them', () => {
  expect(render('[{{constructor.name}}{{a.toString}}]', { a: {} })).toBe('[]')
})

test('renders nothing for an empty file and for a layout that does not exist', () => {
  expect(render('', {})).toBe('')
  expect(joinTemplates(noTheme, [], []).value.render('page', {})).toBe('')
})

test.each([
  ['an unclosed block', 'one\n{{#if a}}\n', 'layout/syntax-error _layouts/layouts/page.hbs:3:1'],
  [
    'a block closed by another',
    '\n  {{#if a}}{{/each}}',
    'layout/syntax-error _layouts/layouts/page.hbs:2:6',
  ],
  [
    'an unknown helper',
    '种菜\n {{shout title}}',
    'layout/unknown-helper _layouts/layouts/page.hbs:2:2',
  ],
  [
    'an unknown block',
    '{{#repeat 3}}x{{/repeat}}',
    'layout/unknown-helper _layouts/layouts/page.hbs:1:1',
  ],
  [
    'an unknown helper inside another',
    '{{#if (both a b)}}x{{/if}}',
    'layout/unknown-helper _layouts/layouts/page.hbs:1:7',
  ],
  [
    'a helper that would print to the terminal',
    '{{log a}}',
    'layout/unknown-helper _layouts/layouts/page.hbs:1:1',
  ],
  ['too many arguments', '{{#if a b}}x{{/if}}', 'layout/wrong-use _layouts/layouts/page.hbs:1:1'],
  ['a block used as a value', '{{if a}}', 'layout/wrong-use _layouts/layouts/page.hbs:1:1'],
  [
    'a value used as a block',
    '{{#eq a b}}x{{/eq}}',
    'layout/wrong-use _layouts/layouts/page.hbs:1:1',
  ],
  ['a missing partial', '\n\n{{> haed}}', 'layout/unknown-partial _layouts/layouts/page.hbs:3:1'],
  [
    'a partial by expression',
    '{{> (lookup . "x")}}',
    'layout/dynamic-partial _layouts/layouts/page.hbs:1:1',
  ],
  ['an unknown label', "{{t 'nxet'}}", 'layout/unknown-label _layouts/layouts/page.hbs:1:1'],
])('tells the place of %s', (_what, text, expected) => {
  expect(problems(text)).toEqual([expected])
})

test('suggests the name that was probably meant', () => {
  const { diagnostics } = joinTemplates(
    noTheme,
    [source('page', "{{> haed}}{{#esch a}}{{/esch}}{{t 'nxet'}}"), partial('head', '')],
    keys,
  )
  expect(diagnostics.map(({ args }) => args?.['near'])).toEqual(['head', 'each', 'next'])
})

test('knows partials that templates define themselves, and those with a text to fall back on', () => {
  const text = '{{#*inline "mark"}}*{{/inline}}{{> mark}}{{#> none}}plain{{/none}}'
  expect(render(text, {})).toBe('*plain')
})

/** A theme as a package has it. */
function themeOf(...sources: readonly TemplateSource[]): PrecompiledTemplates {
  const { value, diagnostics } = precompile(sources, keys)
  expect(diagnostics).toEqual([])
  const programs = (wanted: string): PrecompiledTemplates['layouts'] =>
    Object.fromEntries(
      value.programs
        .filter(({ kind }) => kind === wanted)
        .map(({ name, program }) => [name, runInNewContext(`(${program})`) as object]),
    )
  return { layouts: programs('layout'), partials: programs('partial'), inline: value.inline }
}

const packaged = themeOf(
  source('page', "{{> head}}|{{#*inline 'mark'}}*{{/inline}}{{title}}{{> mark}}"),
  source('print', '{{> head}}, printed'),
  partial('head', "{{t 'branch' title=title}}"),
)

test('renders templates that were compiled before, without the compiler', () => {
  const { value, diagnostics } = joinTemplates(packaged, [], keys)
  expect(diagnostics).toEqual([])
  const view = { labels, title: '<b>' }
  expect(value.render('page', view)).toBe('Chapters in “&lt;b&gt;”|&lt;b&gt;*')
  expect(value.render('print', view)).toBe('Chapters in “&lt;b&gt;”, printed')
})

test('lets templates of a book and those of the theme call each other', () => {
  const sources = [
    partial('head', 'mine{{> foot}}'),
    partial('foot', '!'),
    source('wide', '{{> head}}{{> mark}}'),
  ]
  const { value, diagnostics } = joinTemplates(packaged, sources, keys)
  expect(diagnostics).toEqual([])
  expect(value.render('page', { labels, title: 'T' })).toBe('mine!|T*')
})

test('uses the theme in the place of a file with mistakes', () => {
  const sources = [
    source('page', '{{> head}} {{> haed}}'),
    source('wide', '{{#if}}'),
    partial('head', '{{oops title}}'),
    partial('own', '{{/if}}'),
    source('print', '{{> own}}.'),
  ]
  const { value, diagnostics } = joinTemplates(packaged, sources, keys)
  expect(diagnostics).toHaveLength(4)
  const view = { labels, title: 'T' }
  expect(value.render('page', view)).toBe('Chapters in “T”|T*')
  expect(value.render('wide', view)).toBe('Chapters in “T”|T*')
  expect(value.render('print', view)).toBe('.')
})

test('counts lines of files with CRLF like an editor', () => {
  expect(problems('a\r\nb\r\n{{> none}}')).toEqual([
    'layout/unknown-partial _layouts/layouts/page.hbs:3:1',
  ])
})

/** What a layout of a book shows of a view, and what is told of it. */
function run(text: string, view: object, ...partials: readonly TemplateSource[]): unknown[] {
  const ours = precompile([source('page', 'OURS {{title}}')], keys)
  const layouts = Object.fromEntries(
    ours.value.programs.map(({ name, program }) => [
      name,
      runInNewContext(`(${program})`) as object,
    ]),
  )
  const ourTheme = { ...noTheme, layouts }
  const { value, diagnostics } = joinTemplates(ourTheme, [source('page', text), ...partials], keys)
  expect(diagnostics).toEqual([])
  const told: unknown[] = []
  const shown = value.render('page', { labels, title: 'T', ...view }, ({ code, at, args }) =>
    told.push(`${code} ${at?.file ?? ''} ${JSON.stringify(args?.['reason'])}`),
  )
  return [shown, ...told]
}

const endless = 'layout/cannot-render _layouts/layouts/page.hbs {"case":"layout-runs-on"}'

test.each([
  ['a partial that calls itself', '{{> a}}', partial('a', '{{#if title}}x{{> a}}{{/if}}')],
  ['two calls of itself each', '{{> a}}', partial('a', '{{#with this}}{{> a}}{{> a}}{{/with}}')],
  [
    'partials inside a template',
    '{{#*inline "a"}}{{> b}}{{/inline}}{{#*inline "b"}}{{> a}}{{/inline}}{{> a}}',
  ],
  ['loops in loops', `${'{{#each @root.list}}'.repeat(30)}x${'{{/each}}'.repeat(30)}`],
  ['too much text', `${'{{#each @root.list}}'.repeat(5)}{{@root.text}}${'{{/each}}'.repeat(5)}`],
])(
  'leaves a layout that does not end, and shows the one of the theme: %s',
  (_, text, more?: TemplateSource) => {
    const list = Array.from({ length: 10 }, (_each, at) => at)
    expect(run(text, { list, text: 'x'.repeat(10_000) }, ...(more ? [more] : []))).toEqual([
      'OURS T',
      endless,
    ])
  },
)

test('leaves a layout that fails', () => {
  const [shown, told] = run('{{> @partial-block}}', {})
  expect([shown, told]).toEqual([
    'OURS T',
    'layout/cannot-render _layouts/layouts/page.hbs "The partial @partial-block could not be found"',
  ])
})

test('lets a partial call itself as deep as a tree is', () => {
  let tree: object = { name: 0 }
  for (let depth = 1; depth < 40; depth++) tree = { name: depth, children: [tree] }
  const row = partial('row', '{{name}}{{#each children}}{{> row}}{{/each}}')
  expect(run('{{> row}}', tree, row)).toEqual([
    Array.from({ length: 40 }, (_, at) => 39 - at).join(''),
  ])
})

test('refuses partials that call themselves in every case, at the call', () => {
  const a = partial('a', 'x\n {{> b}}')
  const b = partial('b', '{{> c}}')
  const c = partial('c', '{{#if x}}{{> c}}{{/if}}{{> b}}')
  expect(problems('{{> a}}', a, b, c)).toEqual([
    'layout/circle _layouts/partials/b.hbs:1:1',
    'layout/circle _layouts/partials/c.hbs:1:24',
  ])
  expect(problems('{{> d}}', partial('d', 'x{{> d}}'))).toEqual([
    'layout/circle _layouts/partials/d.hbs:1:2',
  ])
})

test.each([
  ['blocks', '\n{{#if a}}'.repeat(5000), '102:1'],
  ['inverse blocks', '{{^a}}'.repeat(5000), '1:601'],
  ['else after else', `{{#if a}}${'{{else if b}}'.repeat(5000)}{{/if}}`, '1:1297'],
  ['expressions', `{{or ${'(or '.repeat(5000)}`, '1:406'],
  ['parts of a name', `{{${'a.'.repeat(5000)}a}}`, '1:204'],
])('refuses %s that nest without end, where that begins', (_, text, place) => {
  expect(problems(text)).toEqual([`layout/syntax-error _layouts/layouts/page.hbs:${place}`])
})
