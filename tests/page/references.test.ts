import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAEklEQVR4nGNgYGD4D8MMyBwAR9sF+2L9FhIAAAAASUVORK5CYII=',
    'base64',
  ),
)

const book = {
  'SUMMARY.md':
    '* [Home](README.md)\n* [B](sub/b.md)\n* [中文](中文/页面.md)\n* [Space](my file.md)\n* [Percent](100%25.md)\n',
  'sub/b.md': '# B\n\n## Section\n',
  '中文/页面.md': '# 中文\n\n## 安装 步骤\n',
  'my file.md': '# Space\n',
  '100%.md': '# Percent\n',
  'sub/README.md': '# Sub\n',
  'files/zoo.cfg': 'tickTime=2000',
  'files/a.zip': 'PK',
  'images/a b.png': png,
}

/** The href of the only link of a README with this text, and its diagnostics. */
async function link(
  markdown: string,
): Promise<{ href: string | undefined; codes: readonly string[] }> {
  const built = await buildBook({ ...book, 'README.md': `text ${markdown}\n` })
  const html = content(built, 'index.html')
  return {
    href: /<a href="([^"]*)"/.exec(html)?.[1],
    codes: codes(built).filter((code) => code.includes('README.md')),
  }
}

/** A book in a folder whose first page names anchors of the second that the others have. */
const threeChapters = (folder: string): Contents => ({
  [`${folder}/README.md`]: '# A\n\n[x](b.md#spades) [y](b.md#twice) [z](#rakes)\n',
  [`${folder}/SUMMARY.md`]: '* [A](README.md)\n* [B](b.md)\n* [C](c.md)\n* [D](d.md)\n',
  [`${folder}/b.md`]: '# B\n',
  [`${folder}/c.md`]: '# C\n\n## Spades\n\n## Twice\n',
  [`${folder}/d.md`]: '# D\n\n## Twice\n',
})

describe('a link to', () => {
  test.each([
    ['a page', '[x](sub/b.md)', 'sub/b.html'],
    ['a page from the top', '[x](/sub/b.md)', 'sub/b.html'],
    ['a page with a query and an anchor', '[x](./sub/b.md?x=1#section)', 'sub/b.html?x=1#section'],
    ['itself', '[x](README.md)', 'index.html'],
    [
      'a Chinese page',
      '[x](中文/页面.md#安装-步骤)',
      '%E4%B8%AD%E6%96%87/%E9%A1%B5%E9%9D%A2.html#%E5%AE%89%E8%A3%85-%E6%AD%A5%E9%AA%A4',
    ],
    [
      'an encoded Chinese page',
      '[x](%E4%B8%AD%E6%96%87/%E9%A1%B5%E9%9D%A2.md)',
      '%E4%B8%AD%E6%96%87/%E9%A1%B5%E9%9D%A2.html',
    ],
    ['a page with a space', '[x](my%20file.md)', 'my%20file.html'],
    ['a page with a space in brackets', '[x](<my file.md>)', 'my%20file.html'],
    ['a page with a bare space', '[x](my file.md)', 'my%20file.html'],
    ['a page with a percent sign', '[x](100%.md)', '100%25.html'],
    ['a source file', '[x](files/zoo.cfg)', 'files/zoo.cfg.html'],
    ['a file', '[x](files/a.zip)', 'files/a.zip'],
    ['the built name of a page', '[x](sub/b.html)', 'sub/b.html'],
    ['the list of chapters', '[x](SUMMARY.md)', 'handbook/contents.html'],
    ['the web', '[x](https://example.org/a?b#c)', 'https://example.org/a?b#c'],
    ['the web without a scheme', '[x](//example.org/a)', '//example.org/a'],
    ['an address of mail', '[x](mailto:a@example.org)', 'mailto:a@example.org'],
    ['data', '[x](data:text/plain,hi)', undefined],
  ])('%s', async (_, markdown, href) => {
    const found = await link(markdown)
    if (href !== undefined) expect(found.href).toBe(href)
    expect(found.codes).toEqual([])
  })

  test('a folder leads to its README, which becomes a page', async () => {
    expect(await link('[x](sub/)')).toEqual({
      href: 'sub/index.html',
      codes: ['links/unlisted-page README.md:1:10'],
    })
  })
})

