import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { build } from '../../src/pipeline/build.ts'
import { site } from '../support/build-book.ts'
import { writeFiles } from '../support/write-files.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'handbook-config-'))
  put('README.md', '# A\n\n> **Note** b\n\n![a picture](a.png)\n\n$$x^2$$\n\n`a`\n')
  put('SUMMARY.md', '* [A](README.md)\n')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function put(name: string, text: string): void {
  writeFiles(cwd, { [name]: text })
}

const written = (name = 'book.json'): string => readFileSync(path.join(cwd, name), 'utf8')

async function handbook(
  ...args: string[]
): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const exitCode = await run(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env: { LANG: 'en' },
    cwd,
  })
  return { exitCode, out, err }
}

const built = async (): Promise<Record<string, string>> =>
  site(await build({ files: diskFiles(cwd) }))

const BOOK = `{
  // The name that everybody knows.
  "title": "A garden", /* twelve beds */
  "plugins": ["github", "-search", "search-plus", "richquotes", "image-captions", "katex", "page-toc-button", "matomo", "our-own@git+https://example.org/x.git"],
  "image-captions": { "caption": "Picture _CAPTION_" },
  "pluginsConfig": {
    "github": { "url": "https://github.com/a/b", "color": "red" },
    "our-own": { "deep": 1 },
    "richquotes": { "tag": false },
    "page-toc-button": { "maxTocDepth": 1 }
  }
}
`

describe('handbook config', () => {
  test('prints each setting with where it comes from', async () => {
    put('book.json', BOOK)
    const { exitCode, out } = await handbook('config')
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^title +"A garden" +book\.json:3$/m)
    expect(out).toMatch(/^dialect +"gitbook" +told by the files of the book$/m)
    expect(out).toMatch(/^repository +"https:\/\/github\.com\/a\/b" +plugin github, book\.json:7$/m)
    expect(out).toMatch(
      /^figures\.caption +"Picture _CAPTION_" +plugin image-captions, book\.json:5$/m,
    )
    expect(out).toMatch(/^pageToc\.depth +1 +plugin page-toc-button, book\.json:10$/m)
    expect(out).toMatch(/^\d+ more settings have their defaults; -v shows them$/m)
    expect(out).not.toContain('numbering')
  })

  test('says what becomes of every plugin, and why', async () => {
    put('book.json', BOOK)
    const { out } = await handbook('config')
    const [, plugins = ''] = out.split('Plugins\n')
    expect(plugins).toMatch(
      /^github +its options are settings\n {2}url +becomes repository\n {2}color +no such option is known$/m,
    )
    expect(plugins).toMatch(/^search-plus +always on$/m)
    expect(plugins).toMatch(/^-search +turned off$/m)
    expect(plugins).toMatch(/^matomo +not supported \(it loads a script of another site/m)
    expect(plugins).toMatch(/^our-own +unknown$/m)
  })

  test('with -v prints defaults, and as JSON everything', async () => {
    put('book.json', BOOK)
    expect((await handbook('config', '-v')).out).toMatch(/^numbering +false +default$/m)
    const told = JSON.parse((await handbook('config', '--format', 'json')).out)
    expect(told).toMatchObject({ version: 1, ok: true, file: 'book.json' })
    expect(told.settings).toContainEqual({
      key: 'repository',
      value: 'https://github.com/a/b',
      from: 'plugin',
      at: expect.objectContaining({ file: 'book.json' }),
      plugin: 'github',
      option: 'url',
    })
    expect(told.settings).toContainEqual({ key: 'numbering', value: false, from: 'default' })
    expect(told.plugins).toContainEqual({
      name: 'matomo',
      treatment: 'unsupported',
      reason: 'other-site',
      options: [],
    })
  })

  test('tells what differs in each language', async () => {
    put('LANGS.md', '* [English](en/)\n* [中文](zh/)\n')
    put(
      'book.json',
      '{"title": "T", "plugins": ["edit-link"], "pluginsConfig": {"edit-link": {"base": "https://x.org/e", "label": {"en": "Edit", "zh": "编辑"}}}}',
    )
    for (const id of ['en', 'zh']) put(`${id}/README.md`, '# A\n')
    put('zh/book.json', '{"title": "书"}')
    const { out } = await handbook('config')
    expect(out).toMatch(
      /^zh\ntitle +"书" +zh\/book\.json:1\n(?:.*\n)*?editLink\.label +"编辑" +plugin edit-link/m,
    )
  })
})

