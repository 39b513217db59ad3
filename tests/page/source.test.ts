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

  test('shows comma-separated values as a table, too', async () => {
    const html = content(await buildBook(book), 'files/t.csv.html')
    expect(html).toContain('<th>name</th><th>a "b"</th>')
    expect(html).toContain('<td>x</td><td>1,2\n3</td>')
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
})
