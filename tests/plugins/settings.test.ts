// A small book for each plugin that becomes settings, with its options varied.
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/core/json.ts'
import { resolveSettings } from '../../src/book/config-resolve.ts'
import { pluginFact } from '../../src/plugins/table.ts'
import { type Contents, buildBook, codes, page } from '../support/build-book.ts'

/** What a book with these plugins is told, beyond the defaults. */
const told = (plugins: readonly string[], pluginsConfig: JsonObject = {}, language = 'en') =>
  resolveSettings({ plugins, pluginsConfig }, language).told

test('fonts are set for a plugin that nobody lists, by its older name, too, unless it is turned off', () => {
  const night = { reader: { theme: 'dark' } }
  expect(told([], { fontsettings: { theme: 'night' } })).toEqual(night)
  expect(told([], { fontSettings: { theme: 'night' } })).toEqual(night)
  expect(told(['-fontsettings'], { fontsettings: { theme: 'night' } })).toEqual({
    reader: { settings: false },
  })
})

test('the look of a book is on its pages, and no other page says anything of it', async () => {
  const built = await buildBook(book({ reader: { theme: 'sepia', size: 19 } }))
  for (const path of ['index.html', 'sub/b.html', '404.html', 'handbook/print.html'])
    expect(page(built, path)).toContain('<html lang="en" data-theme="sepia" data-size="19">')
  expect(page(await buildBook(book({ title: 'A' })), 'index.html')).toContain('<html lang="en">')
})

test('the number on record stands beside what else is at the foot', () => {
  const options = { icp: { number: '1号' }, 'tbfed-pagefooter': { copyright: '© a' } }
  const both = ['icp', 'tbfed-pagefooter']
  expect(told(both, options)['footer']).toBe('© a · [1号](https://beian.miit.gov.cn/)')
})

test('plugins of a family are known by the beginning of their names', () => {
  const names = ['theme-nobody-knows', 'mermaid-x', 'search-x', 'plantuml-x', 'x-theme', 'mermaidx']
  const treatments = names.map((name) => pluginFact(name).treatment)
  expect(treatments).toEqual(['ignored', 'always', 'always', 'unsupported', 'unknown', 'unknown'])
})

test('a plugin that was made of another one asks for the same', () => {
  const asked = (name: string, options: JsonObject = {}): Json | undefined =>
    told([name], options)[name.startsWith('i') ? 'figures' : 'math']
  for (const name of ['katex-ng', 'mathjax-fox']) {
    expect(pluginFact(name).treatment).toBe('built-in')
    expect(asked(name)).toEqual(asked('katex'))
  }
  expect(asked('image-captions-extended', { 'image-captions': { caption: 'A' } })).toEqual(
    asked('image-captions', { 'image-captions': { caption: 'A' } }),
  )
  expect(told(['numbered-headings-for-web-and-books'], {})['headingNumbers']).toBe(true)
})

const book = (config: object, more: Contents = {}): Contents => ({
  'book.json': JSON.stringify(config),
  'README.md': '# A\n\n## B\n\n### C\n\n## D\n',
  'sub/b.md': '# B\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
  'i/a.png': '',
  'i/b.png': '',
  ...more,
})

