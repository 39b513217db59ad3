// Feeds of the updates of pages.
import { expect, test } from 'vitest'
import { buildBook, page, site } from '../support/build-book.ts'

const PAGE = `# Changes

{% updates format="full" %}
{% update date="2026-05-12" tags="beds" %}
## A bed & *herbs*

Along the wall. <script>x</script>

* Thyme
{% endupdate %}
{% update date="2026-03-01" %}
No heading.
{% endupdate %}
{% update date="RELEASE_DATE" %}
## Later
{% endupdate %}
{% endupdates %}
`

const book = (settings: object, more: { readonly [path: string]: string } = {}) =>
  buildBook({
    'book.json': JSON.stringify({ title: 'Garden', ...settings }),
    'README.md': '# Start\n',
    'news/changes.md': PAGE,
    'SUMMARY.md': '* [Start](README.md)\n* [Changes](news/changes.md)\n',
    ...more,
  })

test('a page with updates has a feed of them below its address', async () => {
  const built = await book({ siteUrl: 'https://example.org/garden/' })
  const feed = page(built, 'news/changes/rss.xml')
  expect(feed).toContain('<title>Changes · Garden</title>')
  expect(feed).toContain('<link>https://example.org/garden/news/changes.html</link>')
  expect(feed).toContain('href="https://example.org/garden/news/changes/rss.xml"')
  const items = feed.split('<item>').slice(1)
  expect(items).toHaveLength(3)
  expect(items[0]).toContain('<title>A bed &amp; herbs</title>')
  expect(items[0]).toMatch(/<link>https:\/\/example\.org\/garden\/news\/changes\.html#a-bed-[^<]*</)
  expect(items[0]).toContain('<pubDate>Tue, 12 May 2026 00:00:00 GMT</pubDate>')
  expect(items[0]).toMatch(/<description>Along the wall\.[^<]*Thyme<\/description>/)
  expect(items[1]).toContain('<title>March 1, 2026</title>')
  expect(items[1]).toContain(
    '<guid isPermaLink="false">https://example.org/garden/news/changes.html#2026-03-01</guid>',
  )
  expect(items[2]).toContain('<title>Later</title>')
  expect(items[2]).not.toContain('<pubDate>')
  expect(page(built, 'news/changes.html')).toContain(
    '<link rel="alternate" type="application/rss+xml" href="changes/rss.xml">',
  )
  expect(page(built, 'index.html')).not.toContain('rss+xml')
})

test('the feed of a start page lies beside it, and pages in folders have it there', async () => {
  const built = await book(
    { siteUrl: 'https://example.org/', urls: 'folders' },
    { 'README.md': PAGE },
  )
  expect(page(built, 'rss.xml')).toContain('<link>https://example.org/</link>')
  expect(page(built, 'news/changes/rss.xml')).toContain('news/changes/')
  expect(page(built, 'news/changes/index.html')).toContain('href="rss.xml"')
})

test('without an address of the site there is no feed', async () => {
  const built = await book({})
  expect(Object.keys(site(built)).filter((path) => path.endsWith('rss.xml'))).toEqual([])
  expect(page(built, 'news/changes.html')).not.toContain('rss+xml')
})
