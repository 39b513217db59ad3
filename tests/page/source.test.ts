import { describe, expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'

const book = {
  'README.md':
    '# 开始\n\n见[配置](etc/zoo.cfg)、[第二行](etc/zoo.cfg#L2)、[几行](etc/zoo.cfg#L1-L2)和[没有的行](etc/zoo.cfg#L9)。\n\n[app](manifests/app.json) [zip](files/a.zip) [table](files/t.csv) [bin](files/b.txt) [page](files/p.html)\n',
  'etc/zoo.cfg': '# 注释 ```\ntickTime=2000 <b>\n',
  'manifests/app.json': '{\n  "id": "/web"\n}\n',
  'files/a.zip': 'PK',
  'files/t.csv': 'name,"a ""b"""\nx,"1,2\n3"\n',
  'files/b.txt': Uint8Array.from([65, 0, 66]),
  'files/p.html': '<p>hi',
}

describe('a link to a source file', () => {
  test('leads to a page that shows it; the file itself stays where it was', async () => {
    const built = await buildBook(book)
    const home = content(built, 'index.html')
    expect(
      [...home.matchAll(/href="((?:etc|manifests|files)[^"]*)"/g)].map(([, href]) => href),
    ).toEqual([
      'etc/zoo.cfg.html',
      'etc/zoo.cfg.html#L2',
      'etc/zoo.cfg.html#L1',
      'etc/zoo.cfg.html#L9',
      'manifests/app.json.html',
      'files/a.zip',
      'files/t.csv.html',
      'files/b.txt',
      'files/p.html',
    ])
    expect([...built.outputs.keys()]).toEqual(
      expect.arrayContaining(['etc/zoo.cfg', 'etc/zoo.cfg.html', 'files/b.txt']),
    )
    expect([...built.outputs.keys()]).not.toContain('files/b.txt.html')
  })

  test('is checked to its line', async () => {
    expect(codes(await buildBook(book))).toEqual(['links/missing-anchor README.md:3:73'])
  })

  test('shows lines with anchors, the path and the raw file', async () => {
    const html = content(await buildBook(book), 'etc/zoo.cfg.html')
    expect(html).toContain('<h1 id="source">zoo.cfg</h1>')
    expect(html).toContain('<code>etc/zoo.cfg</code>')
    expect(html).toContain('<a href="zoo.cfg" download>zoo.cfg</a> (31 B)')
    expect(html).toContain('id="L1"')
    expect(html).toContain('id="L2"')
    expect(html).not.toContain('id="L3"')
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain('# 注释 ```\ntickTime=2000 &lt;b&gt;')
  })

  test('says how large it is, from a thousand bytes in kilobytes', async () => {
    const built = await buildBook({
      'README.md': '[a](a.cfg) [b](b.cfg)\n',
      'a.cfg': 'a'.repeat(999),
      'b.cfg': 'b'.repeat(1000),
    })
    expect(content(built, 'a.cfg.html')).toContain('(999 B)')
    expect(content(built, 'b.cfg.html')).toContain('(1.0 kB)')
  })

  test('shows comma-separated values as a table, too', async () => {
    const html = content(await buildBook(book), 'files/t.csv.html')
    expect(html).toContain('<th>name</th><th>a &quot;b&quot;</th>')
    expect(html).toContain('<td>x</td><td>1,2\n3</td>')
  })

  test('shows the first two hundred rows below the head of a table', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `${row},x`).join('\n')
    const built = await buildBook({ ...book, 'files/t.csv': `n,name\n${rows}\n` })
    const html = content(built, 'files/t.csv.html')
    expect(html.match(/<td>\d+<\/td>/g)).toHaveLength(200)
    expect(html).toContain('<td>199</td>')
  })

  test('shows files of up to 400 kilobytes', async () => {
    const line = `${'x'.repeat(99)}\n`
    const files = { 'files/a.csv': line.repeat(4000), 'files/b.csv': line.repeat(4001) }
    const readme = { 'README.md': '# 开始\n\n[a](files/a.csv) [b](files/b.csv)\n' }
    const built = await buildBook({ ...book, ...readme, ...files })
    expect(content(built, 'index.html')).toContain('href="files/a.csv.html"')
    expect(content(built, 'index.html')).toContain('href="files/b.csv"')
  })

  test('follows an edit of the file', async () => {
    const { memory } = await buildBook(book)
    const edited = await buildBook({ ...book, 'etc/zoo.cfg': 'tickTime=1\n' }, memory)
    expect(edited.rendered).toEqual(['etc/zoo.cfg'])
    expect(page(edited, 'etc/zoo.cfg.html')).toContain('tickTime')
  })

  test('leads to the file itself when the book wants that', async () => {
    const built = await buildBook({ ...book, 'book.json': '{ "sourcePages": false }' })
    expect(content(built, 'index.html')).toContain('href="etc/zoo.cfg#L2"')
    expect([...built.outputs.keys()]).not.toContain('etc/zoo.cfg.html')
  })

  test.each([
    ['true', ['a.cfg.html', 'b.cfg.html', 'c.j2', 'd.zip']],
    ['["etc/*.cfg", "*.j2"]', ['a.cfg.html', 'b.cfg', 'c.j2.html', 'd.zip']],
    ['["**"]', ['a.cfg.html', 'b.cfg.html', 'c.j2.html', 'd.zip']],
    ['{ "exclude": ["etc/"] }', ['a.cfg', 'b.cfg.html', 'c.j2', 'd.zip']],
    ['{ "include": ["*.cfg"], "exclude": ["b.*"] }', ['a.cfg.html', 'b.cfg', 'c.j2', 'd.zip']],
    ['{ "kilobytes": 1 }', ['a.cfg', 'b.cfg.html', 'c.j2', 'd.zip']],
    ['[]', ['a.cfg', 'b.cfg', 'c.j2', 'd.zip']],
  ])('leads where the book wants it: %s', async (sourcePages, expected) => {
    const built = await buildBook({
      'book.json': `{ "sourcePages": ${sourcePages} }`,
      'README.md': '# A\n\n[a](etc/a.cfg) [b](b.cfg) [c](板/c.j2) [d](d.zip)\n',
      'etc/a.cfg': 'x = 1\n'.repeat(200),
      'b.cfg': 'x = 1\n',
      '板/c.j2': '{{ 一 }}\n',
      'd.zip': Uint8Array.from([80, 75, 0]),
    })
    const home = content(built, 'index.html')
    const links = [...home.matchAll(/href="(?:etc\/|%E6%9D%BF\/)?([abcd]\.[^"]*)"/g)]
    expect(links.map(([, href]) => href)).toEqual(expected)
  })
})

