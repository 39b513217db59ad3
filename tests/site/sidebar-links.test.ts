import { expect, test } from 'vitest'
import { buildBook, page } from '../support/build-book.ts'

const book = (sidebar: object): Record<string, string> => ({
  'book.json': JSON.stringify({ links: { sidebar } }),
  'SUMMARY.md': '* [Start](README.md)\n* [Deep](a/b/deep.md)\n* [安装](安装/README.md)',
  'README.md': '# Start',
  'a/b/deep.md': '# Deep',
  '安装/README.md': '# 安装',
})

const links = (html: string): readonly string[] =>
  [...html.matchAll(/class="custom-link" href="([^"]*)"/g)].map(([, url = '']) => url)

test('a relative address starts at the top of the site, from whatever page', async () => {
  const built = await buildBook(book({ Manual: 'manual/index.html', Parent: '../index.html#x' }))
  expect(links(page(built, 'index.html'))).toEqual(['manual/index.html', '../index.html#x'])
  expect(links(page(built, 'a/b/deep.html'))).toEqual([
    '../../manual/index.html',
    '../../../index.html#x',
  ])
})

test('the path of a page leads to the page', async () => {
  const built = await buildBook(
    book({ Deep: 'a/b/deep.md#end', 安装: '安装/README.md', 'x y': 'no.md' }),
  )
  expect(links(page(built, 'a/b/deep.html'))).toEqual([
    'deep.html#end',
    '../../%E5%AE%89%E8%A3%85/index.html',
    '../../no.md',
  ])
})

test('the path of a folder, of a file, and one in another case lead as links of a page do', async () => {
  const sidebar = { Folder: '安装/', File: 'files/a.pdf#page', Case: 'A/B/DEEP.md', Own: './' }
  const built = await buildBook({ ...book(sidebar), 'files/a.pdf': 'pdf' })
  expect(links(page(built, 'a/b/deep.html'))).toEqual([
    '../../%E5%AE%89%E8%A3%85/index.html',
    '../../files/a.pdf#page',
    'deep.html',
    '../../index.html',
  ])
  expect(built.diagnostics).toEqual([])
})

test('every other address stays as it is', async () => {
  const urls = ['https://example.org/', 'mailto:a@example.org', '/top', '//example.org/x', '#here']
  const built = await buildBook(book(Object.fromEntries(urls.map((url) => [url, url]))))
  expect(links(page(built, 'a/b/deep.html'))).toEqual(urls)
})

test('a page that the book does not have is reported at its line', async () => {
  const built = await buildBook(book({ 安装: '安装/REDME.md', Other: '../other/index.html' }))
  expect(built.diagnostics).toMatchObject([
    {
      code: 'links/missing-sidebar-page',
      at: { file: 'book.json', start: { line: 1 } },
      args: { near: '安装/README.md' },
    },
  ])
})

test('a label in HTML is its words, and a page that it misses is told at its line', async () => {
  const built = await buildBook(
    book({
      '<i class="fa fa-home"></i> Home &amp; yard': 'https://example.org/',
      '<b>Gone</b>': 'gone.md',
      '<img src="a.png">': 'https://example.org/a',
      'a < b': 'https://example.org/b',
    }),
  )
  const labels = [...page(built, 'index.html').matchAll(/class="custom-link"[^>]*>([^]*?)<\/a>/g)]
  expect(labels.map(([, label]) => label)).toEqual([
    'Home &amp; yard',
    'Gone',
    '&lt;img src&#x3D;&quot;a.png&quot;&gt;',
    'a &lt; b',
  ])
  expect(built.diagnostics).toMatchObject([
    { code: 'links/missing-sidebar-page', at: { file: 'book.json', start: { line: 1 } } },
  ])
})
