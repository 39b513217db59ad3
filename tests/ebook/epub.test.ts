import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFiles } from '../../src/files/disk.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { BOOKS, GARDEN, PIXEL } from './books.ts'
import { chapter, editionsOf, epubOf, hasJava, judge, open } from './editions.ts'

const page = (markdown: string): Promise<string> =>
  epubOf({ 'README.md': markdown }).then((epub) => chapter(epub, 1))

/** The lines on a drawn cover, and how large their letters are. */
const coverLines = async (title: string): Promise<readonly (readonly [string, number])[]> => {
  const epub = await epubOf({ 'README.md': '# A\n', 'book.json': JSON.stringify({ title }) })
  const svg = epub.files['EPUB/cover-picture.svg'] ?? ''
  return [...svg.matchAll(/font-size="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, size, words]) => [words ?? '', Number(size)] as const,
  )
}

describe('an EPUB', () => {
  test('begins with its type, stored, so that programs know it by its first bytes', async () => {
    const { bytes, names } = await epubOf(GARDEN)
    const head = Buffer.from(bytes.subarray(0, 58)).toString('latin1')
    expect(names.slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'])
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip')
  })

  test('is the same, wherever and whenever it is made', async () => {
    const zone = process.env['TZ']
    try {
      process.env['TZ'] = 'Asia/Shanghai'
      const first = await epubOf(GARDEN)
      process.env['TZ'] = 'America/Los_Angeles'
      const second = await epubOf(GARDEN)
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  test('has the parts and the nested chapters of SUMMARY in its contents', async () => {
    const { files } = await epubOf(GARDEN)
    const nav = (files['EPUB/nav.xhtml'] ?? '').replaceAll(/>\s+</g, '><')
    expect(nav).toContain(
      '<li><span>Outside</span><ol><li><a href="chapter-0002.xhtml">Beds</a><ol><li><a href="chapter-0003.xhtml">Tools</a></li></ol></li></ol></li>',
    )
    expect(nav).toContain('epub:type="landmarks"')
    expect(nav).not.toContain('Planned')
  })

  test('says who wrote it, in which language, and when it changed', async () => {
    const { files } = await epubOf(GARDEN)
    const opf = files['EPUB/package.opf'] ?? ''
    expect(opf).toContain('<dc:title>The garden</dc:title>')
    expect(opf).toContain('<dc:creator id="author-1">Li Lei</dc:creator>')
    expect(opf).toContain('<dc:creator id="author-2">Han Mei</dc:creator>')
    expect(opf).toContain('<dc:identifier id="id">urn:isbn:9783161484100</dc:identifier>')
    expect(opf).toContain('<dc:language>en</dc:language>')
    expect(opf).toContain('property="belongs-to-collection" id="series">Gardens<')
    expect(opf).toMatch(/dcterms:modified">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ</)
  })

  test('promises alternative texts only when every picture has one', async () => {
    const promise = '>alternativeText<'
    const said = await epubOf({ 'README.md': '# A\n\n![a dot](dot.png)', 'dot.png': PIXEL })
    const unsaid = await epubOf({ 'README.md': '# A\n\n<img src="dot.png">', 'dot.png': PIXEL })
    expect(said.files['EPUB/package.opf']).toContain(promise)
    expect(unsaid.files['EPUB/package.opf']).not.toContain(promise)
  })

  test('holds only the pictures that are shown, each once', async () => {
    const { names } = await epubOf({
      'README.md': '# A\n\n![a](a.png) ![again](./a.png) ![copy](copy.png)',
      'a.png': PIXEL,
      'copy.png': PIXEL,
      'unused.png': PIXEL,
    })
    expect(names.filter((name) => name.includes('picture'))).toEqual([
      'EPUB/cover-picture.svg',
      'EPUB/picture-001.png',
    ])
  })

  test('has the cover of the book', async () => {
    const { files, names } = await epubOf({ 'README.md': '# A', 'cover.jpg': PIXEL })
    expect(names).not.toContain('EPUB/cover-picture.svg')
    expect(files['EPUB/cover.xhtml']).toContain('src="picture-001.png"')
    expect(files['EPUB/package.opf']).toContain('media-type="image/png" properties="cover-image"')
  })

  test('has no page that is hidden, whoever leads to it, but the first', async () => {
    const { files } = await epubOf({
      'README.md': '---\nhidden: true\n---\n# A\n\n[frogs](pond.md) and [newts](newts.md)',
      'pond.md': '---\nhidden: true\n---\n# Pond\n\nSecret frogs.',
      'newts.md': '# Newts\n\nSeen newts.',
      'SUMMARY.md':
        '* [A](README.md)\n* [Pond](pond.md)\n  * [Newts](newts.md)\n* [Frogs](frogs.md)',
      'frogs.md': '# Frogs\n\nSeen frogs.',
    })
    const all = Object.values(files).join('')
    expect(all).not.toMatch(/Secret frogs|Seen newts|Pond/)
    expect(all).toContain('Seen frogs.')
    expect(all).toContain('frogs and newts')
  })

  test('has pages that only links reach, outside of the reading order, and no others', async () => {
    const { files } = await epubOf({
      'README.md': '# A\n\n[aside](aside.md)',
      'aside.md': '# Aside\n\n[deeper](deeper.md)',
      'deeper.md': '# Deeper',
      'SUMMARY.md': '* [A](README.md)',
      'lonely.md': '# Lonely',
    })
    const opf = files['EPUB/package.opf'] ?? ''
    expect(opf.match(/<itemref idref="chapter-\d+"[^>]*>/g)).toEqual([
      '<itemref idref="chapter-0001"/>',
      '<itemref idref="chapter-0002" linear="no"/>',
      '<itemref idref="chapter-0003" linear="no"/>',
    ])
  })
})

describe('links', () => {
  test('lead to chapters and their headings', async () => {
    const epub = await epubOf(GARDEN)
    expect(chapter(epub, 1)).toContain('<a href="chapter-0003.xhtml#the-spade">spade</a>')
  })

  test('lead to the site when they leave the book and it says where that is', async () => {
    const book = {
      'README.md': '# A\n\n[seeds](files/seeds.csv)',
      'files/seeds.csv': 'a,b\n',
    }
    const told = await epubOf({ ...book, 'book.json': '{"siteUrl":"https://example.org/g/"}' })
    const untold = await epubOf(book)
    expect(chapter(told, 1)).toContain('href="https://example.org/g/files/seeds.csv')
    expect(chapter(untold, 1)).toContain('<p>seeds</p>')
    expect(untold.diagnostics).toMatchObject([
      {
        code: 'ebook/left-out',
        args: { case: 'file-link', count: 1 },
        at: { file: 'README.md', start: { line: 3 } },
      },
    ])
  })

  test('are words where their address is none', async () => {
    expect(
      await page(
        '# A\n\n<a href="javascript:alert(1)">run</a> <a href="http://[">x</a> <a href="git://example.org/a.git">git</a>',
      ),
    ).toContain('<p>run x git</p>')
  })

  test('never stand in each other', async () => {
    const text = await page(
      '# A\n\n[see ![the pond](https://example.org/pond.png)](https://example.org/)',
    )
    expect(text).toContain('<a href="https://example.org/">see the pond</a>')
  })
})

describe('footnotes', () => {
  test('are called and stand by themselves, so that devices can show them in place', async () => {
    const text = await page('# A\n\nOne[^1], twice[^1].\n\n[^1]: The *note*.')
    expect(text).toContain(
      '<sup><a href="#fn_1" id="reffn_1" epub:type="noteref" role="doc-noteref">1</a></sup>',
    )
    expect(text).toContain(
      '<aside id="fn_1" class="note" epub:type="footnote" role="doc-footnote"><p><a href="#reffn_1" role="doc-backlink">1.</a> The <em>note</em>.</p></aside>',
    )
  })

  test('of AsciiDoc are the same', async () => {
    const epub = await epubOf({ 'README.adoc': '= A\n\nWords.footnote:[A note.]\n' })
    expect(chapter(epub, 1)).toMatch(/epub:type="noteref".*epub:type="footnote".*A note\./s)
  })
})

describe('what authors write as HTML', () => {
  test('comes out well-formed, whatever was left open or nested', async () => {
    const text = await page(
      '# A\n\n<p>one <b>two <div>three</div></b> four\n\n<ul>five<li>six</ul>',
    )
    expect(text.replaceAll('\n', '')).toBe(
      '<h1 id="a">A</h1><p>one</p><p>two</p><p>three</p><p>four</p><ul><li>five</li><li>six</li></ul>',
    )
  })

  test('fills rows of tables, and lets no cell reach out of them', async () => {
    const text = await page(
      '# A\n\n<table><tr><th rowspan="9">a<td>b</tr><tr></tr><tr><td>c<td>d<td>e</tr></table>',
    )
    expect(text.match(/<t[dh][^>]*>/g)).toEqual([
      '<th rowspan="2" scope="row">',
      ...Array.from({ length: 6 }, () => '<td>'),
    ])
  })

  test('leaves no script, style, handler or frame', async () => {
    const epub = await epubOf({
      'README.md':
        '# A\n\n<p onclick="x()" style="color:red">words</p>\n<script>x()</script>\n<iframe src="https://example.org/film" title="A film"></iframe>\n',
    })
    const text = chapter(epub, 1)
    expect(text).toContain('<p>words</p>')
    expect(text).toContain('<a href="https://example.org/film">A film</a>')
    expect(text).not.toMatch(/script|onclick|style|iframe/)
    expect(epub.diagnostics.map(({ args }) => args['case'])).toContain('frame')
  })

  test('keeps drawings as drawings, with their names and without what runs in them', async () => {
    const text = await page(
      '# A\n\n<svg viewBox="0 0 9 9" aria-label="a dot" onload="x()"><linearGradient id="g"/><circle r="3"/><script>x()</script></svg>',
    )
    expect(text).toContain('role="img" aria-label="a dot" xmlns="http://www.w3.org/2000/svg"')
    expect(text).toContain('<linearGradient id="g"></linearGradient>')
    expect(text).not.toMatch(/script|onload/)
  })
})

test('code is told apart by kinds, and lines keep their numbers', async () => {
  const text = await page('# A\n\n```js title="a.js" showLineNumbers\nconst a = "b" // c\n```\n')
  expect(text).toContain('<figcaption>a.js</figcaption>')
  expect(text).toContain('<span class="ln">1  </span>')
  expect(text).toContain('<span class="k">const</span> a = <span class="s">&quot;b&quot;</span>')
  expect(text).toContain('<span class="c">// c</span>')
})

test('what an author says of lines of code stands before them as a sign, which nobody copies', async () => {
  const diff = await page('# A\n\n```diff lang="js"\n-old()\n+fresh()\n same()\n```\n')
  expect(diff.replaceAll(/<\/?span[^>]*>/g, '')).toContain('\u2212 old()\n+ fresh()\n  same()')
  expect(diff).toContain('<span class="ln">+ </span>')
  const marked = await page(
    '# A\n\n```js {1} showLineNumbers\none()\ntwo() // [!code error]\nthree() // [!code warning]\n```\n',
  )
  expect(marked.match(/<span class="ln">[^<]*/g)).toEqual([
    '<span class="ln">1  \u203A ',
    '<span class="ln">2  \u00D7 ',
    '<span class="ln">3  ! ',
  ])
})

test('diagrams are drawings with colors of their own, without their source', async () => {
  const text = await page('# A\n\n```mermaid\ngraph LR\n  A[Start] --> B[End]\n```\n')
  expect(text).toMatch(/<rect [^>]*fill="#edf1f6" stroke="#7d848e"/)
  expect(text).not.toContain('graph LR')
})

test('a title stands on a drawn cover in letters that leave it in its frame', async () => {
  expect(await coverLines('Garden')).toEqual([['Garden', 128]])
  expect(await coverLines('Mesos Handbook')).toEqual([
    ['Mesos', 128],
    ['Handbook', 128],
  ])
  expect(await coverLines('Donaudampfschiffahrt')).toEqual([['Donaudampfschiffahrt', 54]])
  expect(await coverLines('北方的园子和它的四季')).toEqual([
    ['北方的园子和它', 128],
    ['的四季', 128],
  ])
})

test('a reference to a formula is a link that leads to it', async () => {
  const text = await page(
    '# A\n\n$$\n\\begin{equation} \\label{e} a = b \\end{equation}\n$$\n\nBy $$\\eqref{e}$$ and more.\n',
  )
  expect(text).toContain('<p class="center"><span id="eq-e"></span><math')
  expect(text).toContain('<p>By <a href="chapter-0001.xhtml#eq-e">(1)</a> and more.</p>')
})

/** A table of so many columns. */
const table = (columns: number): string =>
  ['x', '-', 'x'].map((cell) => `|${` ${cell} |`.repeat(columns)}`).join('\n')

test('a table of many columns is set smaller, so that it fits a small screen', async () => {
  const text = await page(`# A\n\n${table(5)}\n\n${table(6)}\n\n${table(9)}\n`)
  expect(text.match(/<table[^>]*>/g)).toEqual([
    '<table>',
    '<table class="broad">',
    '<table class="wide">',
  ])
})

test('a word of a table parts only where its column has no room for it', async () => {
  const text = await page(
    '# A\n\n| language of the block | a_name_that_is_longer |\n| :-- | --: |\n| plain words of the text | `a_name_that_is_longer` |\n| a-name-that-may-part | 一个很长很长很长很长很长很长的句子 |\n',
  )
  expect(text).toContain('<th class="left" scope="col">language of the block</th>')
  expect(text.match(/class="[^"]*parts"/g)).toEqual(['class="right parts"', 'class="right parts"'])
})

test('tasks say whether they are done', async () => {
  expect(await page('# A\n\n- [x] dig\n- [ ] rest\n- other\n')).toContain(
    '<li>☑ dig</li>\n<li>☐ rest</li>\n<li>• other</li>',
  )
})

test('headings leave no level out, and a page without a title gets that of SUMMARY', async () => {
  const epub = await epubOf({
    'README.md': '# A',
    'b.md': '#### deep\n\nwords',
    'SUMMARY.md': '* [A](README.md)\n* [The B](b.md)',
  })
  expect(chapter(epub, 2)).toContain('<h1>The B</h1>\n<h2 id="deep">deep</h2>')
})

test('a page whose headings begin at the second level is not titled twice', async () => {
  const book = await epubOf({
    'README.md': '# A\n',
    'SUMMARY.md': '* [A](README.md)\n* [Beds](beds.md)\n* [Tools](tools.md)\n',
    'beds.md': '## 2.3. Beds\n\nx\n\n### In the north\n',
    'tools.md': '## The spade\n',
  })
  expect(chapter(book, 2)).toMatch(/^<h1[^>]*>2\.3\. Beds<\/h1>\s*<p>x<\/p>\s*<h2/)
  expect(chapter(book, 3)).toMatch(/^<h1>Tools<\/h1>\s*<h2[^>]*>The spade/)
})

test('the host of a film stands apart from the words of its link', async () => {
  const shown = await page(
    '# A\n\n{% embed url="https://example.org/film" %}\nA film\n{% endembed %}\n',
  )
  expect(shown).toContain('A film</a> <small>example.org</small>')
})

test('contents follow the book: sections in their order, nothing twice that leads back', async () => {
  const { files, bytes } = await epubOf({
    'README.md': '# A\n\n## One\n\n## Two\n',
    'b.md': '# B',
    'SUMMARY.md':
      '* [A](README.md)\n  * [Two](README.md#two)\n  * [One](README.md#one)\n* [B](b.md)\n* [A again](README.md)\n* [Back](README.md#two)\n  * [B again](b.md)\n',
  })
  const links = [
    ...(files['EPUB/nav.xhtml'] ?? '').matchAll(/<li><(?:a href="([^"]*)"|span)>([^<]*)/g),
  ]
  expect(links.map(([, href = '', title]) => `${title} ${href}`)).toEqual([
    'A chapter-0001.xhtml',
    'One chapter-0001.xhtml#one',
    'Two chapter-0001.xhtml#two',
    'B chapter-0002.xhtml',
    'Back ',
    'B again chapter-0002.xhtml',
  ])
  if (hasJava()) expect(judge(bytes)).toEqual([])
})

test('a book from right to left says so on every level', async () => {
  const { files } = await epubOf(BOOKS.arabic)
  expect(files['EPUB/package.opf']).toContain('page-progression-direction="rtl"')
  expect(files['EPUB/chapter-0001.xhtml']).toContain('lang="ar" xml:lang="ar" dir="rtl"')
})

test('code in a line of a book that runs from the right is written from the left', async () => {
  const { files } = await epubOf({
    'book.json': '{ "language": "he" }',
    'README.md': '# א\n\nמילה `--help` <kbd>Ctrl+C</kbd> **מילה**\n',
  })
  expect(files['EPUB/chapter-0001.xhtml']).toContain(
    '<code dir="ltr">--help</code> <kbd dir="ltr">Ctrl+C</kbd> <strong>',
  )
  expect(await page('# A\n\n`x`\n')).toContain('<code>x</code>')
})

test('Japanese keeps its readings', async () => {
  const epub = await epubOf(BOOKS.japanese)
  expect(chapter(epub, 1)).toContain('<ruby>庭<rt>にわ</rt></ruby>')
})

test('a book in several languages has an edition for each, by its folder or its tag', async () => {
  const files = memoryFiles({
    'LANGS.md': '* [English](en)\n* [中文](zh)\n',
    'book.json': '{"title":"B"}',
    'en/README.md': '# One',
    'zh/README.md': '# 一',
    'zh/book.json': '{"language":"zh-hans"}',
  })
  const tags = async (language?: string): Promise<readonly string[]> =>
    (await editionsOf(files, language)).map(({ edition }) => edition.language.tag)
  expect(await tags()).toEqual(['en', 'zh-Hans'])
  expect(await tags('zh')).toEqual(['zh-Hans'])
  expect(await tags('zh_CN')).toEqual(['zh-Hans'])
  expect(await tags('en')).toEqual(['en'])
})

describe.skipIf(!hasJava())('EPUBCheck (needs Java) finds nothing wrong with', () => {
  test.each(Object.entries(BOOKS))('%s', async (_name, contents) => {
    expect(judge((await epubOf(contents)).bytes)).toEqual([])
  })

  test.each(['docs', '.'])(
    'the book in %s',
    async (folder) => {
      const root = path.resolve(import.meta.dirname, '../..', folder)
      const [first] = await editionsOf(diskFiles(root))
      expect(first && judge(open(first).bytes)).toEqual([])
      // EPUBCheck reads every picture of the book.
    },
    900_000,
  )
})
