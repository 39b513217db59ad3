// What templates of pages see of the book itself.
import { expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { buildBook, codes, content } from '../support/build-book.ts'

const page = '{{ book.title }}, {{ book.author }}, {{ book.description }}, {{ book.isbn }}'

test.each([
  [{ title: 'T', author: 'A', description: 'D', isbn: '1' }, 'T, A, D, 1', 0],
  // A variable of that name is what its author meant.
  [
    { title: 'T', author: 'A', variables: { title: 'V', description: 'D', isbn: 2 } },
    'V, A, D, 2',
    0,
  ],
  [{ title: 'T' }, 'T, , ,', 3],
])('a book names itself in its pages: %j', async (config, shown, missing) => {
  const built = await buildBook({
    'book.json': JSON.stringify(config),
    'README.md': page,
    'SUMMARY.md': '* [A](README.md)\n',
  })
  expect(content(built, 'index.html')).toContain(`<p>${shown}`)
  expect(codes(built).filter((one) => one.startsWith('template/undefined-value'))).toHaveLength(
    missing,
  )
})

const bookOf = (title: string): { readonly [path: string]: string } => ({
  'book.json': JSON.stringify({ title }),
  'README.md': page,
  'other.md': '# Other\n',
  'SUMMARY.md': '* [A](README.md)\n* [Other](other.md)\n',
})

test('a page that says the title of its book follows it', async () => {
  const before = await buildBook(bookOf('T'))
  const after = await build({ files: memoryFiles(bookOf('U')) }, before.memory)
  expect(content(after, 'index.html')).toContain('<p>U,')
  expect(after.rendered).toEqual(['README.md'])
})

test('a page that SUMMARY does not name has no neighbors', async () => {
  const facts = '{{ page.next.title }}|{{ page.previous.title }}|{{ page.depth }}\n'
  const built = await buildBook({
    'README.md': `${facts}\n[c](c.md)\n`,
    'b.md': facts,
    'c.md': facts,
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  })
  const shown = (name: string): unknown => /<p>(.*\|.*)<\/p>/.exec(content(built, name))?.[1]
  expect([shown('index.html'), shown('b.html'), shown('c.html')]).toEqual(['B||1', '|A|1', '||0'])
})
