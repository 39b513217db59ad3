import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { publishingEnvironment } from '../../../src/cli/environment.ts'
import type { Built } from '../../../src/build/built.ts'
import { machineBook, outputAt, text } from './site.ts'

function links(built: Built): readonly string[] {
  return parse(text(built, '404.html') ?? '')
    .querySelectorAll('a[href], link[href], script[src]')
    .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
    .filter((url) => !/^(?:#|data:)/.test(url))
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

test('a page of the book of that name comes first', async () => {
  const built = await machineBook({}, { '404.html': '<p>own</p>' })
  expect(built.outputs.get('404.html' as never)).toMatchObject({ kind: 'copied' })
})

test.each([
  [{}, undefined],
  [{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Me/Docs' }, 'https://me.github.io/Docs/'],
  [{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'Me/me.github.io' }, 'https://me.github.io/'],
  [{ GITHUB_REPOSITORY: 'Me/Docs' }, undefined],
  [
    { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a/b', GITHUB_SERVER_URL: 'https://git.a.org' },
    undefined,
  ],
])('the environment %j publishes at %s', (env, siteUrl) => {
  expect(publishingEnvironment(env).siteUrl).toBe(siteUrl)
})