test.each<[string, JsonObject, JsonObject]>([
  ['github', { url: 'https://x.org/r' }, { repository: 'https://x.org/r' }],
  ['github-buttons', { repo: 'a/b', types: ['star'] }, { repository: 'https://github.com/a/b' }],
  [
    'github-buttons',
    { buttons: [{ user: 'a', repo: 'b' }] },
    { repository: 'https://github.com/a/b' },
  ],
  [
    'edit-link',
    { base: 'https://x.org', label: { en: 'Mend' } },
    { editLink: { base: 'https://x.org', label: 'Mend' } },
  ],
  [
    'editlink',
    { base: 'https://x.org', multilingual: true },
    { editLink: { base: 'https://x.org' } },
  ],
  [
    'edit-link-plus',
    { base: { host: 'x' }, defaultBase: 'https://x.org' },
    { editLink: { base: 'https://x.org' } },
  ],
  [
    'tbfed-pagefooter',
    { copyright: '© a', modify_label: '修订时间：', modify_format: 'YYYY' },
    { footer: '© a', dates: { label: '修订时间', format: 'YYYY' } },
  ],
  [
    'page-footer-ex',
    { copyright: 'a', markdown: true, update_label: '<i>updated</i>' },
    { footer: 'a', dates: { label: 'updated' } },
  ],
  ['page-copyright', { copyright: 'a', style: 'normal' }, { footer: 'a' }],
  [
    'pagefooter-fox',
    { copyright: 'a', modify_format: 'YYYY' },
    { footer: 'a', dates: { format: 'YYYY' } },
  ],
  ['icp', { number: '1号' }, { footer: '[1号](https://beian.miit.gov.cn/)' }],
  [
    'icp',
    { number: '1号', label: 'No.', link: 'https://x.org/' },
    { footer: 'No. [1号](https://x.org/)' },
  ],
  [
    'head-append',
    { code: ['<meta name="a" content="b">'] },
    { head: ['<meta name="a" content="b">'] },
  ],
  ['forkmegithub', { url: 'https://x.org/r', color: 'red' }, { repository: 'https://x.org/r' }],
  ['favicon-plus', { favicon: 'i/a.png' }, { favicon: 'i/a.png' }],
  [
    'fontsettings',
    { theme: 'night', family: 'serif', size: 3 },
    { reader: { theme: 'dark', face: 'serif', size: 19 } },
  ],
  [
    'fontsettings',
    { theme: 'white', family: 'sans', size: 2 },
    { reader: { theme: 'light', face: 'sans', size: 17 } },
  ],
  ['fontsettings', { theme: null, family: 'Arial', size: 9 }, {}],
  ['ancre-navigation', { mode: 'float', maxTocDepth: 1 }, { pageToc: { depth: 1, least: 2 } }],
  [
    'anchor-navigation-ex',
    { mode: '' },
    { pageToc: { enabled: false, inline: true }, backToTop: true },
  ],
  ['section-numbering', {}, { headingNumbers: true }],
  ['scroll-to-top', {}, { backToTop: true }],
  ['pwa', {}, { reader: { offline: true } }],
  [
    'copyright',
    { author: { en: 'Li' }, website: 'Pond', site: 'https://x.org' },
    { footer: '© Li, [Pond](https://x.org)' },
  ],
  ['sitemap', { hostname: 'https://x.org/b/' }, { siteUrl: 'https://x.org/b/' }],
  ['sitemap-general', { prefix: 'https://x.org/b' }, { siteUrl: 'https://x.org/b' }],
  ['canonical-link', { baseURL: 'https://x.org' }, { siteUrl: 'https://x.org' }],
  ['sitemap', { hostname: 'x.org' }, {}],
  ['rss', { site_url: 'https://x.org', title: 'T' }, { siteUrl: 'https://x.org', feed: true }],
  ['page-toc-button', { maxTocDepth: 1, minTocSize: 3 }, { pageToc: { depth: 1, least: 3 } }],
  ['page-toc-button', { maxTocDepth: 0 }, { pageToc: { least: 2 } }],
  ['page-toc', { maxDepth: 4 }, { pageToc: { depth: 3 } }],
  [
    'intopic-toc',
    { maxDepth: 3, visible: false, label: 'In this article' },
    { pageToc: { depth: 2, enabled: false, title: 'In this article' } },
  ],
  ['simple-page-toc', { maxDepth: 3, skipFirstH1: true }, { pageToc: { depth: 2, inline: true } }],
  [
    'anchor-navigation-ex',
    { showLevel: true, showGoTop: false },
    { headingNumbers: true, backToTop: false, pageToc: { inline: true } },
  ],
  ['anchor-navigation-ex', {}, { backToTop: true, pageToc: { inline: true } }],
  ['back-to-top-button', {}, { backToTop: true }],
  [
    'favicon',
    { shortcut: 'a.ico', appleTouchMore: { '120x120': 'a.png', '180x180': 'b.png' } },
    { favicon: 'a.ico', touchIcon: 'b.png' },
  ],
  ['favicon', { bookmark: 'b.ico', appleTouch: 't.png' }, { favicon: 'b.ico', touchIcon: 't.png' }],
  ['favicon-absolute', { favicon: '/f.ico' }, { favicon: '/f.ico' }],
  [
    'insert-logo',
    { url: 'images/l.png', style: 'max-height: 30px' },
    { logo: 'images/l.png', logoHeight: 30 },
  ],
  [
    'versions',
    {
      options: [
        { value: 'https://x.org/1/', text: '1', selected: true },
        { value: '/2/', text: '2', includeFilepath: false },
      ],
    },
    {
      versions: [
        { label: '1', url: 'https://x.org/1/', current: true, keepsPage: true },
        { label: '2', url: '/2/' },
      ],
    },
  ],
  [
    'toolbar',
    { buttons: [{ label: 'Home', icon: 'fa fa-home', url: 'https://x.org' }] },
    { links: { sidebar: { Home: 'https://x.org' } } },
  ],
  ['code', { copyButtons: false }, { code: { lineNumbers: true } }],
  ['toggle-chapters', {}, { folding: true }],
  ['collapsible-menu', {}, { folding: true }],
  ['styled-blockquotes', {}, { quotes: { bold: true } }],
  [
    'include-codeblock',
    { unindent: true, template: 'ace' },
    { code: { imports: { unindent: true } } },
  ],
  ['theme-default', { showLevel: true }, { numbering: true }],
  ['katex', {}, { math: { macros: {} } }],
  [
    'mathjax',
    {
      tex2jax: {
        inlineMath: [
          ['$', '$'],
          ['\\(', '\\)'],
        ],
      },
    },
    { math: { dollars: true, brackets: true, macros: {} } },
  ],
])('%s with %j', (name, options, expected) => {
  expect(told([name], { [name]: options })).toEqual(expected)
})