describe('handbook config --write', () => {
  test('puts what plugins say into settings and keeps comments and everything unknown', async () => {
    put('book.json', BOOK)
    const { exitCode, err } = await handbook('config', '--write')
    expect(exitCode).toBe(0)
    expect(err).toMatch(/^book\.json: \d+ settings taken over from plugins$/m)
    const text = written()
    expect(text).toContain('// The name that everybody knows.')
    expect(text).toContain('/* twelve beds */')
    expect(JSON.parse(text.replaceAll(/\/\/ The.*|\/\*.*?\*\//g, ''))).toEqual({
      title: 'A garden',
      plugins: ['matomo', 'our-own@git+https://example.org/x.git'],
      pluginsConfig: { 'our-own': { deep: 1 } },
      repository: 'https://github.com/a/b',
      quotes: { bold: { tag: false } },
      figures: { caption: 'Picture _CAPTION_', list: 'Figure: _CAPTION_' },
      math: { macros: {} },
      pageToc: { depth: 1, least: 2 },
    })
  })

  test('leaves a report of what was not taken over, without values', async () => {
    put('book.json', BOOK)
    await handbook('config', '--write')
    const report = written('.handbook-config.md')
    expect(report).toContain('- `github.color`: no such option is known\n')
    expect(report).toContain('- `our-own`: unknown\n')
    expect(report).not.toContain('red')
  })

  test('changes nothing the second time, and nothing with --dry-run', async () => {
    put('book.json', BOOK)
    const dry = await handbook('config', '--write', '--dry-run')
    expect(dry.out).toContain('+  "repository": "https://github.com/a/b"')
    expect(written()).toBe(BOOK)
    await handbook('config', '--write')
    const [first, names] = [written(), readdirSync(cwd)]
    const { err } = await handbook('config', '--write')
    expect(err).toContain('lists no plugin that handbook could take over')
    expect([written(), readdirSync(cwd)]).toEqual([first, names])
  })

  test.each<[string, string]>([
    ['the book of many plugins', BOOK],
    [
      'a text of names',
      '{"plugins": "github, -fontsettings,-highlight ,code", "pluginsConfig": {"github": {"url": "https://x.org/r"}}}',
    ],
    [
      'own settings beside them',
      '{"editLink": {"label": "Mend"}, "math": true, "pageToc": false, "plugins": ["edit-link", "katex", "page-toc-button"], "pluginsConfig": {"edit-link": {"base": "https://x.org"}, "katex": {"macros": {"R": "x"}}}}',
    ],
    [
      'objects and versions',
      '{"plugins": [{"name": "alerts", "version": "1"}, "gitbook-plugin-callouts@2", "toggle-chapters"]}',
    ],
    [
      'a list on one line, of which the last goes',
      '{"plugins": ["edit-link", "adsense","github"], "pluginsConfig": {"github": {"url": "https://x.org/r"}}}',
    ],
    [
      'a list that ends with a comma and a remark',
      '{"plugins": ["adsense", // kept\n"github", "code",], "pluginsConfig": {"github": {"url": "https://x.org/r"}}}',
    ],
    [
      'redirects of a file',
      '{"plugins": ["bulk-redirect"], "pluginsConfig": {"bulk-redirect": {"redirectsFile": "old.json"}}}',
    ],
  ])('leaves every byte of the site as it was: %s', async (_what, text) => {
    put('old.json', '{"redirects": [{"from": "b.html", "to": "README.md"}]}')
    put('book.json', text)
    const before = await built()
    await handbook('config', '--write')
    expect(written()).not.toBe(text)
    expect(await built()).toEqual(before)
  })

  test('writes what differs in a language into the file of that language', async () => {
    put('LANGS.md', '* [English](en/)\n* [中文](zh/)\n')
    put(
      'book.json',
      '{"plugins": ["edit-link", "tbfed-pagefooter"], "pluginsConfig": {"edit-link": {"base": "https://x.org/e", "label": {"en": "Edit", "zh": "编辑"}}}}',
    )
    for (const id of ['en', 'zh']) put(`${id}/README.md`, '# A\n')
    put(
      'zh/book.json',
      '{"title": "书", "pluginsConfig": {"tbfed-pagefooter": {"copyright": "我"}}}',
    )
    const before = await built()
    await handbook('config', '--write')
    expect(JSON.parse(written('zh/book.json'))).toEqual({
      title: '书',
      editLink: { label: '编辑' },
      footer: '我',
    })
    expect(await built()).toEqual(before)
  })

  test('leaves a program alone', async () => {
    put('book.js', 'module.exports = { plugins: ["github"] }')
    const { exitCode, err } = await handbook('config', '--write')
    expect(exitCode).toBe(1)
    expect(err).toContain('only book.json can be rewritten')
  })
})

describe('handbook config --write changes nothing of the site', () => {
  const PAGE =
    '# A\n\n!INCLUDE "b.md"\n\n@import "a.js"\n\n[import](a.js)\n\n## B\n\n### C\n\n![p](a.png)\n\n> [!Frost]\n> x\n\n```hx\na\n```\n'

  test.each<[plugins: readonly string[], settings: object]>([
    [['include', 'github'], { github: { url: 'https://x.org' } }],
    [['books', '-highlight'], { books: { github_url: 'https://x.org' } }],
    [['gbook-import-code'], {}],
    [
      ['-sharing', 'sharing-plus', 'sitemap'],
      { sharing: { weibo: true }, sitemap: { hostname: 'https://x.org' } },
    ],
    [
      ['anchor-navigation-ex'],
      { 'anchor-navigation-ex': { showLevel: true }, 'theme-default': { showLevel: true } },
    ],
    [
      ['intopic-toc', 'prism'],
      { 'intopic-toc': { label: 'Here' }, prism: { lang: { hx: 'js' }, ignore: ['js'] } },
    ],
    [
      ['rss', 'back-to-top-button'],
      { rss: { site_url: 'https://x.org', feed_url: 'https://x.org/n.xml' } },
    ],
    [
      ['flexible-alerts', 'emojify'],
      { 'flexible-alerts': { frost: { label: 'Ice', className: 'danger' } } },
    ],
    [
      ['image-captions', 'include-codeblock', '-fontsettings'],
      { 'image-captions': { align: 'center' } },
    ],
    [
      ['tbfed-pagefooter', 'icp'],
      { 'tbfed-pagefooter': { copyright: '&copy a' }, icp: { number: '1' } },
    ],
  ])('%j with %j', async (plugins, pluginsConfig) => {
    put('README.md', PAGE)
    put('b.md', 'Included.\n')
    put('a.js', 'const a = 1\n')
    put('a.png', '')
    put('book.json', JSON.stringify({ plugins, pluginsConfig }))
    const before = await built()
    const { exitCode } = await handbook('config', '--write')
    expect(exitCode).toBeLessThan(2)
    rmSync(path.join(cwd, '.handbook-config.md'), { force: true })
    expect(await built()).toEqual(before)
  })

  test('takes settings at the top away, of plugins that nobody lists, too', async () => {
    put('book.json', '{"theme-default": {"showLevel": true}, "plugins": ["splitter"]}')
    await handbook('config', '--write')
    expect(JSON.parse(written())).toEqual({ numbering: true })
  })
})
