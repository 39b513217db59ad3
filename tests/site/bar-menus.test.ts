import { expect, test } from 'vitest'
import { buildBook, page } from '../support/build-book.ts'

const stylesOf = (html: string): readonly string[] =>
  [...html.matchAll(/href="(?:[^"]*\/)?([\w-]+\.css)/g)].map(([, name = '']) => name)

test('the looks of menus in the bar are loaded where a book has languages or versions, on all pages with a bar', async () => {
  const languages = await buildBook({
    'LANGS.md': '- [English](en/)\n- [中文](zh/)',
    'en/README.md': '# Soil',
    'zh/README.md': '# 土壤',
  })
  const versions = await buildBook({
    'book.json': '{"versions": [{"label": "1", "url": "https://x.org/1/"}]}',
    'README.md': '# Soil',
  })
  for (const html of [
    page(languages, 'en/index.html'),
    page(languages, 'en/handbook/contents.html'),
    page(languages, '404.html'),
    page(versions, 'index.html'),
    page(versions, 'handbook/contents.html'),
    page(versions, '404.html'),
  ])
    expect(stylesOf(html)).toContain('more.css')
})

test('and nowhere else', async () => {
  const built = await buildBook({ 'README.md': '# Soil' })
  for (const name of ['index.html', 'handbook/contents.html', '404.html'])
    expect(stylesOf(page(built, name))).not.toContain('more.css')
})