test('custom-favicon has its option where another plugin has an object', () => {
  expect(told(['custom-favicon'], { favicon: './i/a.ico' })).toEqual({ favicon: './i/a.ico' })
  expect(told(['favicon'], { favicon: { shortcut: 'b.ico' } })).toEqual({ favicon: 'b.ico' })
})

describe('when plugins disagree', () => {
  test('the one that is listed first is right, and the book itself always', () => {
    const options = { 'page-footer-ex': { copyright: 'a' }, 'tbfed-pagefooter': { copyright: 'b' } }
    expect(told(['tbfed-pagefooter', 'page-footer-ex'], options)).toEqual({ footer: 'b' })
    const own = { plugins: ['page-footer-ex'], pluginsConfig: options, footer: 'c' }
    expect(resolveSettings(own).settings.footer).toBe('c')
  })

  test('one arrow unfolds what the other plugin folds', () => {
    expect(told(['expandable-chapters', 'chapter-fold', 'toggle-chapters'])).toEqual({})
  })

  test('what is on and off is off', () => {
    expect(told(['github', '-github'], { github: { url: 'https://x.org' } })).toEqual({})
    expect(told(['-highlight', 'prism', '-prism'])).toEqual({ code: { highlight: false } })
  })

  test('options of the wrong type count as none, and the package has its default', () => {
    expect(
      told(['github', 'page-toc-button', 'versions', 'toolbar', 'favicon'], {
        github: { url: 5 },
        'page-toc-button': { maxTocDepth: 'two', minTocSize: -1 },
        versions: { options: 'x' },
        toolbar: [],
        favicon: null,
      }),
    ).toEqual({ pageToc: { least: 2 } })
  })

  test('forms and versions of names make no difference', () => {
    const config = { github: { url: 'https://x.org' } }
    for (const form of ['github@1.0', 'gitbook-plugin-github', 'github@git+https://x.org/g.git#m'])
      expect(told([form], config)).toEqual({ repository: 'https://x.org' })
  })
})

const listIs = async (least: number): Promise<boolean> =>
  page(await buildBook(book({ pageToc: { least } })), 'index.html').includes('class="page-toc"')

describe('on pages', () => {
  test('icons and logo are files of the book or addresses', async () => {
    const config = {
      plugins: ['favicon', 'insert-logo'],
      pluginsConfig: {
        favicon: { shortcut: '/i/a.png', appleTouch: 'i/b.png' },
        'insert-logo': { url: 'https://x.org/l.svg' },
      },
    }
    const built = await buildBook(book(config))
    const html = page(built, 'sub/b.html')
    expect(html).toContain('<link rel="icon" href="../i/a.png">')
    expect(html).toContain('<link rel="apple-touch-icon" href="../i/b.png">')
    expect(html).toContain('<img class="logo" src="https://x.org/l.svg"')
    expect(codes(built)).toEqual(['plugins/unused-options book.json:1:50'].slice(1))
  })

  test('versions lead to the same page where they have it', async () => {
    const versions = [
      { label: '2.0', current: true },
      { label: '1.0', url: 'https://x.org/v1', keepsPage: true },
      { label: '0.9', url: 'https://old.x.org/' },
    ]
    const built = await buildBook(book({ versions }))
    const html = page(built, 'sub/b.html')
    expect(html).toContain('<li><a aria-current="true">2.0</a></li>')
    expect(html).toContain('<a href="https://x.org/v1/sub/b.html">1.0</a>')
    expect(html).toContain('<a href="https://old.x.org/">0.9</a>')
    expect(page(built, 'index.html')).toContain('<a href="https://x.org/v1/">1.0</a>')
    expect(page(await buildBook(book({})), 'index.html')).not.toContain('versions')
  })

  test('a way to the top and numbers of headings are there only where they are asked for', async () => {
    const html = page(
      await buildBook(book({ backToTop: true, headingNumbers: true })),
      'index.html',
    )
    expect(html).toContain('<a class="to-top" href="#hb-main">')
    expect(html).toContain('class="normal markdown-section numbered"')
    expect(html).toContain('handbook/more.css')
    expect(page(await buildBook(book({})), 'index.html')).not.toMatch(/to-top|numbered|more\.css/)
  })

  test('the list of headings is left out when there are too few', async () => {
    expect(await listIs(3)).toBe(true)
    expect(await listIs(4)).toBe(false)
  })

  test('an edit link does not name the folder of the book twice', async () => {
    const built = await buildBook({
      'book.json': '{"root": "docs", "editLink": "https://x.org/edit/main/docs"}',
      'docs/README.md': '# A\n',
    })
    expect(page(built, 'index.html')).toContain('href="https://x.org/edit/main/docs/README.md"')
  })
})
