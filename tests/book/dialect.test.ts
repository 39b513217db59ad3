// Which program a book was written for: its files say it, and an author has the last word.
import { expect, test } from 'vitest'
import { type Contents, buildBook } from '../support/build-book.ts'

const PAGES = { 'README.md': '# Start\n', 'SUMMARY.md': '* [Start](README.md)\n' }
const EXPORTED = '# Table of contents\n\n* [Start](README.md)\n'

async function dialects(more: Contents): Promise<readonly string[]> {
  const { book } = await buildBook({ ...PAGES, ...more })
  return (book?.spaces ?? []).map(({ dialect }) => dialect)
}

test.each<[string, Contents, string]>([
  ['nothing but pages', {}, 'gitbook'],
  ['a heading of old GitBook', { 'SUMMARY.md': '# Summary\n\n* [Start](README.md)\n' }, 'gitbook'],
  ['the heading of an export', { 'SUMMARY.md': EXPORTED }, 'gitbook.com'],
  ['.gitbook.yaml', { '.gitbook.yaml': '' }, 'gitbook.com'],
  ['a folder .gitbook', { '.gitbook/assets/a.svg': '<svg/>' }, 'gitbook.com'],
  [
    'a folder .gitbook beside book.json',
    { '.gitbook/a.svg': '<svg/>', 'book.json': '{}' },
    'gitbook',
  ],
  ['plugins', { '.gitbook.yaml': '', 'book.json': '{"plugins": ["toc"]}' }, 'gitbook'],
  [
    'plugins of a book that moved on',
    { 'SUMMARY.md': EXPORTED, '.gitbook.yaml': '', 'book.json': '{"plugins": ["toc"]}' },
    'gitbook.com',
  ],
  [
    'its author, of an export',
    { 'SUMMARY.md': EXPORTED, 'book.json': '{"dialect": "gitbook"}' },
    'gitbook',
  ],
  ['its author, of pages', { 'book.json': '{"dialect": "gitbook.com"}' }, 'gitbook.com'],
])('%s', async (_, more, expected) => {
  expect(await dialects(more)).toEqual([expected])
})

test('books side by side are told by what stands above them', async () => {
  const { book } = await buildBook({
    'docs.yaml':
      'structure:\n  - type: space\n    title: One\n    content: { directory: one }\n  - type: space\n    title: Two\n    content: { directory: two }\n',
    'one/README.md': '# One\n',
    'one/SUMMARY.md': '* [One](README.md)\n',
    'two/README.md': '# Two\n',
    'two/SUMMARY.md': '* [Two](README.md)\n',
  })
  expect(book?.spaces.map(({ dialect }) => dialect)).toEqual(['gitbook.com', 'gitbook.com'])
})
