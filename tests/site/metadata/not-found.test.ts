import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { publishingEnvironment } from '../../../src/cli/environment.ts'
import type { Built } from '../../../src/pipeline/built.ts'
import { machineBook, outputAt, text } from './site.ts'

function links(built: Built): readonly string[] {
  return parse(text(built, '404.html') ?? '')
    .querySelectorAll('a[href], link[href], script[src]')
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
    .filter((url) => !/^(?:#|data:)|\/missing\.js/.test(url))
}

test.each([
  [{}, '/'],
  [{ siteUrl: 'https://example.org' }, '/'],
  [{ siteUrl: 'https://example.org/a/b' }, '/a/b/'],
])('with %j the links of 404.html begin at %s, whatever its depth', async (settings, top) => {
  const built = await machineBook(
    { ...settings, editLink: 'https://example.org/edit' },
    {
      'styles/website.css': 'p { color: teal }',
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# Home\n',
      'en/GLOSSARY.md': '## Term\n\ntext\n',
      'zh/README.md': '# 首页\n',
    },
  )
  const found = links(built)
  expect(found.length).toBeGreaterThan(5)
  expect(found.filter((url) => !outputAt(built, url, top))).toEqual([])
  expect(text(built, '404.html')).not.toContain('<base')
  expect(text(built, '404.html')).toContain('noindex')
})

test.each([
  [{}, {}, true],
  [{ siteUrl: 'https://example.org/a/' }, {}, false],
  [{}, { environment: { servedAt: '/' } }, false],
])('with %j and %j a script looks for the top of the site: %s', async (settings, request, does) => {
  const built = await machineBook(settings, { '404.md': '# Lost\n' }, request)
  const names = parse(text(built, '404.html') ?? '')
    .querySelectorAll('script[src*="missing.js"]')
    .map((script) => script.getAttribute('src')?.replace(/\?.*/, ''))
  const all = ['/', './', '../', '../../', '../../../', '../../../../']
  expect(names).toEqual(does ? all.map((way) => `${way}handbook/missing.js`) : [])
  expect(text(built, 'handbook/missing.js') !== undefined).toBe(does)
  expect(text(built, 'index.html')).not.toContain('missing.js')
})

test('a page of the book of that name comes first', async () => {
  const built = await machineBook({}, { '404.html': '<p>own</p>' })
  expect(built.outputs.get('404.html' as never)).toMatchObject({ kind: 'copied' })
})

test('a page 404.md of the book works at any depth too, and no list names it', async () => {
  const more = {
    '404.md':
      '# Lost\n\n[home](README.md) [here](#lost) ![p](p.png) [out](https://example.org/)\n\n`<a href="x">`\n',
    'p.png': 'png',
  }
  const built = await machineBook({ siteUrl: 'https://example.org/a/' }, more)
  const found = links(built)
  expect(found).toContain('/a/index.html')
  expect(found.filter((url) => !url.startsWith('https:') && !outputAt(built, url, '/a/'))).toEqual(
    [],
  )
  const html = text(built, '404.html')
  expect(html).toContain('src="/a/p.png"')
  expect(html).toContain('href="#lost"')
  expect(html).toContain('&lt;a href=')
  expect(text(built, '404.md')).toContain('# Lost')
  expect(text(built, 'sitemap.xml')).not.toContain('404')
  expect(text(built, 'llms.txt')).not.toContain('404')
})

test('a server that is somewhere else than the site gets links of its own', async () => {
  const settings = { siteUrl: 'https://example.org/a/' }
  const built = await machineBook(settings, {}, { environment: { servedAt: '/' } })
  expect(links(built).filter((url) => !outputAt(built, url, '/'))).toEqual([])
  expect(text(built, 'index.html')).toContain('href="https://example.org/a/"')
})

test.each([
  [{}, undefined],
  [{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Me/Docs' }, 'https://me.github.io/Docs/'],
  [{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Me/me.github.io' }, 'https://me.github.io/'],
  [{ GITHUB_REPOSITORY: 'Me/Docs' }, undefined],
  [
    { HANDBOOK_SITE_URL: ' https://a.org/b', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a/b' },
    'https://a.org/b',
  ],
  [{ HANDBOOK_SITE_URL: '' }, undefined],
  [
    { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a/b', GITHUB_SERVER_URL: 'https://git.a.org' },
    undefined,
  ],
])('the environment %j publishes at %s', (env, siteUrl) => {
  expect(publishingEnvironment(env).siteUrl).toBe(siteUrl)
})