describe('a picture', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">\n<path/></svg>\n'
  const pictures = {
    'README.md':
      '# A\n\n[图](images/板%20一.svg) [line](images/板%20一.svg#L2) [part](images/板%20一.svg#x)\n\n' +
      '![图](images/板%20一.svg) [![图](images/板%20一.svg)](images/板%20一.svg) ' +
      '<a href="images/b.png">b</a> [b](images/b.png)\n',
    'images/板 一.svg': svg,
    'images/b.png': Uint8Array.from([137, 80, 78, 71, 0]),
  }

  test('has a page for words that lead to it, not for pictures and HTML', async () => {
    const built = await buildBook(pictures)
    const home = decodeURI(content(built, 'index.html'))
    const addresses = home.matchAll(/(?:href|src)="(images\/[^"]*)"/g)
    expect([...addresses].map(([, address]) => address)).toEqual([
      'images/板 一.svg.html',
      'images/板 一.svg.html#L2',
      'images/板 一.svg#x',
      'images/板 一.svg',
      'images/板 一.svg',
      'images/板 一.svg',
      'images/b.png',
      'images/b.png.html',
    ])
    expect(codes(built)).toEqual([])
  })

  test('is shown there, with the text of an SVG below it', async () => {
    const built = await buildBook(pictures)
    const drawing = decodeURI(content(built, 'images/板 一.svg.html'))
    expect(drawing).toContain('<img src="板 一.svg" alt="板 一.svg" width="20" height="10">')
    expect(drawing).toContain('id="L2"')
    const photo = content(built, 'images/b.png.html')
    expect(photo).toContain('<img src="b.png" alt="b.png">')
    expect(photo).toContain('(5 B)')
    expect(photo).not.toContain('id="L1"')
  })

  test('is shown in AsciiDoc in the same way', async () => {
    const built = await buildBook({
      ...pictures,
      'README.md': '# A\n\n[b](b.adoc)\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.adoc)\n',
      'b.adoc': '= B\n\nlink:images/b.png[b] image:images/b.png[b,link=images/b.png]\n',
    })
    const html = content(built, 'b.html')
    expect([...html.matchAll(/href="(images[^"]*)"/g)].map(([, href]) => href)).toEqual([
      'images/b.png.html',
      'images/b.png',
    ])
  })
})