describe('a broken link is reported at its destination:', () => {
  test.each([
    ['a missing file', '[x](sub/c.md)', 'sub/c.md', 'links/missing-file README.md:1:10'],
    [
      'a missing anchor',
      '[x](sub/b.md#sectoin)',
      'sub/b.html#sectoin',
      'links/missing-anchor README.md:1:10',
    ],
    [
      'a missing anchor of the page itself',
      '[x](#none)',
      '#none',
      'links/missing-anchor README.md:1:10',
    ],
    ['another case', '[x](Sub/B.md)', 'sub/b.html', 'links/case-differs README.md:1:10'],
    ['a way out of the book', '[x](../x.md)', '../x.md', 'links/outside-book README.md:1:10'],
  ])('%s', async (_, markdown, href, code) => {
    expect(await link(markdown)).toEqual({ href, codes: [code] })
  })

  test('with what was probably meant', async () => {
    const built = await buildBook({
      ...book,
      'README.md': '# A\n',
      'sub/b.md': '第一行 [x](../中文/页面.mkd) [y](ccc.md) [z](../README.md#B)\n',
      'sub/cc.md': '',
    })
    expect(
      built.diagnostics.map(english).map(({ code, at, hint }) => [code, at?.start, hint]),
    ).toEqual([
      ['links/missing-file', { line: 1, column: 9 }, 'Did you mean "../中文/页面.md"?'],
      ['links/missing-file', { line: 1, column: 27 }, 'Did you mean "cc.md"?'],
      ['links/missing-anchor', { line: 1, column: 39 }, 'Did you mean "#a"?'],
    ])
  })

  test('with the only page of the same language that has the anchor', async () => {
    const built = await buildBook({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      ...threeChapters('en'),
      ...threeChapters('zh'),
      'zh/c.md': '# C\n\n## Rakes\n',
    })
    expect(built.diagnostics.map(english).map(({ at, hint }) => [at?.file, hint])).toEqual([
      ['en/README.md', 'Did you mean "c.md#spades"?'],
      ['en/README.md', undefined],
      ['en/README.md', undefined],
      ['zh/README.md', undefined],
      ['zh/README.md', 'Did you mean "d.md#twice"?'],
      ['zh/README.md', 'Did you mean "c.md#rakes"?'],
    ])
  })

  test('out of the book, with the file of the book whose path it ends with', async () => {
    const built = await buildBook({
      'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
      'README.md':
        '[x](../book/sub/b.md) ![y](../../static/images/p.png) [z](../../README.md) [w](../other/c.md#b) ![v](../../index.files/v.png)\n',
      'sub/b.md': '# B\n',
      'images/p.png': '',
      'index.files/v.png': '',
    })
    expect(
      built.diagnostics
        .map(english)
        .filter(({ code }) => code.endsWith('outside-book'))
        .map(({ code, hint }) => [code, hint]),
    ).toEqual([
      ['links/outside-book', 'Did you mean "sub/b.md"?'],
      ['images/outside-book', 'Did you mean "images/p.png"?'],
      ['links/outside-book', 'Link to the file on the web, or move it into the book'],
      ['links/outside-book', 'Link to the file on the web, or move it into the book'],
      ['images/outside-book', 'Did you mean "index.files/v.png"?'],
    ])
  })
})

describe('an image', () => {
  test('has the size of its file and a relative address', async () => {
    const built = await buildBook({ ...book, 'README.md': '![a](/images/a%20b.png)\n' })
    expect(content(built, 'index.html')).toMatch(
      /<img src="images\/a%20b\.png"[^>]*width="3" height="2"/,
    )
    expect(codes(built)).toEqual([])
  })
  test('has no size when a part of it is nothing', async () => {
    const flat = '<svg width="120" height="0"></svg>'
    const built = await buildBook({ 'README.md': '![a](a.svg)\n', 'a.svg': flat })
    expect(content(built, 'index.html')).toContain('<img src="a.svg" alt="a" decoding')
  })
  test('from the top is that of its language, else one that all of them share', async () => {
    const built = await buildBook({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '![a](/i/a.png) ![b](/i/b.png)\n',
      'zh/README.md': '# 中文\n',
      'en/i/a.png': '',
      'i/a.png': '',
      'i/b.png': '',
    })
    const html = content(built, 'en/index.html')
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      'i/a.png',
      '../i/b.png',
    ])
  })
  test('that is missing is reported', async () => {
    const built = await buildBook({ ...book, 'README.md': '文字 ![a](images/ab.png)\n' })
    expect(codes(built)).toEqual(['images/missing-file README.md:1:9'])
    expect(built.diagnostics[0]?.args).toEqual({ written: 'images/ab.png', near: 'images/a b.png' })
  })
})

test('places count from the start of the file, also behind front matter and CRLF', async () => {
  const built = await buildBook({
    ...book,
    'README.md': '---\r\ntitle: x\r\n---\r\n\r\n- 列表\r\n  - [x](none.md)\r\n',
  })
  expect(codes(built)).toEqual(['links/missing-file README.md:6:9'])
})

