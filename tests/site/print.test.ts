import { describe, expect, it } from 'vitest'
import type { OutputPath } from '../../src/core/path.ts'
import { buildBook, codes, page } from '../support/build-book.ts'

const place = 'handbook/print.html'
const book = {
  'book.json': '{"title": "种菜", "author": "Li Lei"}',
  'README.md': '# Start\n\n[b](ch/b.md#e) ![i](i.png)\n',
  'SUMMARY.md': '* [Start](README.md)\n* [B](ch/b.md)\n',
  'ch/b.md': '[back](../README.md) [own](#e)\n\n## E\n\nx[^1]\n\n[^1]: n\n',
  'i.png': '',
}

describe('the whole book on one page', () => {
  it('has every page in order, with links and ids that hold inside', async () => {
    const html = page(await buildBook(book), place)
    expect([...html.matchAll(/<article[^>]* id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'p1',
      'p2',
    ])
    for (const part of [
      'href="#p2-e">b<',
      'href="#p1">back<',
      'href="#p2-e">own<',
      'src="../i.png"',
      '<h2 id="p2-e">',
    ])
      expect(html).toContain(part)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target = ''] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('has a title, a list of chapters, and nothing for search engines', async () => {
    const html = page(await buildBook(book), place)
    expect(html).toContain('<p class="book-name">种菜</p>\n<p>Li Lei</p>')
    expect(html).toContain('<a href="#p2">B</a>')
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<h1>B</h1>')
  })

  it('is linked from the list of all chapters and from the settings', async () => {
    const built = await buildBook(book)
    expect(page(built, 'handbook/contents.html')).toContain('<a href="print.html">')
    expect(page(built, 'handbook/panels.js')).toContain('<a href=\\"print.html\\">')
  })

  it('has no list for a part without chapters, and neither has the list of all chapters', async () => {
    const SUMMARY = `${book['SUMMARY.md']}\n## Later\n\n## End\n\n* [B](ch/b.md)\n`
    const built = await buildBook({ ...book, 'SUMMARY.md': SUMMARY })
    for (const name of [place, 'handbook/contents.html']) {
      const html = page(built, name)
      expect(html).toMatch(/>Later<\/(?:p|h2)>\n<(?:p|h2)[^>]*>End</)
      expect(html.match(/<ul class="summary">/g)).toHaveLength(2)
    }
  })

  it('is one for each language', async () => {
    const built = await buildBook({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# a',
      'zh/README.md': '# 甲',
    })
    expect(page(built, 'zh/handbook/print.html')).toContain('lang="zh"'.slice(0, 6))
    expect(page(built, 'zh/handbook/print.html')).not.toContain('>a<')
  })

  it('tells of a layout of the book that runs on, and is made by the layout of the theme', async () => {
    const endless = {
      ...book,
      '_layouts/layouts/print.hbs': '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}',
    }
    const built = await buildBook(endless)
    const told = codes(built)
    expect(told).toEqual(['layout/cannot-render _layouts/layouts/print.hbs'])
    expect(page(built, place)).toContain('<article')
    const again = await buildBook(endless, built.memory)
    expect(codes(again)).toEqual(told)
  })

  it('is made when somebody asks, and made again only when a page has changed', async () => {
    const first = await buildBook(book)
    const made = first.outputs.get(place as OutputPath)
    expect(made?.kind === 'made' && made.isMade?.()).toBe(false)
    const same = await buildBook(book, first.memory)
    expect(same.outputs.get(place as OutputPath)).toBe(made)
    const changed = await buildBook({ ...book, 'ch/b.md': 'New.' }, same.memory)
    expect(page(changed, place)).toContain('New.')
    expect(page(changed, place)).toBe(page(await buildBook({ ...book, 'ch/b.md': 'New.' }), place))
  })
})
