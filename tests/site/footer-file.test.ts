// A file of the book below every page: `footerFile`, and the plugin localized-footer, whose books name it so.
import { expect, test } from 'vitest'
import { footersAlone } from '../../src/pipeline/page-footers.ts'
import { buildBook, codes, page } from '../support/build-book.ts'

const SUMMARY = '* [Start](README.md)\n* [Bed](deep/bed.md)\n'
const FOOTER = '*Dug* by [all](deep/bed.md) of {{ book.title }}\n'
const BOOK = {
  'README.md': '# Start\n',
  'deep/bed.md': '# Bed\n',
  'SUMMARY.md': SUMMARY,
  'FOOTER.md': FOOTER,
}
const footerOf = (html: string): string | undefined =>
  /<footer[^>]*class="book-footer"[^>]*>([^]*?)<\/footer>/.exec(html)?.[1]?.trim()

test.each([
  { plugins: ['localized-footer'] },
  {
    plugins: ['localized-footer'],
    pluginsConfig: { 'localized-footer': { filename: './FOOTER.md' } },
  },
  { footerFile: 'FOOTER.md' },
])('stands below every page, with its links from there: %j', async (config) => {
  const built = await buildBook({ ...BOOK, 'book.json': JSON.stringify({ title: 'A', ...config }) })
  expect(codes(built)).toEqual([])
  expect(footerOf(page(built, 'index.html'))).toBe(
    '<p><em>Dug</em> by <a href="deep/bed.html">all</a> of A</p>',
  )
  expect(footerOf(page(built, 'deep/bed.html'))).toContain('<a href="bed.html">all</a>')
  expect([...built.outputs.keys()].filter((name) => /FOOTER/i.test(name))).toEqual([])
})

test('each language has its own, and one may lie beside them', async () => {
  const languages = { 'LANGS.md': '* [English](en)\n* [中文](zh)\n' }
  const pages = {
    'en/README.md': '# A\n',
    'en/FOOTER.md': 'Dug\n',
    'zh/README.md': '# 甲\n',
    'zh/FOOTER.md': '挖\n',
    'foot.md': 'Both\n',
  }
  const shown = async (config: object): Promise<readonly (string | undefined)[]> => {
    const built = await buildBook({ ...languages, ...pages, 'book.json': JSON.stringify(config) })
    return ['en/index.html', 'zh/index.html'].map((name) => footerOf(page(built, name)))
  }
  expect(await shown({ plugins: ['localized-footer'] })).toEqual(['<p>Dug</p>', '<p>挖</p>'])
  expect(await shown({ footerFile: '../foot.md' })).toEqual(['<p>Both</p>', '<p>Both</p>'])
})

test('a footer in the configuration comes before it', async () => {
  const config = JSON.stringify({ plugins: ['localized-footer'], footer: '**Li**' })
  const built = await buildBook({ ...BOOK, 'book.json': config })
  expect(footerOf(page(built, 'index.html'))).toBe('<strong>Li</strong>')
})

test('a chapter may be the footer, too', async () => {
  const config = JSON.stringify({ footerFile: 'deep/bed.md' })
  const built = await buildBook({ ...BOOK, 'book.json': config })
  expect(codes(built)).toEqual([])
  expect(footerOf(page(built, 'index.html'))).toContain('Bed')
  expect(footersAlone(built.book?.spaces ?? []).size).toBe(0)
  expect(page(built, 'deep/bed.html')).toContain('<h1')
})

test('a file that is not there is told to those who named it', async () => {
  const { 'FOOTER.md': _, ...others } = BOOK
  const toldOf = async (config: object): Promise<readonly string[]> =>
    codes(await buildBook({ ...others, 'book.json': JSON.stringify(config) }))
  expect(await toldOf({ plugins: ['localized-footer'] })).toEqual([])
  expect(await toldOf({ footerFile: 'foot.md' })).toEqual(['theme/missing-file book.json:1:15'])
  expect(await toldOf({ footerFile: '../../foot.md' })).toEqual([
    'theme/missing-file book.json:1:15',
  ])
})
