import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { type Contents, buildBook, codes, page } from '../support/build-book.ts'

const book = (config: object, more: Contents = {}): Contents => ({
  'book.json': JSON.stringify(config),
  'README.md': '# A\n\n[b](sub/b.md)\n',
  'sub/b.md': '# B\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
  'js/pond.js': 'pond()\n',
  'a.css': 'p { color: red }\n',
  'b.css': 'p { color: blue }\n',
  ...more,
})

const head = (html: string): string => html.slice(0, html.indexOf('</head>'))

describe('scripts', () => {
  test('of the book are loaded after the page, from every depth', async () => {
    const built = await buildBook(book({ scripts: ['js/pond.js'] }))
    expect(head(page(built, 'index.html'))).toContain('<script src="js/pond.js" defer></script>')
    expect(head(page(built, 'sub/b.html'))).toContain('<script src="../js/pond.js" defer></script>')
    expect(head(page(built, 'handbook/contents.html'))).toContain(
      '<script src="../js/pond.js" defer>',
    )
    expect(built.outputs.get('js/pond.js' as never)?.kind).toBe('copied')
    expect(codes(built)).toEqual([])
  })

  test('of other sites keep their address and their attributes', async () => {
    const src = 'https://count.example/js?a=1&b=2'
    const scripts = [{ src, attributes: { 'data-domain': 'a"b', async: '' } }]
    const html = head(page(await buildBook(book({ scripts })), 'sub/b.html'))
    expect(html).toContain(
      '<script src="https://count.example/js?a=1&amp;b=2" data-domain="a&quot;b" async></script>',
    )
  })

  test('that the book does not have are reported where they are named', async () => {
    const built = await buildBook(book({ scripts: ['js/pnd.js'] }))
    expect(codes(built)).toEqual(['theme/missing-file book.json:1:13'])
    const plugin = { plugins: ['addcssjs'], pluginsConfig: { addcssjs: { js: ['gone.js'] } } }
    const ofPlugin = codes(await buildBook(book(plugin)))
    expect(ofPlugin).toEqual(['theme/missing-file book.json:1:60'])
  })

  test('and the head are left out where programs of a book are not run', async () => {
    const files = memoryFiles(book({ scripts: ['js/pond.js'], head: { a: 'b' } }))
    for (const trust of ['no-code', 'none'] as const) {
      const built = await build({ files, trust })
      expect(page(built, 'index.html')).not.toMatch(/pond\.js|name="a"/)
      expect(codes(built)).toEqual(['config/not-run book.json:1:2'])
    }
  })

  test('cost nothing where there are none', async () => {
    const [one, other] = [await buildBook(book({})), await buildBook(book({ scripts: [] }))]
    expect(page(one, 'index.html')).toBe(page(other, 'index.html'))
    expect(page(one, 'index.html')).not.toContain('pond')
  })
})

describe('the head', () => {
  test('has names and values, those of Open Graph by their own attribute', async () => {
    const built = await buildBook(
      book({ head: { 'theme-color': '#fff', 'og:image:alt': 'a < b' } }),
    )
    const html = head(page(built, 'sub/b.html'))
    expect(html).toContain('<meta name="theme-color" content="#fff">')
    expect(html).toContain('<meta property="og:image:alt" content="a &lt; b">')
  })

  test('has the elements of a file, with paths that lead to files of the book', async () => {
    const built = await buildBook(
      book(
        { head: 'head.html' },
        {
          'head.html':
            '<meta name="a" content="b">\n<link rel="preload" href="a.css" as="style">\n<script>a < b</script>\n<script src="/js/pond.js" async></script>\n',
        },
      ),
    )
    const html = head(page(built, 'sub/b.html'))
    expect(html).toContain(
      '<meta name="a" content="b">\n<link rel="preload" href="../a.css" as="style">\n<script>a < b</script>\n<script src="../js/pond.js" async></script>',
    )
    expect(codes(built)).toEqual([])
  })

  test('takes nothing that would end it', async () => {
    const built = await buildBook(
      book({ head: 'head.html' }, { 'head.html': '<meta name="a" content="b">\n<p>c</p>' }),
    )
    expect(codes(built)).toEqual(['theme/no-head-element head.html:2:1'])
    expect(head(page(built, 'index.html'))).not.toContain('<p>')
  })

  test('of a file that is missing is reported', async () => {
    expect(codes(await buildBook(book({ head: 'haed.html' })))).toEqual([
      'theme/missing-file book.json:1:9',
    ])
    const asked = { plugins: ['header'], pluginsConfig: { layout: { headerPath: 'haed.html' } } }
    expect(codes(await buildBook(book(asked)))).toEqual(['theme/missing-file book.json:1:63'])
  })

  test('and scripts of a language are its own', async () => {
    const built = await buildBook({
      'LANGS.md': '* [English](en/)\n* [中文](zh/)\n',
      'book.json': '{"scripts": ["a.js"]}',
      'a.js': '',
      'en/README.md': '# A\n',
      'zh/README.md': '# A\n',
      'zh/book.json': '{"scripts": ["b.js"], "head": "h.html"}',
      'zh/b.js': '',
      'zh/h.html': '<meta name="zh" content="1">',
    })
    expect(head(page(built, 'en/index.html'))).toContain('<script src="../a.js" defer>')
    expect(head(page(built, 'zh/index.html'))).toContain(
      '<meta name="zh" content="1">\n<script src="b.js" defer>',
    )
    expect(codes(built)).toEqual([])
  })
})

