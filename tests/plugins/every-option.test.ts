// Every option of a plugin that becomes a setting, seen on the pages of a small book that says it.
import { describe, expect, test } from 'vitest'
import { loaded } from '../support/loaded.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { WHOLE } from '../../src/plugins/option-fact.ts'
import { OPTIONS } from '../../src/plugins/options.ts'
import type { JsonObject } from '../../src/core/json.ts'
import { type Contents, page, site } from '../support/build-book.ts'

const FILES: Contents = {
  'README.md': [
    '# Beds\n\n## Soil\n\n### Sand\n\n#### Fine sand\n\n## Rain\n\n![Plan](i/a.png)\n\n> **Frost** Cover them.\n',
    '> [!Frost]\n> Again.\n\n```hx\nconst a = 1\n```\n\n```js\nconst b = 2\n```\n\n[import](a.js)\n\nCosts $x$, :bulb:\n\n{% method %}\n{% sample lang="hx" %}\nIn hx.\n{% endmethod %}\n\n{% for one in book.drawings %}{{ one.list_caption }} {{ one.backlink }}{% endfor %}\n',
  ].join('\n'),
  'a/b.md': '# Pond\n',
  'SUMMARY.md': '* [Beds](README.md)\n* [Pond](a/b.md)\n',
  'a.js': '  one\n  two\n',
  'i/a.png': '',
  'i/b.png': '',
  's.js': '',
  's.css': '',
  'head.html': '<meta name="season" content="spring">\n',
  'old.json': '{"redirects": [{"from": "old.html", "to": "a/b.html"}]}',
}
const DATES = new Map([['README.md', '2026-03-01T04:05:06Z']]) as never

/** The site of a book with one plugin. Settings of plugins that are there by themselves may go with it. */
async function siteOf(
  plugin: string,
  options: JsonObject,
  { more = {}, settings }: Pick<Row, 'more' | 'settings'>,
): Promise<Built> {
  const pluginsConfig = { [plugin]: options, ...more }
  const plugins = [plugin, ...('sitemap' in more ? ['sitemap'] : [])]
  const book = { plugins, pluginsConfig, ...settings }
  const contents = { 'book.json': JSON.stringify(book), ...FILES }
  return loaded(() => build({ files: memoryFiles(contents), dates: DATES }))
}

interface Row {
  readonly plugins: readonly string[]
  readonly options: JsonObject
  /** What stands on the first page, or on another. */
  readonly shown: string | RegExp
  readonly on?: string
  readonly more?: JsonObject
  /** What else the book says. */
  readonly settings?: JsonObject
}

const FOOT = '<footer class="book-footer">'
const names = (line: string): readonly string[] => line.split(' ')
const BAIDU = '0123456789abcdef0123456789abcdef'
const ICONS = names('favicon favicon-custom favicon-plus favicon-absolute')
const row = (
  plugins: string,
  options: JsonObject,
  shown: Row['shown'],
  rest: Pick<Row, 'on' | 'more' | 'settings'> = {},
): Row => ({ plugins: names(plugins), options, shown, ...rest })

