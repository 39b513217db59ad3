// `download` asks for the file itself, not for a page that shows it.
import { expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'

const book = {
  'book.json': '{ "sourcePages": {} }',
  'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n* [P](p.adoc)\n',
  'b.md': '# B\n',
  'p.adoc': '= P\n',
  'data.csv': 'a,b\n1,2\n',
  'sub/settings.yaml': 'a: 1\n',
  'a.zip': 'PK',
}

const hrefs = async (
  html: string,
  more: Record<string, string> = {},
): Promise<readonly string[]> => {
  const built = await buildBook({ ...book, 'README.md': `# A\n\n${html}\n`, ...more })
  return [...content(built, 'index.html').matchAll(/<a href="([^"#]+)"/g)].map(
    ([, href = '']) => href,
  )
}

test.each([
  ['a table', '<a href="data.csv" download>x</a>', 'data.csv'],
  ['a table by another name', '<a href="data.csv" download="n.csv">x</a>', 'data.csv'],
  ['settings', '<a href="sub/settings.yaml" download>x</a>', 'sub/settings.yaml'],
  ['a file with its type', '<a href="data.csv" type="text/csv">x</a>', 'data.csv'],
  ['a page', '<a href="b.md" download>x</a>', 'b.md'],
  ['the start page', '<a href="README.md" download>x</a>', 'index.md'],
  ['an archive', '<a href="a.zip" download>x</a>', 'a.zip'],
  [
    'what is elsewhere',
    '<a href="https://example.org/a.csv" download>x</a>',
    'https://example.org/a.csv',
  ],
])('of %s leads to the file', async (_, html, expected) => {
  expect(await hrefs(html)).toEqual([expected])
})

test('without it, a link leads to the page', async () => {
  expect(await hrefs('<a href="data.csv">x</a> <a href="b.md">y</a>')).toEqual([
    'data.csv.html',
    'b.html',
  ])
  expect(await hrefs('<a href="b.md" type="text/html">y</a>')).toEqual(['b.html'])
})

test('a page of which no Markdown is published stays a page', async () => {
  const own = { 'book.json': '{ "llms": false }' }
  expect(await hrefs('<a href="b.md" download>x</a>', own)).toEqual(['b.html'])
  expect(await hrefs('<a href="p.adoc" download>x</a>')).toEqual(['p.html'])
})