describe('style sheets', () => {
  test('may be several, in their order', async () => {
    const built = await buildBook(
      book({ styles: { website: ['b.css', 'a.css', 'https://x.example/f.css'] } }),
    )
    expect(head(page(built, 'sub/b.html')).match(/(?:[ab]|f)\.css/g)).toEqual([
      'b.css',
      'a.css',
      'f.css',
    ])
  })

  test('hide what selectors name, and a selector that is more than one hides nothing', async () => {
    const built = await buildBook(book({ hidden: ['.page-info', 'p } body {'] }))
    expect(page(built, 'handbook/brand.css')).toBe('.page-info {\ndisplay: none !important;\n}\n')
    expect(head(page(built, 'index.html'))).toContain('handbook/brand.css')
  })
})

describe('plugins', () => {
  test.each<[string, object, string]>([
    ['scripts', { files: ['./js/pond.js'] }, '<script src="js/pond.js" defer></script>'],
    ['addcssjs', { js: ['js/pond.js'], css: ['a.css'] }, '<link rel="stylesheet" href="a.css">'],
    ['custom-js-css', { css: 'b.css' }, '<link rel="stylesheet" href="b.css">'],
    ['meta', { data: [{ name: 'x', content: 'y' }] }, '<meta name="x" content="y">'],
    ['hide-element', { elements: ['.pager'] }, 'handbook/brand.css'],
  ])('%s says it by its options', async (name, options, expected) => {
    const built = await buildBook(book({ plugins: [name], pluginsConfig: { [name]: options } }))
    expect(head(page(built, 'index.html'))).toContain(expected)
    expect(codes(built)).toEqual([])
  })
})

async function policy(config: object, more: Contents = {}): Promise<string> {
  const built = await buildBook(book(config, more))
  return /Content-Security-Policy: (.*)/.exec(page(built, '_headers'))?.[1] ?? ''
}

describe('the content security policy', () => {
  test('is published only where a book wants it, and never replaces a file of the book', async () => {
    expect((await buildBook(book({}))).outputs.has('_headers' as never)).toBe(false)
    const own = await buildBook(book({ contentPolicy: true }, { _headers: '/*\n' }))
    expect(own.outputs.get('_headers' as never)?.kind).toBe('copied')
  })

  test('allows the site itself, and the sites of its scripts', async () => {
    expect(await policy({ contentPolicy: true })).toContain(
      "script-src 'self'; style-src 'self'; img-src",
    )
    const more = await policy({
      contentPolicy: true,
      scripts: ['https://count.example/a.js', 'js/pond.js'],
    })
    expect(more).toContain("script-src 'self' https://count.example;")
    expect(more).toContain("connect-src 'self' https://count.example;")
  })

  test('allows inline scripts of the head by their hash, and what the author adds', async () => {
    const text = await policy(
      { contentPolicy: { 'connect-src': 'https://a.example https://b.example;x' }, head: 'h.html' },
      { 'h.html': '<script>a()</script>' },
    )
    expect(text).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='/)
    expect(text).toContain("connect-src 'self' https://a.example;")
  })
})