const ROWS: readonly Row[] = [
  row('theme-default', { showLevel: true }, '<b>1.1.</b> Beds'),
  row('theme-default', { styles: { website: 's.css' } }, '<link rel="stylesheet" href="s.css">'),
  row('github forkmegithub', { url: 'https://x.org/r' }, 'source-button" href="https://x.org/r"'),
  row('books', { github_url: 'https://x.org/r' }, 'source-button" href="https://x.org/r"'),
  row('github-buttons', { buttons: [{ user: 'a', repo: 'b' }] }, 'href="https://github.com/a/b"'),
  row('github-buttons', { repo: 'a/b' }, 'href="https://github.com/a/b"'),
  row(
    'edit-link editlink edit-link-plus',
    { base: 'https://x.org/e', label: { en: 'Mend' } },
    '<a href="https://x.org/e/README.md">Mend</a>',
  ),
  row('edit-link-plus', { defaultBase: 'https://x.org/e' }, 'href="https://x.org/e/README.md"'),
  row(
    'tbfed-pagefooter pagefooter pagefooter-fox pagefooter-pro pagefooter-apachecn',
    { copyright: '&copy 2026 Li Lei', modify_label: 'Dug: ', modify_format: 'D.M.YYYY' },
    /<span>Dug <time datetime="2026-03-01">1\.3\.2026<\/time>[^]*book-footer">© 2026 Li Lei</,
  ),
  row(
    'page-footer-ex',
    { copyright: '*Li*', markdown: true, update_label: '**Dug**', update_format: 'YYYY' },
    /<span>Dug <time datetime="2026-03-01">2026<\/time>[^]*book-footer"><em>Li<\/em></,
  ),
  row('icp', { number: '1号' }, `${FOOT}<a href="https://beian.miit.gov.cn/">1号</a>`),
  row('analytics', { google: 'G-A1' }, 'data-google="G-A1"'),
  row(
    'page-copyright',
    { copyright: '© Li', description: 'dug at:', format: 'YYYY-MM-dd hh:mm' },
    /<span>dug at <time datetime="2026-03-01">2026-03-01 04:05<\/time>[^]*book-footer">© Li</,
  ),
  row(
    'theme-lou',
    { favicon: 'i/a.png', logo: 'i/b.png', appleTouchIconPrecomposed152: 'i/b.png' },
    /(?=[^]*rel="icon" href="i\/a\.png">)(?=[^]*apple-touch-icon" href="i\/b\.png">)[^]*class="logo" src="i\/b\.png"/,
  ),
  row('theme-lou', { color: '#0b57b0' }, '#0b57b0', { on: 'handbook/brand.css' }),
  row(
    'theme-lou',
    { copyright: { author: 'Li' }, 'book-anchor-title': 'In this bed' },
    /<summary>In this bed<\/summary>[^]*book-footer">© Li</,
  ),
  row('localized-footer', { filename: './a/b.md' }, /book-footer">[^<]*<h/),
  row('page-copyright copyright', { copyright: '© Li' }, `${FOOT}© Li<`),
  row('copyright', { author: 'Li' }, `${FOOT}© Li<`),
  row('sitemap sitemap2 sitemap3', { hostname: 'https://x.org' }, '<loc>https://x.org/a/b.html<', {
    on: 'sitemap.xml',
  }),
  row('sitemap-general', { prefix: 'https://x.org/p/' }, '<loc>https://x.org/p/a/b.html<', {
    on: 'sitemap.xml',
  }),
  row('canonical-link', { baseURL: 'https://x.org' }, 'rel="canonical" href="https://x.org/"'),
  row('bulk-redirect', { redirectsFile: 'old.json', basepath: '/' }, 'a/b.html', {
    on: 'old.html',
  }),
  row(
    'page-toc-button ancre-navigation',
    { maxTocDepth: 1, minTocSize: 2 },
    /<nav class="page-toc"(?:(?!<\/nav>)[^])*#soil">Soil<\/a><\/li>/,
  ),
  row(
    'page-toc intopic-toc simple-page-toc',
    { maxDepth: 4 },
    /<nav class="page-toc"(?:(?!<\/nav>)[^])*#fine-sand"/,
  ),
  row(
    'page-toc intopic-toc',
    { selector: '.markdown-section h1, .markdown-section h2' },
    /<nav class="page-toc"(?:(?!<\/nav>)[^])*#soil">Soil<\/a><\/li>/,
  ),
  row('theme-api', { languages: [{ lang: 'hx', name: 'Haxe' }] }, '>Haxe<'),
  row('api-language-selector', { languages: [{ lang: 'hx', name: 'Haxe' }] }, '>Haxe<'),
  row('etoc', { h2lb: 20 }, /^(?![^]*class="page-toc")/),
  row('logo', { logo: 'i/a.png' }, '<img class="logo" src="i/a.png"'),
  row('logo', { logo: 'i/a.png', logoStyle: 'height: 40px' }, '.logo {\nheight: 2.5rem', {
    on: 'handbook/brand.css',
  }),
  row('etoc', { maxdepth: 2 }, /<nav class="page-toc"(?:(?!<\/nav>)[^])*#soil">Soil<\/a><\/li>/),
  row('intopic-toc', { visible: false }, /^(?![^]*class="page-toc")/),
  row('intopic-toc', { label: { en: 'In this bed' } }, '<summary>In this bed</summary>'),
  row(
    'anchor-navigation-ex',
    { showLevel: true, showGoTop: true },
    /to-top[^]*numbered|numbered[^]*to-top/,
  ),
  row(
    'anchor-navigation-ex',
    { showLevel: true, associatedWithSummary: true },
    'data-number="1.1.1"',
    {
      more: { 'theme-default': { showLevel: true } },
    },
  ),
  row('anchor-navigation-ex', { mode: '' }, /^(?![^]*class="page-toc")/),
  row(
    'fontsettings',
    { theme: 'night', family: 'serif', size: 3 },
    /data-theme="dark"[^>]*data-size="19"/,
  ),
  row('sharing sharing-plus', {}, /x\.org%2F&amp;title&#x3D;Beds" rel="noopener nofollow">微博/, {
    more: { sharing: { weibo: true }, sitemap: { hostname: 'https://x.org' } },
  }),
  row('prism', { lang: { hx: 'typescript' } }, /lang-hx [^]*?hljs-keyword">const<\/span> a/),
  row('prism', { ignore: ['js'] }, '>const b = 2\n<'),
  ...[
    row('summary', { exclude: ['a'] }, /^(?![^]*Pond)/),
    row('summary', { excludeDir: 'a' }, /^(?![^]*Pond)/),
    row('isummary', { ignorePath: ['a/*.md'] }, /^(?![^]*Pond)/),
  ].map((one) => ({ ...one, settings: { structure: { summary: 'none.md' } } })),
  row('richquotes', { frost: { alert: 'danger' } }, 'callout-caution'),
  row(
    'flexible-alerts',
    { frost: { label: 'Ice', className: 'danger' } },
    /callout-caution[^]*>Ice</,
  ),
  row('include-codeblock', { unindent: true, lang: 'python' }, /language-python hljs">one\ntwo/),
  row(
    'image-captions',
    {
      caption: 'Picture _BOOK_IMAGE_NUMBER_: _CAPTION_',
      align: 'center',
      attributes: { width: '300' },
    },
    /figure-center[^]*width="300"[^]*<figcaption>Picture [\d.]+: Plan</,
  ),
  row(
    'image-captions',
    { list_caption: 'Drawing: _CAPTION_', variable_name: 'drawings' },
    'Drawing: Plan /README.md#fig1.1.1',
  ),
  row('image-captions', { images: { '1.1.1': { caption: 'The plan' } } }, '<figcaption>The plan<'),
  ...ICONS.flatMap((plugin) => [
    ...['favicon', 'shortcut', 'bookmark'].map((option) =>
      row(plugin, { [option]: 'i/a.png' }, '<link rel="icon" href="i/a.png">'),
    ),
    ...['appleTouch', 'appleTouchIcon152'].map((option) =>
      row(plugin, { [option]: 'i/b.png' }, '<link rel="apple-touch-icon" href="i/b.png">'),
    ),
    ...['appleTouchMore', 'appleTouchIconMore'].map((option) =>
      row(
        plugin,
        { [option]: { '76x76': 'i/a.png', '180x180': 'i/b.png' } },
        '<link rel="apple-touch-icon" href="i/b.png">',
      ),
    ),
  ]),
  row('custom-favicon', {}, '<link rel="icon" href="i/a.png">', {
    more: { favicon: 'i/a.png' },
  }),
  row('insert-logo', { url: 'i/a.png' }, '<img class="logo" src="i/a.png"'),
  row(
    'insert-logo-link insert-logo-link-website insert-logo-link-style',
    { src: 'i/a.png', url: 'https://x.org' },
    '<img class="logo" src="i/a.png"',
  ),
  row(
    'insert-logo',
    { url: 'i/a.png', style: 'background: none; max-height: 40px' },
    '.logo {\nheight: 2.5rem',
    { on: 'handbook/brand.css' },
  ),
  row(
    'insert-logo-link insert-logo-link-website insert-logo-link-style',
    { src: 'i/a.png', style: 'height:400px' },
    '.logo {\nheight: 2.75rem',
    { on: 'handbook/brand.css' },
  ),
  row(
    'versions versions-select',
    { options: [{ value: 'https://x.org/1', text: 'One' }] },
    '<a href="https://x.org/1/">One</a>',
  ),
  row(
    'toolbar',
    { buttons: [{ label: 'Seeds', url: 'https://x.org' }] },
    /href="https:\/\/x.org"[^>]*>Seeds</,
  ),
  row(
    'links',
    { links: [{ label: 'Seeds', icon: 'fa', url: 'https://x.org' }] },
    /href="https:\/\/x.org"[^>]*>Seeds</,
  ),
  row(
    'rss feed',
    { site_url: 'https://x.org/b/', feed_url: 'https://x.org/b/news.xml' },
    'href="news.xml"',
  ),
  ...['token', 'id', 'trackingId', 'trackingID'].map((option) =>
    row(
      'ga google-analytics gtag gtm googletagmanager',
      { [option]: 'G-A1' },
      'data-google="G-A1"',
    ),
  ),
  ...['token', 'id'].map((option) =>
    row('3-ba baidu baidu-tongji tongji', { [option]: BAIDU }, `data-baidu="${BAIDU}"`),
  ),
  ...['shortName', 'shortname'].map((option) =>
    row('disqus', { [option]: 'beds' }, 'data-site="beds"'),
  ),
  row('scripts', { files: ['./s.js'] }, /<script src="s\.js" defer/),
  row(
    'addcssjs add-js-css custom-js-css',
    { js: ['s.js'], css: ['s.css'] },
    /href="s\.css"[^]*src="s\.js"/,
  ),
  row('header', {}, '<meta name="season" content="spring">', {
    more: { layout: { headerPath: 'head.html' } },
  }),
  row('head-append', { code: ['<meta name="a" content="b">'] }, '<meta name="a" content="b">'),
  row('meta', { data: [{ name: 'a', content: 'b' }] }, '<meta name="a" content="b">'),
  row('meta', { name: 'a', content: 'b' }, '<meta name="a" content="b">'),
  row('hide-element', { elements: ['.pager'] }, '.pager {\ndisplay: none', {
    on: 'handbook/brand.css',
  }),
  row(
    'katex mathjax mathjax-pro mathjax-zz math katex-pro katex-gf latex-codecogs',
    { inlineMath: [['$', '$']], macros: { '\\RR': 'R' } },
    /<math[^]*<mi>x<\/mi>/,
  ),
]

const CASES = ROWS.flatMap((one) => one.plugins.map((plugin) => ({ ...one, plugin })))

describe('on pages', () => {
  test.each(CASES)('$plugin with $options', async ({ plugin, options, shown, on, ...rest }) => {
    const { settings = {} } = rest
    const without = site(await siteOf(plugin, {}, { settings }))[on ?? 'index.html'] ?? ''
    const text = page(await siteOf(plugin, options, rest), on ?? 'index.html')
    if (typeof shown === 'string') expect(text).toContain(shown)
    else expect(text).toMatch(shown)
    expect(text).not.toBe(without)
  })
})

const tried = (plugin: string, option: string): boolean =>
  CASES.some(
    (one) => one.plugin === plugin && (option === WHOLE || Object.hasOwn(one.options, option)),
  )

test('every option that becomes a setting is tried', () => {
  const missing = Object.entries(OPTIONS).flatMap(([plugin, options]) =>
    Object.entries(options)
      .filter(([option, fact]) => 'becomes' in fact && !tried(plugin, option))
      .map(([option]) => `${plugin}.${option}`),
  )
  expect(missing).toEqual([])
})