test('places in an included file of AsciiDoc count from its start, behind front matter, too', async () => {
  const built = await buildBook({
    'SUMMARY.md': '* [A](README.adoc)\n',
    'README.adoc': '= A\n\ninclude::part.adoc[]\n',
    'part.adoc': '---\ntitle: x\n---\n\nlink:none.adoc[x]\n',
  })
  expect(codes(built)).toEqual(['links/missing-file part.adoc:5:6'])
})

test('definitions in a quote lead where they mean to in the Markdown of a page, too', async () => {
  const built = await buildBook({
    'README.md': '# Start\n',
    'sub/a.md': '# A\n\n> [a]:\n> ../sub/b.md "t"\n\n> [b]: </sub/b.md>\n\n[a] [b]\n',
    'SUMMARY.md': '* [A](sub/a.md)\n* [B](sub/b.md)\n',
    'sub/b.md': '# B\n',
  })
  expect(page(built, 'sub/a.md')).toContain('> [a]:\n> b.md "t"\n\n> [b]: <b.md>\n')
})

test('raw HTML is rewritten in place', async () => {
  const built = await buildBook({
    ...book,
    'README.md':
      '<div data-x=1>\n<a href="sub/b.md#section" class=y>b</a>\n<img src=images/none.png>\n</div>\n',
  })
  expect(content(built, 'index.html')).toContain('<a href="sub/b.html#section" class=y>b</a>')
  expect(codes(built)).toEqual(['images/missing-file README.md:3:10'])
})

test('a link around pictures or symbols without words is named by where it leads', async () => {
  const links = [
    '[![](a.png)](b.md)',
    '[![](a.png)](https://example.com/x%20y/)',
    '<a href="b.md"><img src="a.png"> <br></a>',
    '[![words](a.png)](b.md)',
    '[![](a.png) words](b.md)',
    '[![](a.png)](b.md "Title")',
    '<a href="b.md" aria-label="Own"><img src="a.png" alt=""></a>',
    '<a href="b.md"></a>',
    '[<i class="fa-github">:github:</i>](https://example.com/x)',
    '<a href="b.md"><i class="fa-book"></i> words</a>',
  ]
  const built = await buildBook({
    'README.md': `# A\n\n${links.join('\n\n')}\n`,
    'b.md': '# Title\n',
    'a.png': 'png',
    'SUMMARY.md': '* [A](README.md)\n* [Bee](b.md)\n',
  })
  const found = content(built, 'index.html').match(/<a [^>]*href="(?:b|https)[^>]*>/g) ?? []
  expect(found.map((tag) => /aria-label="([^"]*)"/.exec(tag)?.[1])).toEqual([
    'Bee',
    'example.com/x y',
    'Bee',
    undefined,
    undefined,
    undefined,
    'Own',
    undefined,
    'example.com/x',
    undefined,
  ])
  expect(page(built, 'index.md')).toContain('[![](a.png)](b.md)\n')
})

describe('what the editor of GitBook.com left of a deleted page', () => {
  test('is words in the Markdown of the page, too, and of a picture a broken link', async () => {
    const built = await buildBook({
      'README.md': '# A\n\n[Lost](broken-reference) and *[gone](/broken/pages/x)*.\n\n- kept\n',
      'b.md': '# B\n\n<img src="broken-reference" alt="x">\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
    })
    expect(page(built, 'index.md')).toBe('# A\n\nLost and *gone*.\n\n- kept\n')
    expect(built.diagnostics.map(({ code, args }) => [code, args['case']])).toEqual([
      ['links/broken-reference', 'page'],
      ['links/broken-reference', 'page'],
      ['links/broken-reference', 'file'],
    ])
  })

  test.each([
    'broken-reference',
    'broken-reference/',
    '../broken-reference#x',
    '/broken/pages/ab12',
    '/broken/spaces/a/pages/b#c',
  ])('%s is shown as words', async (written) => {
    const built = await buildBook({
      'README.md': `# A\n\n[Lost **words**](${written}) <a href="${written}">too</a>\n`,
      'SUMMARY.md': '* [A](README.md)\n',
    })
    expect(content(built, 'index.html')).toContain('<p>Lost <strong>words</strong> <a>too</a></p>')
    expect(built.diagnostics.map(({ code }) => code)).toEqual([
      'links/broken-reference',
      'links/broken-reference',
    ])
  })

  test('is said where a block leads to it, and no card shows the address', async () => {
    const card =
      '<table data-view="cards"><thead><tr><th></th><th data-hidden data-card-target data-type="content-ref"></th></tr></thead><tbody><tr><td></td><td><a href="/broken/pages/ab12">x</a></td></tr></tbody></table>'
    const built = await buildBook({
      'README.md': `# A\n\n{% content-ref url="/broken/pages/ab12" %}\n[x](/broken/pages/ab12)\n{% endcontent-ref %}\n\n${card}\n`,
      'SUMMARY.md': '* [A](README.md)\n* [B](broken-reference-guide.md)\n',
      'broken-reference-guide.md':
        '# Guide\n\n{% content-ref url="broken-reference-guide.md" %}\n[x](x)\n{% endcontent-ref %}\n',
    })
    expect(content(built, 'index.html')).not.toContain('ab12')
    expect(content(built, 'broken-reference-guide.html')).toContain(
      '<a href="broken-reference-guide.html">B</a>',
    )
    expect(codes(built)).toEqual([
      'links/broken-reference README.md:3:21',
      'links/broken-reference README.md:7:154',
    ])
  })

  test.each(['broken/pages.md', 'broken-reference.md', 'broken/pages/a.md'])(
    'a page %s is a page',
    async (path) => {
      const built = await buildBook({
        'README.md': `# A\n\n[x](${path})\n`,
        'SUMMARY.md': `* [A](README.md)\n* [B](${path})\n`,
        [path]: '# B\n',
      })
      expect(built.diagnostics).toEqual([])
    },
  )
})

