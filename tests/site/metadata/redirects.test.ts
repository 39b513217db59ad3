import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, site } from '../../support/build-book.ts'
import { machineBook, outputAt, pages, text } from './site.ts'

/** Where the page at an old address leads, as a path of the site. */
function leadsTo(html: string | undefined, from: string): string | undefined {
  const page = parse(html ?? '')
  const refresh = page.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')
  const url = /^0; url=(.*)$/.exec(refresh ?? '')?.[1]
  expect(page.querySelector('a')?.getAttribute('href')).toBe(url)
  expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
  if (url === undefined) return undefined
  const { origin, pathname, hash, href } = new URL(url, `https://book.test/${from}`)
  return origin === 'https://book.test' ? decodeURIComponent(pathname + hash) : href
}

describe('a redirect', () => {
  test.each([
    ['old.md', 'guide/README.md', 'old.html', '/guide/index.html'],
    ['old/README.md', 'guide/安装 a.md', 'old/index.html', '/guide/安装 a.html'],
    ['/旧/', '/guide/', '旧/index.html', '/guide/index.html'],
    [
      'v1/setup',
      'guide/%E5%AE%89%E8%A3%85%20a.md#步骤',
      'v1/setup/index.html',
      '/guide/安装 a.html#步骤',
    ],
    ['a/b/c.html', 'README.md', 'a/b/c.html', '/index.html'],
    ['x.md', 'guide/index.html', 'x.html', '/guide/index.html'],
    ['x.md', 'guide', 'x.html', '/guide/index.html'],
    ['x.md', 'files/a.pdf', 'x.html', '/files/a.pdf'],
    ['x.md', 'Guide/readme.MD', 'x.html', '/guide/index.html'],
    ['x.md', 'SUMMARY.md', 'x.html', '/handbook/contents.html'],
    ['x.md', 'https://example.com/b?c=d&e', 'x.html', 'https://example.com/b?c=d&e'],
  ])('from %s to %s', async (from, to, output, target) => {
    const built = await machineBook({ redirects: { [from]: to } }, { 'files/a.pdf': 'pdf' })
    expect(codes(built)).toEqual([])
    expect(leadsTo(text(built, output), output)).toBe(target)
    if (target.startsWith('/')) expect(outputAt(built, `s:${target}`, 's:/')).toBe(true)
  })

  test('may be one of a list', async () => {
    const built = await machineBook({ redirects: [{ from: 'old.md', to: 'guide/README.md' }] })
    expect(leadsTo(text(built, 'old.html'), 'old.html')).toBe('/guide/index.html')
  })

  test.each(['new.md', '/new.md', './new.md', 'docs/new.md', '/docs/new.md', '../README.md'])(
    'counts paths from the content root, else from the repository: %s',
    async (to) => {
      const built = await machineBook(
        { root: './docs', redirects: { 'old.md': to } },
        {
          'README.md': '# Top\n',
          'docs/README.md': '# A\n',
          'docs/SUMMARY.md': '* [N](new.md)\n* [T](../README.md)\n',
          'docs/new.md': '# N\n',
        },
      )
      expect(codes(built)).toEqual([])
      const leads = to.includes('README') ? '/README.html' : '/new.html'
      expect(leadsTo(text(built, 'old.html'), 'old.html')).toBe(leads)
    },
  )

  test('is followed through others, so that readers wait once', async () => {
    const redirects = { 'a.md': 'b.md', 'b.md': '/c/', '/c/': 'README.md#start--go' }
    const built = await machineBook({ redirects })
    for (const output of ['a.html', 'b.html', 'c/index.html'])
      expect(leadsTo(text(built, output), output)).toMatch(/^\/index\.html#/)
  })

  test('names the canonical address of its page', async () => {
    const settings = {
      siteUrl: 'https://example.org/b',
      redirects: { 'o/a.md': 'guide/README.md' },
    }
    expect(text(await machineBook(settings), 'o/a.html')).toContain(
      '<link rel="canonical" href="https://example.org/b/guide/">',
    )
    const bare = await machineBook({ redirects: settings.redirects })
    expect(text(bare, 'o/a.html')).toContain('<link rel="canonical" href="../guide/index.html">')
    expect(text(await machineBook(settings), 'sitemap.xml')).not.toContain('o/a.html')
  })
})

const withFrontMatter = (yaml: string): Contents => ({
  'guide/安装 a.md': `---\n${yaml}\n---\n# A\n`,
})

describe('old places in the front matter of a page', () => {
  test('count from the folder of the page, or from the top', async () => {
    const built = await machineBook(
      {},
      withFrontMatter('redirect_from:\n  - setup.md\n  - /2019/setup/\naliases: ../up.html'),
    )
    expect(codes(built)).not.toContain('redirects/missing-target')
    for (const output of ['guide/setup.html', '2019/setup/index.html', 'up.html'])
      expect(leadsTo(text(built, output), output)).toBe('/guide/安装 a.html')
  })

  test('are no other names of a note', async () => {
    const built = await machineBook({}, withFrontMatter('aliases: [Setup, 安装指南]'))
    expect([...built.outputs.keys()].filter((path) => /Setup|指南/.test(path))).toEqual([])
  })

  test('appear and vanish with an edit, as in a clean build', async () => {
    const edited = withFrontMatter('redirect_from: [/old, "../README.md#x"]')
    const contents = { ...pages, ...edited }
    const before = await buildBook(pages)
    const after = await buildBook(contents, before.memory)
    const again = await buildBook(pages, after.memory)
    expect(leadsTo(text(after, 'old/index.html'), 'old/index.html')).toBe('/guide/安装 a.html')
    expect(text(after, 'index.html')).toContain('data-fragments')
    expect(site(after)).toEqual(site(await buildBook(contents)))
    expect(site(again)).toEqual(site(before))
  })
})

const moved = (html: string | undefined): unknown =>
  JSON.parse(
    parse(html ?? '')
      .querySelector('script[data-fragments]')
      ?.getAttribute('data-fragments') ?? 'null',
  )

describe('redirects of headings', () => {
  test('stand in the page that had them', async () => {
    const built = await machineBook({
      redirects: { 'guide/README.md#旧': 'guide/安装 a.md#步骤', 'gone.md#a': 'README.md' },
    })
    expect(codes(built)).toEqual([])
    expect(moved(text(built, 'guide/index.html'))).toEqual({
      旧: '%E5%AE%89%E8%A3%85%20a.html#%E6%AD%A5%E9%AA%A4',
    })
    expect(moved(text(built, 'gone.html'))).toEqual({ a: 'index.html' })
    expect(leadsTo(text(built, 'gone.html'), 'gone.html')).toBe('/index.html')
    expect(moved(text(built, 'index.html'))).toBeNull()
    expect(built.outputs.has('handbook/redirect.js' as never)).toBe(true)
  })

  test('without redirects there is no script for them', async () => {
    const built = await machineBook({})
    expect(built.outputs.has('handbook/redirect.js' as never)).toBe(false)
  })
})

describe('what cannot work is reported with its place', () => {
  test.each([
    [{ 'old.md': 'guide/REDME.md' }, 'redirects/missing-target'],
    [{ 'old.md': 'javascript:alert(1)' }, 'redirects/missing-target'],
    [{ 'a.md': 'b.md', 'b.md': 'a.md' }, 'redirects/loop'],
    [{ 'a.md': 'a.md' }, 'redirects/loop'],
    [{ 'guide/README.md': 'README.md' }, 'redirects/shadows-page'],
    [{ 'files/a.html': 'README.md' }, 'redirects/shadows-page'],
    [{ 'guide/安装 a.md#步骤': 'README.md' }, 'redirects/shadows-page'],
    [{ '/o/': 'README.md', 'o/README.md': 'guide/README.md' }, 'redirects/defined-twice'],
    [{ 'old.md': 'README.md#none' }, 'links/missing-anchor'],
    [{ 'old.pdf': 'README.md' }, 'redirects/unusable-source'],
    [{ '../old.md': 'README.md' }, 'redirects/unusable-source'],
    [{ 'https://example.com/': 'README.md' }, 'redirects/unusable-source'],
    [{ '/old/*': 'README.md' }, 'redirects/unusable-source'],
  ])('%j is %s', async (redirects, code) => {
    const built = await machineBook({ redirects }, { 'files/a.html': 'own' })
    expect(codes(built)).toHaveLength(1)
    expect(codes(built)[0]).toMatch(new RegExp(`^${code} book\\.json:1:\\d+$`))
  })

  test.each([
    ['redirect_from: README.md', 'redirects/shadows-page guide/安装 a.md:2:16'],
    [
      'title: x\nredirect_from:\n  - a.md\n  - "../a/*"',
      'redirects/unusable-source guide/安装 a.md:5:6',
    ],
    ['aliases: [a/b.html, "README.md"]', 'redirects/shadows-page guide/安装 a.md:2:22'],
    ['redirect_from: ["x.pdf", "x.pdf2"]', 'redirects/unusable-source guide/安装 a.md:2:18'],
    ['"redirect_from": "\\u0061.pdf"', 'redirects/unusable-source guide/安装 a.md:2:1'],
    [
      "other: [README.md]\nredirect_from:\n- '旧/../README.md'",
      'redirects/shadows-page guide/安装 a.md:4:4',
    ],
  ])('with the line and column in the front matter: %j', async (yaml, problem) => {
    const built = await machineBook({}, withFrontMatter(yaml))
    expect(codes(built)).toContain(problem)
  })

  test('with a place of its own for each of two equal ones', async () => {
    const other = { 'README.md': '---\r\nredirect_from: [old.md]\r\n---\r\n# A\r\n' }
    const built = await machineBook({}, { ...withFrontMatter('redirect_from: /old.md'), ...other })
    const problem = built.diagnostics.find(({ code }) => code === 'redirects/defined-twice')
    expect(problem?.at).toMatchObject({ file: 'guide/安装 a.md', start: { line: 2, column: 16 } })
    expect(problem?.related?.[0]?.at.start).toEqual({ line: 2, column: 17 })
  })

  test('with a place of its own below each key', async () => {
    const yaml = 'redirect_from: ["../a/*"]\naliases: ["../a/*"]'
    expect(codes(await machineBook({}, withFrontMatter(yaml))).slice(-2)).toEqual([
      'redirects/unusable-source guide/安装 a.md:2:18',
      'redirects/unusable-source guide/安装 a.md:3:12',
    ])
  })

  test('with what the author may have meant', async () => {
    const built = await machineBook({ redirects: { 'old.md': 'guide/REDME.md' } })
    expect(built.diagnostics[0]?.args?.['near']).toBe('guide/README.md')
    expect(built.outputs.has('old.html' as never)).toBe(false)
  })

  test.each([
    ['plugins/buffer/file.md', 'buffer/file.md'],
    ['elsewhere/geoip.md', 'filter/geoip.md'],
    ['lost/file.md', undefined],
    ['lost/README.md', undefined],
    ['lost/buffer/README.md', 'buffer/README.md'],
  ])('with the only page that ends as %s does', async (to, near) => {
    const paths = ['buffer/file.md', 'output/file.md', 'filter/geoip.md', 'buffer/README.md']
    const built = await buildBook({
      'book.json': JSON.stringify({ redirects: { 'old.md': to } }),
      'README.md': '# A\n',
      'SUMMARY.md': paths.map((one) => `* [P](${one})\n`).join(''),
      ...Object.fromEntries(paths.map((one) => [one, '# P\n'])),
    })
    expect(built.diagnostics.map(({ code, args }) => [code, args?.['near']])).toEqual([
      ['redirects/missing-target', near],
    ])
  })
})

test('hosts that read a list get one in their form', async () => {
  const redirects = {
    'old.md': 'guide/README.md',
    '/o/': 'https://example.com/',
    'guide.md': 'README.md',
  }
  const list = async (hosting: string): Promise<string | undefined> =>
    text(await machineBook({ redirects, hosting }), '_redirects')
  expect(await list('cloudflare')).toBe(
    '/guide.html / 301\n/o/index.html https://example.com/ 301\n/o/ https://example.com/ 301\n/o https://example.com/ 301\n/old.html /guide/ 301\n/old /guide/ 301\n',
  )
  expect(await list('netlify')).toContain('/old.html /guide/ 301!\n')
  expect(text(await machineBook({ redirects }), '_redirects')).toBeUndefined()
})
