// Books made to hang, crash or deceive whoever builds them: each is built to its end, says what is wrong at its place, and
// gives every page that it has.
import { describe, expect, test } from 'vitest'
import { buildBook, codes, page } from '../support/build-book.ts'
import type { Contents } from '../support/build-book.ts'

const SUMMARY = '* [A](README.md)\n'
const many = (count: number, text: string): string => text.repeat(count)
/** Lists of nine aliases of nine aliases … */
const ALIASES = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${many(9, `*a${at},`)}]`),
].join('\n')
const layout = (text: string, partials: Contents = {}): Contents => ({
  'README.md': '# T\n',
  '_layouts/layouts/page.hbs': text,
  ...Object.fromEntries(
    Object.entries(partials).map(([name, body]) => [`_layouts/partials/${name}.hbs`, body]),
  ),
})
const front = (yaml: string): Contents => ({ 'README.md': `---\n${yaml}\n---\n\n# T\n` })

/** Books that cannot be built: an error at its place, and nothing written. */
const REFUSED: readonly (readonly [string, Contents, readonly string[]])[] = [
  [
    'a partial that calls itself',
    layout('{{> loop}}', { loop: 'x{{> loop}}' }),
    ['layout/circle _layouts/partials/loop.hbs:1:2'],
  ],
  [
    'a layout with 3,000 calls in each other',
    layout(`{{${many(3000, 'or (')}a${many(3000, ')')}}}`),
    ['layout/syntax-error _layouts/layouts/page.hbs:1:406'],
  ],
  [
    'a configuration with 2,000 lists in each other',
    { 'book.json': `{"variables":{"a":${many(2000, '[')}${many(2000, ']')}}}` },
    ['config/invalid-json book.json:1:117'],
  ],
  [
    'a configuration with 3,000 objects in each other',
    { 'book.json': `{"variables":${many(3000, '{"a":')}1${many(3000, '}')}}` },
    ['config/invalid-json book.json:1:509'],
  ],
]

/** Books that are built, with what is said of them. */
const BUILT: readonly (readonly [string, Contents, readonly string[]])[] = [
  [
    'inline partials that call each other',
    layout(
      'x{{#*inline "a"}}{{> b}}{{/inline}}{{#*inline "b"}}{{> a}}{{/inline}}{{#if no}}{{> a}}{{/if}}',
    ),
    [],
  ],
  [
    'a layout that asks for the constructors of values',
    layout(
      '[{{constructor}}{{constructor.name}}{{lookup this "constructor"}}{{__proto__}}{{lookup page "toString"}}]',
    ),
    [],
  ],
  [
    'a configuration that names prototypes',
    {
      'book.json':
        '{"__proto__":{"x":1},"variables":{"__proto__":{"z":1},"toString":"x"},"pluginsConfig":{"__proto__":{"a":1}}}',
      'README.md': '# T\n\n{{ book.z }}{{ book.toString }}{{ x }}\n',
    },
    ['template/undefined-value README.md:3:1', 'template/unknown-variable README.md:3:32'],
  ],
  [
    'pages, terms and redirects with the names of prototypes',
    {
      'SUMMARY.md': '* [A](README.md)\n* [B](__proto__.md)\n* [C](toString/hasOwnProperty.md)\n',
      'README.md': '# T\n\n[a](__proto__.md) [^__proto__]\n\n[^__proto__]: n\n',
      'GLOSSARY.md': '# G\n\n## __proto__\n\nx\n\n## constructor\n\ny\n',
      '__proto__.md': '# P\n\nconstructor\n',
      'toString/hasOwnProperty.md': '# d\n',
      'book.json': '{"redirects":{"constructor.html":"__proto__.html"}}',
    },
    [],
  ],
  [
    'a SUMMARY with a thousand lists in each other',
    { 'SUMMARY.md': `${SUMMARY}\n${many(1000, '<ul><li>')}` },
    ['summary/empty-title', 'summary/too-deep SUMMARY.md:3:129'],
  ],
  ['aliases that unfold in front matter', front(ALIASES), ['front-matter/invalid-yaml']],
  [
    'aliases that unfold in a configuration',
    { '.gitbook.yaml': ALIASES },
    ['config/invalid-yaml .gitbook.yaml:5:10'],
  ],
  ['a list that holds itself', front('a: &a [*a]'), ['front-matter/invalid-yaml']],
  ['an object that holds itself', front('a: &a\n  b: *a'), ['front-matter/invalid-yaml']],
  [
    'front matter with 20,000 lists in each other',
    front(`a: ${many(20_000, '[')}`),
    ['front-matter/invalid-yaml'],
  ],
  [
    'front matter that makes functions',
    front('f: !!js/function "function(){}"'),
    ['front-matter/invalid-yaml'],
  ],
  [
    'front matter that merges itself over and over',
    front(
      `b0: &b0 {x: 1}\n${Array.from({ length: 30 }, (_, at) => `b${at + 1}: &b${at + 1}\n  <<: [*b${at}, *b0]\n  k${at}: 1`).join('\n')}`,
    ),
    [],
  ],
  [
    'front matter that names prototypes',
    { 'README.md': '---\n__proto__: {isAdmin: true}\ntoString: hi\n---\n\n{{ page.isAdmin }}\n' },
    ['template/undefined-value README.md:6:1'],
  ],
  [
    'a file where a folder of another would lie',
    {
      'SUMMARY.md': '* [A](README.md)\n* [B](a.md)\n',
      'a.md': '# a\n',
      'a.html/x.txt': 'copied',
    },
    ['output/file-and-folder a.html/x.txt'],
  ],
  [
    'pages that differ in case, and a file in the place of a page',
    {
      'SUMMARY.md': '* [A](README.md)\n* [B](a.md)\n* [C](A.md)\n',
      'a.md': '# a\n',
      'A.md': '# A\n',
      'a.html': 'copied',
      'index.html': 'own',
    },
    ['output/case-collision A.md', 'output/collision a.html', 'output/collision index.html'],
  ],
  [
    'a path of 3,000 characters',
    {
      'SUMMARY.md': `* [A](README.md)\n* [B](${many(15, `${many(199, 'd')}/`)}x.md)\n`,
      [`${many(15, `${many(199, 'd')}/`)}x.md`]: '# D\n',
    },
    [],
  ],
]

const whole = (contents: Contents): Contents => ({
  'README.md': '# T\n',
  'SUMMARY.md': SUMMARY,
  ...contents,
})
/** Codes with their places; once each. Where in YAML, and each of many empty titles, is tried elsewhere. */
async function said(contents: Contents): Promise<readonly string[]> {
  const found = codes(await buildBook(whole(contents)))
  return [
    ...new Set(
      found.map((code) => code.replace(/(front-matter\/invalid-yaml|empty-title).*/, '$1')),
    ),
  ]
}

test.each(REFUSED)('%s is refused', async (_, contents, expected) => {
  const { diagnostics } = await buildBook(whole(contents))
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['error'])
  expect(await said(contents)).toEqual(expected)
})

describe('built to its end:', () => {
  test.each(BUILT)('%s', async (_, contents, expected) => {
    const built = await buildBook(whole(contents))
    expect(await said(contents)).toEqual(expected)
    expect(page(built, 'index.html')).not.toContain('function')
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })
})
