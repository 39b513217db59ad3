// `"urls": "folders"`: every page is the index of a folder, so that any server answers its address without an ending.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'

const book: Contents = {
  'book.json': '{ "urls": "folders", "siteUrl": "https://garden.example.org/" }',
  'SUMMARY.md': '* [Start](README.md)\n* [Beds](beds.md)\n  * [North](beds/north.md)\n',
  'README.md': '# Start\n\n[north](beds/north.md#rows) ![x](x.svg)\n',
  'beds.md': '# Beds\n\n![x](x.svg) [raw](data.csv)\n',
  'beds/north.md':
    '# North\n\n## Rows\n\n[up](../beds.md) [start](/) <img src="../x.svg" alt="x">\n',
  'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  'data.csv': 'a,b\n',
  '404.md': '# Nothing here\n',
}

describe('pages in folders', () => {
  test('lie there, with their Markdown, and lead to each other', async () => {
    const built = await buildBook(book)
    expect(codes(built)).toEqual([])
    const files = Object.keys(site(built)).filter((path) => !path.startsWith('handbook/'))
    expect(files).toEqual(
      expect.arrayContaining(['beds/index.html', 'beds/index.md', 'beds/north/index.html']),
    )
    expect(files).toContain('404.html')
    expect(content(built, 'index.html')).toContain('<a href="beds/north/index.html#rows">')
    const north = content(built, 'beds/north/index.html')
    expect(north).toContain('<a href="../index.html">up</a>')
    expect(north).toContain('<a href="../../index.html">start</a>')
    expect(north).toContain('src="../../x.svg"')
    expect(content(built, 'beds/index.html')).toContain('<a href="../data.csv.html">')
    expect(page(built, 'sitemap.xml')).toContain(
      '<loc>https://garden.example.org/beds/north/</loc>',
    )
  })

  test('answer to the addresses of files, unless something else is there', async () => {
    const built = await buildBook({ ...book, 'beds.html': '<p>mine</p>' })
    expect(page(built, 'beds/north.html')).toContain('url=north/index.html')
    expect(site(built)['beds.html']).toBe('copy of beds.html')
    expect(JSON.parse(page(built, 'handbook/redirects.json'))).toEqual({
      '/beds/north.html': '/beds/north/',
    })
    const without = { ...book, 'book.json': '{ "urls": "folders", "oldAddresses": false }' }
    expect(Object.keys(site(await buildBook(without)))).not.toContain('beds/north.html')
  })

  test('are moved by a build with a memory, as by a clean one', async () => {
    const asFiles = { ...book, 'book.json': '{ "siteUrl": "https://garden.example.org/" }' }
    const before = await buildBook(asFiles)
    expect(site(await buildBook(book, before.memory))).toEqual(site(await buildBook(book)))
  })

  test('make room for each other', async () => {
    const built = await buildBook({
      ...book,
      'SUMMARY.md': '* [Start](README.md)\n* [Beds](beds.md)\n* [All](beds/README.md)\n',
      'beds/README.md': '# All\n',
    })
    expect(content(built, 'beds/index.html')).toContain('Beds')
    expect(codes(built).join(' ')).toContain('output/')
    expect(Object.values(site(built)).join('')).toContain('<h1 id="all">')
  })
})
