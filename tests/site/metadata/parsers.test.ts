// What others make of our files: each is read by a widely used parser of its format, with everything that the parser
// calls a mistake being one.
import { Readable } from 'node:stream'
import { parseAtomFeed } from 'feedsmith'
import openGraph from 'open-graph-scraper'
import robotsParser from 'robots-parser'
import { ErrorLevel, parseSitemapIndex, XMLToSitemapItemStream } from 'sitemap'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Built } from '../../../src/pipeline/built.ts'
import type { PageResult } from '../../../src/core/book.ts'
import type { BookPath } from '../../../src/core/path.ts'
import { sitemapFiles } from '../../../src/site/metadata/sitemap.ts'
import { machineBook, text } from './site.ts'

/** Its types make a member of the function that the module is. */
const readRobots = robotsParser as unknown as typeof robotsParser.default

const site = 'https://example.org/a&b/'
const dates = new Map([
  ['guide/README.md' as BookPath, '2024-05-06T09:08:09+02:00'],
  ['guide/安装 a.md' as BookPath, '2023-01-02'],
])
const settings = {
  title: 'B & <C> “手册”',
  description: 'About "this" & that',
  author: '李 "雷"',
  siteUrl: site,
  feed: true,
  cover: 'images/c.png',
}
const install = `${site}guide/%E5%AE%89%E8%A3%85%20a.html`

let built: Built
beforeAll(async () => {
  built = await machineBook(settings, { 'images/c.png': 'png' }, { dates })
})

/** What Open Graph says of a page. */
const read = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  const { error, result } = await openGraph({
    html: text(built, path) ?? '',
    onlyGetOpenGraphInfo: true,
  })
  expect([error, result.success]).toEqual([false, true])
  return { ...result }
}

interface SitemapEntry {
  readonly url: string
  readonly lastmod?: string
}

/** The entries of a sitemap; the first thing that is wrong with it is thrown. */
async function entriesOf(xml: string): Promise<readonly SitemapEntry[]> {
  const parser = new XMLToSitemapItemStream({ level: ErrorLevel.THROW, logger: false })
  const items: SitemapEntry[] = []
  for await (const item of Readable.from([xml]).pipe(parser)) items.push(item as SitemapEntry)
  expect(parser.errors).toEqual([])
  return items
}

describe('the sitemap', () => {
  test('is one to the package that others write theirs with', async () => {
    const entries = await entriesOf(text(built, 'sitemap.xml') ?? '')
    expect(entries.map(({ url, lastmod }) => [url, lastmod])).toEqual([
      [site, undefined],
      [`${site}guide/`, '2024-05-06T07:08:09Z'],
      [install, '2023-01-02T00:00:00Z'],
    ])
  })

  test('is an index of sitemaps when it is large', async () => {
    const results = ['a', '<b>', '丙'].map(
      (name) => ({ path: `${name}.md`, output: `${name}.html`, attributes: {} }) as PageResult,
    )
    const [index, ...parts] = sitemapFiles({ site, results, others: [], most: 2 })
    const listed = await parseSitemapIndex(Readable.from([index?.[1] ?? '']))
    expect(listed.map(({ url }) => url)).toEqual(parts.map(([path]) => site + path))
    for (const [, xml] of parts) expect((await entriesOf(xml)).length).toBeGreaterThan(0)
  })

  test.each([
    '<urlset><url></urlset>',
    '<a/>',
    'text',
    '<urlset><url><when>x</when></url></urlset>',
  ])('that is none is found out: %s', async (xml) => {
    await expect(entriesOf(xml)).rejects.toThrow()
  })
})

test('robots.txt lets everybody in and names the sitemap', () => {
  const robots = readRobots(`${site}robots.txt`, text(built, 'robots.txt') ?? '')
  expect(robots.getSitemaps()).toEqual([`${site}sitemap.xml`])
  for (const agent of ['Googlebot', 'Baiduspider', 'GPTBot'])
    for (const url of [site, install]) expect(robots.isAllowed(url, agent)).toBe(true)
})

describe('the feed', () => {
  test('says what it is, where it is and what is new', () => {
    const feed = parseAtomFeed(text(built, 'feed.xml') ?? '')
    expect(feed).toMatchObject({
      id: site,
      title: { value: settings.title },
      subtitle: { value: settings.description },
      updated: '2024-05-06T07:08:09Z',
      authors: [{ name: settings.author }],
      generator: { text: 'handbook' },
    })
    expect(feed.links).toContainEqual({
      rel: 'self',
      type: 'application/atom+xml',
      href: `${site}feed.xml`,
    })
    expect(feed.entries?.map(({ id, updated, links }) => [id, updated, links?.[0]?.href])).toEqual([
      [`${site}guide/`, '2024-05-06T07:08:09Z', `${site}guide/`],
      [install, '2023-01-02T00:00:00Z', install],
    ])
  })
})

describe('Open Graph', () => {
  test('tells a page apart', async () => {
    expect(await read('guide/安装 a.html')).toMatchObject({
      ogTitle: '安装',
      ogType: 'article',
      ogUrl: install,
      ogDescription: '怎样安装',
      ogSiteName: settings.title,
      ogLocale: 'en_US',
      ogImage: [{ url: `${site}images/c.png` }],
    })
  })

  test('tells the start page from the others', async () => {
    expect(await read('index.html')).toMatchObject({
      ogTitle: settings.title,
      ogType: 'website',
      ogUrl: site,
      ogDescription: settings.description,
    })
  })
})
