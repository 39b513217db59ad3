// Lists and settings of plugins as they stand in books: twice, on and off, at the wrong level, with versions.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, page } from '../support/build-book.ts'

const FILES: Contents = {
  'README.md': '# A\n\n## B\n\n```js\nconst a = 1\n```\n\n![Plan](p.png)\n',
  'sub/b.md': '# B\n',
  'SUMMARY.md': '* [A](README.md)\n    * [B](sub/b.md)\n',
  'p.png': '',
}
const first = async (config: object): Promise<string> =>
  page(await buildBook({ 'book.json': JSON.stringify(config), ...FILES }), 'index.html')
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length

describe('a list of plugins', () => {
  const REPOSITORY = 'source-button" href="https://x.org/r"'
  const pluginsConfig = { github: { url: 'https://x.org/r' } }

  test.each<[unknown, boolean]>([
    [['github'], true],
    [['github', 'github', 'github@1'], true],
    ['splitter,github', true],
    [[{ name: 'github', version: '>=2.0.0 <4' }], true],
    [['gitbook-plugin-github@^2.0.0'], true],
    [['honkit-plugin-github'], true],
    [['github@git+https://x.org/g.git#v1'], true],
    [{ github: true }, true],
    [['github', '-github'], false],
    [['-github', 'github'], false],
    [['github', '-github@git+https://x.org/g.git'], false],
    [['github', '-gitbook-plugin-github'], false],
    [[' -github ', 'github@2'], false],
    [{ github: false }, false],
    [[], false],
  ])('%j shows the repository: %j', async (plugins, isThere) => {
    expect((await first({ plugins, pluginsConfig })).includes(REPOSITORY)).toBe(isThere)
  })

  test.each<[string, object]>([
    ['at the top', { github: pluginsConfig.github }],
    ['nested twice', { pluginsConfig: { pluginsConfig } }],
  ])('with its settings %s counts, and the right form is told', async (_where, written) => {
    const config = { plugins: ['github'], ...written }
    const built = await buildBook({ 'book.json': JSON.stringify(config), ...FILES })
    expect(page(built, 'index.html')).toContain(REPOSITORY)
    expect(codes(built).map((one) => one.split(' ')[0])).toEqual([
      'config/misplaced-plugin-settings',
    ])
  })

  test.each<[object, RegExp]>([
    [{ 'theme-default': { showLevel: true } }, /<b>1\.1\.1\.<\/b> B/],
    [{ fontsettings: { theme: 'night' } }, /data-theme="dark"/],
    [{ fontSettings: { size: 3 } }, /data-size="19"/],
  ])('that nobody lists may have its settings at the top: %j', async (written, shown) => {
    const built = await buildBook({ 'book.json': JSON.stringify(written), ...FILES })
    expect(page(built, 'index.html')).toMatch(shown)
    expect(codes(built)).toEqual(['config/misplaced-plugin-settings book.json:1:2'])
  })

  test('whose settings are of a wrong kind builds, and the others count', async () => {
    for (const wrong of [[], 'x', 5, null, true, { github: [] }, { github: 'https://x.org/r' }]) {
      const html = await first({ plugins: ['github', 'back-to-top-button'], pluginsConfig: wrong })
      expect(html).toContain('to-top')
      expect(html).not.toContain('source-button')
    }
  })
})

describe('plugins for the same thing', () => {
  test('give one arrow, one search, one highlighting and one way to the top', async () => {
    const all =
      'expandable-chapters expandable-chapters-small chapter-fold search-plus search-pro prism'
    const plain = await first({ plugins: [] })
    const html = await first({ plugins: all.split(' ') })
    for (const part of [/class="search-button"/g, /hljs-keyword/g, /<summary|class="fold/g])
      expect([part, count(html, part)]).toEqual([part, count(plain, part)])
    const top = await first({
      plugins: ['back-to-top-button', 'scroll-to-top', 'anchor-navigation-ex'],
    })
    expect(count(top, /class="to-top"/g)).toBe(1)
  })

  test.each<[readonly string[], object, readonly string[]]>([
    [
      ['sharing-plus'],
      { weibo: true, google: true, all: ['douban', 'qq'] },
      ['微博', '豆瓣', 'QQ'],
    ],
    [['-sharing', 'sharing-plus'], { twitter: true }, ['X']],
    [['-sharing', 'sharing-plus'], {}, []],
    [['sharing'], { facebook: true, all: ['stumbleupon'] }, ['Facebook']],
    [[], { hatenaBookmark: true }, ['はてな']],
    [[], { facebook: false }, []],
    [['-sharing'], { facebook: true }, []],
  ])('of sharing, %j with %j, hand pages on to %j', async (plugins, sharing, names) => {
    const html = await first({ plugins, siteUrl: 'https://x.org/', pluginsConfig: { sharing } })
    const links = /<p class="share"[^>]*>(.*)<\/p>/.exec(html)?.[1] ?? ''
    expect([...links.matchAll(/<a [^>]*>([^<]*)</g)].map(([, name]) => name)).toEqual(names)
    expect(html).not.toMatch(/<(?:script|iframe|img)[^>]*https:/)
  })

  test('of sharing need the address of the site', async () => {
    const config = { title: 'A', share: ['email'] }
    const built = await buildBook({ 'book.json': JSON.stringify(config), ...FILES })
    expect(codes(built)).toEqual(['publishing/share-without-site-url book.json:1:22'])
    expect(page(built, 'index.html')).not.toContain('class="share"')
  })

  test('of icons are told apart by the kind of their settings', async () => {
    const icons = { plugins: ['favicon', 'custom-favicon'] }
    const link = '<link rel="icon" href="p.png">'
    expect(await first({ ...icons, pluginsConfig: { favicon: './p.png' } })).toContain(link)
    expect(await first({ ...icons, pluginsConfig: { favicon: { shortcut: 'p.png' } } })).toContain(
      link,
    )
  })
})

test.each([
  ['edit-link', {}],
  ['editlink', { multilingual: true }],
  ['editlink', {}],
])('%s with %j leads to the file of each language', async (plugin, more) => {
  const pluginsConfig = { [plugin]: { base: 'https://x.org/e/', ...more } }
  const built = await buildBook({
    'book.json': JSON.stringify({ plugins: [plugin], pluginsConfig }),
    'LANGS.md': '* [English](en)\n* [中文](zh)\n',
    'en/README.md': '# A\n',
    'zh/README.md': '# A\n',
  })
  for (const language of ['en', 'zh'])
    expect(page(built, `${language}/index.html`)).toContain(
      `<a href="https://x.org/e/${language}/README.md">`,
    )
})
