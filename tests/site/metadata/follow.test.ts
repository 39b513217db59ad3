// Whoever follows an address that the site gives to machines arrives: every redirect, every canonical link, every entry of
// the sitemap and of llms.txt, and every link of a Markdown alternate leads to something that is there, anchors included.
import { type HTMLElement, parse } from 'node-html-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Built } from '../../../src/pipeline/built.ts'
import { type Contents, buildBook, codes } from '../../support/build-book.ts'
import { text } from './site.ts'

const site = 'https://example.org/a%20b/手册/'
const base = new URL(site).href

const single: Contents = {
  'book.json': JSON.stringify({
    title: 'Book',
    siteUrl: site,
    feed: true,
    cover: 'images/cover.png',
    hosting: 'netlify',
    redirects: {
      'old.md': 'guide/README.md',
      '/chain/1': '/chain/2/',
      '/chain/2/': 'chain/3.html',
      'chain/3.md': 'guide/安装 a.md#步骤',
      '旧/页.md': '/guide/',
      'guide/README.md#gone': 'guide/安装 a.md#步骤',
      'gone.md#part': 'adoc.adoc#_second',
      'gone.md#other': 'README.md',
      'file.md': 'files/a b.pdf',
      'outside.md': 'https://example.com/x?y=1&z#w',
    },
  }),
  'README.md': '# Start\n\n[g](guide/README.md) ![c](images/cover.png) [pdf](files/a%20b.pdf)\n',
  'SUMMARY.md':
    '* [Start](README.md)\n* [Guide](guide/README.md)\n  * [安装](guide/安装 a.md)\n* [A](adoc.adoc)\n',
  'GLOSSARY.md': '## Term\n\nWhat it is.\n',
  'guide/README.md':
    '---\nredirect_from: [/2019/guide/, start.md, "setup.md#x"]\n---\n# Guide\n\n{% include "/parts/p.md" %}\n[a](安装%20a.md#步骤)\n',
  'guide/安装 a.md': '# 安装\n\n## 步骤\n\nterm [up](../README.md) [cfg](../files/x.cfg#L1)\n',
  'parts/p.md': '![c](../images/cover.png) [s](../README.md)\n',
  'adoc.adoc': '= A\n\nxref:guide/README.md[g] link:files/x.cfg[x]\n\n== Second\n\ntext\n',
  'images/cover.png': 'png',
  'files/a b.pdf': 'pdf',
  'files/x.cfg': 'a = 1\n',
}

const multilingual: Contents = {
  'book.json': JSON.stringify({
    title: 'Books',
    siteUrl: site,
    redirects: { 'en/old.md': 'en/a.md' },
  }),
  'LANGS.md': '* [English](en)\n* [中文](zh)\n',
  'en/README.md': '# Home\n\n[zh](../zh/a.md#甲)\n',
  'en/SUMMARY.md': '* [Home](README.md)\n* [A](a.md)\n* [Only](only.md)\n',
  'en/a.md': '# A\n\n[top](/README.md)\n',
  'en/only.md': '---\nredirect_from: alone.md\n---\n# Only\n',
  'zh/README.md': '# 首页\n',
  'zh/SUMMARY.md': '* [首页](README.md)\n* [甲](a.md)\n',
  'zh/a.md': '# 甲\n',
  'zh/book.json': '{ "language": "zh-hans", "redirects": { "jiu.md": "a.md" } }',
}

const hrefs = (html: HTMLElement, selector: string): readonly (string | undefined)[] =>
  html.querySelectorAll(selector).map((element) => element.getAttribute('href'))

