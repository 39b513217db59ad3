// Services of other sites that a book names itself to, in settings or as the plugins of old books did.
import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { type Contents, buildBook, codes, page } from '../support/build-book.ts'

const BAIDU = '0123456789abcdef0123456789abcdef'
const contents = (config: object): Contents => ({
  'book.json': JSON.stringify(config),
  'README.md': '# A\n\n[code](a.js)\n',
  'sub/b.md': '# B\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
  'a.js': '',
})
const built = (config: object): Promise<Built> => buildBook(contents(config))
const plugins = (pluginsConfig: object): object => ({
  plugins: Object.keys(pluginsConfig),
  pluginsConfig,
})

const SCRIPT = /<script [^>]*analytics[^>]*>/
const BUTTON = /<div class="comments[^>]*>/

describe('counting', () => {
  test('is asked of the services that a book names, from every page', async () => {
    const site = await built({ analytics: { google: 'G-AB12', baidu: BAIDU } })
    expect(SCRIPT.exec(page(site, 'sub/b.html'))?.[0]).toBe(
      `<script src="../handbook/analytics.js" data-google="G-AB12" data-baidu="${BAIDU}" defer>`,
    )
    expect(site.outputs.has('handbook/analytics.js' as never)).toBe(true)
    expect(codes(site)).toEqual([])
  })

  test.each([
    [{ ga: { token: 'G-AB12', configuration: 'auto' } }, 'data-google="G-AB12"'],
    [{ gtm: { id: 'GTM-AB12' } }, 'data-google="GTM-AB12"'],
    [{ '3-ba': { token: BAIDU } }, `data-baidu="${BAIDU}"`],
  ])('is taken over from %j', async (told, shown) => {
    const site = await built(plugins(told))
    expect(page(site, 'index.html')).toContain(`analytics.js" ${shown}`)
    expect(codes(site)).toEqual([])
  })

  test.each([
    [{ ga: { token: 'UA-1234-1' } }, 'ended', 'analytics.google', 'UA-1234-1'],
    [{ ga: { token: 'UA-XXXXXXXX-X' } }, 'ended', 'analytics.google', 'UA-XXXXXXXX-X'],
    [{ ga: { token: 'x" onload="y' } }, 'unknown', 'analytics.google', 'x" onload="y'],
    [{ baidu: { token: '../a' } }, 'unknown', 'analytics.baidu', '../a'],
    [{ disqus: { shortName: 'evil.example/' } }, 'unknown', 'comments.disqus', 'evil.example/'],
  ])('an id that is none is reported where it stands, and nothing is asked: %j', async (...row) => {
    const [told, reason, key, written] = row
    const site = await built(plugins(told))
    const found = site.diagnostics.filter(({ code }) => code === 'theme/service-id')
    expect(found.map(({ args }) => args)).toEqual([{ case: reason, key, written }])
    expect(found[0]?.at?.start?.line).toBe(1)
    expect(page(site, 'index.html')).not.toMatch(/analytics\.js|class="comments/)
  })

  test('a plugin without the id of the book is one whose work is missing', async () => {
    const { diagnostics } = await built({ plugins: ['ga', 'disqus'] })
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['plugins/unsupported', { name: 'ga' }],
      ['plugins/unsupported', { name: 'disqus' }],
    ])
  })
})

describe('comments', () => {
  test('are behind a button below pages, and not below files that are shown', async () => {
    const site = await built({ comments: { disqus: 'garden' }, sourcePages: true })
    expect(BUTTON.exec(page(site, 'sub/b.html'))?.[0]).toContain('data-site="garden"')
    expect(page(site, 'sub/b.html')).toContain('src="../handbook/comments.js')
    expect(page(site, 'a.js.html')).not.toMatch(BUTTON)
    expect(page(site, 'handbook/contents.html')).not.toMatch(BUTTON)
    expect(page(site, 'handbook/print.html')).not.toMatch(BUTTON)
  })

  test('have a button in the language of the book', async () => {
    const site = await built({ language: 'zh', ...plugins({ disqus: { shortName: 'garden' } }) })
    expect(page(site, 'index.html')).toContain('>显示评论 (Disqus)</button>')
  })
})

const policy = async (config: object): Promise<string> =>
  page(await built({ ...config, contentPolicy: true }), '_headers')

test('the policy allows them and nothing more', async () => {
  expect(await policy({ analytics: { google: 'G-A' } })).toContain(
    "script-src 'self' https://www.googletagmanager.com;",
  )
  expect(await policy({ analytics: { baidu: BAIDU } })).toContain(
    "script-src 'self' https://hm.baidu.com;",
  )
  expect(await policy({ comments: { disqus: 'garden' } })).toContain('https://*.disqus.com')
  expect(await policy({ analytics: { google: 'UA-1-1' } })).toBe(await policy({}))
})

test('a book of somebody else asks nothing of others', async () => {
  const config = { analytics: { google: 'G-A' }, comments: { disqus: 'garden' } }
  for (const trust of ['no-code', 'none'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- two of them
    const site = await build({ files: memoryFiles(contents(config)), trust })
    expect(page(site, 'index.html')).not.toMatch(/analytics\.js|class="comments/)
    expect(codes(site)).toEqual(['config/not-run book.json:1:2'])
  }
})

test('other books have none of it', async () => {
  const site = await built({})
  const names = [...site.outputs.keys()].filter((name) => /analytics|comments/.test(name))
  expect(names).toEqual([])
  expect(page(site, 'index.html')).not.toContain('comments')
})
