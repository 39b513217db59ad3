import { expect, test } from 'vitest'
import type { PageResult } from '../../../src/core/book.ts'
import type { BookPath } from '../../../src/core/path.ts'
import { sitemapFiles } from '../../../src/site/metadata/sitemap.ts'
import { xmlText } from '../../../src/site/metadata/xml.ts'
import { codes } from '../../support/build-book.ts'
import { machineBook, outputAt, text, xmlProblem } from './site.ts'

const site = 'https://example.org/a&b/'
const dates = new Map([
  ['guide/README.md' as BookPath, '2024-05-06T09:08:09+02:00'],
  ['guide/安装 a.md' as BookPath, '2023-01-02'],
])

const addresses = (xml: string): readonly string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'))

test('the sitemap lists every page once, at addresses that exist', async () => {
  const built = await machineBook({ siteUrl: site })
  const xml = text(built, 'sitemap.xml') ?? ''
  expect(xmlProblem(xml)).toBeUndefined()
  expect(addresses(xml)).toEqual([
    site,
    `${site}guide/`,
    `${site}guide/%E5%AE%89%E8%A3%85%20a.html`,
  ])
  for (const address of addresses(xml)) expect(outputAt(built, address, site)).toBe(true)
  expect(xml).not.toContain('lastmod')
  expect(text(built, 'robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${site}sitemap.xml\n`)
})

test('dates of git stand in it, in UTC', async () => {
  const built = await machineBook({ siteUrl: site }, {}, { dates })
  const xml = text(built, 'sitemap.xml') ?? ''
  expect(xmlProblem(xml)).toBeUndefined()
  expect(xml.match(/<lastmod>[^<]*/g)).toEqual([
    '<lastmod>2024-05-06T07:08:09Z',
    '<lastmod>2023-01-02T00:00:00Z',
  ])
})

test('a page that asks for it stays out, and a file of the book comes first', async () => {
  const built = await machineBook(
    { siteUrl: site },
    { 'guide/README.md': '---\nsitemap: false\n---\n# Guide\n', 'robots.txt': 'own' },
  )
  expect(addresses(text(built, 'sitemap.xml') ?? '')).not.toContain(`${site}guide/`)
  expect(built.outputs.get('robots.txt' as never)).toMatchObject({ kind: 'copied' })
})

test('beyond the limit of the protocol it is an index of parts', () => {
  const results = ['a', 'b', 'c'].map(
    (name) => ({ path: `${name}.md`, output: `${name}.html`, attributes: {} }) as PageResult,
  )
  const files = sitemapFiles({ site, results, others: [], most: 2 })
  expect(files.map(([path]) => path)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'])
  for (const [, xml] of files) expect(xmlProblem(xml)).toBeUndefined()
  expect(addresses(files[0]?.[1] ?? '')).toEqual([`${site}sitemap-1.xml`, `${site}sitemap-2.xml`])
})

test('a feed tells the newest changes first', async () => {
  const settings = { siteUrl: site, feed: true, title: 'B & <C>', author: '李 "雷"' }
  const built = await machineBook(settings, {}, { dates })
  const xml = text(built, 'feed.xml') ?? ''
  expect(xmlProblem(xml)).toBeUndefined()
  expect([...xml.matchAll(/<title>([^<]*)/g)].map(([, title]) => title)).toEqual([
    'B &amp; &lt;C&gt;',
    'Guide',
    '安装',
  ])
  expect(xml.match(/<updated>[^<]*/g)).toEqual([
    '<updated>2024-05-06T07:08:09Z',
    '<updated>2024-05-06T07:08:09Z',
    '<updated>2023-01-02T00:00:00Z',
  ])
  for (const [, address = ''] of xml.matchAll(/href="([^"]*)"/g))
    expect(outputAt(built, address.replaceAll('&amp;', '&'), site)).toBe(true)
  expect(text(built, 'guide/index.html')).toContain(
    '<link rel="alternate" type="application/atom+xml" href="../feed.xml">',
  )
})

test('a feed without an address or without dates is reported and left out', async () => {
  const nowhere = await machineBook({ feed: true }, {}, { dates })
  expect(codes(nowhere)).toEqual(['publishing/feed-without-site-url book.json:1:9'])
  const undated = await machineBook({ feed: true, siteUrl: site })
  expect(codes(undated)).toEqual([
    expect.stringContaining('publishing/feed-without-dates book.json:1:'),
  ])
  for (const built of [nowhere, undated]) {
    expect(text(built, 'feed.xml')).toBeUndefined()
    expect(text(built, 'index.html')).not.toContain('feed.xml')
  }
})

test('characters that XML cannot hold are dropped', () => {
  expect(xmlText('a\u0000\u0008<b> & "c"\uFFFF\uD800 \'d\' 😀')).toBe(
    'a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos; 😀',
  )
})

test.each([
  ['<a>', 'is not closed'],
  ['<a></b>', 'closes nothing'],
  ['<a/><b/>', 'beside the root'],
  ['<a>& b</a>', 'is not escaped'],
  ['<a b="&"/>', 'is not escaped'],
])('the check of these tests refuses %s', (body, problem) => {
  expect(xmlProblem(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`)).toContain(problem)
})
