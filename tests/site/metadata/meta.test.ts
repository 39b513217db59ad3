import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { openGraphLocale } from '../../../src/site/metadata/meta.ts'
import { codes } from '../../support/build-book.ts'
import { headOf, machineBook, outputAt, text } from './site.ts'
import { english } from '../../support/english.ts'

const site = 'https://example.org/docs/'
const languages = {
  'LANGS.md': '* [English](en)\n* [中文](zh)\n',
  'en/README.md': '# Home\n',
  'en/SUMMARY.md': '* [Home](README.md)\n* [A](a.md)\n* [Only](only.md)\n',
  'en/a.md': '# A\n',
  'en/only.md': '# Only\n',
  'zh/README.md': '# 首页\n',
  'zh/SUMMARY.md': '* [首页](README.md)\n* [甲](a.md)\n',
  'zh/a.md': '# 甲\n',
  'zh/book.json': '{ "language": "zh-cn" }',
}

describe('with the address of the site', () => {
  test('a page tells where it is and what it is about', async () => {
    const built = await machineBook(
      { siteUrl: 'https://example.org/docs', title: 'Book "1"', cover: 'images/c.png' },
      { 'images/c.png': 'png' },
    )
    expect(headOf(built, 'guide/安装 a.html')).toMatchObject({
      canonical: `${site}guide/%E5%AE%89%E8%A3%85%20a.html`,
      'og:title': '安装',
      'og:description': '怎样安装',
      'og:type': 'article',
      'og:url': `${site}guide/%E5%AE%89%E8%A3%85%20a.html`,
      'og:site_name': 'Book "1"',
      'og:locale': 'en_US',
      'og:image': `${site}images/c.png`,
    })
    const home = headOf(built, 'index.html')
    expect(home).toMatchObject({ canonical: site, 'og:type': 'website', 'og:title': 'Book "1"' })
    expect(headOf(built, 'guide/index.html')['canonical']).toBe(`${site}guide/`)
  })

  test('every canonical address is a page of the site', async () => {
    const built = await machineBook({ siteUrl: site }, languages)
    const pages = [...built.outputs.keys()].filter((path) =>
      /(?<!404|handbook\/print)\.html$/.test(path),
    )
    expect(pages.length).toBeGreaterThan(5)
    for (const path of pages) {
      const { canonical = '' } = headOf(built, path)
      expect([path, outputAt(built, canonical, site)]).toEqual([path, true])
    }
  })

  test('breadcrumbs are data that search engines read', async () => {
    const built = await machineBook({ siteUrl: site, title: '</script><b>' })
    const html = text(built, 'guide/安装 a.html') ?? ''
    const data = parse(html).querySelector('script[type="application/ld+json"]')?.textContent
    expect(JSON.parse(data ?? '')).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: '</script><b>', item: site },
        { position: 2, name: 'Guide', item: `${site}guide/` },
        { position: 3, name: '安装', item: `${site}guide/%E5%AE%89%E8%A3%85%20a.html` },
      ],
    })
    expect(text(built, 'index.html')).not.toContain('ld+json')
  })

  test('a page names itself in the languages that have it, and a default', async () => {
    const built = await machineBook({ siteUrl: site }, languages)
    expect(headOf(built, 'zh/a.html')).toMatchObject({
      'alternate en': `${site}en/a.html`,
      'alternate zh-Hans': `${site}zh/a.html`,
      'alternate x-default': `${site}en/a.html`,
      'og:locale': 'zh_CN',
    })
    expect(headOf(built, 'en/index.html')['alternate x-default']).toBe(site)
    expect(headOf(built, 'en/only.html')).not.toHaveProperty('alternate en')
    expect(headOf(built, 'index.html')).toMatchObject({
      canonical: site,
      'alternate en': `${site}en/`,
      'alternate zh-Hans': `${site}zh/`,
    })
  })
})

test('without it nothing absolute is said', async () => {
  const built = await machineBook({})
  const head = headOf(built, 'guide/index.html')
  expect(Object.keys(head).filter((name) => /canonical|og:|ld/.test(name))).toEqual([])
  expect(built.outputs.has('sitemap.xml' as never)).toBe(false)
  expect(built.outputs.has('robots.txt' as never)).toBe(false)
})

const canonical = async (
  settings: object,
  more = {},
  environment = {},
): Promise<string | undefined> =>
  headOf(await machineBook(settings, more, { environment }), 'index.html')['canonical']

describe('the address of the site', () => {
  const told = { siteUrl: 'https://me.github.io/repo/' }

  test('is what the book says, before what its plugins were told', async () => {
    const pluginsConfig = { sitemap: { hostname: 'https://old.org/' } }
    expect(await canonical({ siteUrl: site, pluginsConfig }, {}, told)).toBe(site)
    expect(await canonical({ pluginsConfig }, {}, told)).toBe('https://old.org/')
    const general = { 'sitemap-general': { prefix: 'http://old.org/x' } }
    expect(await canonical({ pluginsConfig: general })).toBe('http://old.org/x/')
  })

  test('is the domain of a published CNAME, else what the environment knows', async () => {
    expect(await canonical({}, { CNAME: 'book.example.org\r\n' }, told)).toBe(
      'https://book.example.org/',
    )
    expect(await canonical({}, {}, told)).toBe('https://me.github.io/repo/')
    expect(await canonical({}, { CNAME: '' })).toBeUndefined()
  })

  test('is reported when it is none', async () => {
    const built = await machineBook({ siteUrl: 'example.org/docs' })
    expect(codes(built)).toContain('publishing/unusable-site-url book.json:1:12')
    expect(built.diagnostics.map(english)[0]?.hint).toBe('Write "https://example.org/docs"')
  })
})

test.each([
  ['zh-Hans', 'zh_CN'],
  ['zh-Hant', 'zh_TW'],
  ['en', 'en_US'],
  ['pt-PT', 'pt_PT'],
])('the Open Graph locale of %s is %s', (tag, locale) => {
  expect(openGraphLocale(tag)).toBe(locale)
})
