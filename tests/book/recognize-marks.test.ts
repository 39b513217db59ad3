// Books in folders below a repository that have no SUMMARY, and what is still read as a folder of Markdown.
import { describe, expect, test } from 'vitest'
import type { Built } from '../../src/pipeline/built.ts'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const said = (built: Built): readonly string[] =>
  built.diagnostics
    .filter(({ code }) => code === 'book/recognized')
    .map((diagnostic) => english(diagnostic).message)

const htmlOf = (built: Built): readonly string[] =>
  Object.keys(site(built)).filter(
    (path) => path.endsWith('.html') && !path.includes('handbook/') && path !== '404.html',
  )

/** The repository around a book. */
const around: Contents = {
  'README.md': '# The repository\n\n[More](CONTRIBUTING.md)\n',
  'CONTRIBUTING.md': '# Contributing\n',
  'src/x.ts': '',
}
const wiki = (folder: string, more: Contents): Contents => ({
  [`${folder}/Home.md`]: '# Home\n\n[[Getting Started]]\n',
  [`${folder}/Getting-Started.md`]: '# First\n\n[[Home]] [[None]]\n',
  ...Object.fromEntries(Object.entries(more).map(([name, text]) => [`${folder}/${name}`, text])),
})
const MARKDOWN = 'Read as a folder of Markdown: its files and folders are the chapters'

describe('a wiki in a folder below', () => {
  test.each([
    ['wiki', { '_Sidebar.md': '* [[Home]]\n* [[Start here|Getting Started]]\n' }],
    ['docs/wiki', { '_Footer.md': 'At the foot.\n' }],
  ])('is the site, with its links: %s', async (folder, more) => {
    const built = await buildBook({ ...around, ...wiki(folder, more) })
    expect(said(built)).toEqual([
      `Read as a book in the folder ${folder}`,
      'Read as a wiki: it begins with its Home, and [[Page]] leads to a page',
    ])
    expect(htmlOf(built)).toEqual(['Getting-Started.html', 'index.html'])
    expect(content(built, 'index.html')).toContain('href="Getting-Started.html"')
    expect(codes(built).filter((code) => !code.startsWith('book/'))).toEqual([
      `links/missing-file ${folder}/Getting-Started.md:3:10`,
    ])
  })

  test('needs a sidebar or a footer: a page called Home is a page', async () => {
    const built = await buildBook({ ...around, ...wiki('app', {}) })
    expect(said(built)).toEqual([MARKDOWN])
  })

  test('beside a book with a SUMMARY is not asked for', async () => {
    const built = await buildBook({
      ...around,
      ...wiki('wiki', { '_Sidebar.md': '* [[Home]]\n' }),
      'docs/SUMMARY.md': '* [A](README.md)\n',
      'docs/README.md': '# A\n',
    })
    expect(said(built)).toEqual(['Read as a book in the folder docs'])
  })

  test('below a top with a configuration is a part of that book', async () => {
    const sidebar = { '_Sidebar.md': '* [[Home]]\n' }
    const built = await buildBook({
      ...around,
      ...wiki('wiki', sidebar),
      'book.json': '{"title": "All"}',
    })
    expect(said(built)).toEqual([MARKDOWN])
    expect(htmlOf(built)).toContain('wiki/Home.html')
  })

  test('is left alone where it is a sample', async () => {
    const sidebar = { '_Sidebar.md': '* [[Home]]\n' }
    const built = await buildBook({ ...around, ...wiki('tests/wiki', sidebar) })
    expect(said(built)).toEqual([MARKDOWN])
  })
})

describe('a folder below with other signs of a book', () => {
  const pages = { 'docs/README.md': '# Docs\n\n[Z](/z.md)\n', 'docs/z.md': '# Z\n' }

  test.each<[string, Contents]>([
    ['a sidebar of docsify', { 'docs/_sidebar.md': '* [Start](/)\n* [Z](z.md)\n' }],
    ['book.json', { 'docs/book.json': '{"title": "Mine"}' }],
    ['.gitbook.yaml', { 'docs/.gitbook.yaml': 'root: ./\n' }],
  ])('is the site: %s', async (_sign, more) => {
    const built = await buildBook({ ...around, ...pages, ...more })
    expect(said(built)).toEqual(['Read as a book in the folder docs'])
    expect(htmlOf(built).filter((path) => path !== 'readme/index.html')).toEqual([
      'index.html',
      'z.html',
    ])
    expect(content(built, 'index.html')).toContain('<a href="z.html">Z</a>')
  })

  test('a .gitbook.yaml may lead further down', async () => {
    const built = await buildBook({
      ...around,
      'docs/.gitbook.yaml': 'root: ./content\n',
      'docs/content/README.md': '# A\n',
      'docs/content/b.md': '# B\n',
    })
    expect(said(built)).toEqual(['Read as a book in the folder docs'])
    expect(htmlOf(built)).toContain('b.html')
  })

  test('a list of languages is read, whose folders need no SUMMARY', async () => {
    const built = await buildBook({
      ...around,
      'docs/LANGS.md': '* [In English](en)\n* [中文版](zh)\n',
      'docs/en/README.md': '# Start\n',
      'docs/en/b.md': '# B\n',
      'docs/zh/README.md': '# 开始\n',
      'docs/zh/b.md': '# 乙\n',
    })
    expect(said(built)).toEqual(['Read as a book in the folder docs'])
    expect(htmlOf(built)).toEqual([
      'en/b.html',
      'en/index.html',
      'index.html',
      'zh/b.html',
      'zh/index.html',
    ])
    expect(page(built, 'en/b.html')).toContain('中文版')
    expect(Object.keys(site(built))).not.toContain('LANGS.md')
  })

  test('several are several books', async () => {
    const built = await buildBook({
      ...around,
      ...wiki('wiki', { '_Sidebar.md': '* [[Home]]\n* [[Getting Started]]\n' }),
      'guide/.gitbook.yaml': 'root: ./\n',
      'guide/README.md': '# Guide\n',
      'guide/a.md': '# A\n',
    })
    expect(said(built)).toEqual(['Read as several books side by side: guide, wiki'])
    expect(htmlOf(built)).toEqual(
      expect.arrayContaining(['guide/a.html', 'wiki/Getting-Started.html', 'wiki/index.html']),
    )
  })

  test.each<[string, Contents]>([
    ['a configuration without pages', { 'data/book.json': '{"title": "A novel"}' }],
    ['one page beside it', { 'data/book.json': '{}', 'data/README.md': '# Data\n' }],
    ['a sidebar without a start page', { 'parts/_sidebar.md': '* [A](a.md)\n' }],
    ['pages alone', pages],
    ['pages of a site', { 'website/docs/intro.md': '# Intro\n', 'website/docs/b.md': '# B\n' }],
  ])('is none for %s', async (_sign, more) => {
    const built = await buildBook({ ...around, ...more })
    expect(said(built)).toEqual([MARKDOWN])
    expect(htmlOf(built)).toContain('CONTRIBUTING.html')
  })
})

test('languages of a LANGS without a SUMMARY have their files as chapters', async () => {
  const built = await buildBook({
    'LANGS.md': '* [English](en)\n* [中文](zh)\n',
    'en/README.md': '# Start\n',
    'en/part/b.md': '# B\n',
    'zh/README.md': '# 开始\n',
    'zh/SUMMARY.md': '* [开始](README.md)\n',
    'zh/b.md': '# 乙\n',
  })
  expect(htmlOf(built)).toEqual(['en/index.html', 'en/part/b.html', 'index.html', 'zh/index.html'])
})