describe('a link without an extension', () => {
  const pages = {
    'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n* [C](c.md)\n',
    'sub/b.md': '# B\n\n## H\n',
    'c.md': '# C\n',
  }

  test('leads to the page that is meant', async () => {
    const built = await buildBook({
      ...pages,
      'README.md': '# A\n\n[b](sub/b#h) [c](/c) [d](./c?x) [e](c.x)\n',
    })
    expect(content(built, 'index.html')).toContain(
      '<p><a href="sub/b.html#h">b</a> <a href="c.html">c</a> <a href="c.html?x">d</a>',
    )
    expect(codes(built)).toEqual(['links/missing-file README.md:3:37'])
  })

  test('leads to the file or folder that is called so, where there is one', async () => {
    const built = await buildBook({
      ...pages,
      'README.md': '# A\n\n[c](c) [s](sub)\n',
      c: 'text',
      'sub.md': '# Sub\n',
      'sub/README.md': '# Folder\n',
    })
    expect(content(built, 'index.html')).not.toContain('href="c.html"')
    expect(content(built, 'index.html')).toContain('href="sub/index.html"')
  })

  test('leads to the page beside the folder that holds its children', async () => {
    const built = await buildBook({
      'README.md': '# A\n\n[1](sub) [2](/sub) [3](./sub/#h) [4](sub?x)\n',
      'SUMMARY.md': '* [A](README.md)\n* [S](sub.md)\n  * [B](sub/b.md)\n',
      'sub.md': '# Sub\n\n## H\n',
      'sub/b.md': '# B\n',
    })
    expect(codes(built)).toEqual([])
    expect(content(built, 'index.html')).toContain(
      '<p><a href="sub.html">1</a> <a href="sub.html">2</a> <a href="sub.html#h">3</a> <a href="sub.html?x">4</a>',
    )
  })
})

test('in a book of GitBook.com a link to a folder that shows nothing is its words', async () => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': '# A\n\n[**words** of it](sub/)\n',
    'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
    'sub/b.md': '# B\n',
  })
  expect(codes(built)).toEqual(['links/folder-without-readme README.md:3:19'])
  expect(content(built, 'index.html')).toContain('<p><strong>words</strong> of it</p>')
})

test.each([
  '<!-- was <svg width="5" height="6"> -->\n<svg width="120" height="60"></svg>',
  '<?xml version="1.0"?>\n<!-- a --><!-- <svg width="5"> -->\n<svg width="120" height="60"/>',
  '<svg width="120" height="60"><!-- <svg width="5" height="6"> --></svg>',
  '<!-- <svg width="5" height="6"> --><svg viewBox="0 0 120 60"></svg>',
])('a drawing has its own size, not that of one in a comment: %j', async (svg) => {
  const built = await buildBook({ 'README.md': '# A\n\n![d](d.svg)\n', 'd.svg': svg })
  expect(content(built, 'index.html')).toContain('alt="d" width="120" height="60"')
})

test.each([2000, 100_000])(
  'a drawing with its source in an attribute of %i letters has a size',
  async (letters) => {
    const svg = `<?xml version="1.0"?>\n<svg width="120px" height="60px" content="${'&lt;a&gt;'.repeat(letters / 9)}"><g/></svg>`
    const built = await buildBook({ 'README.md': '# A\n\n![d](d.svg)\n', 'd.svg': svg })
    expect(content(built, 'index.html')).toContain('alt="d" width="120" height="60"')
  },
)

test('a number sign in a fragment is written as addresses may hold it', async () => {
  const built = await buildBook({
    'README.md': '# A\n\n[x](b.md##a#b) [y](##c)\n',
    'b.md': '# B\n',
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  })
  const html = content(built, 'index.html')
  expect(html).toContain('href="b.html#%23a%23b"')
  expect(html).toContain('href="#%23c"')
})