describe.each([
  ['a book', single],
  ['a book in two languages', multilingual],
])('%s', (_name, contents) => {
  let built: Built
  let pages: readonly (readonly [path: string, html: HTMLElement])[]
  beforeAll(async () => {
    built = await buildBook(contents)
    pages = [...built.outputs.keys()]
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, parse(text(built, path) ?? '')] as const)
  })

  /** Why nobody arrives at an address that is written at an output; undefined when somebody does. */
  const problem = (from: string, written: string): string | undefined => {
    const url = new URL(written, base + from.split('/').map(encodeURIComponent).join('/'))
    if (!url.href.startsWith(base))
      return url.host === 'example.com' ? undefined : `${url} is outside`
    const path = decodeURIComponent(url.pathname.slice(new URL(base).pathname.length))
    const place = path === '' || path.endsWith('/') ? `${path}index.html` : path
    if (!built.outputs.has(place as never)) return `${from}: ${written} leads to no file`
    const id = decodeURIComponent(url.hash.slice(1))
    const isKnown = id === '' || ids(place).includes(id)
    return isKnown ? undefined : `${from}: ${written} has no such anchor`
  }
  /** The anchors of a page; those of an alternate or a source file are those of the page that shows it. */
  const ids = (place: string): readonly string[] => {
    const html = text(built, place.replace(/\.md$/, '.html')) ?? text(built, `${place}.html`) ?? ''
    return [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)
  }
  const problems = (from: string, list: readonly (string | undefined)[]): readonly string[] =>
    list.flatMap((written) => (written === undefined ? [] : (problem(from, written) ?? [])))
  test('has no mistakes of its own', () => {
    expect(codes(built).filter((code) => !code.startsWith('publishing/'))).toEqual([])
  })

  test('every redirect leads somewhere', () => {
    const old = pages.filter(
      ([, html]) => html.querySelector('meta[http-equiv="refresh"]') !== null,
    )
    expect(old.length).toBeGreaterThan(2)
    for (const [path, html] of old) {
      const refresh =
        html.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content') ?? ''
      const to = refresh.replace(/^0; url=/, '')
      expect(problems(path, [to, ...hrefs(html, 'a, link[rel="canonical"]')])).toEqual([])
      // One step is enough: behind it there is no other redirect.
      const target = decodeURIComponent(
        new URL(to, base + path).href.slice(base.length).replace(/#.*/, ''),
      )
      expect(old.map(([place]) => place)).not.toContain(target)
      expect(built.outputs.has('sitemap.xml' as never)).toBe(true)
      expect(text(built, 'sitemap.xml')).not.toContain(`${base}${encodeURI(path)}<`)
    }
  })

  test('every heading that moved is where its old page says', () => {
    const moved = pages.flatMap(([path, html]) =>
      html.querySelectorAll('[data-fragments]').flatMap((script) => {
        const found: unknown = JSON.parse(script.getAttribute('data-fragments') ?? '{}')
        return Object.values(found as Record<string, string>).map((to) => [path, to] as const)
      }),
    )
    if (contents === single) expect(moved).toHaveLength(4)
    for (const [path, to] of moved) expect(problems(path, [to])).toEqual([])
  })

  test('every canonical address is a page that names itself', () => {
    const own = pages.filter(([path]) => !/^404|print\.html$/.test(path))
    for (const [path, html] of own) {
      const [canonical = ''] = hrefs(html, 'link[rel="canonical"]')
      expect([path, problem(path, canonical)]).toEqual([path, undefined])
      if (html.querySelector('meta[http-equiv="refresh"]') !== null) continue
      const output = path.replace(/(^|\/)index\.html$/, '$1')
      expect(canonical).toBe(base + output.split('/').map(encodeURIComponent).join('/'))
      const shared = html.querySelector('meta[property="og:url"]')?.getAttribute('content')
      expect(shared).toBe(canonical)
    }
  })

  test('pictures of previews, breadcrumbs, alternates and languages are there', () => {
    for (const [path, html] of pages) {
      const image = html.querySelector('meta[property="og:image"]')?.getAttribute('content')
      const trail = html.querySelector('script[type="application/ld+json"]')?.textContent
      const places = trail === undefined ? [] : [...trail.matchAll(/"item":"([^"]*)"/g)]
      const alternates = hrefs(html, 'link[rel="alternate"]').filter(
        (href) => !href?.endsWith('.xml'),
      )
      expect(problems(path, [image, ...places.map(([, item]) => item), ...alternates])).toEqual([])
      for (const href of hrefs(html, 'link[hreflang]')) {
        const place = decodeURIComponent(href?.slice(base.length) ?? '').replace(
          /(^|\/)$/,
          '$1index.html',
        )
        const back = hrefs(parse(text(built, place) ?? ''), 'link[hreflang]')
        expect(back).toContain(hrefs(html, 'link[rel="canonical"]')[0])
      }
    }
  })

  test('the sitemap has every page and nothing else', () => {
    const found = [...(text(built, 'sitemap.xml') ?? '').matchAll(/<loc>([^<]*)/g)].map(
      ([, url]) => url ?? '',
    )
    expect(problems('sitemap.xml', found)).toEqual([])
    const expected = pages.flatMap(([path, html]) => {
      const isHidden = html.querySelector('meta[name="robots"]') !== null
      return isHidden || /404|handbook\//.test(path) ? [] : hrefs(html, 'link[rel="canonical"]')
    })
    expect(found.toSorted()).toEqual(expected.map((url) => url ?? '').toSorted())
  })

  test('llms.txt and the alternates lead to what is there', () => {
    const lists = [...built.outputs.keys()].filter((path) => /llms\.txt$|\.md$/.test(path))
    expect(lists.length).toBeGreaterThan(5)
    for (const path of lists) {
      const found = [...(text(built, path) ?? '').matchAll(/\]\(<?([^)\s>]+)/g)].map(
        ([, url]) => url,
      )
      expect(problems(path, found)).toEqual([])
      if (path.endsWith('.md')) expect(found.filter((url) => url?.includes('.html'))).toEqual([])
    }
  })
})

test('hosts that read a list are told nothing else', async () => {
  const built = await buildBook(single)
  const lines = (text(built, '_redirects') ?? '').trim().split('\n')
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) {
    const [from = '', to = '', status] = line.split(' ')
    expect(status).toBe('301!')
    if (to.startsWith('https://example.com/')) continue
    const target = decodeURIComponent(to.replace(/#.*/, ''))
      .slice(1)
      .replace(/(^|\/)$/, '$1index.html')
    expect([line, built.outputs.has(target as never)]).toEqual([line, true])
    expect(built.outputs.get(decodeURIComponent(from).slice(1) as never)?.kind).not.toBe('copied')
  }
})
